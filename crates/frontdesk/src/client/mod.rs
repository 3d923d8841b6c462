//! A small client of the public API, as anybody could write it: what `demo`, `replay`, `bench` and `torture` speak through.
//! It outlives the server: every command is repeated with the same key until it is answered, every stream goes on from
//! its last number. Knows nothing of the server's insides.

mod agent;
mod api;
mod live;
mod visitor;
pub mod wire;

pub use agent::AgentClient;
pub use api::{Api, ApiError, Counters};
pub use live::{Heard, Live, Numbered, Teller};
pub use visitor::{StartConversation, VisitorClient};
