//! Conditions of rules: one typed tree with a readable text form, checked when saved, decided fast. Knows no nouns of ours:
//! which fields there are comes from a [`Schema`], their values from a [`Record`].
//!
//! # Writing a rule
//!
//! ```text
//! conversation.channel == "chat" && (customer.vip || context.orders > 10)
//! ```
//!
//! | to say | write |
//! |---|---|
//! | compare with a value | `context.tier == "gold"`, `!=`, `<`, `<=`, `>`, `>=` |
//! | compare with a field | `agent.city == context.city` |
//! | one of several | `conversation.channel in ["chat", "sms"]` |
//! | part of a text | `subject.contains("refund")`, `.startsWith("re")`, `.endsWith("!")` |
//! | there is a value | `has(context.tier)`; there is none: `!has(context.tier)` |
//! | and, or, not | `a && b`, `a \|\| b`, `!a`; `&&` binds before `\|\|`, parentheses as usual |
//! | always, never | `true`, `false` |
//!
//! Texts stand in `"double"` or `'single'` quotes with `\n`, `\t`, `\"`, `\u00e9`; a number is `5`, `-2.5` or `1e9`; a time is
//! `timestamp("2026-01-31T09:00:00Z")`. A boolean field may stand alone: `customer.vip`. A name with odd letters goes in
//! brackets: `context["odd name"]`. The syntax is a part of [CEL](https://cel.dev)'s.
//!
//! **Case does not matter in texts**, as people who know Dynamics expect: `==`, `in`, `contains` and the others compare Unicode
//! lower case. Field names are exact. **Text that comes in is read as what it is compared with**, so `context.orders > 10`
//! works though visitors send text. **A missing value** equals nothing: `tier != "gold"` holds without a tier, `tier < 5` and
//! `tier >= 5` do not; the module of [`Record`] has the whole table.
//!
//! # Using it
//!
//! ```
//! use frontdesk_predicate::{FieldType, FirstMatch, Predicate, Schema, Value, check};
//! use std::collections::BTreeMap;
//!
//! let schema = Schema::new()
//!     .field("conversation.channel", FieldType::choice(["chat", "sms"]))
//!     .open("context", FieldType::Open);
//! let rule = Predicate::parse(r#"conversation.channel == "chat" && context.orders > 10"#)?;
//! assert_eq!(check(&rule, &schema), Ok(()));
//!
//! let record = BTreeMap::from([
//!     ("conversation.channel".to_owned(), Value::from("chat")),
//!     ("context.orders".to_owned(), Value::from("12")),
//! ]);
//! assert!(rule.holds(&record));
//!
//! let rules = FirstMatch::new(vec![Predicate::parse("context.vip")?, rule, Predicate::Always]);
//! assert_eq!(rules.first(&record), Some(1));
//! # Ok::<(), frontdesk_predicate::ParseError>(())
//! ```
//!
//! A condition is text in JSON and TOML ([`Predicate`] serialises as its text form); rule builders use [`Structure`].
//! [`reach::unreachable`] finds the rules of an ordered list that can never be the first to hold.

mod check;
mod fold;
mod holds;
mod index;
pub mod reach;
mod schema;
mod spelling;
mod structure;
mod text;
mod tree;
mod value;

pub use check::{Fault, FaultCode, check};
pub use holds::Record;
pub use index::FirstMatch;
pub use schema::{FieldType, Schema};
pub use spelling::nearest;
pub use structure::Structure;
pub use text::{ParseError, ParseErrorKind, Position};
pub use tree::{DEPTH_MAX, NODES_MAX, Operand, Operator, Predicate, TEXT_BYTES_MAX, TooLarge};
pub use value::{Number, Value, ValueRef};
