//! The fields of each noun, in the order of the file. Each takes its type apart: a field that is new in the model does not
//! compile until it is said how it stands in the file, or that it does not. Knows no TOML.

mod agent;
mod hours;
mod organization;
mod queue;
mod quick_reply;
mod ruleset;
mod small;
mod template;
mod widget;
mod workstream;
