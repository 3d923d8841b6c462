//! The set-up as pieces: what can be put, deleted and recorded as changed. Knows nothing of what a piece may hold.

use crate::{
    Agent, AgentId, CapacityProfile, OperatingHours, Organization, Presence, Queue, Ruleset, Skill, Timestamp, Uuid,
    Widget, Workstream,
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
    Workstream,
    Ruleset,
    Widget,
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
        }
    }

    pub fn id(&self) -> Uuid {
        match self {
            SetUpPiece::Organization(piece) => piece.id.0,
            SetUpPiece::Agent(piece) => piece.id.0,
            SetUpPiece::Queue(piece) => piece.id.0,
            SetUpPiece::Workstream(piece) => piece.id.0,
            SetUpPiece::Presence(piece) => piece.id.0,
            SetUpPiece::Widget(piece) => piece.id.0,
            SetUpPiece::Skill(piece) => piece.id.0,
            SetUpPiece::CapacityProfile(piece) => piece.id.0,
            SetUpPiece::OperatingHours(piece) => piece.id.0,
            SetUpPiece::Ruleset(piece) => piece.id.0,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            SetUpPiece::Organization(piece) => &piece.name,
            SetUpPiece::Agent(piece) => &piece.name,
            SetUpPiece::Queue(piece) => &piece.name,
            SetUpPiece::Workstream(piece) => &piece.name,
            SetUpPiece::Presence(piece) => &piece.name,
            SetUpPiece::Widget(piece) => &piece.name,
            SetUpPiece::Skill(piece) => &piece.name,
            SetUpPiece::CapacityProfile(piece) => &piece.name,
            SetUpPiece::OperatingHours(piece) => &piece.name,
            SetUpPiece::Ruleset(piece) => &piece.name,
        }
    }

    /// Raised with each change, 1 at first.
    pub fn version(&self) -> u64 {
        match self {
            SetUpPiece::Organization(piece) => piece.version,
            SetUpPiece::Agent(piece) => piece.version,
            SetUpPiece::Queue(piece) => piece.version,
            SetUpPiece::Workstream(piece) => piece.version,
            SetUpPiece::Presence(piece) => piece.version,
            SetUpPiece::Widget(piece) => piece.version,
            SetUpPiece::Skill(piece) => piece.version,
            SetUpPiece::CapacityProfile(piece) => piece.version,
            SetUpPiece::OperatingHours(piece) => piece.version,
            SetUpPiece::Ruleset(piece) => piece.version,
        }
    }
}
