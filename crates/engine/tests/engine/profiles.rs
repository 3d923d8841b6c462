//! Capacity profiles: what they let through, when a unit comes back, and what they do to presence.

use crate::world::{DAY, MINUTE, World};
use PassedOverReason::{Blocked, NoProfile, ProfileFull};
use frontdesk_engine::{AlarmReason, Input};
use frontdesk_model::*;

const HOUR: u64 = 60 * MINUTE;

fn has(agent: &mut Agent, profiles: &[(CapacityProfileId, Option<u32>)]) {
    let own =
        |(profile_id, units_max): &(_, _)| AgentCapacityProfile { profile_id: *profile_id, units_max: *units_max };
    agent.capacity_profiles = profiles.iter().map(own).collect();
}

/// Work that takes profiles and no units.
fn takes(world: &mut World, profiles: &[CapacityProfileId]) {
    let profiles = profiles.to_vec();
    world.change_workstream(|workstream| (workstream.capacity_units, workstream.capacity_profiles) = (0, profiles));
}

fn finish(world: &mut World, id: ConversationId, agent: AgentId) {
    world.accept(id, agent);
    world.end(id, agent);
    world.close(id, agent);
}

fn load(world: &World, agent: AgentId) -> Vec<(CapacityProfileId, u32, u32)> {
    let profiles = world.statuses[&agent].load.profiles.iter();
    profiles.map(|load| (load.profile_id, load.held_units, load.spent_units)).collect()
}

#[test]
fn a_conversation_takes_a_unit_of_each_profile_and_all_must_have_room() {
    let mut world = World::live_chat();
    let (chat, vip) = (world.capacity_profile("Chat", |it| it.units_max = 2), world.capacity_profile("Vip", |_| {}));
    takes(&mut world, &[chat, vip]);
    let lacks = world.agent_with(|agent| has(agent, &[(chat, None)]));
    let agent = world.agent_with(|agent| has(agent, &[(chat, None), (vip, None)]));
    let (first, second) = (world.start(), world.start());
    assert_eq!((world.agent_of(first), world.agent_of(second)), (Some(agent), None));
    let mut both = [(chat, 1, 0), (vip, 1, 0)];
    both.sort();
    assert_eq!(load(&world, agent), both);
    assert_eq!(world.passed_over(second), [(lacks, NoProfile), (agent, ProfileFull)]);
    finish(&mut world, first, agent);
    assert_eq!(world.agent_of(second), Some(agent));
}

#[test]
fn an_agents_own_limit_goes_before_that_of_the_profile_and_a_higher_one_is_used_at_once() {
    let mut world = World::live_chat();
    let chat = world.capacity_profile("Chat", |_| {});
    takes(&mut world, &[chat]);
    let agent = world.agent_with(|agent| has(agent, &[(chat, Some(0))]));
    let ids = [world.start(), world.start(), world.start()];
    let held = |world: &World| ids.iter().filter(|id| world.agent_of(**id) == Some(agent)).count();
    assert_eq!(held(&world), 0);
    world.change_agent(agent, |agent| has(agent, &[(chat, None)]));
    assert_eq!(held(&world), 1);
    world.configure(CapacityProfile { id: chat, name: "Chat".into(), units_max: 2, ..CapacityProfile::default() });
    assert_eq!(held(&world), 2);
}

#[test]
fn where_profiles_alone_count_highest_capacity_goes_by_their_free_units() {
    let mut world = World::live_chat();
    let chat = world.capacity_profile("Chat", |it| it.units_max = 5);
    takes(&mut world, &[chat]);
    let many_units = world.agent_with(|agent| {
        agent.capacity_units = 50;
        has(agent, &[(chat, Some(2))]);
    });
    let many_chats = world.agent_with(|agent| {
        agent.capacity_units = 0;
        has(agent, &[(chat, None)]);
    });
    let id = world.start();
    assert_eq!(world.assigned(id).2, [many_chats, many_units]);
}

#[test]
fn a_full_blocking_profile_stops_all_assignment_whatever_it_takes() {
    let mut world = World::live_chat();
    let call = world.capacity_profile("Call", |it| it.blocks_assignment = true);
    let plain = world.workstream.clone();
    let calls = Workstream {
        id: WorkstreamId(world.next_id()),
        name: "Calls".into(),
        capacity_units: 0,
        capacity_profiles: vec![call],
        ..plain
    };
    world.configure(calls.clone());
    let agent = world.agent_with(|agent| has(agent, &[(call, None)]));
    let first = world.start_with(|new| new.workstream_id = calls.id);
    assert!(world.statuses[&agent].load.blocked);
    world.choose(agent, BasePresence::Available);
    let second = world.start();
    assert_eq!(world.passed_over(second), [(agent, Blocked)]);
    finish(&mut world, first, agent);
    assert!(!world.statuses[&agent].load.blocked);
    assert_eq!(world.agent_of(second), Some(agent));
}

#[test]
fn a_unit_that_comes_back_at_the_end_of_the_day_stays_spent_until_local_midnight() {
    let mut world = World::live_chat();
    world.change_settings(|settings| settings.time_zone = "Asia/Kolkata".into());
    let quota = world.capacity_profile("Quota", |it| it.reset = CapacityReset::EndOfDay);
    takes(&mut world, &[quota]);
    world.change_workstream(|workstream| workstream.wrap_up_block = WrapUpBlock::Never);
    let agent = world.agent_with(|agent| has(agent, &[(quota, None)]));
    let (first, second) = (world.start(), world.start());
    world.accept(first, agent);
    world.end(first, agent);
    // Wrap-up that never blocks gives nothing of it back.
    assert_eq!(load(&world, agent), [(quota, 0, 1)]);
    world.close(first, agent);
    assert_eq!((load(&world, agent), world.agent_of(second)), (vec![(quota, 0, 1)], None));
    world.ok(Input::CustomerEnd { conversation_id: second });

    let until = world.statuses[&agent].load.profiles[0].spent_until.unwrap();
    let kolkata = 5 * HOUR + HOUR / 2;
    assert_eq!(u64::try_from(until.as_millis()).unwrap() % DAY, DAY - kolkata);
    world.restart();
    world.connect(agent);
    assert_eq!(load(&world, agent), [(quota, 0, 1)]);
    assert_eq!(world.alarm(), Some((until.since(world.now), AlarmReason::CapacityReset)));
    world.pass(until.since(world.now));
    assert_eq!(load(&world, agent), []);
    let third = world.start();
    assert_eq!(world.agent_of(third), Some(agent));
}

