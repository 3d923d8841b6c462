//! The pure core of one organisation: conversations that are not closed, sessions, offers, agents' presence and load,
//! queues and deadlines. It is told what happened and when, and says what shall be written and who shall hear of it.
//!
//! ```text
//! loop {
//!     let reply = engine.handle(input, now, &mut ids);      // what happened; a refusal has changed nothing
//!     while let Some(output) = engine.poll_output() { … }   // rows to write, events to journal, in order
//!     let alarm = engine.poll_timeout();                    // call `handle_timeout` then, with the time
//! }
//! ```
//!
//! Refuses to know: clocks, randomness, async, SQL, HTTP, passwords, and what a message says. Same inputs, times and
//! ids give the same outputs, byte for byte.

mod input;
mod output;

pub use input::{Configure, Input, NewConversation};
pub use output::{Alarm, AlarmReason, Output, Refusal, RefusalKind, Reply};
