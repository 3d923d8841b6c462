//! `Microsoft.Omnichannel.getConversations(input, correlationId)`: what was asked, what that means, and the answer's bytes.
//!
//! ```text
//! Request::from_json(body) or Request::from_query(agent, pairs)   // checked, independent of the time
//!   .at(now)?  -> Query                                           // bounds resolved; goes to the store
//! Answer::write(&query, conversations, more)  -> JSON             // {"status":true,"result":{"values":[…]}}
//! ```
//!
//! Refuses to know: who may ask, where the conversations are. Shape and meaning: `docs/get-conversations.md`.

mod answer;
mod error;
mod page;
mod parse;
mod request;

pub use answer::{write_answer, write_answer_with, write_record};
pub use error::InputError;
pub use request::{Query, Request};

/// The platform's page size.
pub const TOP_MAX: u32 = 5_000;
/// A hundred years.
pub const DAYS_MAX: u64 = 36_500;
/// More sort keys than anybody means.
pub const ORDER_KEYS_MAX: usize = 16;
