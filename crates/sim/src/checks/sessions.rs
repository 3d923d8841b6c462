//! At most one open session a conversation, one primary participant where it is active. Knows the rows.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    for change in &turn.changes.sessions {
        let reopened = change.before.as_ref().is_some_and(|before| before.status != SessionStatus::Open);
        let after = &change.after;
        let closed = after.status != SessionStatus::Open;
        let agrees = closed == after.closed_at.is_some() && closed == after.closure_reason.is_some();
        ensure(!reopened && agrees, Promise::OneSession, || format!("{:?}\n  became {after:?}", change.before))?;
        check_conversation(turn, after.conversation_id)?;
    }
    for change in &turn.changes.participants {
        let after = &change.after;
        let returned = change.before.as_ref().is_some_and(|before| before.left_at.is_some());
        ensure(!returned, Promise::OneSession, || format!("{:?}\n  became {after:?}", change.before))?;
        check_conversation(turn, after.conversation_id)?;
    }
    turn.changes.conversations.iter().try_for_each(|change| check_conversation(turn, change.after.id))
}

fn check_conversation(turn: &Turn<'_>, id: ConversationId) -> Result<(), Broken> {
    let record = turn.record;
    let Some(conversation) = record.find(id) else {
        return Err(Broken::new(Promise::OneSession, format!("a session of {id}, which was never written")));
    };
    let empty = (Vec::new(), Vec::new());
    let sessions = record.sessions.get(&id).unwrap_or(&empty.0);
    let participants = record.participants.get(&id).unwrap_or(&empty.1);
    let open: Vec<&Session> = sessions.iter().filter(|session| session.status == SessionStatus::Open).collect();
    let present: Vec<&Participant> = participants.iter().filter(|participant| participant.left_at.is_none()).collect();
    let describe = || format!("{conversation:?}\n  open sessions {open:?}\n  present {present:?}");
    let one_open = open.len() <= 1;
    let within = present.iter().all(|participant| open.iter().any(|session| session.id == participant.session_id));
    ensure(one_open && within, Promise::OneSession, describe)?;
    match conversation.status {
        ConversationStatus::Active => ensure(is_served(conversation, &open, &present), Promise::OneSession, describe),
        ConversationStatus::Open => ensure(present.is_empty(), Promise::OneSession, describe),
        ConversationStatus::Waiting | ConversationStatus::Closed => {
            ensure(open.is_empty(), Promise::OneSession, describe)
        }
        ConversationStatus::WrapUp => Ok(()),
    }
}

/// One open session, the conversation's last, with its agent as the one primary participant.
fn is_served(conversation: &Conversation, open: &[&Session], present: &[&Participant]) -> bool {
    let primary: Vec<&&Participant> =
        present.iter().filter(|participant| participant.mode == ParticipantMode::Primary).collect();
    match (open, &primary[..]) {
        ([session], [participant]) => {
            Some(session.id) == conversation.last_session_id
                && session.agent_id == conversation.active_agent_id
                && Some(participant.agent_id) == conversation.active_agent_id
                && Some(participant.id) == conversation.active_participant_id
                && participant.joined_at == session.agent_accepted_at
        }
        _ => false,
    }
}
