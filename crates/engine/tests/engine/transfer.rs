//! Transfers: to a colleague who may refuse, to a queue that may be empty.

use crate::world::{MINUTE, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

fn transfer(conversation_id: ConversationId, agent_id: AgentId, to_agent_id: AgentId) -> Input {
    Input::TransferToAgent { conversation_id, agent_id, to_agent_id }
}

#[test]
fn a_colleague_is_offered_it_whatever_their_capacity() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let full = world.colleague_with(|agent| agent.capacity_units = 0);
    world.connect(full);
    world.ok(transfer(id, agent, full));
    assert_eq!(world.state(id), (ConversationStatus::Active, StatusReason::AwaitingAgentAcceptance));
    assert_eq!((world.agent_of(id), world.conversation(id).transfer_count), (Some(full), 1));
    assert_eq!(world.closures(id), [Some(ClosureReason::AgentTransferred), None]);
    assert_eq!(world.engine.participants(id)[0].assign_reason.as_deref(), Some("AgentTransfer"));
    world.accept(id, full);
    assert_eq!(world.conversation(id).last_agent_id, Some(full));
}

#[test]
fn a_colleague_who_refuses_or_misses_it_leaves_it_to_the_queue() {
    for reject in [true, false] {
        let mut world = World::live_chat();
        let (id, agent) = world.accepted();
        let colleague = world.colleague_with(|_| {});
        world.connect(colleague);
        world.choose(agent, BasePresence::Away);
        world.ok(transfer(id, agent, colleague));
        if reject {
            world.reject(id, colleague);
        } else {
            world.pass(2 * MINUTE);
        }
        assert_eq!((world.status(id), world.agent_of(id)), (ConversationStatus::Open, None));
        world.choose(agent, BasePresence::Available);
        assert_eq!(world.agent_of(id), Some(agent));
    }
}

#[test]
fn nobody_is_transferred_to_who_is_not_there_for_it() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let colleague = world.agent();
    for base in [BasePresence::DoNotDisturb, BasePresence::Away, BasePresence::Offline] {
        world.choose(colleague, base);
        assert_eq!(world.refused(transfer(id, agent, colleague)), "agent_not_available");
    }
    world.choose(colleague, BasePresence::Busy);
    world.change_agent(colleague, |agent| agent.active = false);
    assert_eq!(world.refused(transfer(id, agent, colleague)), "agent_not_available");
    assert_eq!(world.refused(transfer(id, agent, agent)), "already_assigned");
    let nobody = AgentId(world.next_id());
    assert_eq!(world.refused(transfer(id, agent, nobody)), "agent_not_found");
}

#[test]
fn only_its_agent_transfers_and_only_what_is_accepted_but_supervisors_may_too() {
    let mut world = World::live_chat();
    let (agent, id) = (world.agent(), world.start());
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    assert_eq!(world.refused(transfer(id, agent, colleague)), "offer_not_accepted");
    world.accept(id, agent);
    assert_eq!(world.refused(transfer(id, colleague, colleague)), "not_assigned_to_you");
    world.ok(transfer(id, supervisor, colleague));
    assert_eq!(world.closures(id), [Some(ClosureReason::SupervisorTransferToAgent), None]);
}

#[test]
fn a_transfer_to_a_supervisor_is_an_escalation() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let supervisor = world.supervisor();
    world.ok(transfer(id, agent, supervisor));
    assert_eq!((world.conversation(id).transfer_count, world.conversation(id).escalation_count), (1, 1));
}

#[test]
fn another_queue_gives_it_to_its_own_members() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.pass(MINUTE);
    let expert = world.supervisor();
    let other = world.other_queue(&[expert]);
    world.ok(Input::TransferToQueue { conversation_id: id, agent_id: agent, to_queue_id: other });
    assert_eq!(world.agent_of(id), Some(expert));
    let conversation = world.conversation(id);
    assert_eq!((conversation.queue_id, conversation.queued_at), (Some(other), Some(world.now)));
    assert_eq!(world.free_units(agent), 3);
    assert_eq!(world.engine.session(id).unwrap().queue_id, Some(other));
}

#[test]
fn a_queue_that_is_not_there_is_refused() {
    let mut world = World::live_chat();
    let (conversation_id, agent_id) = world.accepted();
    let to_queue_id = QueueId(world.next_id());
    let transfer = Input::TransferToQueue { conversation_id, agent_id, to_queue_id };
    assert_eq!(world.refused(transfer), "queue_not_found");
}

#[test]
fn talk_is_summed_over_agents() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let colleague = world.agent();
    world.pass(MINUTE);
    world.ok(transfer(id, agent, colleague));
    world.pass(MINUTE);
    world.accept(id, colleague);
    world.pass(MINUTE);
    world.end(id, colleague);
    assert_eq!(world.conversation(id).talk_ms, 2 * MINUTE);
}
