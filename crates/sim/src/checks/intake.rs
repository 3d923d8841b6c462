//! How a conversation came to its queue is explained truly: which rules fired on what they saw, which queue was chosen and
//! which were passed over, what overflowed. Knows the naive model of the rules.

use super::{Broken, Memory, Promise, Turn, ensure};
use crate::naive::intake::{Classified, Door, Route, apply, as_it_came, classify, fields_as_it_came, routes};
use frontdesk_engine::{Input, NewConversation};
use frontdesk_model::*;
use frontdesk_predicate::Value;
use std::collections::BTreeMap;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    if let Some(Input::StartConversation(new)) = turn.input()
        && !turn.refused()
        && let Some(after) = turn.record.find(new.id)
    {
        check_start(turn, new, after)?;
    }
    check_waits(turn)?;
    turn.changes.decisions.iter().try_for_each(|decision| check_return(turn, decision))
}

fn check_start(turn: &Turn<'_>, new: &NewConversation, after: &Conversation) -> Result<(), Broken> {
    let record = turn.record;
    let steps: Vec<&RoutingStep> = steps_of(turn, new.id).filter(|step| is_of_intake(step)).collect();
    let mut told = steps.iter().copied();
    let fields = fields_as_it_came(record, new, after);
    let found = classify(record, after.workstream_id, fields.clone());
    check_outcome(new, after, &found)?;
    let mut next = told.next();
    let describe = |what: &str| format!("{what}\n  {found:?}\n  told {steps:?}\n  {after:?}");
    if !found.fired.is_empty() {
        let Some(RoutingStep::Classified { saw, fired }) = next else {
            return Err(Broken::new(Promise::ExplanationsAreTrue, describe("not told how it was classified")));
        };
        let from_what_it_saw = classify(record, after.workstream_id, seen(saw));
        let right = *fired == found.fired && is_true(saw, &fields) && from_what_it_saw.fired == found.fired;
        ensure(right, Promise::ExplanationsAreTrue, || describe("other rules fire"))?;
        next = told.next();
    }
    let Some(RoutingStep::Queued { queue_id, why, saw, passed_over }) = next else {
        return Err(Broken::new(Promise::ExplanationsAreTrue, describe("not told how it came to its queue")));
    };
    let door = door(turn, new.id);
    let expected = expect_route(turn, new, after, &found, why, &door);
    let passed: Vec<(QueueId, OverflowCondition)> =
        passed_over.iter().map(|passed| (passed.queue_id, passed.condition)).collect();
    let told_order: Vec<QueueId> = passed.iter().map(|(queue, _)| *queue).collect();
    // Which of equals came first follows the lot, which is written down only with a rule that was followed.
    let found_to = match &expected.to {
        Some((_, QueuedBecause::OpensFirst { .. })) => door.opens_first(&told_order),
        other => other.clone(),
    };
    let (to, because) = found_to.unwrap_or((*queue_id, why.clone()));
    let right = (*queue_id, why) == (to, &because) && same_queues(&passed, &expected.passed);
    ensure(right, Promise::ExplanationsAreTrue, || describe(&format!("expected {expected:?}")))?;
    let classified = fields_after(turn, new, after, &found);
    ensure(is_true(saw, &classified), Promise::ExplanationsAreTrue, || describe("saw what was not there"))?;
    let overflow = door.overflows(to).filter(|_| *why != QueuedBecause::Fallback);
    let rest: Vec<RoutingStep> = told.cloned().collect();
    let expected_rest: Vec<RoutingStep> = match overflow {
        None => Vec::new(),
        Some((_, condition, action)) => {
            let sent = match action {
                OverflowAction::TransferToQueue { queue_id } => Some(sent_on(to, queue_id)),
                OverflowAction::EndConversation | OverflowAction::QueueAnyway => None,
            };
            [RoutingStep::Overflowed { queue_id: to, condition, action }].into_iter().chain(sent).collect()
        }
    };
    let same = rest == expected_rest;
    ensure(same, Promise::ExplanationsAreTrue, || describe(&format!("expected then {expected_rest:?}")))
}

