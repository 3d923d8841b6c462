//! Skills and their scales: no rating lies outside. Knows nothing of who is chosen.

use super::Draft;
use super::check::{check_name, check_range};
use crate::{Engine, Refusal};
use frontdesk_model::{Classification, Rules, Skill, SkillRating};

pub(super) fn check(draft: &Draft<'_>, skill: &Skill) -> Result<(), Refusal> {
    check_name(&skill.name)?;
    let scale = skill.rating;
    if scale.minimum >= scale.maximum {
        let detail = format!("a scale from {} to {} has nothing to tell apart", scale.minimum, scale.maximum);
        return Err(Refusal::invalid("scale_empty", detail).at("rating"));
    }
    let outside = |rating: &SkillRating| {
        rating.skill_id == skill.id && !(scale.minimum..=scale.maximum).contains(&rating.proficiency)
    };
    let user = draft
        .agents()
        .find(|agent| agent.skills.iter().any(outside))
        .map(|agent| format!("the agent '{}'", agent.name))
        .or_else(|| {
            let ruleset = draft.rulesets().find(|ruleset| demands(&ruleset.rules).any(outside))?;
            Some(format!("the ruleset '{}'", ruleset.name))
        });
    match user {
        Some(user) => {
            let detail = format!("{user} has a rating outside {} to {}", scale.minimum, scale.maximum);
            Err(Refusal::conflict("in_use", detail).at("rating"))
        }
        None => Ok(()),
    }
}

fn demands(rules: &Rules) -> impl Iterator<Item = &SkillRating> {
    let classification: &[_] = match rules {
        Rules::Classification(rules) => rules,
        Rules::RouteToQueue(_) => &[],
    };
    classification.iter().flat_map(|rule| &rule.outputs).filter_map(|output| match output {
        Classification::Skill { skill } => Some(skill),
        _ => None,
    })
}

/// Inside the skill's scale. That there is such a skill is checked with the other references.
pub(super) fn check_rating(draft: &Draft<'_>, rating: &SkillRating, field: &str) -> Result<(), Refusal> {
    match draft.skill(rating.skill_id) {
        Some(skill) => check_range(field, rating.proficiency, skill.rating.minimum..=skill.rating.maximum),
        None => Ok(()),
    }
}

impl Engine {
    pub(super) fn put_skill(&mut self, skill: Skill) {
        self.skills.insert(skill.id, skill);
    }
}
