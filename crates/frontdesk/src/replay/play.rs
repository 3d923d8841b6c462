//! What all who take part in one replay share: the file, the clock of the performance and what went wrong. Knows no network.

use super::dialogue::{Dialogue, Speaker};
use super::transcript::{Fault, FaultKind};
use frontdesk_model::{AgentId, ConversationId};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// Reading and typing at speed 1.
const THINK_BEFORE: Duration = Duration::from_millis(1_500);
const THINK_A_LETTER: Duration = Duration::from_millis(60);

pub struct Play {
    /// Makes the keys and titles of this run its own.
    pub run: String,
    pub dialogues: Vec<Dialogue>,
    /// None: as fast as the server answers.
    pub speed: Option<f64>,
    pub patience: Duration,
    by_id: BTreeMap<String, usize>,
    notes: Mutex<Notes>,
}

struct Notes {
    /// When the customer's turn left, until an agent's screen has it.
    sent: BTreeMap<(usize, usize), Instant>,
    latencies_us: Vec<u64>,
    faults: Vec<Fault>,
    handled: BTreeMap<usize, Handled>,
    customers_heard: usize,
    agents_heard: usize,
    last_progress: Instant,
}

/// How long people take to read what came before and to type this.
pub fn natural(text: &str) -> Duration {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    THINK_BEFORE.saturating_add(THINK_A_LETTER.saturating_mul(letters))
}

/// Who answered a dialogue, and in which conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handled {
    pub conversation_id: ConversationId,
    pub agent_id: AgentId,
}

/// The figures at the end.
pub struct Outcome {
    pub latencies_us: Vec<u64>,
    pub faults: Vec<Fault>,
    pub handled: BTreeMap<usize, Handled>,
    pub customers_heard: usize,
    pub agents_heard: usize,
}

impl Play {
    pub fn new(run: String, dialogues: Vec<Dialogue>, speed: Option<f64>, patience: Duration) -> Play {
        let by_id = dialogues.iter().enumerate().map(|(index, dialogue)| (dialogue.id.clone(), index)).collect();
        let notes = Notes {
            sent: BTreeMap::new(),
            latencies_us: Vec::new(),
            faults: Vec::new(),
            handled: BTreeMap::new(),
            customers_heard: 0,
            agents_heard: 0,
            last_progress: Instant::now(),
        };
        Play { run, dialogues, speed, patience, by_id, notes: Mutex::new(notes) }
    }

    /// The title a dialogue's conversation carries, by which agents find the file's page.
    pub fn title(&self, index: usize) -> String {
        format!("{} {}", self.run, self.dialogues[index].id)
    }

    pub fn dialogue_of(&self, title: &str) -> Option<usize> {
        let id = title.strip_prefix(&self.run)?.strip_prefix(' ')?;
        self.by_id.get(id).copied()
    }

    pub fn key(&self, index: usize, what: impl std::fmt::Display) -> String {
        format!("{}-{}-{what}", self.run, self.dialogues[index].id)
    }

    pub async fn think(&self, text: &str) {
        let Some(speed) = self.speed else { return };
        tokio::time::sleep(natural(text).div_f64(speed)).await;
    }

    pub fn customer_sends(&self, index: usize, turn: usize) {
        self.notes().sent.insert((index, turn), Instant::now());
    }

    pub fn heard_by(&self, side: Speaker) {
        let mut notes = self.notes();
        notes.last_progress = Instant::now();
        match side {
            Speaker::Customer => notes.customers_heard += 1,
            Speaker::Agent => notes.agents_heard += 1,
        }
    }

    /// A customer's turn is on the agent's screen. The first one waits for an agent, so it tells nothing of the server.
    pub fn agent_saw(&self, index: usize, turn: usize) {
        let mut notes = self.notes();
        if let Some(sent) = notes.sent.remove(&(index, turn))
            && turn > 0
        {
            notes.latencies_us.push(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX));
        }
    }

    pub fn fault(&self, kind: FaultKind, detail: String) {
        self.faults([Fault { kind, detail }]);
    }

    pub fn faults(&self, faults: impl IntoIterator<Item = Fault>) {
        self.notes().faults.extend(faults);
    }

    pub fn handled(&self, index: usize, handled: Handled) {
        let mut notes = self.notes();
        notes.last_progress = Instant::now();
        notes.handled.insert(index, handled);
    }

    pub fn handled_count(&self) -> usize {
        self.notes().handled.len()
    }

    /// Nothing has moved for longer than our patience: it will not move any more.
    pub fn is_stalled(&self) -> bool {
        self.notes().last_progress.elapsed() > self.patience
    }

    pub fn outcome(&self) -> Outcome {
        let notes = self.notes();
        Outcome {
            latencies_us: notes.latencies_us.clone(),
            faults: notes.faults.clone(),
            handled: notes.handled.clone(),
            customers_heard: notes.customers_heard,
            agents_heard: notes.agents_heard,
        }
    }

    fn notes(&self) -> std::sync::MutexGuard<'_, Notes> {
        // A panic elsewhere leaves plain figures behind, which stay readable.
        self.notes.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
