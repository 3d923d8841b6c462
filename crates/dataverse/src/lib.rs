//! The public names: `msdyn_*` tables, columns, option sets and labels, declared once, and the calls that speak in them.
//!
//! Refuses to know: HTTP, SQL, who may ask. It reads the model's nouns and writes what the contract shows of them.
//! Source of every name and number: the published entity references (data-model) and the page of `getConversations`.

pub mod get_conversations;
pub mod metadata;
mod spelling;
pub mod tables;
