//! Explanations are true: what was written down of each decision about agents is what a naive reading of the rows says.
//! Who could take it, in which order, and the first thing against everybody else; and that nobody was served before
//! their turn. Knows the rows and the naive model, not how the engine searches.

use super::rewind::{self, is_accepted_at_once};
use super::{Broken, Memory, Promise, Turn, ensure};
use crate::naive::{Moment, place};
use frontdesk_engine::{BulkAct, Input, Reply};
use frontdesk_model::*;
use std::collections::BTreeMap;

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    check_numbers(turn)?;
    let Some(decisions) = rewind::decisions(turn) else { return Ok(()) };
    for (later, (decision, statuses)) in decisions.iter().enumerate() {
        let moment = Moment { record: turn.record, statuses, workplaces: turn.workplaces, now: turn.now };
        let Some(conversation) = as_it_waited(turn, decision) else { continue };
        let explained = explain(&moment, &conversation, decision)
            .and_then(|()| check_turn(&moment, turn, memory, &conversation, decision, &decisions[..later]));
        explained.map_err(|broken| Broken {
            detail: format!("{}\n  {decision:?}\n  {conversation:?}", broken.detail),
            ..broken
        })?;
    }
    Ok(())
}

/// 1, 2, 3, … within each conversation.
fn check_numbers(turn: &Turn<'_>) -> Result<(), Broken> {
    let mut last: BTreeMap<ConversationId, u32> = BTreeMap::new();
    for decision in &turn.changes.decisions {
        let id = decision.conversation_id;
        let before = || turn.before(id).map_or(0, |before| before.demand.decisions);
        let number = last.entry(id).or_insert_with(before);
        *number += 1;
        ensure(decision.number == *number && decision.at == turn.now, Promise::ExplanationsAreTrue, || {
            format!("expected number {number} at {}: {decision:?}", turn.now)
        })?;
    }
    turn.changes.conversations.iter().try_for_each(|change| {
        let before = change.before.as_ref().map_or(0, |before| before.demand.decisions);
        let number = last.get(&change.after.id).copied().unwrap_or(before);
        ensure(change.after.demand.decisions == number, Promise::ExplanationsAreTrue, || {
            format!("{number} decisions were written down of {:?}", change.after)
        })
    })
}

/// The conversation while it waited in the queue of the decision. Where it was accepted at once, who had declined it is
/// forgotten: None if that cannot be told from before.
fn as_it_waited(turn: &Turn<'_>, decision: &RoutingDecision) -> Option<Conversation> {
    let (RoutingStep::Assigned { queue_id, .. } | RoutingStep::Waits { queue_id, .. }) = &decision.step else {
        return None;
    };
    let mut conversation = (**turn.record.find(decision.conversation_id)?).clone();
    conversation.queue_id = Some(*queue_id);
    if is_accepted_at_once(turn, decision) {
        let before = turn.before(decision.conversation_id);
        let was_on_offer = before.is_some_and(|before| before.status == ConversationStatus::Active);
        if was_on_offer {
            return None;
        }
        let anew = turn.input().is_some_and(|input| begins_anew(turn, input, conversation.id));
        let declines = before.filter(|_| !anew).map(|before| before.declines.clone());
        conversation.declines = declines.unwrap_or_default();
        conversation.last_agent_id = before.and_then(|before| before.last_agent_id);
    }
    Some(conversation)
}

/// Where somebody sends it on, nobody has declined it yet.
fn begins_anew(turn: &Turn<'_>, input: &Input, id: ConversationId) -> bool {
    match input {
        Input::TransferToQueue { conversation_id, .. } | Input::AssignToQueue { conversation_id, .. } => {
            *conversation_id == id
        }
        Input::Bulk(bulk) if matches!(bulk.act, BulkAct::NotifyAgents { .. }) => false,
        Input::Bulk(_) => {
            let Some(Ok(Reply::Bulk { answers })) = turn.answer else { return false };
            answers.iter().any(|answer| answer.conversation_id == id && answer.refused.is_none())
        }
        _ => false,
    }
}

