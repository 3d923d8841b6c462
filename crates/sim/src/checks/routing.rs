//! Who is offered what: the right agents, in the right order, and nobody in vain. Knows the rows and the naive model of
//! routing, not how the engine searches.
//!
//! The bound on waiting: when a step is done, nobody waits whom somebody could take. So whoever waits is served as soon as
//! somebody who may have them is free and nobody whose turn is before theirs can be served instead; and of equals, who
//! ask for the same in the same queue, none is ever overtaken.

use super::unsettled::Unsettled;
use super::{Broken, Memory, Promise, Turn, ensure};
use crate::naive::{Moment, place, profile_room};
use crate::record::Record;
use crate::system::System;
use crate::workplaces::Workplaces;
use frontdesk_engine::{BulkAct, Input};
use frontdesk_model::*;
use std::cmp::Ordering;

/// What somebody got in one call.
struct Assignment<'a> {
    before: Option<&'a Conversation>,
    conversation: &'a Conversation,
    agent: &'a Agent,
    status: &'a AgentStatus,
    workstream: &'a Workstream,
    by_routing: bool,
}

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    let seated = newly_seated(turn);
    for assignment in seated.iter().filter(|assignment| assignment.by_routing) {
        check_fits(turn, &seated, assignment)?;
        check_meant_for(turn, assignment)?;
        check_overtakes_nobody(turn, memory, assignment)?;
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
        seated.push(Assignment { before, conversation: after, agent, status, workstream, by_routing });
    }
    seated
}

fn is_by_name(turn: &Turn<'_>, conversation: &Conversation) -> bool {
    match turn.input() {
        Some(
            Input::Pick { conversation_id, .. }
            | Input::TransferToAgent { conversation_id, .. }
            | Input::AssignToAgent { conversation_id, .. },
        ) => *conversation_id == conversation.id,
        Some(Input::Bulk(bulk)) => {
            let to_agent = matches!(bulk.act, BulkAct::AssignToAgent { .. } | BulkAct::TransferToAgent { .. });
            to_agent && bulk.conversations.contains(&conversation.id)
        }
        _ => false,
    }
}

/// Back to the agent who had it, whatever their room.
fn is_affine(workstream: &Workstream, before: Option<&Conversation>, after: &Conversation) -> bool {
    workstream.agent_affinity && before.is_some_and(|before| before.last_agent_id == after.active_agent_id)
}

/// In units and in each profile, unless an assignment rule says that it need not fit.
fn check_fits(turn: &Turn<'_>, seated: &[Assignment<'_>], assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { conversation, agent, status, .. } = assignment;
    let may_exceed = |given: &Assignment<'_>| {
        let queue = given.conversation.queue_id.and_then(|id| turn.record.queues.get(&id));
        queue.is_some_and(|queue| {
            queue.method == AssignmentMethod::Custom && queue.assignment_rules.iter().any(|rule| !rule.within_capacity)
        })
    };
    let mut theirs = seated.iter().filter(|other| other.agent.id == agent.id);
    let forced = theirs.any(|other| !other.by_routing || may_exceed(other));
    let fits =
        |profile: &CapacityProfileId| profile_room(turn.record, agent, status, *profile).is_some_and(|room| room >= 0);
    let fits = status.available_units >= 0 && conversation.demand.held_profiles.iter().all(fits);
    ensure(fits || forced, Promise::NeverOverfilled, || describe(assignment))
}

fn check_meant_for(turn: &Turn<'_>, assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { conversation, agent, workstream, .. } = assignment;
    let queue = conversation.queue_id.and_then(|id| turn.record.queues.get(&id));
    let member = queue.is_some_and(|queue| queue.members.contains(&agent.id));
    let pushed = workstream.distribution == DistributionMode::Push;
    let there = agent.active && turn.workplaces.has_browser(agent.id);
    ensure(member && pushed && there, Promise::RightAgent, || describe(assignment))
}

