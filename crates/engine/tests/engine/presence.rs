//! Presence: what the load makes of it, what agents choose, what a lost browser and a missed offer do to it.

use crate::world::{MINUTE, World, presence};
use frontdesk_engine::Input;
use frontdesk_model::BasePresence::*;
use frontdesk_model::*;

#[test]
fn load_moves_presence_from_available_over_busy_to_do_not_disturb_and_back() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 2);
    assert_eq!(world.presence_of(agent), Available);
    let first = world.start();
    assert_eq!(world.presence_of(agent), Busy);
    let second = world.start();
    assert_eq!(world.presence_of(agent), DoNotDisturb);
    for id in [first, second] {
        world.accept(id, agent);
        world.end(id, agent);
        world.close(id, agent);
    }
    assert_eq!(world.presence_of(agent), Available);
}

#[test]
fn as_many_sessions_as_allowed_make_do_not_disturb() {
    let mut world = World::live_chat();
    world.change_settings(|settings| settings.sessions_max = 2);
    let agent = world.agent_with(|agent| agent.capacity_units = 9);
    for _ in 0..2 {
        let id = world.start();
        world.accept(id, agent);
    }
    assert_eq!(world.presence_of(agent), DoNotDisturb);
}

#[test]
fn another_limit_of_sessions_counts_at_once() {
    let mut world = World::live_chat();
    let (_, agent) = world.accepted();
    world.change_settings(|settings| settings.sessions_max = 1);
    assert_eq!(world.presence_of(agent), DoNotDisturb);
    world.change_settings(|settings| settings.sessions_max = 10);
    assert_eq!(world.presence_of(agent), Busy);
}

#[test]
fn a_chosen_busy_lasts_until_the_next_accept_and_a_chosen_available_until_the_next_close() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, Busy);
    let id = world.start();
    world.accept(id, agent);
    assert_eq!(world.statuses[&agent].source, PresenceSource::Automatic);
    world.choose(agent, Available);
    assert_eq!(world.presence_of(agent), Available);
    world.end(id, agent);
    assert_eq!(world.presence_of(agent), Available);
    world.choose(agent, Busy);
    world.close(id, agent);
    assert_eq!(world.presence_of(agent), Available);
}

#[test]
fn away_do_not_disturb_and_offline_stay_until_changed() {
    for chosen in [Away, DoNotDisturb, Offline] {
        let mut world = World::with(|workstream| workstream.pick_from_push = true);
        let agent = world.agent();
        world.choose(agent, chosen);
        let id = world.start();
        assert_eq!(world.agent_of(id), None);
        world.pick(id, agent).unwrap();
        world.end(id, agent);
        world.close(id, agent);
        assert_eq!(world.presence_of(agent), chosen);
    }
}

#[test]
fn a_missed_offer_makes_inactive_until_the_agent_acts() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let (worked_on, missed) = (world.start(), world.start());
    world.accept(worked_on, agent);
    world.pass(2 * MINUTE);
    assert_eq!(world.presence_of(agent), Inactive);
    world.pass(5 * MINUTE);
    assert_eq!(world.agent_of(missed), None);
    world.agent_says(worked_on, agent, "I am here").unwrap();
    assert_eq!(world.agent_of(missed), Some(agent));
    assert_eq!(world.presence_of(agent), Busy);
}

#[test]
fn a_missed_offer_changes_nothing_where_the_organisation_does_not_want_it() {
    let mut world = World::live_chat();
    world.change_settings(|settings| settings.inactive_after_missed_offer = false);
    let (agent, _) = (world.agent(), world.start());
    world.pass(2 * MINUTE);
    assert_eq!(world.presence_of(agent), Available);
}

#[test]
fn a_rejected_offer_makes_do_not_disturb_where_the_organisation_wants_it() {
    let mut world = World::live_chat();
    world.change_settings(|settings| settings.do_not_disturb_after_reject = true);
    let (agent, id) = (world.agent(), world.start());
    world.reject(id, agent);
    assert_eq!(world.presence_of(agent), DoNotDisturb);
    world.choose(agent, Available);
    assert_eq!(world.presence_of(agent), Available);
}

#[test]
fn a_lost_browser_is_offline_at_once_and_finds_its_presence_if_back_in_time() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, Away);
    world.disconnect(agent);
    assert_eq!(world.presence_of(agent), Offline);
    world.pass(149_999);
    world.connect(agent);
    assert_eq!(world.presence_of(agent), Away);
    assert_eq!(world.statuses[&agent].lost, None);
}

#[test]
fn a_browser_that_is_back_too_late_gets_the_presence_that_its_load_says() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, Away);
    world.disconnect(agent);
    world.pass(150_000);
    assert_eq!(world.statuses[&agent].lost, None);
    world.connect(agent);
    assert_eq!(world.presence_of(agent), Available);
}

#[test]
fn the_last_browser_counts_and_only_the_last() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.connect(agent);
    world.disconnect(agent);
    assert_eq!(world.presence_of(agent), Available);
    world.disconnect(agent);
    assert_eq!(world.presence_of(agent), Offline);
    world.disconnect(agent);
    assert_eq!(world.presence_of(agent), Offline);
}

#[test]
fn an_agent_who_is_back_in_time_keeps_their_conversations() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.disconnect(agent);
    world.pass(100_000);
    world.connect(agent);
    world.pass(10 * MINUTE);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn signing_out_is_offline_without_return_even_while_another_browser_is_open() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, Away);
    world.ok(Input::AgentSignedOut { agent_id: agent });
    assert_eq!(world.presence_of(agent), Offline);
    let id = world.start();
    assert_eq!(world.agent_of(id), None);
    world.disconnect(agent);
    assert_eq!(world.statuses[&agent].lost, None);
    world.connect(agent);
    assert_eq!(world.presence_of(agent), Busy);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn sign_in_takes_the_default_presence_of_the_agent() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.default_presence_id = Some(presence(Away).id));
    assert_eq!(world.presence_of(agent), Away);
}

#[test]
fn custom_presences_stand_for_their_base_and_automatic_moves_use_the_default_one() {
    let mut world = World::live_chat();
    let lunch = Presence { id: PresenceId(world.next_id()), name: "Lunch".into(), is_default: false, ..presence(Away) };
    let phone = Presence { id: PresenceId(world.next_id()), name: "Phone".into(), is_default: false, ..presence(Busy) };
    world.configure(lunch.clone());
    world.configure(phone);
    let agent = world.agent();
    world.start();
    assert_eq!(world.statuses[&agent].presence_id, presence(Busy).id);
    world.ok(Input::SetPresence { agent_id: agent, presence_id: lunch.id });
    assert_eq!((world.statuses[&agent].presence_id, world.presence_of(agent)), (lunch.id, Away));
}

#[test]
fn what_only_the_system_sets_and_what_is_not_there_cannot_be_chosen() {
    let mut world = World::live_chat();
    let agent_id = world.agent();
    let choose = |presence_id| Input::SetPresence { agent_id, presence_id };
    assert_eq!(world.refused(choose(presence(Inactive).id)), "presence_not_settable");
    let nobody = PresenceId(world.next_id());
    assert_eq!(world.refused(choose(nobody)), "presence_not_found");
}
