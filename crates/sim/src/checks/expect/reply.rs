//! A reply says what the rows say. Knows nothing of what is allowed.

use crate::checks::{Broken, Promise, Turn, ensure};
use crate::naive::place;
use frontdesk_engine::{Bulk, BulkAct, BulkAnswer, Input, Reply, WaitingPlace};
use frontdesk_model::*;
use std::collections::BTreeSet;
use std::sync::Arc;

pub fn check(turn: &Turn<'_>, input: &Input, reply: &Reply) -> Result<(), Broken> {
    let record = turn.record;
    let right = match (input, reply) {
        (Input::StartConversation(new), Reply::Started { conversation_id }) => new.id == *conversation_id,
        (
            Input::CustomerMessage { .. } | Input::AgentMessage { .. },
            Reply::MessageStored { conversation_id, number, public_number, sent_at },
        ) => turn.changes.messages.iter().any(|message| {
            message.conversation_id == *conversation_id
                && message.number == *number
                && message.public_number == *public_number
                && message.sent_at == *sent_at
        }),
        (Input::Pick { .. } | Input::AcceptOffer { .. }, Reply::SessionOpened { conversation_id, session_id }) => {
            let session = record.open_session(*conversation_id);
            session.is_some_and(|session| session.id == *session_id && session.agent_accepted_at.is_some())
        }
        (Input::StartConversation(_) | Input::CustomerMessage { .. } | Input::AgentMessage { .. }, _) => false,
        (Input::Pick { .. } | Input::AcceptOffer { .. }, _) => false,
        (Input::LookAtLine { conversation_ids }, Reply::Line { places }) => {
            check_places(turn, conversation_ids, places)?;
            true
        }
        (Input::Bulk(bulk), Reply::Bulk { answers }) => {
            check_said(turn, bulk, answers)?;
            bulk.conversations.iter().eq(answers.iter().map(|answer| &answer.conversation_id))
        }
        (
            Input::ConsultAgent { .. }
            | Input::ConsultQueue { .. }
            | Input::AcceptConsult { .. }
            | Input::Monitor { .. }
            | Input::Join { .. },
            Reply::TakesPart { conversation_id, participant_id },
        ) => {
            let all = record.participants.get(conversation_id);
            all.is_some_and(|all| all.iter().any(|one| one.id == *participant_id && one.left_at.is_none()))
        }
        (_, Reply::Done) => true,
        _ => false,
    };
    ensure(right, Promise::AnswersAreRight, || format!("{input:?}\n  answered {reply:?}"))
}

/// Each customer who can be written to reads it once, and whoever has a conversation hears of it once; nobody else does.
fn check_said(turn: &Turn<'_>, bulk: &Bulk, answers: &[BulkAnswer]) -> Result<(), Broken> {
    let (BulkAct::MessageCustomers { text } | BulkAct::NotifyAgents { text }) = &bulk.act else { return Ok(()) };
    let notices = matches!(bulk.act, BulkAct::NotifyAgents { .. });
    let meant = |before: &Conversation| match notices {
        true => before.active_agent_id.is_some_and(|agent| agent != bulk.agent_id),
        false => before.status == ConversationStatus::Open && !before.mode.is_live_chat(),
    };
    let mut named = BTreeSet::new();
    for answer in answers {
        let id = answer.conversation_id;
        let found = turn.before(id).is_some_and(meant);
        let done = found && named.insert(id);
        ensure(done == answer.refused.is_none(), Promise::AnswersAreRight, || {
            format!("{:?}\n  answered {answer:?}\n  {:?}", bulk.act, turn.before(id))
        })?;
        let visibility = if notices { Visibility::Internal } else { Visibility::Public };
        let kept = numbers_said(turn, id, bulk.agent_id, visibility, text);
        let heard = if notices { kept.clone() } else { Vec::new() };
        ensure(kept.len() == usize::from(found) && noticed(turn, id) == heard, Promise::EverythingIsTold, || {
            format!("{bulk:?}\n  of {id} kept {kept:?}, noticed {:?}", noticed(turn, id))
        })?;
    }
    Ok(())
}

fn numbers_said(turn: &Turn<'_>, id: ConversationId, by: AgentId, visibility: Visibility, text: &str) -> Vec<u64> {
    let says_so = |message: &&Arc<Message>| {
        let theirs = matches!(message.sender, Sender::Agent { agent_id, .. } if agent_id == by);
        message.conversation_id == id && theirs && message.visibility == visibility && message.text == text
    };
    turn.changes.messages.iter().filter(says_so).map(|message| message.number).collect()
}

fn noticed(turn: &Turn<'_>, id: ConversationId) -> Vec<u64> {
    let numbers = turn.events().filter_map(|(_, event)| match event {
        Event::AgentNotified { conversation_id, number, .. } => (*conversation_id == id).then_some(*number),
        _ => None,
    });
    numbers.collect()
}

/// Counted: how many stand before each, and how many there are.
fn check_places(turn: &Turn<'_>, asked: &[ConversationId], told: &[WaitingPlace]) -> Result<(), Broken> {
    let record = turn.record;
    let waits = |one: &&Arc<Conversation>| one.status == ConversationStatus::Open;
    let mut expected = Vec::new();
    for conversation in asked.iter().filter_map(|id| record.conversations.get(id)).filter(waits) {
        if !conversation.mode.is_live_chat() {
            continue;
        }
        let same_queue = |other: &&Arc<Conversation>| other.queue_id == conversation.queue_id;
        let line: Vec<_> = record.conversations.values().filter(waits).filter(same_queue).collect();
        let own = place(record, conversation);
        let before = line.iter().filter(|other| place(record, other) < own).count();
        expected.push(WaitingPlace { conversation_id: conversation.id, position: before + 1, waiting: line.len() });
    }
    ensure(told == expected, Promise::PositionsAreCounted, || format!("told {told:?}\n  counted {expected:?}"))
}
