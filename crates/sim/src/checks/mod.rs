//! The promises, checked after every call from the rows alone. Knows nothing of how the engine works; a check that
//! trusted it would agree with its mistakes.

mod agreement;
mod audience;
mod before;
mod capacity;
mod everyone;
mod expect;
mod explanations;
mod intake;
mod lists;
mod moves;
mod numbers;
mod offers;
mod presence;
mod rewind;
mod routing;
mod segments;
mod sessions;
mod timers;
mod unsettled;

pub use agreement::{holds_what_was_written, same_but_for_connections};
pub use routing::in_order_of_service;

use crate::coverage::Coverage;
use crate::naive::Lines;
use crate::record::{Change, Changes, Record};
use crate::workplaces::Workplaces;
use frontdesk_engine::{Input, Output, Refusal, Reply};
use frontdesk_model::*;
use std::fmt;
use std::sync::Arc;

/// One call and all that came of it.
pub struct Turn<'a> {
    pub now: Timestamp,
    pub call: Call<'a>,
    /// Where the call was a command.
    pub answer: Option<&'a Result<Reply, Refusal>>,
    pub outputs: &'a [Output],
    pub changes: &'a Changes,
    /// As it is after the call.
    pub record: &'a Record,
    pub workplaces: &'a Workplaces,
    /// What the engine holds, against the rows.
    pub compare_with_engine: &'a dyn Fn(&Record) -> Result<(), Broken>,
}

#[derive(Clone, Copy, Debug)]
pub enum Call<'a> {
    Input(&'a Input),
    Timeout,
    Load,
}

/// What the checks remember from call to call.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    numbers: numbers::Ledgers,
    lists: lists::Ledgers,
    offers: offers::Ledger,
    segments: segments::Ledgers,
    pub lines: Lines,
    unsettled: unsettled::Unsettled,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub promise: Promise,
    pub detail: String,
}

impl Broken {
    pub fn new(promise: Promise, detail: impl Into<String>) -> Self {
        Broken { promise, detail: detail.into() }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.promise.words(), self.detail)
    }
}

macro_rules! promises {
    ($($name:ident = $words:literal,)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Promise { $($name),+ }

        impl Promise {
            pub const ALL: &[Promise] = &[$(Promise::$name),+];

            pub fn words(self) -> &'static str {
                match self { $(Promise::$name => $words),+ }
            }
        }
    };
}

promises! {
    NumbersWithoutGaps = "messages of a conversation are numbered 1, 2, 3, … and so are the public ones",
    MarksMoveForward = "delivered and read marks only move forward and never past the last message",
    ListsAreRight = "what lists show of a conversation is what its messages say",
    ClosedIsFinal = "a closed conversation never changes again",
    LegalMoves = "a conversation moves only as the table of data-model §12 says, for a reason of that table, at its time",
    StampsAgree = "a conversation's stamps and agents agree with its status",
    RefusalsChangeNothing = "a refused command changes nothing and tells nobody",
    AnswersAreRight = "what is allowed is done, what is not is refused",
    RowsAreTheTruth = "what was written is what the engine holds",
    EverythingIsTold = "every change is journaled as it was written, and nothing else is",
    ExactCapacity = "an agent's available units are their capacity minus what their conversations hold",
    NeverOverfilled = "routing never offers an agent more than fits",
    NobodyWaitsInVain = "a free agent and a waiting conversation that match never both wait",
    RightAgent = "routing offers work only to agents it is meant for, the one with most room first",
    EveryoneServes = "a queue of everyone is served by whoever is active, and by nobody else",
    InTurn = "who waits longest in the first queue is served first",
    NobodyIsOvertaken = "nobody is overtaken by an equal who came later",
    PositionsAreCounted = "the place in the line that a customer is told is how many stand before them",
    OneStay = "a conversation is in one queue at a time, and its stays add up to its life",
    RulesInOrder = "in each ruleset the first rule that holds fires, and later ones see what it set",
    ExplanationsAreTrue = "what is written down of a routing decision is what a naive reading of the rows says",
    OneSession = "an open conversation has at most one open session; an active one exactly one, with one primary participant",
    OffersEnd = "every offer is made once and ends once, within its time",
    PresenceFollowsLoad = "presence follows the browser, the agent's choice and the load",
    InTime = "nothing stays longer than its time allows",
    RightEars = "everyone concerned hears of a change, and no customer hears what is internal",
    AlarmsEnd = "when an alarm has rung, nothing is overdue",
    SurvivesReload = "an engine loaded from the rows holds what the former one held",
    SameSeedSameWorld = "the same seed gives the same outputs",
}

