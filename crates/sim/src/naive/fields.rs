//! What a rule may ask, written out as a table of names and values. Knows no rules.

use super::{Moment, Wanted};
use crate::record::Record;
use frontdesk_model::*;
use frontdesk_predicate::{Number, Value};
use serde::Serialize;
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

impl Fields {
    /// Of a conversation and an agent who may get it.
    pub fn of_pair(moment: &Moment<'_>, wanted: &Wanted<'_>, agent: &Agent, status: &AgentStatus) -> Fields {
        let mut fields = fields_of(moment.record, wanted.conversation).0;
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
