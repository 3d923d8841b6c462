//! Conversations, sessions and participants on the native wire.

use super::{
    Channel, ClosureReason, ConversationMode, ConversationStatus, CustomerRecord, DistributionMode, ParticipantMode,
    Priority, SessionStatus, StatusReason, Time,
};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A conversation as lists and screens show it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationSummary {
    pub id: Uuid,
    pub status: ConversationStatus,
    pub status_reason: StatusReason,
    pub channel: Channel,
    pub mode: ConversationMode,
    pub distribution: DistributionMode,
    pub workstream_id: Uuid,
    pub queue_id: Option<Uuid>,
    pub widget_id: Option<Uuid>,
    pub visitor_id: Option<Uuid>,
    pub title: String,
    pub priority: Priority,
    pub locale: Option<String>,
    /// What the customer called themselves, or the linked customer's name.
    pub customer_name: String,
    pub customer: Option<CustomerRef>,
    pub case_id: Option<Uuid>,
    pub context: Vec<ContextVariable>,
    /// What the customer was asked before the chat.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pre_chat: Vec<PreChatAnswer>,
    /// The agent handling it now; assigned counts, accepted or not.
    pub active_agent_id: Option<Uuid>,
    /// The agent whose it is in lists.
    pub list_agent_id: Option<Uuid>,
    pub last_agent_id: Option<Uuid>,
    pub active_agent_assigned_at: Option<Time>,
    pub last_session_id: Option<Uuid>,
    pub created_at: Time,
    pub modified_at: Time,
    pub status_changed_at: Time,
    pub started_at: Option<Time>,
    pub queued_at: Option<Time>,
    pub wrap_up_started_at: Option<Time>,
    pub closed_at: Option<Time>,
    pub first_wait_ms: Option<u64>,
    pub talk_ms: u64,
    pub wrap_up_ms: u64,
    pub transfer_count: u32,
    pub escalation_count: u32,
    pub accepted: bool,
    pub abandoned: bool,
    pub last_message_number: u64,
    pub last_public_number: u64,
    pub unread: u32,
    pub last_message: Option<MessagePreview>,
    pub customer_waiting_since: Option<Time>,
    pub marks: ReadMarks,
    pub customer_presence: CustomerPresence,
}

impl From<&model::Conversation> for ConversationSummary {
    fn from(conversation: &model::Conversation) -> Self {
        let pre_chat = PreChatAnswer::all(conversation);
        let conversation = conversation.clone();
        ConversationSummary {
            id: conversation.id.0,
            status: conversation.status.into(),
            status_reason: conversation.status_reason.into(),
            channel: conversation.channel.into(),
            mode: conversation.mode.into(),
            distribution: conversation.distribution.into(),
            workstream_id: conversation.workstream_id.0,
            queue_id: conversation.queue_id.map(|id| id.0),
            widget_id: conversation.widget_id.map(|id| id.0),
            visitor_id: conversation.visitor_id.map(|id| id.0),
            title: conversation.title,
            priority: conversation.priority.into(),
            locale: conversation.locale,
            customer_name: conversation.customer_name,
            customer: conversation.customer.map(CustomerRef::from),
            case_id: conversation.case_id.map(|id| id.0),
            pre_chat,
            context: conversation.context.into_iter().map(ContextVariable::from).collect(),
            active_agent_id: conversation.active_agent_id.map(|id| id.0),
            list_agent_id: conversation.list_agent_id.map(|id| id.0),
            last_agent_id: conversation.last_agent_id.map(|id| id.0),
            active_agent_assigned_at: conversation.active_agent_assigned_at.map(Time),
            last_session_id: conversation.last_session_id.map(|id| id.0),
            created_at: Time(conversation.created_at),
            modified_at: Time(conversation.modified_at),
            status_changed_at: Time(conversation.status_changed_at),
            started_at: conversation.started_at.map(Time),
            queued_at: conversation.queued_at.map(Time),
            wrap_up_started_at: conversation.wrap_up_started_at.map(Time),
            closed_at: conversation.closed_at.map(Time),
            first_wait_ms: conversation.first_wait_ms,
            talk_ms: conversation.talk_ms,
            wrap_up_ms: conversation.wrap_up_ms,
            transfer_count: conversation.transfer_count,
            escalation_count: conversation.escalation_count,
            accepted: conversation.accepted,
            abandoned: conversation.abandoned,
            last_message_number: conversation.last_message_number,
            last_public_number: conversation.last_public_number,
            unread: conversation.unread,
            last_message: conversation.last_message.map(MessagePreview::from),
            customer_waiting_since: conversation.customer_waiting_since.map(Time),
            marks: conversation.marks.into(),
            customer_presence: conversation.customer_presence.into(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    Contact,
    Account,
}

/// The customer a conversation is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerRef {
    pub kind: CustomerKind,
    pub id: Uuid,
}

impl From<model::CustomerRef> for CustomerRef {
    fn from(customer: model::CustomerRef) -> Self {
        match customer {
            model::CustomerRef::Contact(id) => CustomerRef { kind: CustomerKind::Contact, id: id.0 },
            model::CustomerRef::Account(id) => CustomerRef { kind: CustomerKind::Account, id: id.0 },
        }
    }
}

impl From<CustomerRef> for model::CustomerRef {
    fn from(customer: CustomerRef) -> Self {
        match customer.kind {
            CustomerKind::Contact => model::CustomerRef::Contact(customer.id.into()),
            CustomerKind::Account => model::CustomerRef::Account(customer.id.into()),
        }
    }
}

/// A question of the widget as it was asked, and what the customer said to it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PreChatAnswer {
    /// The context variable's.
    pub name: String,
    pub question: String,
    pub answer: String,
}

impl PreChatAnswer {
    /// Of the facts that hold such a question.
    pub const FACT_PREFIX: &str = "preChat.";

