//! Skills on the native wire.

use frontdesk_model as model;
use frontdesk_model::{SkillId, Uuid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Skill {
    pub id: Uuid,
    pub name: String,
    /// "Language", "Product", …: how people group them.
    pub kind: String,
    pub rating: RatingModel,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Skill> for Skill {
    fn from(skill: &model::Skill) -> Self {
        Skill {
            id: skill.id.0,
            name: skill.name.clone(),
            kind: skill.kind.clone(),
            rating: skill.rating.into(),
            version: skill.version,
        }
    }
}

/// A scale; a higher rating is more proficient.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingModel {
    pub minimum: u32,
    pub maximum: u32,
}

impl From<model::RatingModel> for RatingModel {
    fn from(rating: model::RatingModel) -> Self {
        RatingModel { minimum: rating.minimum, maximum: rating.maximum }
    }
}

impl From<RatingModel> for model::RatingModel {
    fn from(rating: RatingModel) -> Self {
        model::RatingModel { minimum: rating.minimum, maximum: rating.maximum }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSkill {
    pub name: String,
    #[serde(default)]
    pub kind: String,
    /// 1 to 10 unless said otherwise.
    #[serde(default)]
    pub rating: Option<RatingModel>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkillChange {
    pub name: Option<String>,
    pub kind: Option<String>,
    pub rating: Option<RatingModel>,
}

/// A skill and how much of it: an agent's rating, or the least a conversation asks for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkillRating {
    pub skill_id: Uuid,
    pub proficiency: u32,
}

impl From<model::SkillRating> for SkillRating {
    fn from(rating: model::SkillRating) -> Self {
        SkillRating { skill_id: rating.skill_id.0, proficiency: rating.proficiency }
    }
}

impl From<SkillRating> for model::SkillRating {
    fn from(rating: SkillRating) -> Self {
        model::SkillRating { skill_id: SkillId(rating.skill_id), proficiency: rating.proficiency }
    }
}
