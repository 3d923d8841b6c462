//! What rules may name, and where each value is found. Knows nothing of rulesets and of what follows from a rule.
//!
//! | namespace | holds |
//! |---|---|
//! | `conversation.` | the conversation itself |
//! | `context.` | its context variables, by their own names |
//! | `customer.`, `customer.account.`, `case.`, `case.customer.` | linked records, two levels |
//! | `visitor.`, `widget.` | where it came from |
//! | `agent.` | in assignment rules: the agent in question, their attributes by their own names |
//!
//! How long a conversation has waited is no field: it changes without anything happening. Assignment rules say it as
//! `afterWaitMs`, which has a clock.

use crate::Engine;
use crate::routing::QueueState;
use frontdesk_model::{
    Agent, BasePresence, Channel, ContextVariable, Conversation, ConversationMode, CustomerRef, DistributionMode,
    Priority, QueueId, Role, Widget, WidgetId, Workstream, WorkstreamId,
};
use frontdesk_predicate::{FieldType, Record, Schema, ValueRef};
use std::collections::BTreeMap;

/// Which rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    Classification,
    RouteToQueue,
    Prioritization,
    Assignment,
}

/// What rules of this kind may name.
pub fn fields(kind: RuleKind) -> Schema {
    use FieldType::{Open, Text, Time};
    let channels = CHANNELS.map(channel_word);
    let mut schema = Schema::new()
        .field("conversation.channel", FieldType::choice(channels))
        .field("conversation.mode", FieldType::choice(["live_chat", "persistent_chat", "asynchronous"]))
        .field("conversation.distribution", FieldType::choice(["push", "pick"]))
        .field("conversation.workstream", Text)
        .field("conversation.title", Text)
        .field("conversation.priority", FieldType::choice(["low", "normal", "high"]))
        .field("conversation.locale", Text)
        .field("conversation.customerName", Text)
        .field("conversation.createdAt", Time)
        .field("customer.kind", FieldType::choice(["contact", "account"]))
        .field("case.ticketNumber", Text)
        .field("case.title", Text)
        .field("case.status", FieldType::choice(["active", "resolved", "cancelled"]))
        .field("visitor.language", Text)
        .field("visitor.device", Text)
        .field("widget.name", Text)
        .open("context", Open);
    for record in ["customer", "customer.account", "case.customer"] {
        for name in ["name", "email", "phone"] {
            schema = schema.field(format!("{record}.{name}"), Text);
        }
    }
    if matches!(kind, RuleKind::Prioritization | RuleKind::Assignment) {
        schema = schema.field("conversation.queue", Text).field("conversation.queuedAt", Time);
    }
    if kind == RuleKind::Assignment {
        schema = schema
            .field("agent.name", Text)
            .field("agent.role", FieldType::choice(["agent", "supervisor", "administrator"]))
            .field("agent.presence", FieldType::choice(PRESENCES.map(presence_word)))
            .field("agent.unitsFree", FieldType::Number)
            .open("agent", Open);
    }
    schema
}

/// A conversation with all that rules may ask of it, and the names of what it refers to.
#[derive(Clone, Copy)]
pub(crate) struct ConversationRecord<'a> {
    pub conversation: &'a Conversation,
    pub workstream: &'a str,
    pub queue: Option<&'a str>,
    pub widget: Option<&'a str>,
}

/// An agent as assignment rules see them.
#[derive(Clone, Copy)]
pub(crate) struct AgentRecord<'a> {
    pub agent: &'a Agent,
    pub base: BasePresence,
    pub units_free: i64,
}

/// Both sides of an assignment.
#[derive(Clone, Copy)]
pub(crate) struct PairRecord<'a> {
    pub conversation: ConversationRecord<'a>,
    pub agent: AgentRecord<'a>,
}

impl Engine {
    pub(crate) fn record<'a>(&'a self, conversation: &'a Conversation) -> ConversationRecord<'a> {
        let names = Names { workstreams: &self.workstreams, queues: &self.queues, widgets: &self.widgets };
        names.record(conversation)
    }
}

/// Where the names are of what conversations refer to.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub workstreams: &'a BTreeMap<WorkstreamId, Workstream>,
    pub queues: &'a BTreeMap<QueueId, QueueState>,
    pub widgets: &'a BTreeMap<WidgetId, Widget>,
}

