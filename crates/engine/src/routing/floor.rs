//! The members of one queue as routing looks for them: who is ready, in the order of the queue's method, and who has
//! which skill. Knows nothing of who waits.

use super::rank::Rank;
use frontdesk_model::{Agent, AgentId, SkillId, SkillRating};
use std::collections::{BTreeMap, BTreeSet};

/// How many members with a rare skill are asked for the others.
const LOOKED_AT_MAX: usize = 64;

#[derive(Clone, Default)]
pub(crate) struct Floor {
    /// Ready, with at least one free unit.
    free: BTreeSet<Rank>,
    /// Ready otherwise: for what takes no units, and for rules that do not ask for room.
    full: BTreeSet<Rank>,
    /// All members, ready or not.
    skilled: BTreeMap<SkillId, BTreeSet<AgentId>>,
}

/// How an agent is listed on a floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listing {
    pub rank: Rank,
    pub is_free: bool,
}

impl Floor {
    pub fn list(&mut self, listing: Listing) {
        self.side(listing).insert(listing.rank);
    }

    pub fn unlist(&mut self, listing: Listing) {
        self.side(listing).remove(&listing.rank);
    }

    pub fn add_member(&mut self, agent: &Agent) {
        for skill in &agent.skills {
            self.skilled.entry(skill.skill_id).or_default().insert(agent.id);
        }
    }

    /// As they were when they were added.
    pub fn remove_member(&mut self, agent: &Agent) {
        for skill in &agent.skills {
            if let Some(skilled) = self.skilled.get_mut(&skill.skill_id) {
                skilled.remove(&agent.id);
                if skilled.is_empty() {
                    self.skilled.remove(&skill.skill_id);
                }
            }
        }
    }

    /// How many members have the skill.
    pub fn skilled_count(&self, skill: SkillId) -> usize {
        self.skilled.get(&skill).map_or(0, BTreeSet::len)
    }

    pub fn skilled(&self, skill: SkillId) -> impl Iterator<Item = AgentId> {
        self.skilled.get(&skill).into_iter().flatten().copied()
    }

    /// Whether any member, ready or not, has all of these; yes where too many have each to look.
    pub fn may_have_all(&self, skills: &[SkillRating]) -> bool {
        let members = |skill: &SkillRating| self.skilled.get(&skill.skill_id);
        let Some(rarest) = skills.iter().min_by_key(|skill| self.skilled_count(skill.skill_id)) else { return true };
        let has_all = |id: &AgentId| skills.iter().all(|skill| members(skill).is_some_and(|all| all.contains(id)));
        self.skilled_count(rarest.skill_id) > LOOKED_AT_MAX || self.skilled(rarest.skill_id).any(|id| has_all(&id))
    }

    /// Those who are ready in the order of the method, the full ones among them only if asked for.
    pub fn ready(&self, full_too: bool) -> impl Iterator<Item = &Rank> {
        let mut free = self.free.iter().peekable();
        let mut full = full_too.then_some(&self.full).into_iter().flatten().peekable();
        std::iter::from_fn(move || match (free.peek(), full.peek()) {
            (Some(one), Some(other)) if one < other => free.next(),
            (Some(_), None) => free.next(),
            _ => full.next(),
        })
    }

    pub fn ready_count(&self, full_too: bool) -> usize {
        self.free.len() + if full_too { self.full.len() } else { 0 }
    }

    fn side(&mut self, listing: Listing) -> &mut BTreeSet<Rank> {
        if listing.is_free { &mut self.free } else { &mut self.full }
    }
}
