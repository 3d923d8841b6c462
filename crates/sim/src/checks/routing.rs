//! Who is offered what: the right agents, in the right order, and nobody in vain. Knows the rows and the rules of
//! matching, not how the engine searches.

use super::{Broken, Memory, Promise, Turn, ensure};
use crate::record::Record;
use crate::system::System;
use crate::workplaces::Workplaces;
use frontdesk_engine::Input;
use frontdesk_model::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// What routing gave to whom in one call.
struct Assignment<'a> {
    conversation: &'a Conversation,
    agent: &'a Agent,
    status: &'a AgentStatus,
    workstream: &'a Workstream,
    by_routing: bool,
}

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    let seated = newly_seated(turn);
    for assignment in seated.iter().filter(|assignment| assignment.by_routing) {
        check_fits(&seated, assignment)?;
        check_meant_for(turn, assignment)?;
        check_turn(turn, &seated, assignment)?;
    }
    if let [only] = &seated[..]
        && only.by_routing
    {
        check_most_room(turn, only)?;
    }
    Ok(())
}

/// Everybody who got something in this call, and whether routing chose them.
fn newly_seated<'a>(turn: &'a Turn<'_>) -> Vec<Assignment<'a>> {
    let mut seated = Vec::new();
    for change in &turn.changes.conversations {
        let (before, after) = (change.before.as_deref(), &*change.after);
        let since = before.is_some_and(|before| {
            before.status == ConversationStatus::Active && before.last_session_id == after.last_session_id
        });
        let Some(agent) = after.active_agent_id.filter(|_| after.status == ConversationStatus::Active && !since) else {
            continue;
        };
        let record = turn.record;
        let found =
            (record.agents.get(&agent), record.statuses.get(&agent), record.workstreams.get(&after.workstream_id));
        let (Some(agent), Some(status), Some(workstream)) = found else { continue };
        let by_routing = !is_by_name(turn, after) && !is_affine(workstream, before, after);
        seated.push(Assignment { conversation: after, agent, status, workstream, by_routing });
    }
    seated
}

fn is_by_name(turn: &Turn<'_>, conversation: &Conversation) -> bool {
    match turn.input() {
        Some(Input::Pick { conversation_id, .. } | Input::TransferToAgent { conversation_id, .. }) => {
            *conversation_id == conversation.id
        }
        _ => false,
    }
}

/// Back to the agent who had it, whatever their room.
fn is_affine(workstream: &Workstream, before: Option<&Conversation>, after: &Conversation) -> bool {
    workstream.agent_affinity && before.is_some_and(|before| before.last_agent_id == after.active_agent_id)
}

fn check_fits(seated: &[Assignment<'_>], assignment: &Assignment<'_>) -> Result<(), Broken> {
    let forced = seated.iter().any(|other| other.agent.id == assignment.agent.id && !other.by_routing);
    ensure(assignment.status.available_units >= 0 || forced, Promise::NeverOverfilled, || describe(assignment))
}

fn check_meant_for(turn: &Turn<'_>, assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { conversation, agent, workstream, .. } = assignment;
    let pushed = workstream.distribution == DistributionMode::Push;
    let connected = turn.workplaces.has_browser(agent.id);
    let right = pushed && connected && may_have(turn.record, conversation, workstream, agent.id, turn.now);
    ensure(right, Promise::RightAgent, || describe(assignment))
}

/// Where this was the one thing given away: nobody else who might have it had more room, or had declined it less often.
fn check_most_room(turn: &Turn<'_>, assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { conversation, agent, status, workstream, .. } = assignment;
    if conversation.status_reason == StatusReason::InConversation {
        // Accepted at once: who had declined it is forgotten by now.
        return Ok(());
    }
    let room = status.available_units + i64::from(conversation.held_units);
    for other in turn.record.statuses.values().filter(|other| other.agent_id != agent.id) {
        let unchanged = turn.changes.statuses.iter().all(|change| change.after.agent_id != other.agent_id);
        let (theirs, chosen) = (times_declined(conversation, other.agent_id), times_declined(conversation, agent.id));
        let better = unchanged
            && (theirs < chosen || (theirs == chosen && other.available_units > room))
            && turn.workplaces.has_browser(other.agent_id)
            && matches(turn.record, conversation, workstream, other, turn.now);
        ensure(!better, Promise::RightAgent, || format!("better is {other:?}\n  {}", describe(assignment)))?;
    }
    Ok(())
}

/// Nobody whose turn it was could have been given to this agent instead. Where one agent got several, or several alarms
/// rang at once, what was free in between is not known any more.
fn check_turn(turn: &Turn<'_>, seated: &[Assignment<'_>], assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { conversation, agent, status, workstream, .. } = assignment;
    let theirs = seated.iter().filter(|other| other.agent.id == agent.id).count();
    if turn.input().is_none() || theirs > 1 {
        return Ok(());
    }
    let room = status.available_units + i64::from(conversation.held_units);
    let changed = |id| turn.changes.conversations.iter().any(|change| change.after.id == id);
    for other in turn.record.conversations.values() {
        if other.status != ConversationStatus::Open || changed(other.id) {
            continue;
        }
        let Some(needs) = turn.record.workstreams.get(&other.workstream_id) else { continue };
        let first = place(turn.record, other) < place(turn.record, conversation);
        let could = first
            && needs.distribution == DistributionMode::Push
            && i64::from(needs.capacity_units) <= room
            && workstream.allowed_presences.iter().all(|presence| needs.allowed_presences.contains(presence))
            && may_have(turn.record, other, needs, agent.id, turn.now);
        ensure(!could, Promise::InTurn, || format!("{other:?} came first\n  {}", describe(assignment)))?;
    }
    Ok(())
}

