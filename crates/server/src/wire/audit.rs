//! Changes to the set-up on the native wire: each noun as its own API shows it. Knows nothing of who may read them.

use super::{
    Agent, CapacityProfile, Named, NotificationTemplate, OperatingHours, Organization, Presence, Queue, QuickReply,
    Ruleset, SessionTemplate, SetUpNoun, Skill, Time, Widget, Workstream,
};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetUpChangePage {
    /// Newest first.
    pub items: Vec<SetUpChange>,
    /// For the next page; none on the last.
    pub next_before: Option<u64>,
}

/// Who changed what.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SetUpChange {
    /// 1, 2, 3, … within the organisation.
    pub number: u64,
    pub at: Time,
    /// None: the command line.
    pub by: Option<Named>,
    pub noun: SetUpNoun,
    pub id: Uuid,
    pub name: String,
    /// As it was; none: it was new.
    pub before: Option<SetUpPiece>,
    /// As it became; none: it was deleted.
    pub after: Option<SetUpPiece>,
}

/// One noun of the set-up, as its own address shows it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant, reason = "made to be written at once")]
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
    NotificationTemplate(NotificationTemplate),
    SessionTemplate(SessionTemplate),
    QuickReply(QuickReply),
}

impl From<&model::SetUpPiece> for SetUpPiece {
    fn from(piece: &model::SetUpPiece) -> Self {
        match piece {
            model::SetUpPiece::Organization(piece) => SetUpPiece::Organization(piece.into()),
            model::SetUpPiece::Agent(piece) => SetUpPiece::Agent(Agent::new(piece, true)),
            model::SetUpPiece::Queue(piece) => SetUpPiece::Queue(piece.into()),
            model::SetUpPiece::Workstream(piece) => SetUpPiece::Workstream(piece.into()),
            model::SetUpPiece::Presence(piece) => SetUpPiece::Presence(piece.into()),
            model::SetUpPiece::Widget(piece) => SetUpPiece::Widget(piece.into()),
            model::SetUpPiece::Skill(piece) => SetUpPiece::Skill(piece.into()),
            model::SetUpPiece::CapacityProfile(piece) => SetUpPiece::CapacityProfile(piece.into()),
            model::SetUpPiece::OperatingHours(piece) => SetUpPiece::OperatingHours(piece.into()),
            model::SetUpPiece::Ruleset(piece) => SetUpPiece::Ruleset(piece.into()),
            model::SetUpPiece::NotificationTemplate(piece) => SetUpPiece::NotificationTemplate(piece.into()),
            model::SetUpPiece::QuickReply(piece) => SetUpPiece::QuickReply(piece.into()),
            model::SetUpPiece::SessionTemplate(piece) => SetUpPiece::SessionTemplate(piece.into()),
        }
    }
}
