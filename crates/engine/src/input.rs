//! Everything that can happen to an organisation. Knows nothing of what follows from it.
//!
//! `agent_id` is always the one who acts. Whether they may is checked by the engine where it depends on the
//! conversation ("assigned to you", "member of this queue") or on the role.

use frontdesk_model::{
    AgentId, Attachment, CaseId, ContextVariable, ConversationId, CustomerRef, ParticipantId, PresenceId, Priority,
    QueueId, Record, SessionId, SetUpEdit, SetUpEdits, SetUpPiece, Visibility, VisitorId, WidgetId, WorkstreamId,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "input", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Input {
    // --- the customer ---
    /// The id is the caller's; one that exists already is refused.
    StartConversation(Box<NewConversation>),
    CustomerMessage {
        conversation_id: ConversationId,
        text: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attachments: Vec<Attachment>,
        client_message_id: Option<String>,
    },
    /// Live chat: → Wrap-up or Closed. Asynchronous: refused, there only the agent ends.
    CustomerEnd {
        conversation_id: ConversationId,
    },
    CustomerConnected {
        conversation_id: ConversationId,
    },
    /// The last of the customer's live connections is gone.
    CustomerDisconnected {
        conversation_id: ConversationId,
    },
    /// Message numbers up to which the customer's screen got and showed agents' messages.
    CustomerMarks {
        conversation_id: ConversationId,
        delivered: u64,
        read: u64,
    },

    /// Where these stand in their lines. Changes nothing; a question among inputs, so that its answer goes out no
    /// sooner than what it rests on is written.
    LookAtLine {
        conversation_ids: Vec<ConversationId>,
    },

    // --- the agent ---
    AgentMessage {
        conversation_id: ConversationId,
        agent_id: AgentId,
        text: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attachments: Vec<Attachment>,
        visibility: Visibility,
        client_message_id: Option<String>,
    },
    AgentMarks {
        conversation_id: ConversationId,
        agent_id: AgentId,
        delivered: u64,
        read: u64,
    },
    OfferDisplayed {
        conversation_id: ConversationId,
        session_id: SessionId,
        agent_id: AgentId,
    },
    /// Without a session id: the offer that is open.
    AcceptOffer {
        conversation_id: ConversationId,
        session_id: Option<SessionId>,
        agent_id: AgentId,
    },
    RejectOffer {
        conversation_id: ConversationId,
        session_id: Option<SessionId>,
        agent_id: AgentId,
    },
    /// Open → Active from the open items; Waiting → Active from one's own. Opens at once, no offer.
    Pick {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// "End": → Wrap-up.
    EndConversation {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// "X": from Wrap-up → Closed; from Active → Open (live chat) or Waiting.
    CloseSession {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// Back to the queue it is in.
    Release {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// Offered to that agent, whatever their capacity; refused when they are Do not disturb, Away or Offline. By a
    /// supervisor: Waiting ones too, and only to members of the conversation's queue.
    TransferToAgent {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
    },
    /// A queue without members closes the conversation.
    TransferToQueue {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
    },
    /// Active only. Replaces the former customer. `name` is shown in lists from then on.
    LinkCustomer {
        conversation_id: ConversationId,
        agent_id: AgentId,
        customer: CustomerRef,
        name: String,
    },
    LinkCase {
        conversation_id: ConversationId,
        agent_id: AgentId,
        case_id: CaseId,
    },
    /// Refused unless this customer is the one that is linked.
    UnlinkCustomer {
        conversation_id: ConversationId,
        agent_id: AgentId,
        customer: CustomerRef,
    },
    UnlinkCase {
        conversation_id: ConversationId,
        agent_id: AgentId,
        case_id: CaseId,
    },

    // --- advice ---
    /// Invites a colleague whom a transfer could reach; at most five at once.
    ConsultAgent {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
    },
    /// Invites whoever of the queue has most room.
    ConsultQueue {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
    },
    AcceptConsult {
        conversation_id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
    },
    RejectConsult {
        conversation_id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
    },
    /// The consultant writes to the customer too from now on.
    AddToPublic {
        conversation_id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
    },
    /// Sends a consultant out, or takes the invitation back.
    RemoveConsultant {
        conversation_id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
    },
    /// Whoever takes part beside the agent whose it is, of their own accord.
    Leave {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },

    // --- supervision: each a switch of the organisation ---
    /// Open ones. `regardless` of the agent's presence and capacity.
    AssignToAgent {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
        regardless: bool,
    },
    /// Open ones, to another queue, past its overflow rules.
    AssignToQueue {
        conversation_id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
    },
    ForceClose {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// Reads along.
    Monitor {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// Barges in, for agent and customer to see.
    Join {
        conversation_id: ConversationId,
        agent_id: AgentId,
    },
    /// Refused whole when it is too long; else each conversation is decided by itself.
    Bulk(Box<Bulk>),
    ResetPresence {
        agent_id: AgentId,
        of_agent_id: AgentId,
        presence_id: PresenceId,
    },

    // --- the agent's workplace ---
    SetPresence {
        agent_id: AgentId,
        presence_id: PresenceId,
    },
    /// One more browser (live stream) of this agent.
    AgentConnected {
        agent_id: AgentId,
    },
    /// One browser fewer; with the last one the agent is Offline at once.
    AgentDisconnected {
        agent_id: AgentId,
    },
    /// Offline until they sign in again; nothing is restored.
    AgentSignedOut {
        agent_id: AgentId,
    },

    // --- the set-up ---
    /// All of the edits or none. In force with the next input, for work already waiting too. Recorded by its own changes,
    /// never as an input: it holds passwords' hashes.
    #[serde(skip)]
    Configure(Box<SetUpEdits>),
    /// Add or replace a contact, an account or a case; recorded as the row that it is.
    #[serde(skip)]
    PutRecord(Record),
}

/// One act on up to a thousand conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bulk {
    pub agent_id: AgentId,
    pub conversations: Vec<ConversationId>,
    pub act: BulkAct,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum BulkAct {
    AssignToAgent {
        to_agent_id: AgentId,
        regardless: bool,
    },
    AssignToQueue {
        to_queue_id: QueueId,
    },
    TransferToAgent {
        to_agent_id: AgentId,
    },
    TransferToQueue {
        to_queue_id: QueueId,
    },
    ForceClose,
    /// Open ones that can wait for their customer, who reads this from the supervisor; → Waiting.
    MessageCustomers {
        text: String,
    },
    /// Tells whoever each is assigned to, and keeps it in the conversation as a note.
    NotifyAgents {
        text: String,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NewConversation {
    pub id: ConversationId,
    pub workstream_id: WorkstreamId,
    pub widget_id: Option<WidgetId>,
    pub visitor_id: Option<VisitorId>,
    pub customer_name: String,
    pub customer: Option<CustomerRef>,
    pub case_id: Option<CaseId>,
    /// Empty: the first words of the first message become the title.
    pub title: String,
    pub priority: Priority,
    pub locale: Option<String>,
    pub context: Vec<ContextVariable>,
    /// What rules may ask of linked records and of the visitor: `customer.account.name`, `visitor.device`.
    pub facts: Vec<ContextVariable>,
    /// Tried before anybody else, in this order.
    pub preferred_agents: Vec<AgentId>,
    /// None: the workstream's rules choose, its fallback queue at last.
    pub queue_id: Option<QueueId>,
    /// What the customer began with: kept even where overflow ends the conversation at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_message: Option<FirstMessage>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstMessage {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_message_id: Option<String>,
}

impl Input {
    /// One piece of the set-up, whatever is there, by nobody in particular.
    pub fn put(piece: impl Into<SetUpPiece>) -> Input {
        Input::from(piece.into())
    }

    /// The one conversation that it is about.
    pub fn conversation_id(&self) -> Option<ConversationId> {
        match self {
            Input::StartConversation(new) => Some(new.id),
            Input::CustomerMessage { conversation_id, .. }
            | Input::CustomerEnd { conversation_id }
            | Input::CustomerConnected { conversation_id }
            | Input::CustomerDisconnected { conversation_id }
            | Input::CustomerMarks { conversation_id, .. }
            | Input::AgentMessage { conversation_id, .. }
            | Input::AgentMarks { conversation_id, .. }
            | Input::OfferDisplayed { conversation_id, .. }
            | Input::AcceptOffer { conversation_id, .. }
            | Input::RejectOffer { conversation_id, .. }
            | Input::Pick { conversation_id, .. }
            | Input::EndConversation { conversation_id, .. }
            | Input::CloseSession { conversation_id, .. }
            | Input::Release { conversation_id, .. }
            | Input::TransferToAgent { conversation_id, .. }
            | Input::TransferToQueue { conversation_id, .. }
            | Input::LinkCustomer { conversation_id, .. }
            | Input::LinkCase { conversation_id, .. }
            | Input::UnlinkCustomer { conversation_id, .. }
            | Input::UnlinkCase { conversation_id, .. }
            | Input::ConsultAgent { conversation_id, .. }
            | Input::ConsultQueue { conversation_id, .. }
            | Input::AcceptConsult { conversation_id, .. }
            | Input::RejectConsult { conversation_id, .. }
            | Input::AddToPublic { conversation_id, .. }
            | Input::RemoveConsultant { conversation_id, .. }
            | Input::Leave { conversation_id, .. }
            | Input::AssignToAgent { conversation_id, .. }
            | Input::AssignToQueue { conversation_id, .. }
            | Input::ForceClose { conversation_id, .. }
            | Input::Monitor { conversation_id, .. }
            | Input::Join { conversation_id, .. } => Some(*conversation_id),
            Input::Bulk(_)
            | Input::ResetPresence { .. }
            | Input::SetPresence { .. }
            | Input::AgentConnected { .. }
            | Input::AgentDisconnected { .. }
            | Input::AgentSignedOut { .. }
            | Input::LookAtLine { .. }
            | Input::Configure(_)
            | Input::PutRecord(_) => None,
        }
    }

    /// The pieces of the set-up that this puts.
    pub fn pieces(&self) -> impl Iterator<Item = &SetUpPiece> {
        let edits = match self {
            Input::Configure(edits) => edits.edits.as_slice(),
            _ => &[],
        };
        edits.iter().filter_map(|edit| match edit {
            SetUpEdit::Put { piece, .. } => Some(piece),
            SetUpEdit::Delete { .. } => None,
        })
    }
}

impl From<SetUpPiece> for Input {
    fn from(piece: SetUpPiece) -> Input {
        Input::Configure(Box::new(SetUpEdits { by: None, edits: vec![SetUpEdit::put(piece)] }))
    }
}
