//! The bugs that are planted, and the promise that must notice each. An engine that works by another set-up than the one that
//! is written is one whose code says something else than the contract. Knows neither how to lie nor how to notice.

use crate::saboteur::Spoiled::{self, *};
use Notice::*;
use frontdesk_sim::Promise::{self, *};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Notice {
    /// The first seed that breaks anything breaks this.
    First,
    /// Where one lie leads to several broken promises, some seed has to meet this one before the others.
    OnSomeSeed,
    /// When a seed is run again.
    OnASecondRun,
}

pub struct Planted {
    pub kind: &'static str,
    pub bug: &'static str,
    pub how: Spoiled,
    pub breaks: Promise,
    pub notice: Notice,
}

impl Planted {
    pub fn as_text(&self) -> String {
        let breaks = format!("{:?}", self.breaks);
        format!("{:<13} {:<42} breaks {breaks:<22}", self.kind, self.bug)
    }
}

const fn bug(kind: &'static str, bug: &'static str, how: Spoiled, breaks: Promise, notice: Notice) -> Planted {
    Planted { kind, bug, how, breaks, notice }
}

pub const PLANTED: &[Planted] = &[
    // --- routing ---
    bug("over capacity", "more than fits, in units", OverfillsAgents, NeverOverfilled, OnSomeSeed),
    bug("over capacity", "more than fits, in a profile", OverfillsProfiles, NeverOverfilled, OnSomeSeed),
    bug("over capacity", "units that do not add up", MiscountsUnits, ExactCapacity, First),
    bug("over capacity", "a wrap-up that gives units back too early", ForgetsTheWrapUpBlock, ExactCapacity, First),
    bug("lost offer", "an offer that is lost on its way", LosesOffers, OffersEnd, OnSomeSeed),
    bug("lost offer", "an offer that is never taken back", NeverTakesOffersBack, OffersEnd, OnSomeSeed),
    bug("unfair order", "the last in the queue first", ServesTheLastFirst, InTurn, OnSomeSeed),
    bug("unfair order", "one of two equals first", FavoursSome, NobodyIsOvertaken, OnSomeSeed),
    bug("unfair order", "queues as if all were equal", IgnoresQueuePriority, InTurn, OnSomeSeed),
    bug("unfair order", "prioritisation rules that are not asked", IgnoresPrioritization, InTurn, OnSomeSeed),
    bug("unfair order", "open items listed in another order", ListsTheLastFirst, InTurn, First),
    bug("unfair order", "a wrong place in line", MiscountsPlaces, PositionsAreCounted, OnSomeSeed),
    bug("missed match", "an agent overlooked by presence", OverlooksAgents, NobodyWaitsInVain, OnSomeSeed),
    bug("missed match", "an agent overlooked by skill", ForgetsSkills, NobodyWaitsInVain, OnSomeSeed),
    bug("wrong agent", "one without the skill", IgnoresSkills, RightAgent, OnSomeSeed),
    bug("wrong agent", "one of another queue", IgnoresMembership, RightAgent, OnSomeSeed),
    bug("wrong agent", "a queue of everyone but the newest", ForgetsNewcomers, EveryoneServes, OnSomeSeed),
    bug("wrong agent", "one with less room than another", PrefersSomeAgents, RightAgent, OnSomeSeed),
    bug("wrong agent", "another method than the queue's", KnowsOneMethod, RightAgent, OnSomeSeed),
    bug("wrong agent", "demands that loosen too early", RelaxesAtOnce, RightAgent, OnSomeSeed),
    bug("untrue reason", "another reason", GivesOtherReasons, ExplanationsAreTrue, OnSomeSeed),
    bug("untrue reason", "those who could not are left out", ForgetsWhoCouldNot, ExplanationsAreTrue, OnSomeSeed),
    bug("untrue reason", "a decision that is not written down", ForgetsDecisions, ExplanationsAreTrue, OnSomeSeed),
    bug("untrue reason", "a queue that is open out of hours", IgnoresHours, ExplanationsAreTrue, OnSomeSeed),
    bug("wrong rule", "rules in another order", RunsRulesBackwards, RulesInOrder, OnSomeSeed),
    bug("wrong place", "a conversation in two places", KeepsStaysOpen, OneStay, OnSomeSeed),
    bug("wrong place", "a stay in a queue that is lost", LosesStays, OneStay, OnSomeSeed),
    // --- a conversation's life ---
    bug("illegal move", "a move that the table does not have", WaitsInLiveChat, LegalMoves, First),
    bug("illegal move", "a session that ended for another reason", BlamesTheClock, LegalMoves, First),
    bug("illegal move", "closed by the clock too early", HurriesToClose, LegalMoves, First),
    bug("illegal move", "a change to a closed conversation", TouchesClosedOnes, ClosedIsFinal, First),
    bug("illegal move", "a message after the end", ReopensAfterTheEnd, ClosedIsFinal, First),
    bug("wrong answer", "yes to what was not allowed", AllowsEverything, AnswersAreRight, First),
    bug("wrong answer", "a refusal that tells somebody", TalksAboutRefusals, RefusalsChangeNothing, First),
    bug("wrong answer", "customers whom nobody wrote to", WritesToNoCustomer, AnswersAreRight, OnSomeSeed),
    bug("wrong number", "a skipped message number", SkipsANumber, NumbersWithoutGaps, OnSomeSeed),
    bug("wrong number", "marks that move back", ForgetsMarks, MarksMoveForward, First),
    bug("wrong number", "a list that forgets who waits", ForgetsWhoWaits, ListsAreRight, First),
    bug("wrong number", "a stamp that is missing", ForgetsWhenItClosed, StampsAgree, First),
    bug("late", "a time limit that passes unheeded", SetsNoAlarm, InTime, First),
    bug("late", "an alarm that is due still after it rang", IgnoresAlarms, AlarmsEnd, First),
    bug("presence", "one that does not follow the load", AlwaysAvailable, PresenceFollowsLoad, First),
    bug("presence", "one that forgets what was chosen", IgnoresChoices, PresenceFollowsLoad, First),
    // --- what is written and told ---
    bug("untrue row", "a row that was not written", LosesRows, RowsAreTheTruth, OnSomeSeed),
    bug("untrue row", "a session written otherwise than it is", ForgetsDisplays, RowsAreTheTruth, First),
    bug("untrue row", "an engine that finds itself wrong", ComplainsOfItself, RowsAreTheTruth, First),
    bug("untrue row", "an active one without its participant", LosesParticipants, OneSession, First),
    bug("untold", "an event that was not journaled", LosesEvents, EverythingIsTold, First),
    bug("untold", "a notice that its agent never hears", ForgetsNotices, EverythingIsTold, OnSomeSeed),
    bug("wrong ears", "a note that a customer hears", ReadsNotesToCustomers, RightEars, First),
    bug("wrong ears", "an agent who does not hear of their own", WhispersPastAgents, RightEars, First),
    bug("not the same", "a reload that forgets", ForgetsOnReload, SurvivesReload, First),
    bug("not the same", "a second run that differs", DreamsUpNames, SameSeedSameWorld, OnASecondRun),
];
