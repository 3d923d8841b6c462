//! A set-up as one readable file that can live in git. Knows the model; no disk, no network, no clock.
//!
//! ```text
//! export(&set_up) -> text                         the same set-up, the same bytes
//! read(text) -> Document                          or every fault, with its line
//! plan(&document, &set_up, at, ids) -> edits      what to put and what to delete, to be applied as one
//! changes(&set_up, &edits) -> lines               the same, for people
//! ```
//!
//! Objects refer to each other by name. Ids, versions, passwords and times of creation are not in the file: what is there
//! keeps its own.

mod changes;
mod document;
mod duration;
mod export;
mod fault;
mod fields;
mod node;
mod nouns;
mod pieces;
mod plan;
mod reading;
mod set_up;
mod values;
mod words;

pub use changes::changes;
pub use document::{Document, read};
pub use export::{FORMAT, export};
pub use fault::{Fault, FaultCode};
pub use plan::plan;
pub use set_up::SetUp;