    fn all(conversation: &model::Conversation) -> Vec<Self> {
        let asked = conversation.demand.facts.iter().filter_map(|fact| {
            let name = fact.name.strip_prefix(Self::FACT_PREFIX)?;
            let answer = conversation.context.iter().find(|variable| variable.name == name)?;
            let (name, question) = (name.to_owned(), fact.value.clone());
            Some(PreChatAnswer { name, question, answer: answer.value.clone() })
        });
        asked.collect()
    }
}

/// Something the customer's page or form said about them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContextVariable {
    pub name: String,
    pub value: String,
}

impl From<ContextVariable> for model::ContextVariable {
    fn from(variable: ContextVariable) -> Self {
        model::ContextVariable { name: variable.name, value: variable.value }
    }
}

impl From<model::ContextVariable> for ContextVariable {
    fn from(variable: model::ContextVariable) -> Self {
        ContextVariable { name: variable.name, value: variable.value }
    }
}

/// The last public message, for lists.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessagePreview {
    pub from_customer: bool,
    pub sender_name: String,
    pub text: String,
    /// How many files came with it.
    pub attachments: u32,
    pub sent_at: Time,
}

impl From<model::MessagePreview> for MessagePreview {
    fn from(preview: model::MessagePreview) -> Self {
        MessagePreview {
            from_customer: preview.from_customer,
            sender_name: preview.sender_name,
            text: preview.text,
            attachments: preview.attachments,
            sent_at: Time(preview.sent_at),
        }
    }
}

/// How far each side has got, as message numbers; 0 = nothing.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReadMarks {
    pub customer_delivered: u64,
    pub customer_read: u64,
    pub agent_delivered: u64,
    pub agent_read: u64,
}

impl From<model::ReadMarks> for ReadMarks {
    fn from(marks: model::ReadMarks) -> Self {
        ReadMarks {
            customer_delivered: marks.customer_delivered,
            customer_read: marks.customer_read,
            agent_delivered: marks.agent_delivered,
            agent_read: marks.agent_read,
        }
    }
}

/// Whether the customer's browser is there.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CustomerPresence {
    Unknown,
    Connected,
    Disconnected { since: Time },
}

impl From<model::CustomerPresence> for CustomerPresence {
    fn from(presence: model::CustomerPresence) -> Self {
        match presence {
            model::CustomerPresence::Unknown => CustomerPresence::Unknown,
            model::CustomerPresence::Connected => CustomerPresence::Connected,
            model::CustomerPresence::Disconnected { since } => CustomerPresence::Disconnected { since: Time(since) },
        }
    }
}

