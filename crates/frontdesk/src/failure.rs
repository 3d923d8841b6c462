//! How a command fails: one sentence for people, one code for scripts. Knows nothing of what was attempted.

use serde_json::{Value, json};
use std::fmt;

/// The kinds of failure that a script can tell apart by the exit code. `--help` lists them in `EXIT_CODES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// It was tried and did not work.
    Failed,
    /// The command line, the environment or the configuration file is wrong.
    Usage,
    /// The data folder, the file or the address is in use.
    InUse,
    /// The data was written by a newer version.
    Newer,
    /// The data is damaged, or a check found something.
    Unsound,
    /// The server that was asked for cannot be reached.
    Unreachable,
}

pub const EXIT_CODES: &str = "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 in use by another process, \
4 written by a newer version, 5 data damaged or check failed, 6 server unreachable.";

impl FailureKind {
    pub fn exit_code(self) -> u8 {
        match self {
            FailureKind::Failed => 1,
            FailureKind::Usage => 2,
            FailureKind::InUse => 3,
            FailureKind::Newer => 4,
            FailureKind::Unsound => 5,
            FailureKind::Unreachable => 6,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            FailureKind::Failed => "failed",
            FailureKind::Usage => "usage",
            FailureKind::InUse => "in_use",
            FailureKind::Newer => "newer_data",
            FailureKind::Unsound => "unsound_data",
            FailureKind::Unreachable => "unreachable",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub kind: FailureKind,
    pub message: String,
}

impl Failure {
    pub fn new(kind: FailureKind, message: impl fmt::Display) -> Failure {
        Failure { kind, message: message.to_string() }
    }

    pub fn failed(message: impl fmt::Display) -> Failure {
        Failure::new(FailureKind::Failed, message)
    }

    pub fn usage(message: impl fmt::Display) -> Failure {
        Failure::new(FailureKind::Usage, message)
    }

    pub fn to_json(&self) -> Value {
        json!({ "error": { "code": self.kind.code(), "message": self.message } })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<frontdesk_store::DataError> for Failure {
    fn from(error: frontdesk_store::DataError) -> Failure {
        use frontdesk_store::DataError;
        let kind = match &error {
            DataError::InUse { .. } => FailureKind::InUse,
            DataError::Newer { .. } => FailureKind::Newer,
            DataError::Edited { .. } | DataError::Damaged { .. } => FailureKind::Unsound,
            DataError::Io { .. } => FailureKind::Failed,
        };
        Failure::new(kind, error)
    }
}

impl From<frontdesk_store::ReadError> for Failure {
    fn from(error: frontdesk_store::ReadError) -> Failure {
        Failure::failed(error)
    }
}
