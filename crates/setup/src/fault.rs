//! What can be wrong with a file: the line, a stable code, and words for people. Knows no file names.

use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    pub code: FaultCode,
    pub message: String,
}

/// Stable: programs look at these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// It is no TOML.
    Syntax,
    /// Written for another version of the format, or it does not say for which.
    OtherFormat,
    UnknownKey,
    MissingKey,
    /// A text where a number belongs, and the like.
    WrongType,
    /// The right type, and yet nothing that can be meant.
    WrongValue,
    /// It refers to something that is not there.
    UnknownName,
    /// Two objects of one name.
    NameTwice,
    /// Right by itself, but not in the organisation it is meant for.
    Refused,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Fault {}