/// Priority, demand and context are what the rules that fired say.
fn check_outcome(new: &NewConversation, after: &Conversation, found: &Classified) -> Result<(), Broken> {
    let mut expected = as_it_came(new, after);
    apply(&mut expected, &found.set);
    let of = |one: &Conversation| {
        (one.priority, one.context.clone(), one.demand.skills.clone(), one.demand.capacity_profiles.clone())
    };
    ensure(of(&expected) == of(after), Promise::RulesInOrder, || format!("{found:?}\n  made {after:?}"))
}

fn expect_route(
    turn: &Turn<'_>,
    new: &NewConversation,
    after: &Conversation,
    found: &Classified,
    told: &QueuedBecause,
    door: &Door<'_>,
) -> Route {
    if let Some(queue) = new.queue_id {
        return Route { to: Some((queue, QueuedBecause::Named)), passed: Vec::new() };
    }
    let draw = match told {
        QueuedBecause::Rule { draw, .. } => *draw,
        _ => None,
    };
    let fields = fields_after(turn, new, after, found);
    let route = door.choose(&routes(turn.record, after.workstream_id, &fields), draw);
    let hint = found.set.iter().rev().find_map(|output| match output {
        Classification::Queue { queue_id } => Some((*queue_id, QueuedBecause::Classification)),
        _ => None,
    });
    let workstream = &turn.record.workstreams[&after.workstream_id];
    let fallback = (workstream.fallback_queue_id, QueuedBecause::Fallback);
    Route { to: route.to.or(hint).or(Some(fallback)), passed: route.passed }
}

fn fields_after(
    turn: &Turn<'_>,
    new: &NewConversation,
    after: &Conversation,
    found: &Classified,
) -> BTreeMap<String, Value> {
    let mut came = as_it_came(new, after);
    apply(&mut came, &found.set);
    fields_as_it_came(
        turn.record,
        &NewConversation { context: came.context.clone(), priority: came.priority, ..new.clone() },
        &came,
    )
}

/// The queues as they were before it came.
fn door<'a>(turn: &'a Turn<'_>, newcomer: ConversationId) -> Door<'a> {
    let mut waiting = BTreeMap::new();
    let ids = turn.record.conversations.keys();
    let closed_now = turn.changes.conversations.iter().map(|change| &change.after.id);
    let all: std::collections::BTreeSet<_> = ids.chain(closed_now).filter(|id| **id != newcomer).collect();
    for id in all {
        let Some(before) = turn.before(*id).filter(|before| before.status == ConversationStatus::Open) else {
            continue;
        };
        if let Some(queue) = before.queue_id {
            *waiting.entry(queue).or_insert(0) += 1;
        }
    }
    Door { record: turn.record, now: turn.now, waiting }
}

/// What overflows while it waits does so after its time, to where the queue says, and never back.
fn check_waits(turn: &Turn<'_>) -> Result<(), Broken> {
    for (number, decision) in turn.changes.decisions.iter().enumerate() {
        let RoutingStep::Overflowed { queue_id, condition: Overflow::Waited { waited_ms, after_ms }, action } =
            &decision.step
        else {
            continue;
        };
        let queue = turn.record.queues.get(queue_id);
        let setting = queue.and_then(|queue| queue.overflow_waiting);
        let same = setting.is_some_and(|setting| setting.after_ms == *after_ms && setting.action == *action);
        let own = || {
            turn.changes.decisions[number + 1..].iter().find(|next| next.conversation_id == decision.conversation_id)
        };
        let went = match action {
            OverflowAction::TransferToQueue { queue_id: to } => {
                own().is_some_and(|next| next.step == sent_on(*queue_id, *to))
            }
            OverflowAction::EndConversation => {
                turn.record.find(decision.conversation_id).is_some_and(|one| one.status == ConversationStatus::Closed)
            }
            OverflowAction::QueueAnyway => false,
        };
        let right = same && went && waited_ms >= after_ms && turn.input().is_none();
        ensure(right, Promise::ExplanationsAreTrue, || format!("{decision:?}\n  the queue says {setting:?}"))?;
    }
    Ok(())
}

