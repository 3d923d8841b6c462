//! Queues that everyone serves: who comes belongs to them at once, who leaves does not, and nobody has to say so.

use crate::world::World;
use frontdesk_model::*;

fn of_everyone(world: &mut World) -> QueueId {
    let queue = Queue { id: QueueId(world.next_id()), name: "Everyone".into(), everyone: true, ..Queue::default() };
    let id = queue.id;
    world.configure(queue);
    id
}

fn members(world: &World, id: QueueId) -> Vec<AgentId> {
    world.engine.queue(id).expect("is there").members.clone()
}

#[test]
fn whoever_comes_serves_it_at_once_and_gets_what_waits() {
    let mut world = World::live_chat();
    let first = world.colleague_with(|_| {});
    let queue = of_everyone(&mut world);
    let id = world.start_with(|new| new.queue_id = Some(queue));
    assert_eq!((members(&world, queue), world.agent_of(id)), (vec![first], None));
    let newcomer = world.agent();
    assert_eq!((members(&world, queue), world.agent_of(id)), (vec![first, newcomer], Some(newcomer)));
}

#[test]
fn whoever_leaves_serves_it_no_more_and_comes_back_as_the_last() {
    let mut world = World::live_chat();
    let (first, second) = (world.agent(), world.agent());
    let queue = of_everyone(&mut world);
    world.change_agent(first, |agent| agent.active = false);
    assert_eq!(members(&world, queue), [second]);
    world.change_agent(first, |agent| agent.active = true);
    assert_eq!(members(&world, queue), [second, first]);
    world.restart();
    assert_eq!(members(&world, queue), [second, first]);
}

#[test]
fn members_that_are_named_for_it_do_not_matter_and_stay_where_it_ends() {
    let mut world = World::live_chat();
    let (first, second) = (world.agent(), world.agent());
    let queue = world.other_queue(&[second]);
    world.change_queue(queue, |queue| queue.everyone = true);
    assert_eq!(members(&world, queue), [second, first]);
    world.change_queue(queue, |queue| queue.members.clear());
    assert_eq!(members(&world, queue), [second, first]);
    world.change_queue(queue, |queue| queue.everyone = false);
    assert_eq!(members(&world, queue), [second, first]);
    let third = world.agent();
    assert!(!members(&world, queue).contains(&third));
}

#[test]
fn work_may_be_sent_to_it_while_nobody_is_there_and_its_last_one_may_leave() {
    let mut world = World::live_chat();
    let queue = of_everyone(&mut world);
    assert_eq!(members(&world, queue), []);
    world.change_own_queue(|own| {
        let action = OverflowAction::TransferToQueue { queue_id: queue };
        own.overflow_waiting = Some(OverflowWaiting { after_ms: 60_000, action });
    });
    let only = world.agent();
    world.change_agent(only, |agent| agent.active = false);
    assert_eq!(members(&world, queue), []);
}

#[test]
fn who_comes_is_written_down_as_a_change_of_the_queue() {
    let mut world = World::live_chat();
    let queue = of_everyone(&mut world);
    let version = world.engine.queue(queue).expect("is there").version;
    world.set_up_rows();
    let agent = world.agent();
    assert_eq!(world.engine.queue(queue).expect("is there").version, version + 1);
    let rows = world.set_up_rows();
    let written = rows.iter().find_map(|row| match row {
        Row::Queue(row) if row.id == queue => Some(row.members.clone()),
        _ => None,
    });
    assert_eq!(written, Some(vec![agent]));
    let changed = |row: &Row| matches!(row, Row::SetUpChange(change) if change.id == queue.0);
    assert_eq!(rows.iter().filter(|row| changed(row)).count(), 1);
}
