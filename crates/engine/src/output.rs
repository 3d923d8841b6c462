//! Everything an engine can answer and ask for. Knows nothing of who carries it out.

use frontdesk_model::{Audience, ConversationId, Event, ParticipantId, Row, SessionId, SetUpNoun, Timestamp, Uuid};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Write this. Rows of a kind come coalesced: the last image of each since the last poll.
    Row(Row),
    /// Journal this under the next number, in the same transaction as the rows; tell the audience after the commit.
    Event { conversation_id: Option<ConversationId>, audience: Audience, event: Event },
}

/// The answer to a command; kept with its key, so that a repeat gets the same one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Reply {
    Done,
    Started {
        conversation_id: ConversationId,
    },
    MessageStored {
        conversation_id: ConversationId,
        number: u64,
        public_number: Option<u64>,
        sent_at: Timestamp,
    },
    /// Those of the asked that are live chats and wait.
    Line {
        places: Vec<WaitingPlace>,
    },
    /// The session that the agent now works in.
    SessionOpened {
        conversation_id: ConversationId,
        session_id: SessionId,
    },
    /// Who was invited, or now takes part beside the agent whose it is.
    TakesPart {
        conversation_id: ConversationId,
        participant_id: ParticipantId,
    },
    /// One for each conversation, in the order in which they were named.
    Bulk {
        answers: Vec<BulkAnswer>,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkAnswer {
    pub conversation_id: ConversationId,
    /// None: it was done.
    pub refused: Option<KeptRefusal>,
}

/// A refusal as a part of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptRefusal {
    pub code: String,
    pub detail: String,
}

impl From<Refusal> for KeptRefusal {
    fn from(refusal: Refusal) -> Self {
        KeptRefusal { code: refusal.code.to_owned(), detail: refusal.detail }
    }
}

/// Where a live chat stands in its queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WaitingPlace {
    pub conversation_id: ConversationId,
    /// 1 is served next.
    pub position: usize,
    /// How many wait in the queue, with this one.
    pub waiting: usize,
}

/// Why nothing was done. `kind` decides the status at any edge, `code` is stable, `detail` is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub kind: RefusalKind,
    /// snake_case, e.g. `conversation_closed`, `not_assigned_to_you`, `offer_expired`.
    pub code: &'static str,
    pub detail: String,
    /// What of the input is at fault, where that can be said: at least the first, often all.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As it is written in JSON, from the piece it stands in: `rules[3].when`.
    pub field: String,
    pub detail: String,
    /// Of a list of edits, the piece it stands in.
    pub piece: Option<(SetUpNoun, Uuid)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// A value that can never be right: 400.
    Invalid,
    /// 403.
    Forbidden,
    /// 404.
    NotFound,
    /// Right in itself, but not in the state that things are in: 409.
    Conflict,
}

/// When to call `handle_timeout`, and what for (the first of what is due then).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub at: Timestamp,
    pub reason: AlarmReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmReason {
    OfferExpires,
    CustomerGone,
    AutoClose,
    WrapUpCapacity,
    BrowserRestore,
    AgentGone,
    ReofferAfterDecline,
    /// A queue sends on or away whoever waits longer.
    WaitedTooLong,
    /// Agents come to their desks or leave them.
    HoursChange,
    /// A conversation has waited long enough for the next assignment rule.
    RuleComesIntoForce,
    /// Midnight: what is given back at the end of the day.
    CapacityReset,
    ConsultExpires,
}

impl Refusal {
    pub fn invalid(code: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal { kind: RefusalKind::Invalid, code, detail: detail.into(), faults: Vec::new() }
    }

    pub fn forbidden(code: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal { kind: RefusalKind::Forbidden, code, detail: detail.into(), faults: Vec::new() }
    }

    pub fn not_found(code: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal { kind: RefusalKind::NotFound, code, detail: detail.into(), faults: Vec::new() }
    }

    pub fn conflict(code: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal { kind: RefusalKind::Conflict, code, detail: detail.into(), faults: Vec::new() }
    }

    /// The detail is about this field.
    pub fn at(self, field: impl Into<String>) -> Refusal {
        let detail = self.detail.clone();
        self.with_fault(field, detail)
    }

    pub fn with_fault(mut self, field: impl Into<String>, detail: impl Into<String>) -> Refusal {
        self.faults.push(Fault { field: field.into(), detail: detail.into(), piece: None });
        self
    }
}
