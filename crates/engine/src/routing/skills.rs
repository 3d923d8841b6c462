//! Skills by number, so that what is indexed by skill is found without a search. Knows nothing of ratings.

use frontdesk_model::{Agent, SkillId};
use std::collections::BTreeMap;

/// 0: no skill at all. Numbers are never taken back: there are as many as skills were ever used here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SkillNumber(u32);

impl SkillNumber {
    pub const NONE: SkillNumber = SkillNumber(0);

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Skills as bits: where a bit is missing a skill is missing; where none is, it takes a closer look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SkillSet(u64);

impl SkillSet {
    pub fn with(self, skill: SkillNumber) -> SkillSet {
        SkillSet(self.0 | 1 << (skill.0 % u64::BITS))
    }

    pub fn may_be_within(self, other: SkillSet) -> bool {
        self.0 & !other.0 == 0
    }
}

/// An agent's skills as indexes know them.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownSkills {
    /// Where they look for work: under each of their skills, and where none is needed.
    pub numbers: Vec<SkillNumber>,
    pub set: SkillSet,
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

    pub fn of(&mut self, agent: &Agent) -> KnownSkills {
        let skills = agent.skills.iter().map(|skill| self.number(skill.skill_id));
        let numbers: Vec<SkillNumber> = skills.chain([SkillNumber::NONE]).collect();
        let set = numbers.iter().fold(SkillSet::default(), |set, skill| set.with(*skill));
        KnownSkills { numbers, set }
    }
}
