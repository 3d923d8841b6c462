//! Every row of the contract's table of moves (data-model §12), each with a test of its name, and what is no move.

use crate::world::{MINUTE, World};
use frontdesk_engine::Input;
use frontdesk_model::{ClosureReason, ConversationMode, ConversationStatus::*, DistributionMode, StatusReason, *};

#[test]
fn new_to_open_when_created_in_a_queue_without_an_agent() {
    let mut world = World::live_chat();
    let id = world.start();
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.conversation(id).queue_id, Some(world.queue.id));
    assert_eq!(world.closures(id), [None]);
}

#[test]
fn open_to_active_when_an_agent_picks_from_the_open_items() {
    let mut world = World::with(|workstream| workstream.distribution = DistributionMode::Pick);
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.status(id), Open);
    world.pick(id, agent).unwrap();
    assert_eq!(world.state(id), (Active, StatusReason::InConversation));
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn open_to_active_when_routing_assigns_and_before_anyone_accepts() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.state(id), (Active, StatusReason::AwaitingAgentAcceptance));
    assert_eq!(world.agent_of(id), Some(agent));
    world.accept(id, agent);
    assert_eq!(world.state(id), (Active, StatusReason::InConversation));
}

#[test]
fn open_to_closed_when_the_live_chat_customer_ends_before_assignment() {
    let mut world = World::live_chat();
    let id = world.start();
    world.pass(MINUTE);
    world.ok(Input::CustomerEnd { conversation_id: id });
    assert_eq!(world.state(id), (Closed, StatusReason::CustomerDisconnectedOrLeftOpen));
    assert_eq!(world.closures(id), [Some(ClosureReason::CustomerEndConversation)]);
    assert!(world.conversation(id).abandoned);
    assert_eq!(world.conversation(id).first_wait_ms, Some(MINUTE));
}

#[test]
fn open_to_closed_when_the_live_chat_customer_stays_disconnected() {
    let mut world = World::live_chat();
    let id = world.start();
    world.customer_disconnects(id);
    world.pass(3 * MINUTE);
    assert_eq!(world.state(id), (Closed, StatusReason::CustomerDisconnectedOrLeftOpen));
    assert_eq!(world.closures(id), [Some(ClosureReason::CustomerDisconnect)]);
}

#[test]
fn active_to_wrap_up_when_the_agent_presses_end() {
    for mut world in [World::live_chat(), World::asynchronous()] {
        let (id, agent) = world.accepted();
        world.pass(MINUTE);
        world.end(id, agent);
        assert_eq!(world.state(id), (WrapUp, StatusReason::AgentMovedToWrapUp));
        assert_eq!(world.agent_of(id), Some(agent));
        assert_eq!(world.conversation(id).talk_ms, MINUTE);
    }
}

#[test]
fn active_to_wrap_up_when_the_customer_presses_end_in_the_widget() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    world.ok(Input::CustomerEnd { conversation_id: id });
    assert_eq!(world.state(id), (WrapUp, StatusReason::CustomerMovedToWrapUp));
}

#[test]
fn active_to_wrap_up_when_the_live_chat_customer_stays_disconnected() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    world.customer_disconnects(id);
    world.pass(3 * MINUTE - 1);
    assert_eq!(world.status(id), Active);
    world.pass(1);
    assert_eq!(world.state(id), (WrapUp, StatusReason::CustomerDisconnectedOrLeftActive));
}

#[test]
fn active_to_open_when_the_agent_disconnects_and_does_not_come_back_in_time() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.disconnect(agent);
    world.pass(150_000);
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentDisconnected), None]);
}

#[test]
fn active_to_open_when_the_agent_releases_it_to_the_queue() {
    for mut world in [World::live_chat(), World::asynchronous()] {
        let (id, agent) = world.accepted();
        world.ok(Input::Release { conversation_id: id, agent_id: agent });
        assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
        assert_eq!(world.agent_of(id), None);
    }
}

#[test]
fn active_to_open_when_it_is_transferred_to_another_queue() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let absent = world.colleague_with(|_| {});
    let other = world.other_queue(&[absent]);
    world.ok(Input::TransferToQueue { conversation_id: id, agent_id: agent, to_queue_id: other });
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.conversation(id).queue_id, Some(other));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentTransferToQueue), None]);
}

#[test]
fn active_to_open_when_the_agent_closes_a_live_chat_session() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.close(id, agent);
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentClosed), None]);
}

#[test]
fn active_to_open_when_the_offer_is_rejected() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    world.reject(id, agent);
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentReject), None]);
}

#[test]
fn active_to_open_when_the_offer_times_out() {
    let mut world = World::live_chat();
    world.agent();
    let id = world.start();
    world.pass(2 * MINUTE);
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentTimeout), None]);
}

#[test]
fn active_to_waiting_when_the_agent_closes_an_asynchronous_session() {
    let mut world = World::asynchronous();
    let (id, agent) = world.accepted();
    world.close(id, agent);
    assert_eq!(world.state(id), (Waiting, StatusReason::AwaitingCustomerResponse));
    assert_eq!(world.conversation(id).list_agent_id, Some(agent));
    assert_eq!(world.agent_of(id), None);
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentMovedConversationToWaiting)]);
}

#[test]
fn active_to_waiting_in_persistent_chat_too() {
    let mut world = World::with(|workstream| workstream.mode = ConversationMode::PersistentChat);
    let (id, agent) = world.accepted();
    world.close(id, agent);
    assert_eq!(world.status(id), Waiting);
}

