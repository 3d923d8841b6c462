//! Every clock of the contract with its default, and what restarts it.

use crate::world::{DAY, MINUTE, SECOND, World};
use frontdesk_engine::AlarmReason;
use frontdesk_model::{ConversationMode, ConversationStatus::*, StatusReason, WrapUpBlock};

#[test]
fn live_chat_open_is_closed_after_twenty_minutes() {
    let mut world = World::live_chat();
    let id = world.start();
    assert_eq!(world.alarm(), Some((20 * MINUTE, AlarmReason::AutoClose)));
    world.pass(20 * MINUTE);
    assert_eq!(world.state(id), (Closed, StatusReason::AutoClosedBySystem));
}

#[test]
fn live_chat_active_is_never_closed_by_the_clock_unless_it_is_set() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    assert_eq!(world.alarm(), None);
    world.change_settings(|settings| settings.timers.live_chat_active_close_ms = Some(MINUTE));
    world.pass(5 * MINUTE);
    assert_eq!(world.status(id), Closed);
}

#[test]
fn asynchronous_open_and_active_are_closed_after_thirty_days_and_wrap_up_after_one() {
    let mut world = World::asynchronous();
    let open = world.start();
    world.pass(30 * DAY);
    assert_eq!(world.status(open), Closed);

    let (active, _) = world.accepted();
    world.pass(30 * DAY - 1);
    assert_eq!(world.status(active), Active);
    world.pass(1);
    assert_eq!(world.status(active), Closed);

    let (wrapping_up, _) = world.wrapping_up();
    world.pass(DAY);
    assert_eq!(world.status(wrapping_up), Closed);
}

#[test]
fn persistent_chat_active_is_never_closed_by_the_clock() {
    let mut world = World::with(|workstream| workstream.mode = ConversationMode::PersistentChat);
    let (id, _) = world.accepted();
    world.pass(365 * DAY);
    assert_eq!(world.status(id), Active);
}

#[test]
fn auto_close_looks_in_steps_of_the_scan_or_at_the_exact_moment() {
    let mut world = World::live_chat();
    world.pass(SECOND);
    world.start();
    assert_eq!(world.alarm(), Some((25 * MINUTE - SECOND, AlarmReason::AutoClose)));
    world.change_settings(|settings| settings.timers.auto_close_scan_ms = 0);
    assert_eq!(world.alarm(), Some((20 * MINUTE, AlarmReason::AutoClose)));
}

#[test]
fn messages_restart_the_clock_and_marks_do_not() {
    let mut world = World::live_chat();
    let id = world.start();
    world.pass(10 * MINUTE);
    world.customer_says(id, "anyone there?");
    assert_eq!(world.alarm(), Some((20 * MINUTE, AlarmReason::AutoClose)));
    world.pass(10 * MINUTE);
    world.ok(frontdesk_engine::Input::CustomerMarks { conversation_id: id, delivered: 1, read: 1 });
    assert_eq!(world.alarm(), Some((10 * MINUTE, AlarmReason::AutoClose)));
}

#[test]
fn waiting_closes_after_the_inactivity_of_its_workstream_or_never() {
    let mut world = World::asynchronous();
    let (id, _) = world.waiting();
    assert_eq!(world.alarm(), Some((DAY, AlarmReason::AutoClose)));
    world.change_workstream(|workstream| workstream.close_after_inactivity_ms = None);
    world.pass(365 * DAY);
    assert_eq!(world.status(id), Waiting);
}

#[test]
fn wrap_up_lasts_the_larger_of_auto_close_and_blocked_capacity() {
    let hour = 60 * MINUTE;
    let mut world = World::with(|workstream| workstream.wrap_up_block = WrapUpBlock::For { milliseconds: hour });
    let (id, _) = world.wrapping_up();
    world.pass(hour - 1);
    assert_eq!(world.status(id), WrapUp);
    world.pass(1);
    assert_eq!(world.status(id), Closed);
}

#[test]
fn a_workstream_may_wait_longer_for_its_live_chat_customers() {
    let mut world = World::with(|workstream| workstream.reconnect_within_ms = Some(10 * MINUTE));
    let (id, _) = world.accepted();
    world.customer_disconnects(id);
    assert_eq!(world.alarm(), Some((10 * MINUTE, AlarmReason::CustomerGone)));
    world.pass(10 * MINUTE);
    assert_eq!(world.status(id), WrapUp);
}

#[test]
fn an_alarm_handled_late_does_all_that_was_due_by_then() {
    let mut world = World::live_chat();
    let ids: Vec<_> = (0..3).map(|_| world.start()).collect();
    world.now = world.now + DAY;
    world.pass(0);
    assert!(ids.iter().all(|id| world.status(*id) == Closed));
    assert_eq!(world.alarm(), None);
}

#[test]
fn an_agent_gone_for_good_gives_their_conversations_back_with_a_word_to_the_customer() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.disconnect(agent);
    assert_eq!(world.alarm(), Some((150 * SECOND, AlarmReason::BrowserRestore)));
    world.pass(150 * SECOND);
    assert_eq!(world.status(id), Open);
    assert_eq!(world.system_messages(id).last(), Some(&frontdesk_model::SystemMessage::AgentDisconnected));
}