type Check = fn(&Turn<'_>, &mut Memory) -> Result<(), Broken>;

const AFTER_CALL: &[Check] = &[
    expect::check_answer,
    numbers::check,
    lists::check,
    agreement::check,
    audience::check,
    sessions::check,
    segments::check,
    offers::check,
    capacity::check,
    everyone::check,
    routing::check,
    explanations::check,
    intake::check,
    presence::check,
];

pub fn after_call(turn: &Turn<'_>, memory: &mut Memory, coverage: &mut Coverage) -> Result<(), Broken> {
    moves::check(turn, coverage)?;
    AFTER_CALL.iter().try_for_each(|check| check(turn, memory))
}

impl Memory {
    /// To be called after each call, before anything is checked.
    pub fn follow(&mut self, call: Call<'_>, record: &Record, changes: &Changes) {
        self.lines.follow(record, changes);
        self.unsettled.note(call, changes);
    }
}

/// To be called when every alarm that was due has rung.
pub fn when_settled(
    memory: &mut Memory,
    record: &Record,
    workplaces: &Workplaces,
    now: Timestamp,
) -> Result<(), Broken> {
    timers::when_settled(record, workplaces, now)?;
    routing::when_settled(&memory.unsettled, record, workplaces, now)?;
    memory.unsettled.settled(record);
    Ok(())
}

/// The same, looking at everybody anew; and what is kept from call to call is what a fresh count gives. Slower.
pub fn when_settled_afresh(
    memory: &Memory,
    record: &Record,
    workplaces: &Workplaces,
    now: Timestamp,
) -> Result<(), Broken> {
    routing::when_settled(&unsettled::Unsettled::default(), record, workplaces, now)?;
    ensure(memory.lines == Lines::of(record), Promise::InTurn, || {
        format!("kept {:?}\n  counted {:?}", memory.lines, Lines::of(record))
    })
}

impl Turn<'_> {
    pub fn input(&self) -> Option<&Input> {
        match self.call {
            Call::Input(input) => Some(input),
            Call::Timeout | Call::Load => None,
        }
    }

    fn refused(&self) -> bool {
        matches!(self.answer, Some(Err(_)))
    }

    /// The images of a conversation that were told, in order.
    fn told(&self, id: ConversationId) -> impl Iterator<Item = &Conversation> {
        self.events().filter_map(move |(_, event)| match event {
            Event::ConversationChanged { conversation } if conversation.id == id => Some(&**conversation),
            _ => None,
        })
    }

    /// From image to image as they were told, to the one that was written. Alarms that ring late ring together.
    fn images<'b>(
        &'b self,
        change: &'b Change<Arc<Conversation>>,
    ) -> impl Iterator<Item = (Option<&'b Conversation>, &'b Conversation)> {
        let mut from = change.before.as_deref();
        self.told(change.after.id).chain([&*change.after]).map(move |to| (from.replace(to), to))
    }

    fn events(&self) -> impl Iterator<Item = (&Audience, &Event)> {
        self.outputs.iter().filter_map(|output| match output {
            Output::Event { audience, event, .. } => Some((audience, event)),
            Output::Row(_) => None,
        })
    }
}

/// `ensure(condition, promise, || detail)?`: the detail costs nothing while promises are kept.
fn ensure(kept: bool, promise: Promise, detail: impl FnOnce() -> String) -> Result<(), Broken> {
    if kept { Ok(()) } else { Err(Broken::new(promise, detail())) }
}
