//! What the desk asks of an engine. Knows nothing of when it is asked or of what becomes of the answers.

use frontdesk_engine::{Alarm, Input, Output, Refusal, Reply};
use frontdesk_model::{Snapshot, Timestamp, Uuid};
use std::sync::Arc;

/// The engine's surface as the desk uses it, so that a test can put one there that fails.
pub trait Core: Send {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn FnMut() -> Uuid) -> Result<Reply, Refusal>;
    fn poll_output(&mut self) -> Option<Output>;
    fn poll_timeout(&self) -> Option<Alarm>;
    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn FnMut() -> Uuid);
}

/// Makes an engine of what the store holds.
pub type Loader = Arc<dyn Fn(Snapshot, Timestamp) -> Box<dyn Core> + Send + Sync>;
