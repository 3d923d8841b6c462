//! Advice: asked by the agent, answered by a colleague, read by no customer until they are let in.

use crate::world::{MINUTE, World};
use frontdesk_engine::{AlarmReason, Input, Reply};
use frontdesk_model::*;

fn consult(conversation_id: ConversationId, agent_id: AgentId, to_agent_id: AgentId) -> Input {
    Input::ConsultAgent { conversation_id, agent_id, to_agent_id }
}

fn accept(conversation_id: ConversationId, agent_id: AgentId, participant_id: ParticipantId) -> Input {
    Input::AcceptConsult { conversation_id, agent_id, participant_id }
}

fn reject(conversation_id: ConversationId, agent_id: AgentId, participant_id: ParticipantId) -> Input {
    Input::RejectConsult { conversation_id, agent_id, participant_id }
}

fn add(conversation_id: ConversationId, agent_id: AgentId, participant_id: ParticipantId) -> Input {
    Input::AddToPublic { conversation_id, agent_id, participant_id }
}

fn remove(conversation_id: ConversationId, agent_id: AgentId, participant_id: ParticipantId) -> Input {
    Input::RemoveConsultant { conversation_id, agent_id, participant_id }
}

struct Asked {
    world: World,
    id: ConversationId,
    agent: AgentId,
    expert: AgentId,
    invitation: ParticipantId,
}

/// An agent has asked a colleague of no queue, who has yet to answer.
fn asked() -> Asked {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let expert = world.colleague_with(|_| {});
    world.connect(expert);
    let invitation = invited(world.ok(consult(id, agent, expert)));
    Asked { world, id, agent, expert, invitation }
}

fn advised() -> Asked {
    let mut asked = asked();
    asked.world.ok(accept(asked.id, asked.expert, asked.invitation));
    asked
}

fn invited(reply: Reply) -> ParticipantId {
    let Reply::TakesPart { participant_id, .. } = reply else { panic!("{reply:?}") };
    participant_id
}

#[test]
fn a_colleague_is_asked_and_reads_along_without_taking_capacity() {
    let Asked { mut world, id, agent, expert, invitation } = asked();
    assert_eq!(world.present(id)[1], (expert, ParticipantMode::Consult, false));
    assert_eq!(world.participants[&invitation].assign_reason.as_deref(), Some("AgentConsult"));
    assert_eq!(world.participants[&invitation].joined_at, None);
    let told = world.events.iter().rfind(|(_, event)| matches!(event, Event::ParticipantChanged { .. })).unwrap();
    assert_eq!((told.0.agents.clone(), told.0.customer_of), (vec![agent, expert], None));
    world.ok(accept(id, expert, invitation));
    assert_eq!(world.participants[&invitation].joined_at, Some(world.now));
    assert_eq!((world.free_units(expert), world.statuses[&expert].open_sessions), (3, 0));
    world.forget_events();
    world.customer_says(id, "well?");
    assert!(world.events.iter().all(|(audience, _)| audience.agents.contains(&expert)));
}

#[test]
fn what_agent_and_consultant_say_to_one_another_no_customer_hears() {
    let Asked { mut world, id, agent, expert, .. } = advised();
    world.forget_events();
    world.agent_writes(id, agent, "what do you think?", Visibility::Internal).unwrap();
    world.agent_writes(id, expert, "refund it", Visibility::Internal).unwrap();
    assert!(world.events.iter().all(|(audience, _)| audience.customer_of.is_none()));
    assert!(world.messages.iter().rev().take(2).all(|message| message.public_number.is_none()));
    assert_eq!(world.agent_says(id, expert, "hello").unwrap_err().code, "not_assigned_to_you");
    let silent = world.system_messages(id);
    assert!(silent.contains(&SystemMessage::ConsultInitiated) && silent.contains(&SystemMessage::ConsultAccepted));
}

#[test]
fn who_has_not_accepted_does_not_write() {
    let Asked { mut world, id, expert, .. } = asked();
    let note = world.agent_writes(id, expert, "early", Visibility::Internal);
    assert_eq!(note.unwrap_err().code, "not_assigned_to_you");
}

#[test]
fn a_consultant_who_is_let_in_writes_to_the_customer_who_is_told() {
    let Asked { mut world, id, agent, expert, invitation } = asked();
    assert_eq!(world.refused(add(id, agent, invitation)), "consult_not_accepted");
    world.ok(accept(id, expert, invitation));
    assert_eq!(world.refused(add(id, expert, invitation)), "not_assigned_to_you");
    world.ok(add(id, agent, invitation));
    let joined = world.messages.last().unwrap();
    assert_eq!(joined.sender, Sender::System { event: SystemMessage::AgentJoined });
    assert_eq!(joined.visibility, Visibility::Public);
    world.agent_says(id, expert, "hello").unwrap();
    assert_eq!(world.refused(add(id, agent, invitation)), "already_public");
    world.ok(remove(id, agent, invitation));
    assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::AgentLeft));
    assert_eq!(world.agent_says(id, expert, "hello").unwrap_err().code, "not_assigned_to_you");
}

