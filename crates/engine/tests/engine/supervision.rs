//! What supervisors do with other people's conversations: assign, transfer, force close, monitor, join, set presences.

use crate::world::{DAY, MINUTE, World, presence};
use frontdesk_engine::Input;
use frontdesk_model::*;

fn assign(conversation_id: ConversationId, agent_id: AgentId, to_agent_id: AgentId) -> Input {
    Input::AssignToAgent { conversation_id, agent_id, to_agent_id, regardless: false }
}

fn assign_regardless(conversation_id: ConversationId, agent_id: AgentId, to_agent_id: AgentId) -> Input {
    Input::AssignToAgent { conversation_id, agent_id, to_agent_id, regardless: true }
}

fn assign_queue(conversation_id: ConversationId, agent_id: AgentId, to_queue_id: QueueId) -> Input {
    Input::AssignToQueue { conversation_id, agent_id, to_queue_id }
}

fn transfer(conversation_id: ConversationId, agent_id: AgentId, to_agent_id: AgentId) -> Input {
    Input::TransferToAgent { conversation_id, agent_id, to_agent_id }
}

fn force_close(conversation_id: ConversationId, agent_id: AgentId) -> Input {
    Input::ForceClose { conversation_id, agent_id }
}

fn monitor(conversation_id: ConversationId, agent_id: AgentId) -> Input {
    Input::Monitor { conversation_id, agent_id }
}

fn join(conversation_id: ConversationId, agent_id: AgentId) -> Input {
    Input::Join { conversation_id, agent_id }
}

fn leave(conversation_id: ConversationId, agent_id: AgentId) -> Input {
    Input::Leave { conversation_id, agent_id }
}

#[test]
fn an_open_conversation_is_offered_to_whom_a_supervisor_names() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    let expert = world.colleague_with(|_| {});
    world.connect(expert);
    world.ok(assign(id, supervisor, expert));
    assert_eq!(world.state(id), (ConversationStatus::Active, StatusReason::AssignedBySupervisor));
    assert_eq!((world.agent_of(id), world.free_units(expert)), (Some(expert), 2));
    assert_eq!(world.engine.participants(id)[0].assign_reason.as_deref(), Some("SupervisorAssign"));
    world.accept(id, expert);
    assert_eq!(world.state(id), (ConversationStatus::Active, StatusReason::InConversation));
}

#[test]
fn an_assignment_that_is_rejected_leaves_it_to_the_queue() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    world.ok(assign(id, supervisor, supervisor));
    world.reject(id, supervisor);
    assert_eq!((world.status(id), world.agent_of(id)), (ConversationStatus::Open, None));
}

#[test]
fn presence_and_capacity_stand_against_an_assignment_unless_it_is_made_regardless() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    let full = world.colleague_with(|agent| agent.capacity_units = 0);
    assert_eq!(world.refused(assign(id, supervisor, full)), "agent_not_available");
    world.connect(full);
    world.choose(full, BasePresence::DoNotDisturb);
    assert_eq!(world.refused(assign(id, supervisor, full)), "agent_not_available");
    world.choose(full, BasePresence::Available);
    assert_eq!(world.refused(assign(id, supervisor, full)), "agent_at_capacity");
    world.ok(assign_regardless(id, supervisor, full));
    assert_eq!((world.agent_of(id), world.free_units(full)), (Some(full), -1));
}

#[test]
fn nobody_who_left_is_assigned_anything_even_regardless() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    let gone = world.colleague_with(|agent| agent.active = false);
    assert_eq!(world.refused(assign_regardless(id, supervisor, gone)), "agent_not_available");
    let nobody = AgentId(world.next_id());
    assert_eq!(world.refused(assign_regardless(id, supervisor, nobody)), "agent_not_found");
}

