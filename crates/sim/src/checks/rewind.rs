//! What agents were doing just before each decision of a call, worked out backwards from how the call left them: rows are
//! written once a call, and in one call many may get something. Knows what an assignment takes; nothing of who gets one.

use super::Turn;
use super::presence::by_load;
use crate::naive::is_blocked;
use frontdesk_engine::Input;
use frontdesk_model::*;
use std::collections::BTreeMap;

pub type Statuses = BTreeMap<AgentId, AgentStatus>;

/// The decisions about agents, last first, each with the statuses it was taken on. None where that cannot be known:
/// somebody may have got more by name, or have chosen another presence in between.
pub fn decisions<'a>(turn: &'a Turn<'_>) -> Option<Vec<(&'a RoutingDecision, Statuses)>> {
    let about_agents =
        |one: &&RoutingDecision| matches!(one.step, RoutingStep::Assigned { .. } | RoutingStep::Waits { .. });
    let all: Vec<&RoutingDecision> = turn.changes.decisions.iter().filter(about_agents).collect();
    if all.is_empty() {
        return Some(Vec::new());
    }
    if gets_by_name(turn, &all) || leaves_a_choice(turn, &all) {
        return None;
    }
    let mut statuses = turn.record.statuses.clone();
    let mut seen = Vec::new();
    for (number, decision) in all.iter().enumerate().rev() {
        if let RoutingStep::Assigned { agent_id, queue_id, demand, .. } = &decision.step {
            let before = all[..number].iter().any(|one| gives_to(one, *agent_id, None));
            let before_from_queue = all[..number].iter().any(|one| gives_to(one, *agent_id, Some(*queue_id)));
            let accepted = is_accepted_at_once(turn, decision);
            let status = statuses.get_mut(agent_id)?;
            let gave_up =
                all[..number].iter().any(|one| gives_to(one, *agent_id, None) && is_accepted_at_once(turn, one));
            take_back(turn, status, demand, accepted, gave_up);
            let former = turn.status_before(*agent_id)?;
            status.last_assigned_at = if before { Some(turn.now) } else { former.last_assigned_at };
            for queue_turn in status.load.turns.iter_mut().filter(|one| one.queue_id == *queue_id) {
                let of_former = former.load.turns.iter().find(|one| one.queue_id == *queue_id);
                let last = of_former.and_then(|one| one.last_assigned_at);
                queue_turn.last_assigned_at = if before_from_queue { Some(turn.now) } else { last };
            }
        }
        seen.push((*decision, statuses.clone()));
    }
    Some(seen)
}

/// Whoever accepts at once leaves the presence they had chosen; but they may have come back to it, or left it by the end
/// of something else, in this very call.
fn leaves_a_choice(turn: &Turn<'_>, decisions: &[&RoutingDecision]) -> bool {
    let returns = |agent| matches!(turn.input(), Some(Input::AgentConnected { agent_id }) if *agent_id == agent);
    let chose = |agent| turn.status_before(agent).is_some_and(|before| before.source != PresenceSource::Automatic);
    let ends = |agent| {
        let theirs = |change: &&crate::record::Change<Session>| {
            change.before.as_ref().is_some_and(|before| before.agent_id == Some(agent))
        };
        turn.changes.sessions.iter().any(|change| theirs(&change))
    };
    decisions.iter().any(|decision| match &decision.step {
        RoutingStep::Assigned { agent_id, .. } => {
            is_accepted_at_once(turn, decision) && (returns(*agent_id) || (chose(*agent_id) && ends(*agent_id)))
        }
        _ => false,
    })
}

fn gets_by_name(turn: &Turn<'_>, decisions: &[&RoutingDecision]) -> bool {
    let assigned = |agent| decisions.iter().filter(|decision| gives_to(decision, agent, None)).count();
    turn.changes.statuses.iter().any(|change| {
        let agent = change.after.agent_id;
        let got = |change: &&crate::record::Change<Session>| {
            change.after.agent_id == Some(agent) && change.after.agent_assigned_at == Some(turn.now)
        };
        let seats = turn.changes.sessions.iter().filter(got).count();
        assigned(agent) > 0 && seats != assigned(agent)
    })
}

fn gives_to(decision: &RoutingDecision, agent: AgentId, queue: Option<QueueId>) -> bool {
    match &decision.step {
        RoutingStep::Assigned { agent_id, queue_id, .. } => {
            *agent_id == agent && queue.is_none_or(|queue| queue == *queue_id)
        }
        _ => false,
    }
}

/// The session opened by itself: no offer, and whoever had declined it is forgotten.
pub fn is_accepted_at_once(turn: &Turn<'_>, decision: &RoutingDecision) -> bool {
    let conversation = turn.record.find(decision.conversation_id);
    conversation.is_some_and(|conversation| conversation.status_reason == StatusReason::InConversation)
}

/// `gave_up`: they had left the presence they had chosen before that already.
fn take_back(turn: &Turn<'_>, status: &mut AgentStatus, demand: &DemandSeen, accepted: bool, gave_up: bool) {
    status.available_units += i64::from(demand.units);
    for load in status.load.profiles.iter_mut().filter(|load| demand.capacity_profiles.contains(&load.profile_id)) {
        load.held_units = load.held_units.saturating_sub(1);
    }
    status.load.profiles.retain(|load| load.taken() > 0);
    let Some(agent) = turn.record.agents.get(&status.agent_id) else { return };
    status.load.blocked = is_blocked(turn.record, agent, status);
    if accepted {
        status.open_sessions = status.open_sessions.saturating_sub(1);
    }
    match chosen_before(turn, status.agent_id) {
        // What they had chosen ended with this acceptance.
        Some((presence_id, base, source)) if accepted && !gave_up && status.source == PresenceSource::Automatic => {
            (status.presence_id, status.base, status.source) = (presence_id, base, source);
        }
        _ if status.source == PresenceSource::Automatic => status.base = by_load(turn.record, status),
        _ => {}
    }
}

/// The presence that an agent had not got by their load, before the call or by it: chosen, or set by somebody else.
/// None where an acceptance would not have ended it.
fn chosen_before(turn: &Turn<'_>, agent: AgentId) -> Option<(PresenceId, BasePresence, PresenceSource)> {
    let (presence_id, source) = match turn.input() {
        Some(Input::SetPresence { agent_id, presence_id }) if *agent_id == agent => {
            (*presence_id, PresenceSource::Agent)
        }
        Some(Input::ResetPresence { of_agent_id, presence_id, .. }) if *of_agent_id == agent => {
            (*presence_id, PresenceSource::System)
        }
        _ => {
            let before = turn.status_before(agent)?;
            (before.source != PresenceSource::Automatic).then_some((before.presence_id, before.source))?
        }
    };
    // As it is now: the set-up may have changed in this very call.
    let base = turn.record.presences.get(&presence_id)?.base;
    matches!(base, BasePresence::Available | BasePresence::Busy).then_some((presence_id, base, source))
}
