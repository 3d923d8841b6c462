//! Offers: the countdown, accepting, rejecting, missing, auto-accept, and the limits on asking again.

use crate::world::{MINUTE, SECOND, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

fn offer_events(world: &World) -> Vec<String> {
    let word = |event: &Event| match event {
        Event::OfferMade { .. } => Some("made".to_owned()),
        Event::OfferEnded { end, .. } => Some(format!("{end:?}")),
        _ => None,
    };
    world.events.iter().filter_map(|(_, event)| word(event)).collect()
}

#[test]
fn an_offer_is_told_to_its_agent_with_its_end_and_accepting_opens_the_session() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    let expires_at = world.now + 2 * MINUTE;
    let made = world.events.iter().find(|(_, event)| matches!(event, Event::OfferMade { .. })).unwrap();
    assert_eq!(made.0.agents, [agent]);
    assert!(matches!(made.1, Event::OfferMade { expires_at: at, .. } if at == expires_at));
    world.pass(10 * SECOND);
    world.accept(id, agent);

    let session = world.engine.session(id).unwrap();
    assert_eq!((session.agent_accepted_at, session.offer_expires_at), (Some(world.now), None));
    let participant = &world.engine.participants(id)[0];
    assert_eq!((participant.mode, participant.joined_at), (ParticipantMode::Primary, Some(world.now)));
    let conversation = world.conversation(id);
    assert!(conversation.accepted);
    assert_eq!(conversation.started_at, Some(world.now));
    assert_eq!(conversation.first_wait_ms, Some(10 * SECOND));
    assert_eq!(conversation.last_session_id, Some(session.id));
    assert_eq!(conversation.active_participant_id, Some(participant.id));
    assert_eq!(offer_events(&world), ["made", "Accepted"]);
    assert_eq!(world.system_messages(id), [SystemMessage::AgentAccepted]);
}

#[test]
fn auto_accept_opens_the_session_at_once() {
    let mut world = World::with(|workstream| workstream.notification = Notification::OpenSession);
    let (_, id) = (world.agent(), world.start());
    assert_eq!(world.conversation(id).status_reason, StatusReason::InConversation);
    assert!(offer_events(&world).is_empty());
}

#[test]
fn without_reject_button_an_offer_cannot_be_rejected() {
    let mut world = World::with(|workstream| workstream.notification = Notification::ScreenPopWithTimeout);
    let (agent_id, id) = (world.agent(), world.start());
    let reject = Input::RejectOffer { conversation_id: id, session_id: None, agent_id };
    assert_eq!(world.refused(reject), "reject_not_allowed");
    world.accept(id, agent_id);
}

#[test]
fn an_offer_is_accepted_once_by_whom_it_was_made_to_and_in_time() {
    let mut world = World::live_chat();
    let agent_id = world.agent();
    let id = world.start();
    let first_session = world.engine.session(id).unwrap().id;
    let accept = |agent_id, session_id| Input::AcceptOffer { conversation_id: id, session_id, agent_id };
    let stranger = world.colleague_with(|_| {});
    assert_eq!(world.refused(accept(stranger, None)), "already_assigned");
    world.now = world.now + 2 * MINUTE;
    assert_eq!(world.refused(accept(agent_id, None)), "offer_expired");
    world.pass(0);
    assert_eq!(world.refused(accept(agent_id, None)), "offer_expired");
    world.choose(agent_id, BasePresence::Available);
    world.pass(MINUTE);
    assert_eq!(world.agent_of(id), Some(agent_id));
    assert_eq!(world.refused(accept(agent_id, Some(first_session))), "offer_expired");
    world.accept(id, agent_id);
    assert_eq!(world.refused(accept(agent_id, None)), "already_accepted");
    let reject = Input::RejectOffer { conversation_id: id, session_id: None, agent_id };
    assert_eq!(world.refused(reject), "already_accepted");
}

#[test]
fn a_decliner_is_asked_again_after_cooling_down_and_only_so_often() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    for _ in 0..2 {
        world.reject(id, agent);
        assert_eq!(world.alarm(), Some((MINUTE, frontdesk_engine::AlarmReason::ReofferAfterDecline)));
        world.pass(MINUTE);
        assert_eq!(world.agent_of(id), Some(agent));
    }
    world.reject(id, agent);
    world.pass(10 * MINUTE);
    assert_eq!(world.agent_of(id), None);
    assert_eq!(world.conversation(id).declines[0].count, 3);
}

#[test]
fn another_agent_is_offered_what_one_declined_and_the_decliner_comes_last() {
    let mut world = World::live_chat();
    let first = world.agent_with(|agent| agent.capacity_units = 9);
    let second = world.agent_with(|agent| agent.capacity_units = 5);
    let third = world.agent_with(|agent| agent.capacity_units = 1);
    let id = world.start();
    assert_eq!(world.agent_of(id), Some(first));
    world.reject(id, first);
    assert_eq!(world.agent_of(id), Some(second));
    world.pass(MINUTE);
    world.reject(id, second);
    assert_eq!(world.agent_of(id), Some(third));
}

