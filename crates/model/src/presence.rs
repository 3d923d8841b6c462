//! Presence: what an agent is open to. Knows nothing of capacity or of who is assigned what.

use crate::PresenceId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BasePresence {
    Available,
    Busy,
    DoNotDisturb,
    Away,
    Offline,
    /// Set by the system alone, after a missed offer where the organisation wants that.
    Inactive,
}

impl BasePresence {
    /// The five that people may set, in the order they are shown.
    pub const SETTABLE: [BasePresence; 5] = [
        BasePresence::Available,
        BasePresence::Busy,
        BasePresence::DoNotDisturb,
        BasePresence::Away,
        BasePresence::Offline,
    ];
}

/// A presence that agents see by name; each stands for a base state. Organisations add their own ("Lunch" = Away).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    pub id: PresenceId,
    pub name: String,
    pub base: BasePresence,
    /// Agents may choose it; false for those that only the system sets.
    pub settable: bool,
    /// The one that automatic moves to this base state use. Exactly one for each base.
    pub is_default: bool,
    #[serde(default)]
    pub version: u64,
}

/// Who set an agent's presence: decides whether the automatic moves may change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresenceSource {
    /// Follows the load.
    Automatic,
    /// The agent chose it. Available and Busy last until the next accept or close; the rest until changed or sign-out.
    Agent,
    /// Somebody else set it, or a declined offer did.
    System,
}