#[test]
fn an_open_conversation_is_moved_to_another_queue_at_the_end_of_its_line() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    world.pass(MINUTE);
    let expert = world.colleague_with(|_| {});
    let other = world.other_queue(&[expert]);
    world.ok(assign_queue(id, supervisor, other));
    let conversation = world.conversation(id);
    assert_eq!((conversation.queue_id, conversation.queued_at), (Some(other), Some(world.now)));
    assert_eq!(world.closures(id), [Some(ClosureReason::SupervisorAssignToQueue), None]);
    assert_eq!(world.conversation(id).transfer_count, 0);
    assert_eq!(world.refused(assign_queue(id, supervisor, other)), "already_in_queue");
    let empty = world.other_queue(&[]);
    assert_eq!(world.refused(assign_queue(id, supervisor, empty)), "queue_without_members");
    let missing = QueueId(world.next_id());
    assert_eq!(world.refused(assign_queue(id, supervisor, missing)), "queue_not_found");
}

#[test]
fn only_open_conversations_are_assigned() {
    for scene in [World::accepted, World::wrapping_up, World::waiting] {
        let mut world = World::asynchronous();
        let (id, agent) = scene(&mut world);
        let supervisor = world.supervisor();
        let other = world.other_queue(&[agent]);
        let ended = world.status(id) == ConversationStatus::WrapUp;
        let code = if ended { "conversation_ended" } else { "conversation_not_open" };
        assert_eq!(world.refused(assign(id, supervisor, supervisor)), code);
        assert_eq!(world.refused(assign_queue(id, supervisor, other)), code);
    }
}

#[test]
fn a_supervisors_transfer_keeps_the_former_agent_as_consultant_until_the_accept() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    world.ok(transfer(id, supervisor, colleague));
    assert_eq!(
        world.present(id),
        [(colleague, ParticipantMode::Primary, true), (agent, ParticipantMode::Consult, false)]
    );
    assert_eq!((world.free_units(agent), world.free_units(colleague)), (3, 2));
    world.agent_writes(id, agent, "she asks about her order", Visibility::Internal).unwrap();
    world.accept(id, colleague);
    assert_eq!(world.present(id), [(colleague, ParticipantMode::Primary, true)]);
    assert_eq!(world.left(id, agent), Some(ClosureReason::SupervisorTransferToAgent));
    assert_eq!(world.closures(id), [Some(ClosureReason::SupervisorTransferToAgent), None]);
}

#[test]
fn a_supervisor_transfers_what_waits_for_its_customer_too() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    assert_eq!(world.refused(transfer(id, agent, colleague)), "not_assigned_to_you");
    world.ok(transfer(id, supervisor, colleague));
    assert_eq!(world.state(id), (ConversationStatus::Active, StatusReason::AwaitingAgentAcceptance));
    assert_eq!(world.present(id), [(colleague, ParticipantMode::Primary, true)]);
    world.reject(id, colleague);
    assert_eq!(world.status(id), ConversationStatus::Active, "its former agent is free");
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn supervisors_transfer_within_the_queue_and_to_those_who_are_there() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    assert_eq!(world.refused(transfer(id, supervisor, supervisor)), "not_a_member");
    assert_eq!(world.refused(transfer(id, supervisor, agent)), "already_assigned");
    world.choose(colleague, BasePresence::Away);
    assert_eq!(world.refused(transfer(id, supervisor, colleague)), "agent_not_available");
}

#[test]
fn whatever_is_not_closed_is_forced_closed_once() {
    for scene in [World::accepted, World::wrapping_up, World::waiting] {
        let mut world = World::asynchronous();
        let (id, agent) = scene(&mut world);
        let supervisor = world.supervisor();
        let waits = world.status(id) == ConversationStatus::Waiting;
        world.ok(force_close(id, supervisor));
        assert_eq!(world.state(id), (ConversationStatus::Closed, StatusReason::ForceClosedBySupervisor));
        assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::ConversationClosed));
        let closure = world.closures(id).last().copied().flatten();
        assert_eq!(closure == Some(ClosureReason::ForceClose), !waits);
        assert_eq!((world.free_units(agent), world.statuses[&agent].open_sessions), (3, 0));
        assert_eq!(world.refused(force_close(id, supervisor)), "conversation_not_found");
    }
}

