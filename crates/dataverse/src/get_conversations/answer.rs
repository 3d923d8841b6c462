//! The answer's bytes, written straight from the model: this is the product's most frequent sentence.

use super::page::Position;
use super::request::Query;
use crate::metadata::{Column, Kind, Value};
use frontdesk_model::Conversation;
use std::borrow::Borrow;
use std::io::Write;

const LABEL: &str = "@OData.Community.Display.V1.FormattedValue";
const LOOKUP_TARGET: &str = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/// `{"status":true,"result":{"values":[…],"nextToken":"…"}}`.
///
/// Lookups are plain GUIDs under their logical name with `_<name>_value` beside it (and the target's name where there are
/// several); choices are numbers with their label beside them; times are ISO 8601 in UTC; what is absent is null.
pub fn write_answer<C: Borrow<Conversation>>(
    columns: &[&'static Column<Conversation>],
    query: &Query,
    conversations: &[C],
    more: bool,
) -> Vec<u8> {
    let mut out = Vec::with_capacity(64 + conversations.len() * columns.len() * 64);
    write_answer_with(&mut out, query, conversations, more, |out, conversation| {
        write_record(out, columns, conversation.borrow());
    });
    out
}

/// The same with each record written by the caller, who may have kept its bytes since the last time.
pub fn write_answer_with<C>(
    out: &mut Vec<u8>,
    query: &Query,
    conversations: &[C],
    more: bool,
    mut write_record: impl FnMut(&mut Vec<u8>, &C),
) {
    out.extend_from_slice(br#"{"status":true,"result":{"values":["#);
    for (index, conversation) in conversations.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_record(out, conversation);
    }
    out.push(b']');
    if more {
        let next = Position { offset: query.offset + conversations.len() as u64, cutoff: query.cutoff };
        let _ = write!(out, r#","nextToken":"{}""#, next.token(query.fingerprint));
    }
    out.extend_from_slice(b"}}");
}

/// One conversation as the answer shows it.
pub fn write_record(out: &mut Vec<u8>, columns: &[&'static Column<Conversation>], conversation: &Conversation) {
    out.push(b'{');
    for (index, column) in columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_column(out, column, (column.read)(conversation));
    }
    out.push(b'}');
}

fn write_column(out: &mut Vec<u8>, column: &Column<Conversation>, value: Value<'_>) {
    let name = column.logical;
    write_key(out, name);
    match value {
        Value::Null => {
            out.extend_from_slice(b"null");
            if let Kind::Lookup { .. } = column.kind {
                let _ = write!(out, r#","_{name}_value":null"#);
            }
        }
        Value::Guid(id) => {
            let _ = write!(out, r#""{id}""#);
        }
        Value::Text(text) => write_text(out, &text),
        Value::Integer(number) => {
            let _ = write!(out, "{number}");
        }
        Value::Boolean(yes) => out.extend_from_slice(if yes { b"true" } else { b"false" }),
        Value::DateTime(at) => {
            let _ = write!(out, r#""{at}""#);
        }
        Value::Choice(number) => {
            let _ = write!(out, "{number}");
            write_labels(out, column, &[number]);
        }
        Value::MultipleChoice(numbers) => {
            let list: Vec<String> = numbers.iter().map(i64::to_string).collect();
            write_text(out, &list.join(","));
            write_labels(out, column, &numbers);
        }
        Value::Lookup { id, target } => {
            let _ = write!(out, r#""{id}","_{name}_value":"{id}""#);
            if matches!(column.kind, Kind::Lookup { targets } if targets.len() > 1) {
                let _ = write!(out, r#","_{name}_value{LOOKUP_TARGET}":"{target}""#);
            }
        }
    }
}

fn write_key(out: &mut Vec<u8>, name: &str) {
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

fn write_labels(out: &mut Vec<u8>, column: &Column<Conversation>, numbers: &[i64]) {
    let (Kind::Choice(choices) | Kind::MultipleChoice(choices)) = column.kind else { return };
    let labels: Vec<&str> = numbers.iter().filter_map(|number| choices.label(*number)).collect();
    out.push(b',');
    out.push(b'"');
    out.extend_from_slice(column.logical.as_bytes());
    out.extend_from_slice(LABEL.as_bytes());
    out.extend_from_slice(b"\":");
    write_text(out, &labels.join("; "));
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    // Writing a string into memory cannot fail.
    let _ = serde_json::to_writer(out, text);
}
