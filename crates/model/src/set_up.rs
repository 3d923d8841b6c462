//! The set-up as pieces: what can be put, deleted and recorded as changed. Knows nothing of what a piece may hold.

use crate::{
    Agent, AgentId, CapacityProfile, NotificationTemplate, OperatingHours, Organization, Presence, Queue, QuickReply,
    Ruleset, SessionTemplate, Skill, Timestamp, Uuid, Widget, Workstream,
};
use serde::{Deserialize, Serialize};

/// One noun of the set-up, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "noun", content = "piece", rename_all = "snake_case")]
pub enum SetUpPiece {
    Organization(Organization),
    Agent(Agent),
    Queue(Queue),
    Workstream(Workstream),
    Presence(Presence),
    Widget(Widget),
    Skill(Skill),
    CapacityProfile(CapacityProfile),
    OperatingHours(OperatingHours),
    Ruleset(Ruleset),
    SessionTemplate(SessionTemplate),
    NotificationTemplate(NotificationTemplate),
    QuickReply(QuickReply),
}

/// The kinds of pieces, in the order in which one may refer to another: those that are referred to come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetUpNoun {
    Organization,
    Presence,
    Skill,
    CapacityProfile,
    OperatingHours,
    Agent,
    Queue,
    SessionTemplate,
    NotificationTemplate,
    Workstream,
    Ruleset,
    Widget,
    QuickReply,
}

/// Who changed what: kept for good.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetUpChange {
    /// 1, 2, 3, … within the organisation.
    pub number: u64,
    pub at: Timestamp,
    /// None: the command line.
    pub by: Option<AgentId>,
    pub noun: SetUpNoun,
    pub id: Uuid,
    /// None: it is new.
    pub before: Option<SetUpPiece>,
    /// None: it was deleted.
    pub after: Option<SetUpPiece>,
}

/// What somebody wants of the set-up: all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetUpEdits {
    /// None: the command line.
    pub by: Option<AgentId>,
    /// Each piece at most once; the order does not matter.
    pub edits: Vec<SetUpEdit>,
}

#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly all edits are puts")]
pub enum SetUpEdit {
    /// Add or replace. The piece's own version does not count: it gets the next one.
    Put {
        piece: SetUpPiece,
        /// Refused unless this is the version it has now; 0 = there is none yet.
        expected_version: Option<u64>,
    },
    Delete {
        noun: SetUpNoun,
        id: Uuid,
        expected_version: Option<u64>,
    },
}

impl SetUpEdit {
    /// Whatever is there.
    pub fn put(piece: impl Into<SetUpPiece>) -> SetUpEdit {
        SetUpEdit::Put { piece: piece.into(), expected_version: None }
    }

    /// Whatever version it has.
    pub fn delete(noun: SetUpNoun, id: impl Into<Uuid>) -> SetUpEdit {
        SetUpEdit::Delete { noun, id: id.into(), expected_version: None }
    }
}

impl SetUpNoun {
    /// As people and programs write it: `capacity_profile`.
    pub fn as_str(self) -> &'static str {
        match self {
            SetUpNoun::Organization => "organization",
            SetUpNoun::Presence => "presence",
            SetUpNoun::Skill => "skill",
            SetUpNoun::CapacityProfile => "capacity_profile",
            SetUpNoun::OperatingHours => "operating_hours",
            SetUpNoun::Agent => "agent",
            SetUpNoun::Queue => "queue",
            SetUpNoun::SessionTemplate => "session_template",
            SetUpNoun::NotificationTemplate => "notification_template",
            SetUpNoun::Workstream => "workstream",
            SetUpNoun::Ruleset => "ruleset",
            SetUpNoun::Widget => "widget",
            SetUpNoun::QuickReply => "quick_reply",
        }
    }
}

/// The same of whichever noun it is.
macro_rules! of_any {
    ($self:expr, $piece:ident => $value:expr) => {
        of_any!($self, $piece => $value, $piece => $value)
    };
    // What has a title has no name.
    ($self:expr, $piece:ident => $value:expr, $titled:ident => $of_titled:expr) => {
        match $self {
            SetUpPiece::Organization($piece) => $value,
            SetUpPiece::Agent($piece) => $value,
            SetUpPiece::Queue($piece) => $value,
            SetUpPiece::Workstream($piece) => $value,
            SetUpPiece::Presence($piece) => $value,
            SetUpPiece::Widget($piece) => $value,
            SetUpPiece::Skill($piece) => $value,
            SetUpPiece::CapacityProfile($piece) => $value,
            SetUpPiece::OperatingHours($piece) => $value,
            SetUpPiece::Ruleset($piece) => $value,
            SetUpPiece::SessionTemplate($piece) => $value,
            SetUpPiece::NotificationTemplate($piece) => $value,
            SetUpPiece::QuickReply($titled) => $of_titled,
        }
    };
}

impl SetUpPiece {
    pub fn noun(&self) -> SetUpNoun {
        match self {
            SetUpPiece::Organization(_) => SetUpNoun::Organization,
            SetUpPiece::Agent(_) => SetUpNoun::Agent,
            SetUpPiece::Queue(_) => SetUpNoun::Queue,
            SetUpPiece::Workstream(_) => SetUpNoun::Workstream,
            SetUpPiece::Presence(_) => SetUpNoun::Presence,
            SetUpPiece::Widget(_) => SetUpNoun::Widget,
            SetUpPiece::Skill(_) => SetUpNoun::Skill,
            SetUpPiece::CapacityProfile(_) => SetUpNoun::CapacityProfile,
            SetUpPiece::OperatingHours(_) => SetUpNoun::OperatingHours,
            SetUpPiece::Ruleset(_) => SetUpNoun::Ruleset,
            SetUpPiece::SessionTemplate(_) => SetUpNoun::SessionTemplate,
            SetUpPiece::NotificationTemplate(_) => SetUpNoun::NotificationTemplate,
            SetUpPiece::QuickReply(_) => SetUpNoun::QuickReply,
        }
    }

    pub fn id(&self) -> Uuid {
        of_any!(self, piece => piece.id.0)
    }

    pub fn name(&self) -> &str {
        of_any!(self, piece => &piece.name, reply => &reply.title)
    }

    /// Raised with each change, 1 at first.
    pub fn version(&self) -> u64 {
        of_any!(self, piece => piece.version)
    }

    pub fn set_version(&mut self, version: u64) {
        of_any!(self, piece => piece.version = version);
    }
}

macro_rules! pieces {
    ($($noun:ident),+) => {$(
        impl From<$noun> for SetUpPiece {
            fn from(piece: $noun) -> SetUpPiece {
                SetUpPiece::$noun(piece)
            }
        }
    )+};
}

pieces!(Organization, Agent, Queue, Workstream, Presence, Widget, Skill, CapacityProfile, OperatingHours, Ruleset);
pieces!(SessionTemplate, NotificationTemplate, QuickReply);