#[test]
fn an_open_conversation_and_one_on_offer_are_forced_closed_too() {
    let mut world = World::live_chat();
    let (waiting, supervisor) = (world.start(), world.supervisor());
    world.ok(force_close(waiting, supervisor));
    let (agent, offered) = (world.agent(), world.start());
    world.ok(force_close(offered, supervisor));
    assert_eq!(world.free_units(agent), 3);
    assert!(world.events.iter().any(|(_, event)| matches!(event, Event::OfferEnded { end: OfferEnd::Withdrawn, .. })));
}

#[test]
fn ones_own_conversation_is_neither_monitored_nor_joined_nor_forced_closed() {
    let mut world = World::live_chat();
    let (id, supervisor) = (world.start(), world.supervisor());
    world.pick(id, supervisor).unwrap();
    for input in [monitor(id, supervisor), join(id, supervisor), force_close(id, supervisor), leave(id, supervisor)] {
        assert_eq!(world.refused(input), "own_conversation");
    }
}

#[test]
fn a_monitor_reads_along_costs_nothing_and_nobody_is_told() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let supervisor = world.supervisor();
    world.forget_events();
    let messages = world.messages.len();
    world.ok(monitor(id, supervisor));
    assert_eq!(world.present(id)[1], (supervisor, ParticipantMode::Monitor, false));
    assert_eq!((world.free_units(supervisor), world.statuses[&supervisor].open_sessions), (3, 0));
    assert_eq!(world.messages.len(), messages);
    let told = world.events.iter().filter(|(_, event)| matches!(event, Event::ParticipantChanged { .. }));
    assert!(told.clone().count() == 1 && told.clone().all(|(audience, _)| audience.agents == [supervisor]));
    assert!(world.events.iter().all(|(audience, _)| audience.customer_of.is_none()));

    world.agent_says(id, agent, "hello").unwrap();
    let added = world.events.iter().rfind(|(_, event)| matches!(event, Event::MessageAdded { .. })).unwrap();
    assert_eq!(added.0.agents, [agent, supervisor]);
    assert_eq!(world.agent_says(id, supervisor, "hello").unwrap_err().code, "not_assigned_to_you");

    assert_eq!(world.refused(monitor(id, supervisor)), "already_taking_part");
    world.ok(leave(id, supervisor));
    assert_eq!(world.messages.len(), messages + 1);
    assert_eq!(world.refused(leave(id, supervisor)), "not_taking_part");
}

#[test]
fn wrap_up_is_monitored_open_and_waiting_conversations_are_not() {
    let mut world = World::asynchronous();
    let (wrapping_up, _) = world.wrapping_up();
    let supervisor = world.supervisor();
    world.ok(monitor(wrapping_up, supervisor));
    let (waiting, agent) = world.waiting();
    assert_eq!(world.refused(monitor(waiting, supervisor)), "conversation_not_active");
    world.choose(agent, BasePresence::Away);
    let mut quiet = World::live_chat();
    let (open, supervisor) = (quiet.start(), quiet.supervisor());
    assert_eq!(quiet.refused(monitor(open, supervisor)), "conversation_not_active");
}

#[test]
fn a_supervisor_who_joins_is_announced_to_both_sides_and_writes_to_the_customer() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    let supervisor = world.supervisor();
    world.ok(monitor(id, supervisor));
    world.ok(join(id, supervisor));
    assert_eq!(world.present(id)[1..], [(supervisor, ParticipantMode::Consult, true)]);
    let joined = world.messages.last().unwrap();
    assert_eq!(joined.sender, Sender::System { event: SystemMessage::AgentJoined });
    assert_eq!(joined.visibility, Visibility::Public);
    world.agent_says(id, supervisor, "may I help?").unwrap();
    assert_eq!(world.refused(join(id, supervisor)), "already_taking_part");
    world.ok(leave(id, supervisor));
    assert_eq!(world.system_messages(id).last(), Some(&SystemMessage::AgentLeft));
    assert_eq!(world.agent_says(id, supervisor, "bye").unwrap_err().code, "not_assigned_to_you");
}

