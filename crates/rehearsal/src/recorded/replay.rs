//! The same again: the engine is told what it was told, when it was told it, and what it decides is held against what
//! was written down. Knows nothing of statistics.

use super::ledger::Ledger;
use super::{Recording, What};
use crate::set_up::SetUp;
use frontdesk_engine::{Engine, Input, Output};
use frontdesk_model::{
    AgentId, Conversation, ConversationId, Event, JournalEntry, QueueId, RoutingDecision, Row, Timestamp, Uuid,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Who got what, from which queue, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    pub at: Timestamp,
    pub conversation_id: ConversationId,
    pub agent_id: AgentId,
    pub queue_id: Option<QueueId>,
}

#[derive(Clone, Debug, Default)]
pub struct Replay {
    pub assignments: Vec<Assignment>,
    pub decisions: Vec<RoutingDecision>,
    /// What the engine did then and refused now: about work that is older than the recording.
    pub refused: usize,
    /// The first of them, and why.
    pub first_refusal: Option<String>,
}

/// Where what is decided now first parts from what was decided then.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// From 0.
    pub number: usize,
    pub then: Option<String>,
    pub now: Option<String>,
}

pub fn replay(set_up: &SetUp, recording: &Recording) -> Replay {
    let mut player = Player {
        engine: set_up.engine(recording.from()),
        ledger: Ledger::new(set_up.clone()),
        last_id: 1 << 100,
        seats: Seats::default(),
        played: Replay::default(),
    };
    player.drain();
    let mut now = Timestamp::MIN;
    for step in &recording.steps {
        if let What::Loaded = step.what {
            player.engine = Engine::load(player.ledger.snapshot(), step.at);
            player.drain();
        }
        if step.at > now {
            now = step.at;
            player.look_at_clocks(now);
        }
        if let What::Told(input) = &step.what {
            player.tell(input.clone(), now);
        }
    }
    player.played
}

/// The assignments that a journal tells of.
pub fn recorded_assignments(entries: &[JournalEntry]) -> Vec<Assignment> {
    let mut seats = Seats::default();
    let told = entries.iter().filter_map(|entry| match &entry.event {
        Event::ConversationChanged { conversation } => seats.taken(conversation),
        _ => None,
    });
    told.collect()
}

/// All that was decided about conversations whose beginning was recorded, in order; the first difference, if there is
/// one. Decisions are compared whole: what was seen, who was
/// considered, and why the others were passed over.
pub fn compare(recording: &Recording, decisions: &[RoutingDecision], replay: &Replay) -> Option<Difference> {
    let begun = recording.begun();
    let assignments = |all: &[Assignment]| -> Vec<Assignment> {
        all.iter().filter(|one| begun.contains(&one.conversation_id)).copied().collect()
    };
    let then = assignments(&recorded_assignments(&recording.entries));
    first_difference(&then, &assignments(&replay.assignments)).or_else(|| {
        let sorted = |decisions: &[RoutingDecision]| {
            let of_begun = decisions.iter().filter(|decision| begun.contains(&decision.conversation_id));
            let mut sorted: Vec<RoutingDecision> = of_begun.cloned().collect();
            sorted.sort_by_key(|decision| (decision.conversation_id, decision.number));
            sorted
        };
        first_difference(&sorted(decisions), &sorted(&replay.decisions))
    })
}

fn first_difference<T: PartialEq + Serialize>(then: &[T], now: &[T]) -> Option<Difference> {
    let number = (0..then.len().max(now.len())).find(|number| then.get(*number) != now.get(*number))?;
    let said = |one: Option<&T>| one.map(|one| serde_json::to_string(one).unwrap_or_default());
    Some(Difference { number, then: said(then.get(number)), now: said(now.get(number)) })
}

/// Who sits where, as images tell it one after another.
#[derive(Default)]
struct Seats {
    taken: BTreeMap<ConversationId, (AgentId, Timestamp)>,
}

impl Seats {
    fn taken(&mut self, conversation: &Conversation) -> Option<Assignment> {
        let seat = conversation.active_agent_id.zip(conversation.active_agent_assigned_at);
        let Some((agent_id, at)) = seat else {
            self.taken.remove(&conversation.id);
            return None;
        };
        let former = self.taken.insert(conversation.id, (agent_id, at));
        let (conversation_id, queue_id) = (conversation.id, conversation.queue_id);
        (former != Some((agent_id, at))).then_some(Assignment { at, conversation_id, agent_id, queue_id })
    }
}

struct Player {
    engine: Engine,
    ledger: Ledger,
    last_id: u128,
    seats: Seats,
    played: Replay,
}

impl Player {
    fn look_at_clocks(&mut self, now: Timestamp) {
        let last_id = &mut self.last_id;
        self.engine.handle_timeout(now, &mut || next_id(last_id));
        self.drain();
    }

    fn tell(&mut self, input: Input, now: Timestamp) {
        let input = self.in_todays_sessions(input);
        let last_id = &mut self.last_id;
        if let Err(refusal) = self.engine.handle(input, now, &mut || next_id(last_id)) {
            self.played.refused += 1;
            self.played.first_refusal.get_or_insert_with(|| format!("{now}: {}", refusal.detail));
        }
        self.drain();
    }

    /// Sessions have other ids now; each offer was the one that stood.
    fn in_todays_sessions(&self, input: Input) -> Input {
        match input {
            Input::AcceptOffer { conversation_id, agent_id, .. } => {
                Input::AcceptOffer { conversation_id, session_id: None, agent_id }
            }
            Input::RejectOffer { conversation_id, agent_id, .. } => {
                Input::RejectOffer { conversation_id, session_id: None, agent_id }
            }
            Input::OfferDisplayed { conversation_id, session_id, agent_id } => {
                let session_id = self.engine.session(conversation_id).map_or(session_id, |session| session.id);
                Input::OfferDisplayed { conversation_id, session_id, agent_id }
            }
            other => other,
        }
    }

    fn drain(&mut self) {
        while let Some(output) = self.engine.poll_output() {
            match output {
                Output::Row(Row::RoutingDecision(decision)) => self.played.decisions.push(*decision),
                Output::Row(row) => self.ledger.write(row),
                Output::Event { event: Event::ConversationChanged { conversation }, .. } => {
                    self.played.assignments.extend(self.seats.taken(&conversation));
                }
                Output::Event { .. } => {}
            }
        }
    }
}

fn next_id(last: &mut u128) -> Uuid {
    *last += 1;
    Uuid::from_u128(*last)
}
