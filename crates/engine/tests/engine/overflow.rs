//! Overflow before a queue and in it, each with its actions.

use crate::route_to_queue::queued;
use crate::world::{MINUTE, World};
use frontdesk_engine::{FirstMessage, Input};
use frontdesk_model::*;

const HOUR: u64 = 60 * MINUTE;

fn length(waiting_max: u32, action: OverflowAction) -> OverflowBefore {
    OverflowBefore { condition: OverflowCondition::QueueLength { waiting_max }, action }
}

fn out_of_hours(action: OverflowAction) -> OverflowBefore {
    OverflowBefore { condition: OverflowCondition::OutOfHours, action }
}

fn to(queue_id: QueueId) -> OverflowAction {
    OverflowAction::TransferToQueue { queue_id }
}

/// Everything goes to the queue of this name.
fn route_to(world: &mut World, queues: &[QueueId]) {
    let rules = queues.iter().enumerate().map(|(place, queue_id)| RouteRule {
        name: format!("Rule {place}"),
        when: frontdesk_predicate::Predicate::Always,
        queues: vec![QueueShare { queue_id: *queue_id, percent: 100 }],
    });
    let ruleset = world.ruleset_named("Routes", 1, Rules::RouteToQueue(rules.collect()));
    world.put_rulesets(vec![ruleset]);
}

fn overflows(world: &World, id: ConversationId) -> Vec<(Overflow, OverflowAction)> {
    let steps = world.steps(id).into_iter();
    steps
        .filter_map(|step| match step {
            RoutingStep::Overflowed { condition, action, .. } => Some((condition, action)),
            _ => None,
        })
        .collect()
}

#[test]
fn what_a_customer_began_with_is_kept_where_a_full_line_ends_the_conversation() {
    let mut world = World::live_chat();
    let full = world.queue_named("Full", |queue| {
        queue.overflow_before = vec![length(1, OverflowAction::EndConversation)];
    });
    route_to(&mut world, &[full]);
    world.start();
    let words = || FirstMessage { text: "Where is my order?".into(), client_message_id: Some("1".into()) };
    let ended = world.start_with(|new| (new.title, new.first_message) = (String::new(), Some(words())));
    let conversation = world.conversation(ended);
    assert_eq!((conversation.status, conversation.title.as_str()), (ConversationStatus::Closed, words().text.as_str()));
    let texts: Vec<_> = world.messages.iter().filter(|message| message.conversation_id == ended).collect();
    assert_eq!((texts[0].number, &texts[0].text), (1, &words().text));
    assert_eq!(world.system_messages(ended), [SystemMessage::ConversationClosed]);

    let mut empty = world.new_conversation();
    empty.first_message = Some(FirstMessage { text: " ".into(), ..words() });
    assert_eq!(world.refused(Input::StartConversation(Box::new(empty))), "message_empty");
}

#[test]
fn a_line_that_is_full_ends_the_conversation() {
    let mut world = World::live_chat();
    let full = world.queue_named("Full", |queue| {
        queue.overflow_before = vec![length(2, OverflowAction::EndConversation)];
    });
    route_to(&mut world, &[full]);
    let (first, second, third) = (world.start(), world.start(), world.start());
    assert_eq!(world.status(first), ConversationStatus::Open);
    assert_eq!(world.status(second), ConversationStatus::Open);
    assert_eq!(world.state(third), (ConversationStatus::Closed, StatusReason::ClosedDueToOverflow));
    assert_eq!(world.closures(third), [Some(ClosureReason::OverflowEndConversation)]);
    assert_eq!(world.system_messages(third), [SystemMessage::ConversationClosed]);
    let seen = Overflow::QueueLength { waiting: 2, waiting_max: 2 };
    assert_eq!(overflows(&world, third), [(seen, OverflowAction::EndConversation)]);

    // There is room again once somebody has left.
    world.ok(Input::CustomerEnd { conversation_id: first });
    let fourth = world.start();
    assert_eq!(world.status(fourth), ConversationStatus::Open);
}