impl<'a> Names<'a> {
    pub fn record(self, conversation: &'a Conversation) -> ConversationRecord<'a> {
        ConversationRecord {
            conversation,
            workstream: self.workstreams.get(&conversation.workstream_id).map_or("", |found| &found.name),
            queue: conversation.queue_id.and_then(|id| self.queues.get(&id)).map(|state| state.queue.name.as_str()),
            widget: conversation.widget_id.and_then(|id| self.widgets.get(&id)).map(|widget| widget.name.as_str()),
        }
    }
}

impl Record for ConversationRecord<'_> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        let (namespace, name) = field.split_once('.')?;
        match namespace {
            "conversation" => self.own(name),
            "context" => find(&self.conversation.context, name),
            "widget" => self.widget.filter(|_| name == "name").map(ValueRef::Text),
            _ => find(&self.conversation.demand.facts, field).or_else(|| self.linked(field)),
        }
    }
}

impl<'a> ConversationRecord<'a> {
    fn own(&self, name: &str) -> Option<ValueRef<'a>> {
        let conversation = self.conversation;
        Some(match name {
            "channel" => ValueRef::Text(channel_word(conversation.channel)),
            "mode" => ValueRef::Text(mode_word(conversation.mode)),
            "distribution" => ValueRef::Text(match conversation.distribution {
                DistributionMode::Push => "push",
                DistributionMode::Pick => "pick",
            }),
            "workstream" => ValueRef::Text(self.workstream),
            "queue" => ValueRef::Text(self.queue?),
            "title" => ValueRef::Text(&conversation.title),
            "priority" => ValueRef::Text(match conversation.priority {
                Priority::Low => "low",
                Priority::Normal => "normal",
                Priority::High => "high",
            }),
            "locale" => ValueRef::Text(conversation.locale.as_deref()?),
            "customerName" => ValueRef::Text(&conversation.customer_name),
            "createdAt" => ValueRef::Time(conversation.created_at.0),
            "queuedAt" => ValueRef::Time(conversation.queued_at?.0),
            _ => return None,
        })
    }

    /// What is known of a linked customer without having read the record.
    fn linked(&self, field: &str) -> Option<ValueRef<'a>> {
        match (field, self.conversation.customer?) {
            ("customer.kind", CustomerRef::Contact(_)) => Some(ValueRef::Text("contact")),
            ("customer.kind", CustomerRef::Account(_)) => Some(ValueRef::Text("account")),
            _ => None,
        }
    }
}

impl Record for AgentRecord<'_> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        let name = field.strip_prefix("agent.")?;
        Some(match name {
            "name" => ValueRef::Text(&self.agent.name),
            "role" => ValueRef::Text(match self.agent.role {
                Role::Agent => "agent",
                Role::Supervisor => "supervisor",
                Role::Administrator => "administrator",
            }),
            "presence" => ValueRef::Text(presence_word(self.base)),
            // Exact: nobody has 2^53 units.
            "unitsFree" => ValueRef::Number(self.units_free as f64),
            _ => return find(&self.agent.attributes, name),
        })
    }
}

impl Record for PairRecord<'_> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        if field.starts_with("agent.") { self.agent.value(field) } else { self.conversation.value(field) }
    }
}

fn find<'a>(variables: &'a [ContextVariable], name: &str) -> Option<ValueRef<'a>> {
    variables.iter().find(|variable| variable.name == name).map(|variable| ValueRef::Text(&variable.value))
}

const CHANNELS: [Channel; 8] = [
    Channel::LiveChat,
    Channel::Sms,
    Channel::Whatsapp,
    Channel::Facebook,
    Channel::Telegram,
    Channel::Line,
    Channel::Email,
    Channel::Custom,
];

fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::LiveChat => "live_chat",
        Channel::Sms => "sms",
        Channel::Whatsapp => "whatsapp",
        Channel::Facebook => "facebook",
        Channel::Telegram => "telegram",
        Channel::Line => "line",
        Channel::Email => "email",
        Channel::Custom => "custom",
    }
}

fn mode_word(mode: ConversationMode) -> &'static str {
    match mode {
        ConversationMode::LiveChat => "live_chat",
        ConversationMode::PersistentChat => "persistent_chat",
        ConversationMode::Asynchronous => "asynchronous",
    }
}

const PRESENCES: [BasePresence; 6] = [
    BasePresence::Available,
    BasePresence::Busy,
    BasePresence::DoNotDisturb,
    BasePresence::Away,
    BasePresence::Offline,
    BasePresence::Inactive,
];

fn presence_word(base: BasePresence) -> &'static str {
    match base {
        BasePresence::Available => "available",
        BasePresence::Busy => "busy",
        BasePresence::DoNotDisturb => "do_not_disturb",
        BasePresence::Away => "away",
        BasePresence::Offline => "offline",
        BasePresence::Inactive => "inactive",
    }
}