/// The open items of each queue are listed as they will be served.
pub fn in_order_of_service<S: System>(engine: &S, record: &Record) -> Result<(), Broken> {
    for queue in record.queues.keys() {
        let waits = |one: &&Arc<Conversation>| one.status == ConversationStatus::Open && one.queue_id == Some(*queue);
        let mut waiting: Vec<_> = record.conversations.values().filter(waits).map(|one| place(record, one)).collect();
        waiting.sort_unstable();
        let listed = engine.waiting(*queue);
        let same = listed.iter().eq(waiting.iter().map(|(.., id)| id));
        ensure(same, Promise::InTurn, || format!("{queue} lists {listed:?}\n  waiting are {waiting:?}"))?;
    }
    Ok(())
}

type Place = (u32, Reverse<bool>, Reverse<Priority>, Option<Timestamp>, ConversationId);

/// First the first queues, in them whoever comes back to an agent, then the more urgent, among those who waits longest.
fn place(record: &Record, conversation: &Conversation) -> Place {
    let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
    let workstream = record.workstreams.get(&conversation.workstream_id);
    let gives_back = workstream.is_some_and(|it| it.agent_affinity && it.distribution == DistributionMode::Push);
    (
        queue.map_or(u32::MAX, |queue| queue.priority),
        Reverse(gives_back && conversation.last_agent_id.is_some()),
        Reverse(conversation.priority),
        conversation.queued_at,
        conversation.id,
    )
}

/// To be called when every alarm that was due has rung: nobody waits whom somebody free could serve.
pub fn when_settled(record: &Record, workplaces: &Workplaces, now: Timestamp) -> Result<(), Broken> {
    for conversation in record.conversations.values().filter(|c| c.status == ConversationStatus::Open) {
        let Some(workstream) = record.workstreams.get(&conversation.workstream_id) else { continue };
        let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
        for member in queue.map_or(&[][..], |queue| &queue.members) {
            let Some(status) = record.statuses.get(member).filter(|_| workplaces.has_browser(*member)) else {
                continue;
            };
            ensure(!matches(record, conversation, workstream, status, now), Promise::NobodyWaitsInVain, || {
                format!("{conversation:?}\n  waits, and {status:?}\n  is free; {workstream:?}")
            })?;
        }
    }
    Ok(())
}

/// From first principles: would this agent be offered this conversation, were it the only one that waits?
fn matches(
    record: &Record,
    conversation: &Conversation,
    workstream: &Workstream,
    status: &AgentStatus,
    now: Timestamp,
) -> bool {
    workstream.distribution == DistributionMode::Push
        && workstream.allowed_presences.contains(&status.base)
        && status.available_units >= i64::from(workstream.capacity_units)
        && may_have(record, conversation, workstream, status.agent_id, now)
}

/// Leaving presence and room aside.
fn may_have(
    record: &Record,
    conversation: &Conversation,
    workstream: &Workstream,
    agent: AgentId,
    now: Timestamp,
) -> bool {
    let settings = record.settings();
    let member =
        conversation.queue_id.and_then(|id| record.queues.get(&id)).is_some_and(|q| q.members.contains(&agent));
    let active = record.agents.get(&agent).is_some_and(|agent| agent.active);
    let declined = conversation.declines.iter().find(|declines| declines.agent_id == agent).is_some_and(|declines| {
        declines.count >= settings.declines_allowed || now < declines.last_at + workstream.reoffer_after_decline_ms
    });
    member && active && !declined && conversation.declines.len() < settings.declining_agents_max as usize
}

fn times_declined(conversation: &Conversation, agent: AgentId) -> u32 {
    conversation.declines.iter().find(|declines| declines.agent_id == agent).map_or(0, |declines| declines.count)
}

fn describe(assignment: &Assignment<'_>) -> String {
    let Assignment { conversation, agent, status, workstream, .. } = assignment;
    format!("{conversation:?}\n  went to {agent:?}\n  {status:?}\n  {workstream:?}")
}
