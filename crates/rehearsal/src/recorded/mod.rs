//! What a journal says of a time that has passed: everything the engine was told, in order, with the moment of each; and
//! from it either the same again, decision by decision, or the demand of that time for another set-up. Knows no store:
//! entries are handed in.

mod behaviour;
mod ledger;
mod replay;

pub use behaviour::{Behaviour, behaviour};
pub use replay::{Assignment, Difference, Replay, compare, replay};

use frontdesk_engine::{Bulk, BulkAct, Input};
use frontdesk_model::{
    ConversationId, Event, JournalEntry, Message, Sender, SetUpChange, SetUpEdit, SetUpEdits, Timestamp, Visibility,
};
use std::collections::{BTreeSet, VecDeque};

/// The journal of a stretch of time, read.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    pub entries: Vec<JournalEntry>,
    /// In order.
    pub steps: Vec<Step>,
    /// Records that could not be read: written by another version.
    pub unreadable: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub at: Timestamp,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The engine was made anew from what was written; nobody was connected.
    Loaded,
    Told(Input),
    /// Something happened by itself: the engine's clocks were looked at.
    Clock,
}

impl Recording {
    /// Entries in the order of their numbers, and the changes to the set-up in that time, newest first.
    pub fn read(entries: Vec<JournalEntry>, changes: &[SetUpChange]) -> Recording {
        let mut steps: Vec<Step> = Vec::new();
        let mut changes = changes.iter().rev().peekable();
        let mut unreadable = 0;
        for entry in &entries {
            let at = entry.at;
            match &entry.event {
                Event::Told { inputs, loaded_at } => {
                    if let Some(loaded_at) = loaded_at {
                        put_load(&mut steps, *loaded_at);
                    }
                    for input in inputs {
                        match serde_json::from_str(input) {
                            Ok(input) => steps.push(Step { at, what: What::Told(input) }),
                            Err(_) => unreadable += 1,
                        }
                    }
                }
                Event::MessageAdded { message } if came_with_an_input(message, &steps) => tick(&mut steps, at),
                Event::MessageAdded { message } => match written(message) {
                    Some(input) => steps.push(Step { at, what: What::Told(input) }),
                    None => tick(&mut steps, at),
                },
                Event::ConfigurationChanged { .. } | Event::AgentChanged { .. } => {
                    let mut edits = Vec::new();
                    while let Some(change) = changes.next_if(|change| change.at <= at) {
                        edits.push(edit(change));
                    }
                    match edits.is_empty() {
                        true => tick(&mut steps, at),
                        false => {
                            let edits = Box::new(SetUpEdits { by: None, edits });
                            steps.push(Step { at, what: What::Told(Input::Configure(edits)) });
                        }
                    }
                }
                _ => tick(&mut steps, at),
            }
        }
        Recording { entries, steps, unreadable }
    }

    /// Conversations whose beginning is in it.
    pub fn begun(&self) -> BTreeSet<ConversationId> {
        let begun = self.steps.iter().filter_map(|step| match &step.what {
            What::Told(Input::StartConversation(new)) => Some(new.id),
            _ => None,
        });
        begun.collect()
    }

    pub fn from(&self) -> Timestamp {
        self.steps.first().map_or(Timestamp(0), |step| step.at)
    }

    pub fn until(&self) -> Timestamp {
        self.entries.last().map_or(Timestamp(0), |entry| entry.at)
    }
}

fn edit(change: &SetUpChange) -> SetUpEdit {
    match &change.after {
        Some(piece) => SetUpEdit::put(piece.clone()),
        None => SetUpEdit::delete(change.noun, change.id),
    }
}

fn tick(steps: &mut Vec<Step>, at: Timestamp) {
    if steps.last().is_none_or(|last| last.at != at) {
        steps.push(Step { at, what: What::Clock });
    }
}

/// What happened between the load and the first input that was written down after it comes after the load.
fn put_load(steps: &mut Vec<Step>, loaded_at: Timestamp) {
    let mut later: VecDeque<Step> = VecDeque::new();
    while let Some(step) = steps.pop_if(|step| step.at >= loaded_at) {
        later.push_front(step);
    }
    steps.push(Step { at: loaded_at, what: What::Loaded });
    steps.extend(later);
}

/// It is part of an input that was written down itself: the one that began the conversation, or one that said the same
/// in many.
fn came_with_an_input(message: &Message, steps: &[Step]) -> bool {
    let mut same_moment = steps.iter().rev().take_while(|step| step.at == message.sent_at);
    same_moment.any(|step| match &step.what {
        What::Told(Input::StartConversation(new)) => {
            message.number == 1 && new.id == message.conversation_id && new.first_message.is_some()
        }
        What::Told(Input::Bulk(bulk)) => is_of_many(message, bulk),
        _ => false,
    })
}

fn is_of_many(message: &Message, bulk: &Bulk) -> bool {
    let said = match &bulk.act {
        BulkAct::MessageCustomers { text } => message.visibility == Visibility::Public && message.text == *text,
        BulkAct::NotifyAgents { text } => message.visibility == Visibility::Internal && message.text == *text,
        _ => false,
    };
    let theirs = matches!(message.sender, Sender::Agent { agent_id, .. } if agent_id == bulk.agent_id);
    said && theirs && message.client_message_id.is_none() && bulk.conversations.contains(&message.conversation_id)
}

/// The input that a message is the record of; none for what the system says by itself.
fn written(message: &Message) -> Option<Input> {
    let (conversation_id, text) = (message.conversation_id, message.text.clone());
    match &message.sender {
        Sender::Customer { .. } => Some(Input::CustomerMessage {
            conversation_id,
            text,
            attachments: message.attachments.clone(),
            client_message_id: message.client_message_id.clone(),
        }),
        Sender::Agent { agent_id, .. } => Some(Input::AgentMessage {
            conversation_id,
            agent_id: *agent_id,
            text,
            attachments: message.attachments.clone(),
            visibility: message.visibility,
            client_message_id: message.client_message_id.clone(),
        }),
        Sender::System { .. } => None,
    }
}