fn explain(moment: &Moment<'_>, conversation: &Conversation, decision: &RoutingDecision) -> Result<(), Broken> {
    let Some(wanted) = moment.wanted(conversation) else {
        return Err(Broken::new(Promise::ExplanationsAreTrue, "a decision in a queue that is not there"));
    };
    let (eligible, passed_over) = moment.consider(&wanted);
    let seen = DemandSeen {
        priority: conversation.priority,
        waited_ms: wanted.waited_ms,
        units: wanted.workstream.capacity_units,
        skills: wanted.skills.clone(),
        capacity_profiles: wanted.profiles.clone(),
    };
    let same = |demand: &DemandSeen, considered: &Considered| {
        let told: BTreeMap<PassedOverReason, Vec<AgentId>> =
            considered.passed_over.iter().map(|one| (one.reason, sorted(&one.agents))).collect();
        let found = passed_over.iter().map(|(reason, agents)| (*reason, sorted(agents))).collect();
        *demand == seen
            && considered.eligible.iter().eq(eligible.iter().map(|standing| &standing.agent_id))
            && told == found
            && considered.unlisted == 0
    };
    let detail = || {
        format!("for {seen:?}\n  could take it: {eligible:?}\n  could not: {passed_over:?}\n  {:?}", moment.statuses)
    };
    let (chosen, right) = match &decision.step {
        RoutingStep::Assigned { agent_id, because: AssignedBecause::Affinity, considered, .. } => {
            let gives_back = wanted.workstream.agent_affinity && conversation.distribution == DistributionMode::Push;
            let had_it = gives_back && conversation.last_agent_id == Some(*agent_id);
            (had_it, considered.eligible == [*agent_id])
        }
        RoutingStep::Assigned { agent_id, method, rule, because, demand, considered, .. } => {
            let best = eligible.first();
            let why = best.is_some_and(|best| best.rule_name == *rule && best.because == *because);
            let right = why && *method == wanted.queue.method && same(demand, considered);
            (best.is_some_and(|best| best.agent_id == *agent_id), right)
        }
        RoutingStep::Waits { demand, considered, .. } => (eligible.is_empty(), same(demand, considered)),
        _ => (true, true),
    };
    ensure(chosen, Promise::RightAgent, detail)?;
    ensure(right, Promise::ExplanationsAreTrue, detail)
}

fn sorted(agents: &[AgentId]) -> Vec<AgentId> {
    let mut agents = agents.to_vec();
    agents.sort_unstable();
    agents
}

/// Nobody whose turn came before was left although somebody could have taken them.
fn check_turn(
    moment: &Moment<'_>,
    turn: &Turn<'_>,
    memory: &Memory,
    conversation: &Conversation,
    decision: &RoutingDecision,
    later: &[(&RoutingDecision, rewind::Statuses)],
) -> Result<(), Broken> {
    let RoutingStep::Assigned { because, .. } = &decision.step else { return Ok(()) };
    if *because == AssignedBecause::Affinity {
        return Ok(());
    }
    let own = place(moment.record, conversation);
    let came_first = |other: &&std::sync::Arc<Conversation>| memory.lines.place(other.id) < own.as_ref();
    let waits = |other: &&std::sync::Arc<Conversation>| other.status == ConversationStatus::Open;
    let still_waits = moment.record.conversations.values().filter(waits).filter(came_first);
    let given_later: Vec<Conversation> = later
        .iter()
        .filter_map(|(decision, _)| as_it_waited(turn, decision))
        .filter(|other| other.id != conversation.id)
        .collect();
    let given_later = given_later.iter().filter(|other| place(moment.record, other) < own);
    for other in still_waits.map(|other| &**other).chain(given_later) {
        let taker = moment.taker(other);
        ensure(taker.is_none(), Promise::InTurn, || format!("{taker:?} could take what came first: {other:?}"))?;
    }
    Ok(())
}