#[test]
fn only_an_accepted_active_conversation_is_joined() {
    let mut world = World::live_chat();
    let (_, id, supervisor) = (world.agent(), world.start(), world.supervisor());
    assert_eq!(world.refused(join(id, supervisor)), "offer_not_accepted");
    let (ended, _) = World::wrapping_up(&mut world);
    assert_eq!(world.refused(join(ended, supervisor)), "conversation_ended");
}

#[test]
fn each_right_is_a_switch_of_the_organisation_and_none_is_an_agents() {
    type Switch = fn(&mut SupervisorRights);
    type Act = fn(ConversationId, AgentId, AgentId) -> Input;
    let acts: [(Switch, &str, Act); 5] = [
        (|rights| rights.monitor = false, "monitoring_off", |id, by, _| monitor(id, by)),
        (|rights| rights.monitor = false, "monitoring_off", |id, by, _| join(id, by)),
        (|rights| rights.assign = false, "assigning_off", assign),
        (|rights| rights.transfer = false, "transferring_off", transfer),
        (|rights| rights.force_close = false, "force_closing_off", |id, by, _| force_close(id, by)),
    ];
    for (switch_off, code, act) in acts {
        let mut world = World::live_chat();
        let (id, _) = world.accepted();
        let (colleague, supervisor) = (world.agent(), world.supervisor());
        let by_agent = if code == "transferring_off" { "not_assigned_to_you" } else { "supervisors_only" };
        assert_eq!(world.refused(act(id, colleague, colleague)), by_agent);
        world.change_settings(|settings| switch_off(&mut settings.supervisors));
        assert_eq!(world.refused(act(id, supervisor, colleague)), code);
    }
}

#[test]
fn guests_leave_with_their_browser_their_role_their_job_and_the_session() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let (lost, demoted, dismissed, last) =
        (world.supervisor(), world.supervisor(), world.supervisor(), world.supervisor());
    for supervisor in [lost, demoted, dismissed, last] {
        world.ok(monitor(id, supervisor));
    }
    world.change_agent(demoted, |agent| agent.role = Role::Agent);
    world.change_agent(dismissed, |agent| agent.active = false);
    world.disconnect(lost);
    world.pass(3 * MINUTE);
    assert_eq!(world.present(id).len(), 2);
    assert_eq!(world.left(id, lost), Some(ClosureReason::AgentDisconnected));
    world.end(id, agent);
    world.close(id, agent);
    assert_eq!(world.left(id, last), Some(ClosureReason::AgentEndConversation));
}

#[test]
fn looking_in_restarts_the_clock_of_idleness() {
    let mut world = World::asynchronous();
    let (id, supervisor) = (world.wrapping_up().0, world.supervisor());
    world.pass(DAY / 2);
    world.ok(monitor(id, supervisor));
    world.pass(DAY / 2 + MINUTE);
    assert_eq!(world.status(id), ConversationStatus::WrapUp);
}

#[test]
fn a_supervisor_sets_presences_until_the_next_accept_or_close() {
    let mut world = World::live_chat();
    let (agent, supervisor) = (world.agent(), world.supervisor());
    let reset = |base, by| Input::ResetPresence { agent_id: by, of_agent_id: agent, presence_id: presence(base).id };
    world.choose(agent, BasePresence::Away);
    assert_eq!(world.refused(reset(BasePresence::Available, agent)), "supervisors_only");
    assert_eq!(world.refused(reset(BasePresence::Inactive, supervisor)), "presence_not_settable");
    world.ok(reset(BasePresence::Available, supervisor));
    let status = world.statuses[&agent].clone();
    assert_eq!((status.base, status.source), (BasePresence::Available, PresenceSource::System));
    let id = world.start();
    world.accept(id, agent);
    assert_eq!(
        (world.presence_of(agent), world.statuses[&agent].source),
        (BasePresence::Busy, PresenceSource::Automatic)
    );
    world.disconnect(agent);
    assert_eq!(world.refused(reset(BasePresence::Available, supervisor)), "agent_not_connected");
    world.ok(reset(BasePresence::Offline, supervisor));
}