#[test]
fn assignment_stops_when_enough_agents_declined_and_picking_still_works() {
    let mut world = World::with(|workstream| workstream.pick_from_push = true);
    world.change_settings(|settings| settings.declining_agents_max = 2);
    let agents = [world.agent(), world.agent(), world.agent()];
    let id = world.start();
    for _ in 0..2 {
        let offered = world.agent_of(id).unwrap();
        world.reject(id, offered);
    }
    assert_eq!(world.agent_of(id), None);
    world.pass(10 * MINUTE);
    assert_eq!(world.agent_of(id), None);
    world.pick(id, agents[2]).unwrap();
    assert_eq!(world.agent_of(id), Some(agents[2]));
}

#[test]
fn an_offer_that_no_browser_showed_is_routed_anew_eight_minutes_after_its_countdown() {
    let mut world = World::live_chat();
    let lost = world.agent();
    let id = world.start();
    world.disconnect(lost);
    world.pass(2 * MINUTE);
    let colleague = world.agent();
    world.pass(8 * MINUTE - 1);
    assert_eq!(world.agent_of(id), Some(lost));
    world.pass(1);
    assert_eq!(world.agent_of(id), Some(colleague));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentReRouted), None]);
}

#[test]
fn an_offer_that_was_shown_lapses_with_its_countdown_though_the_browser_is_gone() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    world.displayed(id, agent);
    world.disconnect(agent);
    world.pass(2 * MINUTE);
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentTimeout), None]);
}

#[test]
fn who_returns_late_may_still_accept_what_was_never_shown() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let id = world.start();
    world.disconnect(agent);
    world.pass(5 * MINUTE);
    world.connect(agent);
    world.displayed(id, agent);
    world.accept(id, agent);
    world.pass(10 * MINUTE);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn auto_accept_waits_for_the_browser_of_an_agent_who_gets_their_customer_back() {
    let mut world = World::with(|workstream| {
        workstream.mode = ConversationMode::Asynchronous;
        workstream.notification = Notification::OpenSession;
        workstream.agent_affinity = true;
    });
    let (agent, id) = (world.agent(), world.start());
    world.close(id, agent);
    world.disconnect(agent);
    world.customer_says(id, "me again");
    assert_eq!(world.conversation(id).status_reason, StatusReason::AwaitingAgentAcceptance);
    world.connect(agent);
    assert_eq!(world.conversation(id).status_reason, StatusReason::InConversation);
}

#[test]
fn picking_what_is_on_offer_to_oneself_accepts_it_and_to_another_is_refused() {
    let mut world = World::with(|workstream| workstream.pick_from_push = true);
    let (offered, id) = (world.agent(), world.start());
    let other = world.agent();
    assert_eq!(world.pick(id, other).unwrap_err().code, "already_assigned");
    world.pick(id, offered).unwrap();
    assert_eq!(world.conversation(id).status_reason, StatusReason::InConversation);
    assert_eq!(world.pick(id, offered).unwrap_err().code, "already_accepted");
    assert_eq!(world.pick(id, other).unwrap_err().code, "already_assigned");
}

#[test]
fn a_customer_who_leaves_withdraws_the_offer() {
    let mut world = World::live_chat();
    let (_, id) = (world.agent(), world.start());
    world.ok(Input::CustomerEnd { conversation_id: id });
    assert_eq!(offer_events(&world), ["made", "Withdrawn"]);
}

#[test]
fn picking_needs_membership_and_a_workstream_that_allows_it() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, BasePresence::Away);
    let id = world.start();
    assert_eq!(world.pick(id, agent).unwrap_err().code, "pick_not_allowed");
    world.change_workstream(|workstream| workstream.pick_from_push = true);
    let outsider = world.colleague_with(|_| {});
    assert_eq!(world.pick(id, outsider).unwrap_err().code, "not_a_member");
    let supervisor = world.supervisor();
    world.pick(id, supervisor).unwrap();
    let reason = world.engine.participants(id)[0].assign_reason.as_deref();
    assert_eq!(reason, Some("AgentPick"));
}

#[test]
fn a_waiting_conversation_is_reopened_by_its_own_agent_or_a_supervisor_only() {
    let mut world = World::asynchronous();
    let (id, _) = world.waiting();
    let colleague = world.agent();
    assert_eq!(world.pick(id, colleague).unwrap_err().code, "not_assigned_to_you");
    let supervisor = world.supervisor();
    world.pick(id, supervisor).unwrap();
    assert_eq!(world.agent_of(id), Some(supervisor));
}