/// One search for an agent and what came of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub id: Uuid,
    pub conversation_id: Uuid,
    pub queue_id: Option<Uuid>,
    pub status: SessionStatus,
    pub created_at: Time,
    pub queue_assigned_at: Option<Time>,
    pub agent_id: Option<Uuid>,
    pub agent_assigned_at: Option<Time>,
    pub offer_displayed_at: Option<Time>,
    /// When the offer lapses; none when nothing is on offer.
    pub offer_expires_at: Option<Time>,
    pub agent_accepted_at: Option<Time>,
    pub closed_at: Option<Time>,
    pub closure_reason: Option<ClosureReason>,
}

impl From<model::Session> for Session {
    fn from(session: model::Session) -> Self {
        Session {
            id: session.id.0,
            conversation_id: session.conversation_id.0,
            queue_id: session.queue_id.map(|id| id.0),
            status: session.status.into(),
            created_at: Time(session.created_at),
            queue_assigned_at: session.queue_assigned_at.map(Time),
            agent_id: session.agent_id.map(|id| id.0),
            agent_assigned_at: session.agent_assigned_at.map(Time),
            offer_displayed_at: session.offer_displayed_at.map(Time),
            offer_expires_at: session.offer_expires_at.map(Time),
            agent_accepted_at: session.agent_accepted_at.map(Time),
            closed_at: session.closed_at.map(Time),
            closure_reason: session.closure_reason.map(ClosureReason::from),
        }
    }
}

/// Who took part in a session.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    pub id: Uuid,
    pub session_id: Uuid,
    pub agent_id: Uuid,
    pub mode: ParticipantMode,
    /// The customer hears them.
    pub public: bool,
    /// Assigned or invited.
    pub added_at: Time,
    /// Accepted; none while they have yet to answer.
    pub joined_at: Option<Time>,
    pub left_at: Option<Time>,
    pub left_reason: Option<ClosureReason>,
    pub assign_reason: Option<String>,
}

impl From<model::Participant> for Participant {
    fn from(participant: model::Participant) -> Self {
        Participant {
            id: participant.id.0,
            session_id: participant.session_id.0,
            agent_id: participant.agent_id.0,
            mode: participant.mode.into(),
            public: participant.public,
            added_at: Time(participant.added_at),
            joined_at: participant.joined_at.map(Time),
            left_at: participant.left_at.map(Time),
            left_reason: participant.left_reason.map(ClosureReason::from),
            assign_reason: participant.assign_reason,
        }
    }
}

/// One page of a list. `sequence` is where the live stream goes on from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationPage {
    pub items: Vec<ConversationSummary>,
    pub next_cursor: Option<String>,
    pub sequence: u64,
}

/// Everything a conversation's screen needs but its messages.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationDetail {
    pub conversation: ConversationSummary,
    pub sessions: Vec<Session>,
    pub participants: Vec<Participant>,
    pub customer: Option<CustomerRecord>,
    pub case: Option<super::Case>,
    pub sequence: u64,
}

/// Commands that need no more than their path take an empty object, or nothing.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoBody {}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfferAnswer {
    /// The offer that is meant; absent = the one that is open.
    #[serde(default)]
    pub session_id: Option<Uuid>,
}

/// Exactly one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Transfer {
    #[serde(default)]
    pub agent_id: Option<Uuid>,
    #[serde(default)]
    pub queue_id: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordType {
    Contact,
    Account,
    Incident,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Link {
    pub record_type: RecordType,
    pub record_id: Uuid,
}

/// Message numbers; they only move forward.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Marks {
    #[serde(default)]
    pub delivered: u64,
    #[serde(default)]
    pub read: u64,
}

/// What a command on a conversation did.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CommandDone {
    pub conversation_id: Uuid,
    /// The session that the agent now works in, where the command opened one.
    pub session_id: Option<Uuid>,
    /// Who was invited, or takes part now beside the agent whose it is.
    pub participant_id: Option<Uuid>,
}
