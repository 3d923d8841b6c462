//! What a rule may ask, written out as a table of names and values. Knows no rules.

use super::{Moment, Wanted};
use crate::record::Record;
use frontdesk_model::*;
use frontdesk_predicate::{Number, Value, ValueRef};
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;

pub struct Fields(pub BTreeMap<String, Value>);

pub fn fields_of(record: &Record, conversation: &Conversation) -> Fields {
    let mut fields = BTreeMap::new();
    for fact in &conversation.demand.facts {
        fields.insert(fact.name.clone(), text(&fact.value));
    }
    for variable in &conversation.context {
        fields.insert(format!("context.{}", variable.name), text(&variable.value));
    }
    let workstream = record.workstreams.get(&conversation.workstream_id);
    let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
    let own = [
        ("channel", Some(word(&conversation.channel))),
        ("mode", Some(word(&conversation.mode))),
        ("distribution", Some(word(&conversation.distribution))),
        ("priority", Some(word(&conversation.priority))),
        ("workstream", workstream.map(|workstream| text(&workstream.name))),
        ("queue", queue.map(|queue| text(&queue.name))),
        ("title", Some(text(&conversation.title))),
        ("locale", conversation.locale.as_deref().map(text)),
        ("customerName", Some(text(&conversation.customer_name))),
        ("createdAt", Some(Value::Time(conversation.created_at.0))),
        ("queuedAt", conversation.queued_at.map(|at| Value::Time(at.0))),
    ];
    for (name, value) in own {
        fields.extend(value.map(|value| (format!("conversation.{name}"), value)));
    }
    let kind = conversation.customer.map(|customer| match customer {
        CustomerRef::Contact(_) => "contact",
        CustomerRef::Account(_) => "account",
    });
    if let Some(kind) = kind {
        fields.entry("customer.kind".into()).or_insert_with(|| text(kind));
    }
    Fields(fields)
}

/// A conversation and an agent who may get it. Both tables are written out when a rule first asks.
pub struct Pair<'a> {
    pub moment: &'a Moment<'a>,
    pub wanted: &'a Wanted<'a>,
    pub agent: &'a Agent,
    pub status: &'a AgentStatus,
    pub agent_fields: OnceCell<Fields>,
}

impl frontdesk_predicate::Record for Pair<'_> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        let of_agent = self.agent_fields.get_or_init(|| fields_of_agent(self.agent, self.status));
        let of_conversation =
            || self.wanted.fields.get_or_init(|| fields_of(self.moment.record, self.wanted.conversation));
        of_agent.0.value(field).or_else(|| of_conversation().0.value(field))
    }
}

fn fields_of_agent(agent: &Agent, status: &AgentStatus) -> Fields {
    let mut fields = BTreeMap::new();
    for attribute in &agent.attributes {
        fields.insert(format!("agent.{}", attribute.name), text(&attribute.value));
    }
    fields.insert("agent.name".into(), text(&agent.name));
    fields.insert("agent.role".into(), word(&agent.role));
    fields.insert("agent.presence".into(), word(&status.base));
    let units = Number::new(status.available_units as f64).expect("units are finite");
    fields.insert("agent.unitsFree".into(), Value::Number(units));
    Fields(fields)
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// As it is spelled on the wire.
pub fn word(value: &impl Serialize) -> Value {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Value::Text(word),
        other => unreachable!("a choice is spelled as one word, not {other:?}"),
    }
}
