//! The text form: a part of CEL's syntax. Knows the tree, not what the fields mean.

mod lexer;
mod parser;
mod print;

pub use lexer::Position;
pub use parser::{ParseError, ParseErrorKind};
