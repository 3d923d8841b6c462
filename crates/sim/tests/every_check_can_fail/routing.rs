//! The list of bugs planted in routing: one of each kind, each with the promise that must notice it. An engine that works by
//! another set-up than the one that is written is one whose code says something else than the contract.

use super::some_seed_notices;
use crate::saboteur::Spoiled::{self, *};
use frontdesk_sim::Promise::{self, *};

const PLANTED: &[(&str, Spoiled, Promise)] = &[
    ("over capacity, in units", OverfillsAgents, NeverOverfilled),
    ("over capacity, in a profile", OverfillsProfiles, NeverOverfilled),
    ("an offer that is lost on its way", LosesOffers, OffersEnd),
    ("an offer that is never taken back", NeverTakesOffersBack, OffersEnd),
    ("unfair order within a queue", ServesTheLastFirst, InTurn),
    ("unfair order among equals", FavoursSome, NobodyIsOvertaken),
    ("unfair order among queues", IgnoresQueuePriority, InTurn),
    ("prioritisation rules that are not asked", IgnoresPrioritization, InTurn),
    ("a match that is missed by presence", OverlooksAgents, NobodyWaitsInVain),
    ("a match that is missed by skill", ForgetsSkills, NobodyWaitsInVain),
    ("an agent without the skill", IgnoresSkills, RightAgent),
    ("an agent of another queue", IgnoresMembership, RightAgent),
    ("another method than the queue's", KnowsOneMethod, RightAgent),
    ("demands that loosen too early", RelaxesAtOnce, RightAgent),
    ("an explanation with another reason", GivesOtherReasons, ExplanationsAreTrue),
    ("an explanation without those who could not", ForgetsWhoCouldNot, ExplanationsAreTrue),
    ("a decision that is not written down", ForgetsDecisions, ExplanationsAreTrue),
    ("a queue that is open out of hours", IgnoresHours, ExplanationsAreTrue),
    ("rules in another order", RunsRulesBackwards, RulesInOrder),
    ("a conversation in two places", KeepsStaysOpen, OneStay),
    ("a stay in a queue that is lost", LosesStays, OneStay),
    ("a wrong place in line", MiscountsPlaces, PositionsAreCounted),
];

#[test]
fn each_bug_planted_in_routing_is_noticed_by_the_promise_it_breaks() {
    let unnoticed = PLANTED.iter().filter_map(|(bug, how, promise)| {
        let instead = some_seed_notices(*how, *promise).err()?;
        Some(format!("{bug}: {how:?} does not break {promise:?}, but {instead:?}"))
    });
    assert_eq!(unnoticed.collect::<Vec<_>>(), Vec::<String>::new());
}
