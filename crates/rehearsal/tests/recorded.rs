//! What a journal says happened is decided again, and what does not fit is named.

mod support;

use frontdesk_engine::Input;
use frontdesk_model::{Event, Sender, Timestamp};
use frontdesk_rehearsal::recorded::{Recording, What, behaviour, compare, replay};
use frontdesk_rehearsal::{Ending, SetUp, run};
use support::World;

fn played(seed: u64) -> World {
    let mut world = World::new(seed);
    (0..200).for_each(|_| world.step());
    world
}

#[test]
fn a_journal_is_decided_again_just_as_it_was_with_the_set_up_changing_meanwhile() {
    let (mut assignments, mut decisions, mut changes, mut said) = (0, 0, 0, 0);
    for seed in 0..30 {
        let world = played(seed);
        let recording = Recording::read(world.journal.clone(), &world.changes);
        let again = replay(&world.set_up, &recording);
        assert_eq!(recording.unreadable, 0);
        assert_eq!(again.refused, 0, "seed {seed}");
        assert_eq!(compare(&recording, &world.decisions, &again), None, "seed {seed}");
        assignments += again.assignments.len();
        decisions += again.decisions.len();
        changes += world.changes.len();
        said += said_to_many(&world);
    }
    assert!(assignments > 500 && decisions > 1_000 && changes > 100, "{assignments} {decisions} {changes}");
    assert!(said > 100, "{said}");
}

/// What was said to many is part of that one input: never told a second time as a message of its own.
fn said_to_many(world: &World) -> usize {
    let recording = Recording::read(world.journal.clone(), &world.changes);
    let is_message = |what: &What| matches!(what, What::Told(Input::AgentMessage { .. }));
    assert!(!recording.steps.iter().any(|step| is_message(&step.what)));
    let by_agents = world.journal.iter().filter(|entry| match &entry.event {
        Event::MessageAdded { message } => matches!(message.sender, Sender::Agent { .. }),
        _ => false,
    });
    by_agents.count()
}

#[test]
fn another_set_up_parts_from_the_journal_and_the_first_difference_is_named() {
    let world = played(1);
    let recording = Recording::read(world.journal.clone(), &world.changes);
    let other = world.set_up.staffed_by(1);
    let found = compare(&recording, &world.decisions, &replay(&other, &recording)).expect("a difference");
    assert!(found.then.is_some_and(|then| then.contains("agentId")), "the first thing that was decided otherwise");
}

#[test]
fn the_demand_of_a_journal_is_who_came_then() {
    let world = played(3);
    let recording = Recording::read(world.journal.clone(), &world.changes);
    let found = behaviour(&recording, 1);
    assert_eq!(found.older, 0);
    let arrivals: Vec<_> = found.demand.customers.iter().map(|customer| customer.asks.id).collect();
    assert_eq!(arrivals, world.conversations);
    let now = SetUp::of(world.set_up.parts().clone());
    let outcome = run(&now, &found.demand);
    assert_eq!(outcome, run(&now, &found.demand), "the same demand, the same outcome");
    assert_eq!(outcome.visits.len(), arrivals.len());
    assert!(outcome.visits.iter().any(|visit| visit.ending == Ending::Answered));
    assert!(outcome.visits.iter().all(|visit| visit.arrived_at >= Timestamp(0) && visit.ending != Ending::Refused));
}
