//! Skills: exact, closest or ignored, and who of those who have them.

use crate::world::World;
use PassedOverReason::Skill as Unskilled;
use frontdesk_model::*;

#[test]
fn exact_asks_for_each_required_skill_rated_at_least_so_high() {
    let mut world = World::live_chat();
    let (french, billing) = (world.asked_skill("french"), world.asked_skill("billing"));
    let low = world.agent_rated(&[(french, 4), (billing, 9)]);
    let one = world.agent_rated(&[(french, 9)]);
    let both = world.start_asking(&[("french", 5), ("billing", 5)]);
    assert_eq!(world.passed_over(both), [(low, Unskilled), (one, Unskilled)]);
    let right = world.agent_rated(&[(billing, 5), (french, 5)]);
    assert_eq!(world.agent_of(both), Some(right));
    assert_eq!(world.conversation(both).demand.skills.len(), 2);
}

#[test]
fn among_those_who_have_the_skills_the_method_decides() {
    let mut world = World::live_chat();
    let french = world.asked_skill("french");
    let expert = world.agent_rated(&[(french, 10)]);
    world.change_agent(expert, |agent| agent.capacity_units = 1);
    let free = world.agent_rated(&[(french, 5)]);
    world.agent();
    let id = world.start_asking(&[("french", 5)]);
    assert_eq!(world.assigned(id), (AssignedBecause::FirstInOrder, None, vec![free, expert]));
}

#[test]
fn an_agent_passes_over_what_asks_for_other_skills_and_takes_the_first_that_fits() {
    let mut world = World::live_chat();
    let (french, dutch) = (world.asked_skill("french"), world.asked_skill("dutch"));
    let older = world.start_asking(&[("dutch", 1)]);
    world.pass(1);
    let both = world.start_asking(&[("french", 1), ("dutch", 1)]);
    world.pass(1);
    let mine = world.start_asking(&[("french", 3)]);
    world.pass(1);
    let anybodys = world.start();
    let agent = world.agent_rated(&[(french, 3)]);
    assert_eq!([older, both, mine, anybodys].map(|id| world.agent_of(id)), [None, None, Some(agent), Some(agent)]);
    let polyglot = world.agent_rated(&[(dutch, 9), (french, 9)]);
    assert_eq!([older, both].map(|id| world.agent_of(id)), [Some(polyglot); 2]);
}

#[test]
fn a_skill_learnt_while_work_waits_counts_at_once_and_one_forgotten_takes_nothing_away() {
    let mut world = World::live_chat();
    let french = world.asked_skill("french");
    let agent = world.agent();
    let (first, second) = (world.start_asking(&[("french", 5)]), world.start_asking(&[("french", 7)]));
    world.change_agent(agent, |agent| agent.skills = vec![SkillRating { skill_id: french, proficiency: 5 }]);
    assert_eq!((world.agent_of(first), world.agent_of(second)), (Some(agent), None));
    world.change_agent(agent, |agent| agent.skills.clear());
    assert_eq!(world.agent_of(first), Some(agent));
    let third = world.start_asking(&[("french", 1)]);
    assert_eq!(world.agent_of(third), None);
}

#[test]
fn closest_takes_whoever_is_nearest_before_the_order_of_the_method_down_to_none() {
    let mut world = World::with(|workstream| workstream.skill_matching = SkillMatching::Closest);
    let (french, billing) = (world.asked_skill("french"), world.asked_skill("billing"));
    let nobody = world.agent_with(|agent| agent.capacity_units = 9);
    let near = world.agent_rated(&[(french, 6), (billing, 4)]);
    let exact = world.agent_rated(&[(french, 8), (billing, 4)]);
    let one = world.agent_rated(&[(french, 10)]);
    for agent in [near, exact, one] {
        world.change_agent(agent, |agent| agent.capacity_units = 1);
    }
    // Missing points: none, 2, 4 (a skill that is not there counts as 0 where scales begin at 1), 8 + 4.
    let ids: Vec<_> = (0..4).map(|_| world.start_asking(&[("french", 8), ("billing", 4)])).collect();
    let chosen: Vec<_> = ids.iter().map(|id| world.agent_of(*id).unwrap()).collect();
    assert_eq!(chosen, [exact, near, one, nobody]);
    let because = AssignedBecause::NearestInSkills;
    assert_eq!(world.assigned(ids[0]), (because, None, vec![exact, near, one, nobody]));
}

#[test]
fn a_missing_skill_counts_as_one_below_the_least_of_its_scale() {
    let mut world = World::with(|workstream| workstream.skill_matching = SkillMatching::Closest);
    let french = world.asked_skill("french");
    let wide = world.asked_skill_rated("wide", RatingModel { minimum: 5, maximum: 10 });
    // Three points short of French; the other is 9 - (5 - 1) = 5 short.
    let without_wide = world.agent_rated(&[(french, 9)]);
    let low = world.agent_rated(&[(french, 6), (wide, 9)]);
    world.change_agent(without_wide, |agent| agent.capacity_units = 9);
    let id = world.start_asking(&[("french", 9), ("wide", 9)]);
    assert_eq!(world.assigned(id).2, [low, without_wide]);
}

#[test]
fn ignored_skills_do_not_matter_and_a_new_rule_holds_for_what_waits() {
    let mut world = World::live_chat();
    world.asked_skill("french");
    let agent = world.agent();
    let id = world.start_asking(&[("french", 5)]);
    assert_eq!(world.agent_of(id), None);
    world.change_workstream(|workstream| workstream.skill_matching = SkillMatching::Ignored);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn who_waits_for_a_rare_skill_waits_on_after_a_restart() {
    let mut world = World::live_chat();
    let (french, dutch) = (world.asked_skill("french"), world.asked_skill("dutch"));
    let (first, second) = (world.start_asking(&[("french", 5)]), world.start_asking(&[("dutch", 5)]));
    world.restart();
    let agent = world.agent_rated(&[(dutch, 5)]);
    assert_eq!((world.agent_of(first), world.agent_of(second)), (None, Some(agent)));
    let other = world.agent_rated(&[(french, 5)]);
    assert_eq!(world.agent_of(first), Some(other));
}
