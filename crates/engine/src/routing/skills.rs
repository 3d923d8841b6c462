//! Skills by number, so that what is indexed by skill is found without a search. Knows nothing of ratings.

use frontdesk_model::{Agent, SkillId};
use std::collections::BTreeMap;

/// 0: no skill at all. Numbers are never taken back: there are as many as skills were ever used here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SkillNumber(pub u32);

impl SkillNumber {
    pub const NONE: SkillNumber = SkillNumber(0);
}

#[derive(Clone, Default)]
pub(crate) struct SkillNumbers {
    numbers: BTreeMap<SkillId, SkillNumber>,
}

impl SkillNumbers {
    pub fn number(&mut self, skill: SkillId) -> SkillNumber {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.numbers.entry(skill).or_insert(SkillNumber(next))
    }

    /// Where an agent looks: under each of their skills, and where none is needed.
    pub fn of(&mut self, agent: &Agent) -> Vec<SkillNumber> {
        let skills = agent.skills.iter().map(|skill| self.number(skill.skill_id));
        skills.chain([SkillNumber::NONE]).collect()
    }
}
