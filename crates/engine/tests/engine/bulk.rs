//! Many conversations at once: each decided by itself, too many refused whole.

use crate::world::World;
use frontdesk_engine::{Bulk, BulkAct, Input, Reply};
use frontdesk_model::*;

fn bulk(agent_id: AgentId, conversations: &[ConversationId], act: BulkAct) -> Input {
    Input::Bulk(Box::new(Bulk { agent_id, conversations: conversations.to_vec(), act }))
}

/// The code of each refusal, empty where it was done.
fn answers(reply: Reply) -> Vec<String> {
    let Reply::Bulk { answers } = reply else { panic!("{reply:?}") };
    answers.into_iter().map(|answer| answer.refused.map_or(String::new(), |refusal| refusal.code)).collect()
}

#[test]
fn a_thousand_are_decided_at_once_and_the_history_of_the_closed_is_kept() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let there: Vec<_> = (0..50).map(|_| world.start()).collect();
    let mut ids = there.clone();
    ids.resize_with(1_000, || ConversationId(world.next_id()));
    let told = answers(world.ok(bulk(supervisor, &ids, BulkAct::ForceClose)));
    assert!(told[..50].iter().all(String::is_empty));
    assert!(told.len() == 1_000 && told[50..].iter().all(|code| code == "conversation_not_found"));
    assert!(there.iter().all(|id| world.status(*id) == ConversationStatus::Closed));
    assert!(there.iter().all(|id| world.closures(*id) == [Some(ClosureReason::ForceClose)]));
}

#[test]
fn each_is_decided_by_itself() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let (open, own, missing) = (world.start(), world.start(), ConversationId(world.next_id()));
    world.pick(own, supervisor).unwrap();
    let told = answers(world.ok(bulk(supervisor, &[own, open, missing, open], BulkAct::ForceClose)));
    assert_eq!(told, ["own_conversation", "", "conversation_not_found", "conversation_ended"]);
}

#[test]
fn open_ones_are_assigned_until_the_agent_is_full() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let ids: Vec<_> = (0..4).map(|_| world.start()).collect();
    let expert = world.colleague_with(|_| {});
    world.connect(expert);
    let act = BulkAct::AssignToAgent { to_agent_id: expert, regardless: false };
    assert_eq!(answers(world.ok(bulk(supervisor, &ids, act))), ["", "", "", "agent_not_available"]);
    let other = world.other_queue(&[expert]);
    let act = BulkAct::AssignToQueue { to_queue_id: other };
    assert_eq!(answers(world.ok(bulk(supervisor, &ids[2..], act))), ["conversation_not_open", ""]);
}

#[test]
fn active_ones_are_transferred() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let (first, agent) = world.accepted();
    let second = world.start();
    world.accept(second, agent);
    let colleague = world.agent();
    let act = BulkAct::TransferToAgent { to_agent_id: colleague };
    assert_eq!(answers(world.ok(bulk(supervisor, &[first, second], act))), ["", ""]);
    assert_eq!((world.agent_of(first), world.agent_of(second)), (Some(colleague), Some(colleague)));
}

#[test]
fn none_too_many_and_who_may_not_are_refused_whole() {
    let mut world = World::live_chat();
    let (agent, supervisor) = (world.agent(), world.supervisor());
    let id = world.start();
    assert_eq!(world.refused(bulk(agent, &[id], BulkAct::ForceClose)), "supervisors_only");
    assert_eq!(world.refused(bulk(supervisor, &[], BulkAct::ForceClose)), "no_conversations");
    for count in [1_001, 2_000] {
        assert_eq!(world.refused(bulk(supervisor, &vec![id; count], BulkAct::ForceClose)), "too_many_conversations");
    }
    world.change_settings(|settings| settings.supervisors.force_close = false);
    assert_eq!(world.refused(bulk(supervisor, &[id], BulkAct::ForceClose)), "force_closing_off");
    assert_eq!(world.status(id), ConversationStatus::Active);
}
