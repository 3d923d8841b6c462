//! Live streams: what is committed reaches those who may hear of it, each entry once and in order. Knows nothing of
//! signing in: whoever comes here has been let in.

mod hub;
mod outbox;

pub use hub::Hub;
