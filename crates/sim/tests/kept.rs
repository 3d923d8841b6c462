//! Scripts that broke a promise once, without the steps that did not matter; each with the sentence that explains it.
//! Saved by `--save`. Knows no case of its own.

use frontdesk_engine::Engine;
use frontdesk_sim::{Script, World, run_script};

#[track_caller]
fn assert_holds(script: &Script) {
    let broken = run_script(script, |world: &World| Engine::new(world.organization.clone()));
    assert!(broken.is_ok(), "{broken:?}");
}

#[track_caller]
fn read(json: &str) -> Script {
    serde_json::from_str(json).expect("a script that --save wrote")
}

#[test]
fn a_new_agent_is_told_with_their_status() {
    // Their first status was written, but nobody heard of it until it changed.
    assert_holds(&Script { world: World::random(1), steps: Vec::new() });
}

#[test]
fn presence_follows_a_new_limit_of_sessions_at_once() {
    // An agent with as many sessions as the new maximum allows stayed Busy.
    assert_holds(&read(include_str!("kept/fewer_sessions_allowed.json")));
}

#[test]
fn an_agent_who_does_not_return_after_a_restart_loses_what_they_took_meanwhile() {
    // Idle at the restart, they accepted before their browser was back; it never came, and the customer waited for ever.
    assert_holds(&read(include_str!("kept/gone_after_a_restart.json")));
}
