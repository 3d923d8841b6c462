//! Stays in queues: one row each, from entering to leaving.

use crate::world::{MINUTE, SECOND, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

#[test]
fn a_conversation_that_is_served_has_one_stay_with_its_times() {
    let mut world = World::live_chat();
    let id = world.start();
    let started = world.now;
    world.pass(10 * SECOND);
    let agent = world.agent();
    let assigned = world.now;
    world.pass(5 * SECOND);
    world.accept(id, agent);
    let accepted = world.now;
    world.pass(MINUTE);
    world.end(id, agent);
    world.pass(30 * SECOND);
    world.close(id, agent);
    let expected = QueueSegment {
        conversation_id: id,
        number: 1,
        queue_id: world.queue.id,
        source_queue_id: None,
        target_queue_id: None,
        started_at: started,
        ended_at: Some(world.now),
        agent_assigned_at: Some(assigned),
        agent_accepted_at: Some(accepted),
        agent_id: Some(agent),
        closed_at: Some(world.now),
        abandoned: false,
        creation_reason: SegmentCreation::DirectQueueEntry,
        closure_reason: Some(SegmentClosure::EndConversation),
        session_closure: Some(ClosureReason::AgentEndConversation),
        first_wait_ms: Some(15 * SECOND),
        talk_ms: MINUTE,
        wrap_up_ms: 30 * SECOND,
        declines: 0,
    };
    assert_eq!(world.stays(id), [&expected]);
}

#[test]
fn a_transfer_ends_one_stay_and_begins_another_with_its_own_sums() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.pass(MINUTE);
    let expert = world.colleague_with(|_| {});
    world.connect(expert);
    let other = world.other_queue(&[expert]);
    world.ok(Input::TransferToQueue { conversation_id: id, agent_id: agent, to_queue_id: other });
    world.pass(7 * SECOND);
    world.restart();
    world.connect(expert);
    world.accept(id, expert);
    world.pass(2 * MINUTE);
    world.end(id, expert);
    let [first, second] = world.stays(id)[..] else { panic!("two stays") };
    assert_eq!((first.closure_reason, first.target_queue_id), (Some(SegmentClosure::TransferOut), Some(other)));
    assert_eq!((first.talk_ms, first.agent_id, first.closed_at), (MINUTE, Some(agent), None));
    assert_eq!((second.creation_reason, second.source_queue_id), (SegmentCreation::TransferIn, Some(first.queue_id)));
    assert_eq!((second.first_wait_ms, second.talk_ms), (Some(7 * SECOND), 2 * MINUTE));
    assert_eq!((first.ended_at, second.ended_at), (Some(second.started_at), None));
}

#[test]
fn declined_and_missed_offers_are_counted_within_the_stay() {
    let mut world = World::live_chat();
    let (agent, id) = (world.agent(), world.start());
    world.reject(id, agent);
    world.pass(MINUTE);
    assert_eq!(world.agent_of(id), Some(agent));
    world.displayed(id, agent);
    world.pass(2 * MINUTE);
    let [stay] = world.stays(id)[..] else { panic!("one stay") };
    assert_eq!((stay.declines, stay.agent_accepted_at, stay.first_wait_ms), (2, None, None));
}

#[test]
fn a_customer_who_leaves_before_anybody_accepted_has_abandoned() {
    let mut world = World::live_chat();
    let id = world.start();
    world.pass(MINUTE);
    world.ok(Input::CustomerEnd { conversation_id: id });
    let [stay] = world.stays(id)[..] else { panic!("one stay") };
    assert_eq!((stay.abandoned, stay.first_wait_ms), (true, Some(MINUTE)));

    let id = world.start();
    let supervisor = world.supervisor();
    world.ok(Input::ForceClose { conversation_id: id, agent_id: supervisor });
    assert!(!world.stays(id)[0].abandoned, "it was not the customer who left");
}

#[test]
fn waiting_is_in_no_queue_and_who_returns_begins_a_new_stay() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    assert_eq!(world.stays(id)[0].closure_reason, Some(SegmentClosure::Waiting));
    assert_eq!(world.engine.segment(id), None);
    world.pass(MINUTE);
    world.pick(id, agent).unwrap();
    world.close(id, agent);
    world.pass(MINUTE);
    world.customer_says(id, "me again");
    let reasons: Vec<_> = world.stays(id).iter().map(|stay| stay.creation_reason).collect();
    use SegmentCreation::*;
    assert_eq!(reasons, [DirectQueueEntry, Reopened, CustomerReturned]);
    assert_eq!(world.conversation(id).demand.segments, 3);
}

#[test]
fn a_release_is_a_new_stay_and_a_lost_agent_is_not() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.pass(SECOND);
    world.disconnect(agent);
    world.pass(3 * MINUTE);
    assert_eq!((world.status(id), world.stays(id).len()), (ConversationStatus::Open, 1));
    world.connect(agent);
    world.accept(id, agent);
    world.pass(SECOND);
    world.ok(Input::Release { conversation_id: id, agent_id: agent });
    assert_eq!(world.stays(id)[1].source_queue_id, Some(world.queue.id));
}
