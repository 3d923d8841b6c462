//! What was asked lately and what came of it, so that a repeat gets the first answer. Knows nothing of the store, which
//! remembers longer.

use super::command::{Carried, CommandKey, DeskError, Outcome};
use frontdesk_engine::Input;
use frontdesk_model::{ConversationId, Timestamp};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Answers that are kept in memory; older ones are in the store.
const ANSWERS_MAX: usize = 65_536;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum RepeatKey {
    Command(CommandKey),
    Message { conversation_id: ConversationId, from_customer: bool, client_message_id: String },
}

impl RepeatKey {
    /// A message's own key.
    pub fn of_message(input: &Input) -> Option<Self> {
        let (conversation_id, from_customer, client_message_id) = match input {
            Input::CustomerMessage { conversation_id, client_message_id, .. } => {
                (*conversation_id, true, client_message_id)
            }
            Input::AgentMessage { conversation_id, client_message_id, .. } => {
                (*conversation_id, false, client_message_id)
            }
            _ => return None,
        };
        let client_message_id = client_message_id.clone()?;
        Some(RepeatKey::Message { conversation_id, from_customer, client_message_id })
    }

    /// Of the message that a conversation begins with: it may be repeated alone.
    pub fn of_first_message(input: &Input) -> Option<Self> {
        let Input::StartConversation(new) = input else { return None };
        let client_message_id = new.first_message.as_ref()?.client_message_id.clone()?;
        Some(RepeatKey::Message { conversation_id: new.id, from_customer: true, client_message_id })
    }
}

pub(super) struct Repeats {
    state: Mutex<State>,
}

struct State {
    entries: HashMap<Arc<RepeatKey>, Entry>,
    /// Answered ones, oldest first.
    answered: VecDeque<(Timestamp, Arc<RepeatKey>)>,
    /// Everything that was answered later than this is here.
    complete_since: Timestamp,
}

enum Entry {
    InFlight(Vec<oneshot::Sender<Outcome>>),
    Answered(Carried),
}

/// What a caller with a key has to do.
pub(super) enum Turn {
    /// Nobody asked this lately: go on, and the key is yours until it is answered or abandoned.
    First,
    Answered(Carried),
    /// The same is being carried out. An error in the channel: it was abandoned, ask again.
    Wait(oneshot::Receiver<Outcome>),
}

impl Repeats {
    pub fn new(now: Timestamp) -> Self {
        let state = State { entries: HashMap::new(), answered: VecDeque::new(), complete_since: now };
        Repeats { state: Mutex::new(state) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn take_turn(&self, key: &RepeatKey) -> Turn {
        let mut state = self.state();
        match state.entries.get_mut(key) {
            Some(Entry::Answered(carried)) => Turn::Answered(Carried { repeated: true, ..carried.clone() }),
            Some(Entry::InFlight(waiting)) => {
                let (sender, receiver) = oneshot::channel();
                waiting.push(sender);
                Turn::Wait(receiver)
            }
            None => {
                state.entries.insert(Arc::new(key.clone()), Entry::InFlight(Vec::new()));
                Turn::First
            }
        }
    }

    /// Whether a key that belongs to something made then would be here if it had ever been used.
    pub fn remembers_all_since(&self, made_at: Timestamp) -> bool {
        made_at > self.state().complete_since
    }

    /// The first caller goes away without having asked: another may.
    pub fn abandon(&self, keys: &[RepeatKey]) {
        let mut state = self.state();
        for key in keys {
            if matches!(state.entries.get(key), Some(Entry::InFlight(_))) {
                state.entries.remove(key);
            }
        }
    }

    /// Answers are kept; refusals and failures are not, since they changed nothing.
    pub fn finish(&self, now: Timestamp, answers: impl Iterator<Item = (RepeatKey, Outcome)>) {
        let mut state = self.state();
        for (key, outcome) in answers {
            let waiting = match state.entries.remove(&key) {
                Some(Entry::InFlight(waiting)) => waiting,
                _ => Vec::new(),
            };
            if let Ok(carried) = &outcome {
                let key = Arc::new(key);
                state.entries.insert(key.clone(), Entry::Answered(carried.clone()));
                state.answered.push_back((now, key));
            }
            for waiter in waiting {
                // One who waits no longer needs no answer.
                let _ = waiter.send(as_repeat(&outcome));
            }
        }
        while state.answered.len() > ANSWERS_MAX {
            if let Some((at, key)) = state.answered.pop_front() {
                state.entries.remove(&key);
                state.complete_since = state.complete_since.max(at);
            }
        }
    }

    /// After a failed commit nobody can tell from memory what was written before now.
    pub fn forget_before(&self, now: Timestamp) {
        let mut state = self.state();
        state.complete_since = state.complete_since.max(now);
    }
}

fn as_repeat(outcome: &Outcome) -> Result<Carried, DeskError> {
    outcome.clone().map(|carried| Carried { repeated: true, ..carried })
}

/// Keys whose turn one caller has; given up when the caller goes away before the desk has taken them over.
pub(super) struct Turns<'a> {
    repeats: &'a Repeats,
    keys: Vec<RepeatKey>,
}

impl<'a> Turns<'a> {
    pub fn new(repeats: &'a Repeats) -> Self {
        Turns { repeats, keys: Vec::new() }
    }

    pub fn add(&mut self, key: RepeatKey) {
        self.keys.push(key);
    }

    /// Whoever gets them must finish them.
    pub fn hand_over(mut self) -> Vec<RepeatKey> {
        std::mem::take(&mut self.keys)
    }
}

impl Drop for Turns<'_> {
    fn drop(&mut self) {
        if !self.keys.is_empty() {
            self.repeats.abandon(&self.keys);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u64) -> RepeatKey {
        RepeatKey::Command(CommandKey::new("test", &number.to_string()))
    }

    fn answer(repeats: &Repeats, number: u64) {
        assert!(matches!(repeats.take_turn(&key(number)), Turn::First));
        let carried = Carried::default();
        repeats.finish(Timestamp(number as i64), [(key(number), Ok(carried))].into_iter());
    }

    #[test]
    fn memory_is_bounded_and_says_since_when_it_is_complete() {
        let repeats = Repeats::new(Timestamp(0));
        for number in 1..=ANSWERS_MAX as u64 {
            answer(&repeats, number);
        }
        assert!(repeats.remembers_all_since(Timestamp(1)));
        answer(&repeats, ANSWERS_MAX as u64 + 1);
        assert!(!repeats.remembers_all_since(Timestamp(1)));
        assert!(repeats.remembers_all_since(Timestamp(2)));
        assert!(matches!(repeats.take_turn(&key(1)), Turn::First));
        assert!(matches!(repeats.take_turn(&key(2)), Turn::Answered(_)));
    }

    #[tokio::test]
    async fn a_caller_who_goes_away_before_the_desk_has_it_leaves_the_turn_to_the_next() {
        let repeats = Repeats::new(Timestamp(0));
        let mut turns = Turns::new(&repeats);
        assert!(matches!(repeats.take_turn(&key(1)), Turn::First));
        turns.add(key(1));
        let Turn::Wait(outcome) = repeats.take_turn(&key(1)) else { panic!("it is under way") };
        drop(turns);
        assert!(outcome.await.is_err());
        assert!(matches!(repeats.take_turn(&key(1)), Turn::First));
    }
}
