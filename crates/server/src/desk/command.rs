//! What callers hand to the desk and what they get back. Knows nothing of how it is carried out.

use super::admission::Ticket;
use super::repeats::RepeatKey;
use frontdesk_engine::{Input, NewConversation, Refusal, Reply, Trial, WaitingNow};
use frontdesk_model::{ConversationId, Row, SetUpEdits};
use std::fmt;
use tokio::sync::oneshot;

/// A caller's own key for a command, unique within the organisation: two callers may choose the same words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommandKey(String);

impl CommandKey {
    /// `caller` tells callers apart, e.g. `agent/<id>`; `key` is what they chose.
    pub fn new(caller: impl fmt::Display, key: &str) -> Self {
        CommandKey(format!("{caller}/{key}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An input and rows that the engine does not know, written in one commit.
#[derive(Debug, Default)]
pub struct Command {
    pub(super) key: Option<CommandKey>,
    pub(super) input: Option<Box<Input>>,
    pub(super) rows: Vec<Row>,
    /// Asked after the input.
    pub(super) question: Option<Question>,
}

/// What only the engine knows. It is answered when everything that the answer rests on is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Why this conversation waits now.
    WhyWaiting(ConversationId),
    /// Whether these edits would be taken.
    WouldTake(Box<SetUpEdits>),
    /// What would be decided of this conversation if it began now.
    WouldDecide(Box<NewConversation>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// None: it does not wait.
    WhyWaiting(Option<WaitingNow>),
    WouldTake(Result<(), Refusal>),
    WouldDecide(Box<Result<Trial, Refusal>>),
}

impl Command {
    pub fn new(input: Input) -> Self {
        Command { input: Some(Box::new(input)), ..Command::default() }
    }

    /// Nothing for the engine: tokens, sign-ins.
    pub fn rows(rows: Vec<Row>) -> Self {
        Command { rows, ..Command::default() }
    }

    pub(super) fn question(question: Question) -> Self {
        Command { question: Some(question), ..Command::default() }
    }

    pub fn key(mut self, key: Option<CommandKey>) -> Self {
        self.key = key;
        self
    }

    /// Written unless the input is refused.
    pub fn with_rows(mut self, rows: Vec<Row>) -> Self {
        self.rows.extend(rows);
        self
    }
}

/// What came of a command that was carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// None: it had no input.
    pub reply: Option<Reply>,
    /// It had been carried out before: this is the first answer, and nothing has changed now.
    pub repeated: bool,
    /// The answer to its question.
    pub told: Option<Box<Told>>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    #[error("{}", .0.detail)]
    Refused(Refusal),
    /// The wait would be too long. Nothing was done.
    #[error("the desk is busy; try again in {retry_after_ms} ms")]
    Busy { retry_after_ms: u64 },
    /// The store is away. Nothing was done.
    #[error("the store is away; try again in {retry_after_ms} ms")]
    Unavailable { retry_after_ms: u64 },
    /// Whether it was written cannot be told: repeat it with the same key.
    #[error("the outcome is unknown; repeat the command with the same key")]
    Unknown,
    /// Nothing was done.
    #[error("the disk is full; nothing was changed")]
    Full,
    /// A fault of ours; logged. Nothing was done.
    #[error("an internal error; nothing was changed")]
    Internal,
    /// The server is going down. Nothing was done.
    #[error("the server is shutting down")]
    Closed,
}

pub(super) type Outcome = Result<Carried, DeskError>;

/// A command on its way through the mailbox.
pub(super) struct Job {
    pub command: Command,
    /// Under which its outcome is remembered, besides the command's own key.
    pub repeat_keys: Vec<RepeatKey>,
    /// None: nobody waits for the outcome.
    pub reply: Option<oneshot::Sender<Outcome>>,
    pub ticket: Ticket,
}

pub(super) enum Mail {
    Job(Job),
    Close(oneshot::Sender<()>),
}