#[test]
fn an_invitation_is_rejected_missed_or_taken_back() {
    let Asked { mut world, id, expert, invitation, .. } = asked();
    world.ok(reject(id, expert, invitation));
    assert_eq!(world.left(id, expert), Some(ClosureReason::AgentReject));
    assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::ConsultRejected));
    assert_eq!(world.refused(accept(id, expert, invitation)), "offer_expired");

    let Asked { mut world, id, expert, invitation, .. } = asked();
    assert_eq!(world.alarm(), Some((2 * MINUTE, AlarmReason::ConsultExpires)));
    world.restart();
    world.connect(expert);
    world.pass(2 * MINUTE);
    assert_eq!(world.left(id, expert), Some(ClosureReason::AgentTimeout));
    assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::ConsultTimedOut));
    assert_eq!(world.refused(reject(id, expert, invitation)), "offer_expired");

    let Asked { mut world, id, agent, expert, invitation } = asked();
    world.ok(remove(id, agent, invitation));
    assert_eq!(world.refused(accept(id, expert, invitation)), "offer_expired");
}

#[test]
fn a_consultant_leaves_when_done_and_with_the_session() {
    let Asked { mut world, id, expert, .. } = advised();
    world.ok(Input::Leave { conversation_id: id, agent_id: expert });
    assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::ConsultSessionClosed));

    let Asked { mut world, id, agent, expert, .. } = advised();
    let colleague = world.agent();
    world.ok(Input::TransferToAgent { conversation_id: id, agent_id: agent, to_agent_id: colleague });
    assert_eq!(world.left(id, expert), Some(ClosureReason::AgentTransferred));
    assert_eq!(world.present(id), [(colleague, ParticipantMode::Primary, true)]);
}

#[test]
fn nobody_consults_themselves_or_the_same_one_twice_or_a_sixth() {
    let Asked { mut world, id, agent, expert, .. } = asked();
    assert_eq!(world.refused(consult(id, agent, agent)), "consult_oneself");
    assert_eq!(world.refused(consult(id, agent, expert)), "already_taking_part");
    for _ in 0..4 {
        let colleague = world.agent();
        world.ok(consult(id, agent, colleague));
    }
    let sixth = world.agent();
    assert_eq!(world.refused(consult(id, agent, sixth)), "too_many_consultants");
}

#[test]
fn advice_is_asked_by_its_agent_in_an_active_conversation_of_somebody_who_is_there() {
    let Asked { mut world, id, agent, expert, .. } = asked();
    let colleague = world.agent();
    assert_eq!(world.refused(consult(id, expert, colleague)), "not_assigned_to_you");
    for base in [BasePresence::DoNotDisturb, BasePresence::Away, BasePresence::Offline] {
        world.choose(colleague, base);
        assert_eq!(world.refused(consult(id, agent, colleague)), "agent_not_available");
    }
    world.choose(colleague, BasePresence::Busy);
    world.end(id, agent);
    assert_eq!(world.refused(consult(id, agent, colleague)), "conversation_not_active");
}

#[test]
fn a_queue_is_consulted_through_whoever_of_it_has_most_room() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let free = world.colleague_with(|agent| agent.capacity_units = 9);
    let fuller = world.colleague_with(|_| {});
    let other = world.other_queue(&[fuller, free, agent]);
    let ask = Input::ConsultQueue { conversation_id: id, agent_id: agent, to_queue_id: other };
    assert_eq!(world.refused(ask.clone()), "nobody_available");
    world.connect(free);
    world.connect(fuller);
    world.ok(ask.clone());
    assert_eq!(world.present(id)[1].0, free);
    world.ok(ask.clone());
    assert_eq!(world.present(id)[2].0, fuller);
    assert_eq!(world.refused(ask), "nobody_available");
    let nowhere = QueueId(world.next_id());
    let ask = Input::ConsultQueue { conversation_id: id, agent_id: agent, to_queue_id: nowhere };
    assert_eq!(world.refused(ask), "queue_not_found");
}

#[test]
fn an_agent_sends_out_whom_they_asked_and_no_supervisor() {
    let Asked { mut world, id, agent, .. } = advised();
    let supervisor = world.supervisor();
    let joined = invited(world.ok(Input::Join { conversation_id: id, agent_id: supervisor }));
    assert_eq!(world.refused(remove(id, agent, joined)), "consultant_not_found");
}

#[test]
fn guests_are_still_there_after_a_restart() {
    let Asked { mut world, id, agent, expert, invitation } = advised();
    world.ok(add(id, agent, invitation));
    world.restart();
    world.connect(expert);
    world.agent_says(id, expert, "still here").unwrap();
}