#[test]
fn a_queue_that_overflows_sends_on_and_the_next_one_does_not_ask_again() {
    let mut world = World::live_chat();
    let strict = world.queue_named("Strict", |queue| {
        queue.overflow_before = vec![length(1, OverflowAction::EndConversation)];
    });
    let full = world.queue_named("Full", |queue| queue.overflow_before = vec![length(1, to(strict))]);
    route_to(&mut world, &[full]);
    let ids = [world.start(), world.start(), world.start()];
    let queues = ids.map(|id| world.conversation(id).queue_id);
    assert_eq!(queues, [Some(full), Some(strict), Some(strict)]);
    assert_eq!(world.closures(ids[1]), [Some(ClosureReason::OverflowQueueTransfer), None]);
    let why = QueuedBecause::Overflow { from_queue_id: full };
    let queued = RoutingStep::Queued { queue_id: strict, why, saw: vec![], passed_over: vec![] };
    assert!(world.steps(ids[1]).contains(&queued));
}

#[test]
fn a_rule_whose_queue_overflows_is_passed_over_for_the_next_one() {
    let mut world = World::live_chat();
    let full = world.queue_named("Full", |queue| {
        queue.overflow_before = vec![length(1, OverflowAction::EndConversation)];
    });
    let other = world.queue_named("Other", |_| {});
    route_to(&mut world, &[full, other]);
    let (first, second) = (world.start(), world.start());
    assert_eq!(queued(&world, first).0, full);
    let RoutingStep::Queued { queue_id, passed_over, .. } = &world.steps(second)[0] else { panic!("queued") };
    let condition = OverflowCondition::QueueLength { waiting_max: 1 };
    assert_eq!((*queue_id, passed_over.as_slice()), (other, &[PassedOverQueue { queue_id: full, condition }][..]));
}

#[test]
fn where_all_queues_overflow_the_one_that_opens_first_says_what_happens() {
    let mut world = World::live_chat();
    let hours = world.office_hours();
    let after = world.queue_named("Never asked", |_| {});
    let closed = world.queue_named("Closed", |queue| {
        queue.operating_hours_id = Some(hours);
        queue.overflow_before = vec![out_of_hours(OverflowAction::EndConversation)];
    });
    let full = world.queue_named("Full", |queue| queue.overflow_before = vec![length(1, to(after))]);
    route_to(&mut world, &[closed, full]);
    until_midnight(&mut world);
    let (first, second) = (world.start(), world.start());
    assert_eq!(queued(&world, first).0, full);
    assert_eq!(queued(&world, second), (full, QueuedBecause::OpensFirst { opens_at: None }));
    assert_eq!(world.conversation(second).queue_id, Some(after));

    // Alone, the closed one is the first to open.
    route_to(&mut world, &[closed]);
    let third = world.start();
    let opens_at = Some(world.now + 9 * HOUR);
    assert_eq!(queued(&world, third), (closed, QueuedBecause::OpensFirst { opens_at }));
    assert_eq!(world.state(third).1, StatusReason::ClosedDueToOverflow);
}

#[test]
fn out_of_hours_is_looked_at_before_the_length_and_queue_anyway_queues() {
    let mut world = World::live_chat();
    let hours = world.office_hours();
    let queue = world.queue_named("Queue", |queue| {
        queue.operating_hours_id = Some(hours);
        queue.overflow_before =
            vec![length(1, OverflowAction::EndConversation), out_of_hours(OverflowAction::QueueAnyway)];
    });
    route_to(&mut world, &[queue]);
    until_midnight(&mut world);
    let ids = [world.start(), world.start()];
    for id in ids {
        assert_eq!(world.status(id), ConversationStatus::Open);
        assert_eq!(overflows(&world, id), [(Overflow::OutOfHours, OverflowAction::QueueAnyway)]);
    }
    // By then both have been closed by the clock.
    world.pass(10 * HOUR);
    let (open, full) = (world.start(), world.start());
    assert_eq!((world.status(open), world.status(full)), (ConversationStatus::Open, ConversationStatus::Closed));
}

#[test]
fn the_fallback_queue_takes_everything() {
    let mut world = World::live_chat();
    world.change_queue(world.queue.id, |queue| {
        queue.overflow_before = vec![length(1, OverflowAction::EndConversation)];
    });
    let ids = [world.start(), world.start()];
    assert!(ids.iter().all(|id| world.status(*id) == ConversationStatus::Open));
}

