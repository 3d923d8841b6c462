//! Operating hours at work: queues that are closed when something comes, agents who come to their desks.

use crate::world::{MINUTE, World};
use frontdesk_engine::AlarmReason;
use frontdesk_model::*;

const DAY: u64 = 24 * 60 * MINUTE;

/// The next Tuesday, at this hour UTC.
fn tuesday(world: &mut World, hour: u64) {
    let now = u64::try_from(world.now.0).unwrap();
    // 1970 began on a Thursday.
    let days = (12 - now / DAY % 7) % 7 + 7;
    world.pass(days * DAY - now % DAY + hour * 60 * MINUTE);
}

#[test]
fn a_queue_overflows_out_of_hours_and_not_within() {
    for (hour, taken) in [(8, false), (9, true), (16, true), (17, false)] {
        let mut world = World::live_chat();
        let hours = world.office_hours();
        let queue = world.queue_named("Office", |queue| {
            queue.operating_hours_id = Some(hours);
            let (condition, action) = (OverflowCondition::OutOfHours, OverflowAction::EndConversation);
            queue.overflow_before = vec![OverflowBefore { condition, action }];
        });
        tuesday(&mut world, hour);
        let id = world.start_with(|new| new.queue_id = Some(queue));
        assert_eq!(world.status(id) == ConversationStatus::Open, taken, "at {hour}");
    }
}

#[test]
fn hours_that_an_agent_keeps_have_one_alarm_at_each_change_and_those_of_queues_none() {
    let mut world = World::live_chat();
    let hours = world.office_hours();
    world.queue_named("Office", |queue| queue.operating_hours_id = Some(hours));
    assert_eq!(world.alarm(), None);
    let agent = world.colleague_with(|agent| agent.operating_hours_id = Some(hours));
    tuesday(&mut world, 8);
    assert_eq!(world.alarm(), Some((60 * MINUTE, AlarmReason::HoursChange)));
    world.pass(60 * MINUTE);
    assert_eq!(world.alarm(), Some((8 * 60 * MINUTE, AlarmReason::HoursChange)));
    world.change_agent(agent, |agent| agent.operating_hours_id = None);
    assert_eq!(world.alarm(), None);
}
