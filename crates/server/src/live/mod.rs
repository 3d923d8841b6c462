//! Live streams: what is committed reaches those who may hear of it, each entry once and in order. Knows nothing of
//! signing in: whoever comes here has been let in.

mod agent;
mod frames;
mod heartbeat;
mod hub;
mod line;
mod outbox;
mod socket;
pub mod typing;
mod visitor;

pub use agent::agent_stream;
pub(crate) use heartbeat::run as run_heartbeat;
pub use hub::Hub;
pub use line::{expected_wait_ms, place_of};
pub(crate) use visitor::Watch;
pub use visitor::visitor_stream;