#[test]
fn active_to_closed_when_the_live_chat_customer_ends_before_the_agent_accepted() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    world.ok(Input::CustomerEnd { conversation_id: id });
    assert_eq!(world.state(id), (Closed, StatusReason::CustomerDisconnectedOrLeftActive));
    assert!(world.conversation(id).abandoned);
    assert_eq!(world.free_units(agent), 3);
}

#[test]
fn active_to_closed_when_the_live_chat_customer_stays_disconnected_before_the_agent_accepted() {
    let mut world = World::with(|workstream| workstream.reconnect_within_ms = Some(MINUTE));
    world.agent();
    let id = world.start();
    world.customer_disconnects(id);
    world.pass(MINUTE);
    assert_eq!(world.state(id), (Closed, StatusReason::CustomerDisconnectedOrLeftActive));
}

#[test]
fn active_to_closed_when_transferred_to_a_queue_without_members() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let empty = world.other_queue(&[]);
    world.ok(Input::TransferToQueue { conversation_id: id, agent_id: agent, to_queue_id: empty });
    assert_eq!(world.state(id), (Closed, StatusReason::ClosedDueToFailure));
    assert_eq!(world.conversation(id).list_agent_id, Some(agent));
}

#[test]
fn wrap_up_to_closed_when_the_agent_closes_the_session_after_end() {
    for mut world in [World::live_chat(), World::asynchronous()] {
        let (id, agent) = world.wrapping_up();
        world.pass(MINUTE);
        world.close(id, agent);
        assert_eq!(world.state(id), (Closed, StatusReason::EndedByAgent));
        assert_eq!(world.closures(id), [Some(ClosureReason::AgentEndConversation)]);
        assert_eq!(world.conversation(id).wrap_up_ms, MINUTE);
        assert_eq!(world.conversation(id).list_agent_id, Some(agent));
        assert_eq!(world.conversation(id).closed_at, Some(world.now));
    }
}

#[test]
fn wrap_up_to_closed_when_the_clock_closes_it() {
    let mut world = World::live_chat();
    let (id, _) = world.wrapping_up();
    world.pass(15 * MINUTE);
    assert_eq!(world.state(id), (Closed, StatusReason::AutoClosedBySystem));
    assert_eq!(world.closures(id), [Some(ClosureReason::AutoClose)]);
}

#[test]
fn waiting_to_closed_when_neither_side_does_anything() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    world.pass(crate::world::DAY);
    assert_eq!(world.state(id), (Closed, StatusReason::AutoClosedFromWaiting));
    assert_eq!(world.conversation(id).list_agent_id, Some(agent));
    assert!(!world.conversation(id).abandoned);
}

#[test]
fn waiting_to_active_when_its_agent_reopens_it() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    world.pick(id, agent).unwrap();
    assert_eq!(world.state(id), (Active, StatusReason::InConversation));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentMovedConversationToWaiting), None]);
}

#[test]
fn waiting_to_open_when_the_customer_writes_again() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    world.choose(agent, BasePresence::Away);
    world.customer_says(id, "one more thing");
    assert_eq!(world.state(id), (Open, StatusReason::AwaitingAgentAssignment));
    assert_eq!(world.conversation(id).list_agent_id, None);
}

#[test]
fn closed_is_final_and_no_longer_held() {
    let mut world = World::live_chat();
    let (id, agent) = world.wrapping_up();
    world.close(id, agent);
    assert!(world.engine.conversation(id).is_none());
    let codes = [
        world.refused(Input::Pick { conversation_id: id, agent_id: agent }),
        world.refused(Input::CloseSession { conversation_id: id, agent_id: agent }),
        world.refused(Input::CustomerEnd { conversation_id: id }),
        world.refused(Input::CustomerMessage {
            conversation_id: id,
            text: "hi".into(),
            attachments: Vec::new(),
            client_message_id: None,
        }),
    ];
    assert_eq!(codes, ["conversation_not_found"; 4]);
}

#[test]
fn ending_is_refused_before_acceptance_after_the_end_and_by_others() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    let end = |agent_id| Input::EndConversation { conversation_id: id, agent_id };
    assert_eq!(world.refused(end(agent)), "offer_not_accepted");
    assert_eq!(world.refused(Input::CloseSession { conversation_id: id, agent_id: agent }), "offer_not_accepted");
    assert_eq!(world.refused(Input::Release { conversation_id: id, agent_id: agent }), "offer_not_accepted");
    world.accept(id, agent);
    let other = world.agent();
    assert_eq!(world.refused(end(other)), "not_assigned_to_you");
    world.end(id, agent);
    assert_eq!(world.refused(end(agent)), "conversation_ended");
    assert_eq!(world.refused(Input::Release { conversation_id: id, agent_id: agent }), "conversation_ended");
    assert_eq!(world.refused(Input::CustomerEnd { conversation_id: id }), "conversation_ended");
}

#[test]
fn the_customer_ends_only_live_chat() {
    let mut world = World::asynchronous();
    let (id, agent) = world.accepted();
    assert_eq!(world.refused(Input::CustomerEnd { conversation_id: id }), "not_live_chat");
    world.close(id, agent);
    assert_eq!(world.refused(Input::CustomerEnd { conversation_id: id }), "not_live_chat");
}

#[test]
fn a_customer_who_is_back_in_time_changes_nothing_and_elsewhere_absence_means_nothing() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    world.customer_disconnects(id);
    world.pass(2 * MINUTE);
    world.ok(Input::CustomerConnected { conversation_id: id });
    world.pass(5 * MINUTE);
    assert_eq!(world.status(id), Active);

    let mut world = World::asynchronous();
    let (id, _) = world.accepted();
    world.customer_disconnects(id);
    world.pass(60 * MINUTE);
    assert_eq!(world.status(id), Active);
}
