//! Skills: what an agent can do and how well, and what a conversation asks for. Knows nothing of who is chosen.

use crate::SkillId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Skill {
    pub id: SkillId,
    pub name: String,
    /// "Language", "Product", …: how people group them.
    pub kind: String,
    /// How proficiency in it is rated.
    pub rating: RatingModel,
    #[serde(default)]
    pub version: u64,
}

/// A scale; a higher rating is more proficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RatingModel {
    pub minimum: u32,
    pub maximum: u32,
}

impl Default for RatingModel {
    fn default() -> Self {
        RatingModel { minimum: 1, maximum: 10 }
    }
}

/// A skill and how much of it: an agent's rating, or the least a conversation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SkillRating {
    pub skill_id: SkillId,
    pub proficiency: u32,
}

/// How strictly required skills are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkillMatching {
    /// Each required skill, rated at least so high.
    #[default]
    Exact,
    /// Whoever comes nearest, down to none of them; nearness comes before the order of the method. How far somebody is
    /// away: the points by which they are rated too low, summed over the required skills; a skill that they do not have
    /// counts as rated one below the least of its scale.
    Closest,
    /// Skills do not matter.
    Ignored,
}