#[test]
fn an_offer_that_was_never_accepted_spends_nothing_of_the_day() {
    let mut world = World::live_chat();
    let quota = world.capacity_profile("Quota", |it| it.reset = CapacityReset::EndOfDay);
    takes(&mut world, &[quota]);
    let agent = world.agent_with(|agent| has(agent, &[(quota, None)]));
    let id = world.start();
    world.reject(id, agent);
    assert_eq!(load(&world, agent), []);
}

#[test]
fn a_profile_that_a_rule_adds_counts_beside_those_of_the_workstream() {
    let mut world = World::live_chat();
    let vip = world.capacity_profile("Vip", |_| {});
    let rule = ClassificationRule {
        name: "Vip".into(),
        when: frontdesk_predicate::Predicate::parse("has(context.vip)").unwrap(),
        outputs: vec![Classification::CapacityProfile { profile_id: vip }],
    };
    let ruleset = Ruleset {
        id: RulesetId(world.next_id()),
        name: "Vip".into(),
        workstream_id: world.workstream.id,
        position: 1,
        rules: Rules::Classification(vec![rule]),
        version: 0,
    };
    world.configure(ruleset);
    let agent = world.agent_with(|agent| has(agent, &[(vip, None)]));
    let first = world.start_asking(&[("vip", 1)]);
    let second = world.start_asking(&[("vip", 1)]);
    let plain = world.start();
    assert_eq!([first, second, plain].map(|id| world.agent_of(id)), [Some(agent), None, Some(agent)]);
    assert_eq!(world.conversation(first).demand.held_profiles, [vip]);
    assert_eq!(world.free_units(agent), 1);
}

#[test]
fn picks_may_overdraw_a_profile() {
    let mut world = World::with(|workstream| workstream.pick_from_push = true);
    let chat = world.capacity_profile("Chat", |_| {});
    takes(&mut world, &[chat]);
    let agent = world.agent_with(|agent| has(agent, &[(chat, None)]));
    let (_, second) = (world.start(), world.start());
    world.pick(second, agent).unwrap();
    assert_eq!(load(&world, agent), [(chat, 2, 0)]);
}

#[test]
fn presence_is_busy_with_room_in_a_profile_and_do_not_disturb_when_all_are_full() {
    let mut world = World::live_chat();
    let (chat, mail) = (world.capacity_profile("Chat", |_| {}), world.capacity_profile("Mail", |_| {}));
    takes(&mut world, &[chat]);
    let agent = world.agent_with(|agent| {
        agent.capacity_units = 0;
        has(agent, &[(chat, None), (mail, None)]);
    });
    assert_eq!(world.presence_of(agent), BasePresence::Available);
    let first = world.start();
    assert_eq!(world.presence_of(agent), BasePresence::Busy);
    world.change_agent(agent, |agent| has(agent, &[(chat, None)]));
    assert_eq!(world.presence_of(agent), BasePresence::DoNotDisturb);
    finish(&mut world, first, agent);
    assert_eq!(world.presence_of(agent), BasePresence::Available);
}

#[test]
fn one_full_blocking_profile_suffices_for_do_not_disturb() {
    let mut world = World::live_chat();
    let (call, mail) =
        (world.capacity_profile("Call", |it| it.blocks_assignment = true), world.capacity_profile("Mail", |_| {}));
    takes(&mut world, &[call]);
    let agent = world.agent_with(|agent| has(agent, &[(call, None), (mail, None)]));
    world.start();
    assert_eq!(world.presence_of(agent), BasePresence::DoNotDisturb);
}

#[test]
fn what_is_held_of_profiles_is_found_again_after_a_restart() {
    let mut world = World::live_chat();
    let call = world.capacity_profile("Call", |it| it.blocks_assignment = true);
    takes(&mut world, &[call]);
    let agent = world.agent_with(|agent| has(agent, &[(call, None)]));
    let id = world.start();
    world.accept(id, agent);
    world.statuses.get_mut(&agent).unwrap().load.profiles.clear();
    world.restart();
    assert_eq!((load(&world, agent), world.statuses[&agent].load.blocked), (vec![(call, 1, 0)], true));
}

#[test]
fn whoever_has_no_units_at_all_comes_in_the_order_of_the_method_too() {
    let mut world = World::live_chat();
    let chat = world.capacity_profile("Chat", |it| it.units_max = 9);
    takes(&mut world, &[chat]);
    world.change_own_queue(|queue| queue.method = AssignmentMethod::AdvancedRoundRobin);
    let without_units = world.agent_with(|agent| {
        has(agent, &[(chat, None)]);
        agent.capacity_units = 0;
    });
    let other = world.agent_with(|agent| has(agent, &[(chat, None)]));
    let chosen: Vec<_> = (0..4)
        .map(|_| {
            world.pass(1);
            let id = world.start();
            world.agent_of(id).unwrap()
        })
        .collect();
    assert_eq!(chosen, [without_units, other, without_units, other]);
}