/// Whoever is said to have brought it back into a queue did.
fn check_return(turn: &Turn<'_>, decision: &RoutingDecision) -> Result<(), Broken> {
    let RoutingStep::Queued { why, .. } = &decision.step else { return Ok(()) };
    let id = decision.conversation_id;
    let right = match (why, turn.input()) {
        (QueuedBecause::Released { by }, Some(Input::Release { conversation_id, agent_id })) => {
            (by, id) == (agent_id, *conversation_id)
        }
        (
            QueuedBecause::Transferred { by },
            Some(
                Input::TransferToQueue { conversation_id, agent_id, .. }
                | Input::AssignToQueue { conversation_id, agent_id, .. },
            ),
        ) => (by, id) == (agent_id, *conversation_id),
        (QueuedBecause::Transferred { by }, Some(Input::Bulk(bulk))) => {
            *by == bulk.agent_id && bulk.conversations.contains(&id)
        }
        (QueuedBecause::CustomerWrote, Some(Input::CustomerMessage { conversation_id, .. })) => id == *conversation_id,
        (QueuedBecause::Returned, _) => turn.changes.sessions.iter().any(|change| {
            let ended = change.after.closed_at == Some(turn.now) && change.before.is_some();
            change.after.conversation_id == id && ended && change.after.agent_id.is_some()
        }),
        (QueuedBecause::Released { .. } | QueuedBecause::Transferred { .. } | QueuedBecause::CustomerWrote, _) => false,
        _ => true,
    };
    ensure(right, Promise::ExplanationsAreTrue, || format!("{:?} brought about {decision:?}", turn.call))
}

fn sent_on(from_queue_id: QueueId, queue_id: QueueId) -> RoutingStep {
    let why = QueuedBecause::Overflow { from_queue_id };
    RoutingStep::Queued { queue_id, why, saw: Vec::new(), passed_over: Vec::new() }
}

fn steps_of<'a>(turn: &'a Turn<'_>, id: ConversationId) -> impl Iterator<Item = &'a RoutingStep> {
    turn.changes.decisions.iter().filter(move |one| one.conversation_id == id).map(|one| &one.step)
}

fn is_of_intake(step: &RoutingStep) -> bool {
    matches!(step, RoutingStep::Classified { .. } | RoutingStep::Queued { .. } | RoutingStep::Overflowed { .. })
}

fn seen(saw: &[ContextVariable]) -> BTreeMap<String, Value> {
    saw.iter().map(|seen| (seen.name.clone(), Value::Text(seen.value.clone()))).collect()
}

/// Each value that was seen was there.
fn is_true(saw: &[ContextVariable], fields: &BTreeMap<String, Value>) -> bool {
    saw.iter().all(|seen| match fields.get(&seen.name) {
        Some(Value::Text(text)) => *text == seen.value,
        // Written as the wire writes it: whether it is the same number or time is the predicate's to know.
        Some(_) => true,
        None => false,
    })
}

/// Where several share, the order of those passed over follows the lot, which is written down only with who was chosen.
fn same_queues(told: &[(QueueId, OverflowCondition)], expected: &[(QueueId, OverflowCondition)]) -> bool {
    let sorted = |queues: &[(QueueId, OverflowCondition)]| {
        let mut ids: Vec<QueueId> = queues.iter().map(|(queue, _)| *queue).collect();
        ids.sort_unstable();
        ids
    };
    sorted(told) == sorted(expected) && told.iter().all(|passed| expected.contains(passed))
}
