//! What the desk asks of an engine. Knows nothing of when it is asked or of what becomes of the answers.

use super::command::{Question, Told};
use frontdesk_engine::{Alarm, Engine, Ids, Input, Output, Refusal, Reply};
use frontdesk_model::{Snapshot, Timestamp};
use std::sync::Arc;

/// The engine's surface as the desk uses it, so that a test can put one there that fails.
pub trait Core: Send {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal>;
    fn poll_output(&mut self) -> Option<Output>;
    fn poll_timeout(&self) -> Option<Alarm>;
    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids);
    fn tell(&self, question: Question, now: Timestamp) -> Told;
}

/// Makes an engine of what the store holds.
pub type Loader = Arc<dyn Fn(Snapshot, Timestamp) -> Box<dyn Core> + Send + Sync>;

/// The engine itself.
pub fn engine_loader() -> Loader {
    Arc::new(|snapshot, now| Box::new(Engine::load(snapshot, now)))
}

impl Core for Engine {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        Engine::handle(self, input, now, ids)
    }

    fn poll_output(&mut self) -> Option<Output> {
        Engine::poll_output(self)
    }

    fn poll_timeout(&self) -> Option<Alarm> {
        Engine::poll_timeout(self)
    }

    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        Engine::handle_timeout(self, now, ids);
    }

    fn tell(&self, question: Question, now: Timestamp) -> Told {
        match question {
            Question::WhyWaiting(id) => Told::WhyWaiting(self.explain(id, now)),
            Question::WouldDecide(new) => Told::WouldDecide(Box::new(self.try_intake(*new, now))),
            Question::WouldTake(edits) => Told::WouldTake(self.check_edits(*edits, now)),
        }
    }
}