/// Whoever asks for the same in the same queue, and has not been declined, could have had the same agent.
fn check_overtakes_nobody(turn: &Turn<'_>, memory: &Memory, assignment: &Assignment<'_>) -> Result<(), Broken> {
    let Assignment { before, conversation, .. } = assignment;
    let mut waited = (*conversation).clone();
    waited.last_agent_id = before.and_then(|before| before.last_agent_id);
    let own = place(turn.record, &waited);
    let changed = |id| turn.changes.conversations.iter().any(|change| change.after.id == id);
    for other in turn.record.conversations.values() {
        let waits = other.status == ConversationStatus::Open && other.declines.is_empty() && !changed(other.id);
        if waits && asks_the_same(turn, conversation, other) {
            let first = memory.lines.place(other.id).partial_cmp(&own.as_ref()) == Some(Ordering::Less);
            ensure(!first, Promise::NobodyIsOvertaken, || format!("{other:?} came first\n  {}", describe(assignment)))?;
        }
    }
    Ok(())
}

/// Whoever may have the one may have the other. Only assignment rules ask of the conversation itself, and how many of them
/// are in force depends on how long it has waited.
fn asks_the_same(turn: &Turn<'_>, one: &Conversation, other: &Conversation) -> bool {
    let wanted = |one: &Conversation| {
        let Demand { skills, capacity_profiles, preferred_agents, .. } = one.demand.clone();
        (one.queue_id, one.workstream_id, skills, capacity_profiles, preferred_agents)
    };
    let itself = |one: &Conversation| (one.priority, one.customer, one.context.clone(), one.demand.facts.clone());
    let queue = one.queue_id.and_then(|id| turn.record.queues.get(&id));
    let in_force = |one: &Conversation| {
        let waited_ms = turn.now.since(one.queued_at.unwrap_or(one.created_at));
        queue.map(|queue| queue.assignment_rules.iter().filter(|rule| rule.after_wait_ms <= waited_ms).count())
    };
    let by_rules = queue.is_none_or(|queue| queue.method == AssignmentMethod::Custom);
    wanted(one) == wanted(other) && (!by_rules || (itself(one) == itself(other) && in_force(one) == in_force(other)))
}

/// The open items of each queue are listed as they will be served.
pub fn in_order_of_service<S: System>(engine: &S, record: &Record, memory: &Memory) -> Result<(), Broken> {
    for queue in record.queues.keys() {
        let (listed, waiting) = (engine.waiting(*queue), memory.lines.waiting(*queue));
        ensure(listed == waiting, Promise::InTurn, || {
            let places: Vec<_> = waiting.iter().map(|id| memory.lines.place(*id)).collect();
            format!("{queue} lists {listed:?}\n  waiting are {waiting:?}\n  {places:?}")
        })?;
    }
    Ok(())
}

/// No free agent and waiting conversation that match are left when everything has settled.
pub fn when_settled(
    unsettled: &Unsettled,
    record: &Record,
    workplaces: &Workplaces,
    now: Timestamp,
) -> Result<(), Broken> {
    let moment = Moment { record, statuses: &record.statuses, workplaces, now };
    for conversation in record.conversations.values().filter(|one| one.status == ConversationStatus::Open) {
        let taker = match unsettled.candidates(record, conversation) {
            Some(agents) => moment.taker_among(conversation, |agent| agents.contains(agent)),
            None => moment.taker(conversation),
        };
        ensure(taker.is_none(), Promise::NobodyWaitsInVain, || {
            let status = taker.and_then(|taker| record.statuses.get(&taker));
            format!("{conversation:?}\n  waits, and is free: {status:?}")
        })?;
    }
    Ok(())
}

fn describe(assignment: &Assignment<'_>) -> String {
    let Assignment { conversation, agent, status, workstream, .. } = assignment;
    format!("{conversation:?}\n  went to {agent:?}\n  {status:?}\n  {workstream:?}")
}