#[test]
fn what_a_supervisor_or_an_agent_sends_to_a_queue_skips_the_overflow_before_it() {
    let mut world = World::live_chat();
    let (agent, supervisor, expert) = (world.agent(), world.supervisor(), world.colleague_with(|_| {}));
    let full = world.other_queue(&[expert]);
    world.start_with(|new| new.queue_id = Some(full));
    world.change_queue(full, |queue| queue.overflow_before = vec![length(1, OverflowAction::EndConversation)]);
    let turned_away = world.start_with(|new| new.queue_id = Some(full));
    assert_eq!(world.status(turned_away), ConversationStatus::Closed);

    world.choose(agent, BasePresence::Away);
    let assigned = world.start();
    let assign = Input::AssignToQueue { conversation_id: assigned, agent_id: supervisor, to_queue_id: full };
    world.ok(assign);
    world.choose(agent, BasePresence::Available);
    let transferred = world.start();
    world.accept(transferred, agent);
    world.ok(Input::TransferToQueue { conversation_id: transferred, agent_id: agent, to_queue_id: full });
    for id in [assigned, transferred] {
        let conversation = world.conversation(id);
        assert_eq!((conversation.status, conversation.queue_id), (ConversationStatus::Open, Some(full)));
        assert!(overflows(&world, id).is_empty());
    }
}

#[test]
fn too_long_a_wait_ends_the_conversation_or_sends_it_on_once() {
    let mut world = World::asynchronous();
    let second = world.queue_named("Second", |queue| {
        queue.overflow_waiting =
            Some(OverflowWaiting { after_ms: 2 * MINUTE, action: OverflowAction::EndConversation });
    });
    let first = world.queue_named("First", |queue| {
        queue.overflow_waiting = Some(OverflowWaiting { after_ms: MINUTE, action: to(second) });
    });
    route_to(&mut world, &[first]);
    let id = world.start();
    world.pass(MINUTE - 1);
    assert_eq!(world.conversation(id).queue_id, Some(first));
    world.pass(1);
    assert_eq!(world.conversation(id).queue_id, Some(second));
    assert_eq!(world.conversation(id).demand.overflowed_from, [first]);
    assert_eq!(world.closures(id), [Some(ClosureReason::InqueueOverflowQueueTransfer), None]);
    world.pass(2 * MINUTE);
    assert_eq!(world.state(id), (ConversationStatus::Closed, StatusReason::ClosedDueToOverflow));
    assert_eq!(world.closures(id)[1], Some(ClosureReason::InqueueOverflowEndConversation));
    let waited = |waited_ms| Overflow::Waited { waited_ms, after_ms: waited_ms };
    let expected = [(waited(MINUTE), to(second)), (waited(2 * MINUTE), OverflowAction::EndConversation)];
    assert_eq!(overflows(&world, id), expected);
}

#[test]
fn a_queue_never_gets_back_what_it_sent_on_and_time_still_goes_by() {
    let mut world = World::asynchronous();
    let first = world.queue_named("First", |_| {});
    let second = world.queue_named("Second", |queue| {
        queue.overflow_waiting = Some(OverflowWaiting { after_ms: MINUTE, action: to(first) });
    });
    // A circle that was drawn after the checks of one queue at a time.
    world.restart_with(|snapshot| {
        let queue = snapshot.queues.iter_mut().find(|queue| queue.id == first).unwrap();
        queue.overflow_waiting = Some(OverflowWaiting { after_ms: MINUTE, action: to(second) });
    });
    let id = world.start_with(|new| new.queue_id = Some(first));
    world.pass(10 * MINUTE);
    assert_eq!(world.conversation(id).queue_id, Some(second));
    assert_eq!(world.closures(id).len(), 2);
}

#[test]
fn what_an_agent_holds_does_not_overflow_and_changed_settings_hold_for_those_who_wait() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.choose(agent, BasePresence::Away);
    let waits = world.start();
    world.change_queue(world.queue.id, |queue| {
        queue.overflow_waiting = Some(OverflowWaiting { after_ms: MINUTE, action: OverflowAction::EndConversation });
    });
    world.pass(MINUTE);
    assert_eq!(world.status(id), ConversationStatus::Active);
    assert_eq!(world.status(waits), ConversationStatus::Closed);
}

fn until_midnight(world: &mut World) {
    let day = 24 * HOUR;
    let past = u64::try_from(world.now.0).unwrap() % day;
    // 1970 began on a Thursday; a Tuesday's night is before and after a working day.
    let days = u64::try_from(world.now.0).unwrap() / day;
    let to_tuesday = (12 - days % 7) % 7;
    world.pass((to_tuesday + 7) * day - past);
}
