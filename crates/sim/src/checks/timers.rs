//! Nothing stays longer than its time allows, counted again from the rows. Knows the reference's clocks.

use super::{Broken, Promise, ensure};
use crate::record::Record;
use crate::reference;
use crate::workplaces::Workplaces;
use frontdesk_model::*;

/// To be called when every alarm that was due has rung.
pub fn when_settled(record: &Record, workplaces: &Workplaces, now: Timestamp) -> Result<(), Broken> {
    record.conversations.values().try_for_each(|conversation| check_conversation(record, workplaces, conversation, now))
}

fn check_conversation(
    record: &Record,
    workplaces: &Workplaces,
    conversation: &Conversation,
    now: Timestamp,
) -> Result<(), Broken> {
    let timers = &record.settings().timers;
    let session = record.open_session(conversation.id);
    let limits = [
        ("the customer is gone", reference::customer_gone_at(conversation, record)),
        ("auto-close", reference::auto_close_at(conversation, record).map(|at| at + timers.auto_close_scan_ms)),
        ("inactivity", reference::inactivity_at(conversation, record).map(|at| at + timers.auto_close_scan_ms)),
        ("the wait in the queue", reference::overflow_at(conversation, record)),
        ("the agent is gone", reference::agent_gone_at(conversation, session, workplaces)),
        ("capacity is held in wrap-up", conversation.held_until.filter(|_| conversation.held_units > 0)),
        ("an invitation", invitation_until(record, conversation)),
        ("an offer", session.and_then(|session| offer_until(session, timers))),
    ];
    for (what, until) in limits {
        ensure(until.is_none_or(|until| now < until), Promise::InTime, || {
            format!("{what}: until {until:?}, now {now}\n  {conversation:?}\n  {session:?}")
        })?;
    }
    Ok(())
}

/// Whoever is asked for advice has as long as an offer gives.
fn invitation_until(record: &Record, conversation: &Conversation) -> Option<Timestamp> {
    let timeout_ms = record.workstreams.get(&conversation.workstream_id)?.offer_timeout_ms;
    let all = record.participants.get(&conversation.id)?.iter();
    let invited = all.filter(|one| one.joined_at.is_none() && one.left_at.is_none());
    let consultants = invited.filter(|one| one.mode == ParticipantMode::Consult);
    consultants.map(|one| one.added_at + timeout_ms).min()
}

/// An offer that no browser showed in time may stay for longer, before it is routed anew.
fn offer_until(session: &Session, timers: &Timers) -> Option<Timestamp> {
    let expires_at = session.offer_expires_at?;
    let shown_in_time = session.offer_displayed_at.is_some_and(|shown_at| shown_at < expires_at);
    Some(if shown_in_time { expires_at } else { expires_at + timers.undisplayed_offer_reroute_ms })
}
