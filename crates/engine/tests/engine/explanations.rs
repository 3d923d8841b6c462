//! What is written down of each decision, and why a conversation waits: the first reason against each member.

use crate::world::{MINUTE, World};
use PassedOverReason::*;
use frontdesk_engine::Input;
use frontdesk_model::*;

fn waits(world: &World, id: ConversationId) -> Vec<(QueueId, Considered)> {
    let steps = world.steps(id).into_iter().filter_map(|step| match step {
        RoutingStep::Waits { queue_id, considered, .. } => Some((queue_id, considered)),
        _ => None,
    });
    steps.collect()
}

#[test]
fn each_member_is_passed_over_for_the_first_reason_against_them() {
    let mut world = World::live_chat();
    world.change_settings(|settings| settings.declines_allowed = 2);
    world.change_workstream(|workstream| workstream.capacity_units = 2);
    let french = world.asked_skill("french");
    let decliner = world.agent_rated(&[(french, 5)]);
    let id = world.start_asking(&[("french", 5)]);
    world.reject(id, decliner);
    let gone = world.agent();
    world.change_agent(gone, |agent| agent.active = false);
    let offline = world.agent();
    world.disconnect(offline);
    let away = world.agent();
    world.choose(away, BasePresence::Away);
    let unskilled = world.agent_with(|agent| agent.capacity_units = 0);
    let full = world.agent_with(|agent| {
        agent.skills = vec![SkillRating { skill_id: french, proficiency: 9 }];
        agent.capacity_units = 1;
    });
    let expected = [
        (gone, Deactivated),
        (offline, NotConnected),
        (away, Presence),
        (unskilled, Skill),
        (full, Units),
        (decliner, DeclinedRecently),
    ];
    assert_eq!(world.passed_over(id), expected);
    world.pass(MINUTE);
    world.reject(id, decliner);
    assert_eq!(world.passed_over(id).last(), Some(&(decliner, Declined)));
}

#[test]
fn an_assignment_says_whom_it_considered_best_first_and_what_was_asked() {
    let mut world = World::live_chat();
    let second = world.agent();
    let first = world.agent_with(|agent| agent.capacity_units = 9);
    let away = world.agent();
    world.choose(away, BasePresence::Away);
    let id = world.start_with(|new| new.priority = Priority::High);
    let expected = RoutingStep::Assigned {
        agent_id: first,
        queue_id: world.queue.id,
        method: AssignmentMethod::HighestCapacity,
        rule: None,
        because: AssignedBecause::FirstInOrder,
        demand: DemandSeen { priority: Priority::High, waited_ms: 0, units: 1, ..DemandSeen::default() },
        considered: Considered {
            eligible: vec![first, second],
            passed_over: vec![PassedOver { reason: Presence, agents: vec![away] }],
            unlisted: 0,
        },
    };
    assert_eq!(world.steps(id).last(), Some(&expected));
}

#[test]
fn that_it_waits_is_written_down_once_for_each_time_it_comes_into_a_line() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, BasePresence::Away);
    let id = world.start();
    assert_eq!(waits(&world, id).len(), 1);
    assert_eq!(waits(&world, id)[0].1.passed_over, [PassedOver { reason: Presence, agents: vec![agent] }]);
    world.customer_says(id, "hello?");
    world.pass(MINUTE);
    world.change_workstream(|workstream| workstream.offer_timeout_ms = MINUTE);
    assert_eq!(waits(&world, id).len(), 1);
    world.choose(agent, BasePresence::Available);
    world.reject(id, agent);
    let again = waits(&world, id);
    assert_eq!(again.len(), 2);
    assert_eq!(again[1].1.passed_over, [PassedOver { reason: DeclinedRecently, agents: vec![agent] }]);
}

#[test]
fn what_finds_an_agent_at_once_never_waits() {
    let mut world = World::live_chat();
    world.agent();
    let id = world.start();
    assert_eq!(waits(&world, id), []);
}

#[test]
fn why_it_waits_now_follows_what_changes_and_says_whose_turn_is_before_it() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 1);
    let taken = world.start();
    let (first, second) = (world.start(), world.start());
    let now = world.engine.explain(second, world.now).unwrap();
    assert_eq!((now.position, now.is_pushed), (2, true));
    assert_eq!(world.passed_over(second), [(agent, Presence)]);
    world.choose(agent, BasePresence::Available);
    assert_eq!(world.passed_over(second), [(agent, Units)]);
    world.ok(Input::CustomerEnd { conversation_id: first });
    assert_eq!(world.engine.explain(second, world.now).unwrap().position, 1);
    assert_eq!(world.engine.explain(taken, world.now), None);
    assert_eq!(world.engine.explain(first, world.now), None);
}

#[test]
fn what_waits_to_be_picked_is_said_not_to_be_pushed() {
    let mut world = World::with(|workstream| workstream.distribution = DistributionMode::Pick);
    world.agent();
    let id = world.start();
    let now = world.engine.explain(id, world.now).unwrap();
    assert_eq!((now.position, now.is_pushed), (1, false));
    assert_eq!(waits(&world, id), []);
}

#[test]
fn large_queues_list_the_chosen_and_those_who_are_ready_first_and_count_the_rest() {
    let mut world = World::live_chat();
    let listed = Considered::LISTED_MAX;
    let members: Vec<_> = (0..listed + 10).map(|_| world.colleague_with(|_| {})).collect();
    world.change_own_queue(|queue| queue.members = members.clone());
    let chosen = members[listed + 5];
    world.connect(chosen);
    let id = world.start();
    let Some(RoutingStep::Assigned { considered, .. }) = world.steps(id).pop() else { panic!("it was assigned") };
    assert_eq!((considered.eligible, considered.unlisted), (vec![chosen], 10));
    let [PassedOver { reason: NotConnected, agents }] = &considered.passed_over[..] else { panic!("nobody is there") };
    assert_eq!(agents, &members[..listed - 1]);
}

#[test]
fn affinity_is_said_to_be_the_reason() {
    let mut world = World::with(|workstream| {
        workstream.mode = ConversationMode::Asynchronous;
        workstream.agent_affinity = true;
    });
    let (id, agent) = world.waiting();
    world.agent_with(|agent| agent.capacity_units = 9);
    world.customer_says(id, "me again");
    assert_eq!(world.assigned(id), (AssignedBecause::Affinity, None, vec![agent]));
}
