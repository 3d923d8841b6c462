//! Every small case there is: two agents, each in every state that counts, and two conversations, of which one asks for a
//! skill. Routing leaves nobody waiting whom somebody could take, gives nobody to one who could not, and to no one further
//! from what is asked than another. What is admissible is said here anew, from the plain data.

use crate::world::World;
use frontdesk_engine::Input;
use frontdesk_model::*;

/// All that counts of an agent.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// In the one skill there is; none: they do not have it.
    rated: Option<u32>,
    base: BasePresence,
    units: u32,
    /// What they may take of the one profile there is; none: they do not have it.
    profile_units: Option<u32>,
}

/// All that counts of a workstream.
#[derive(Clone, Copy, Debug)]
struct Terms {
    matching: SkillMatching,
    presences: &'static [BasePresence],
    takes_profile: bool,
}

const ASKED: u32 = 2;

fn every_candidate() -> Vec<Candidate> {
    let mut all = Vec::new();
    for rated in [None, Some(ASKED - 1), Some(ASKED)] {
        for base in [BasePresence::Available, BasePresence::Busy] {
            for (units, profile_units) in [(0, Some(2)), (1, Some(0)), (1, None), (1, Some(1)), (2, Some(2))] {
                all.push(Candidate { rated, base, units, profile_units });
            }
        }
    }
    all
}

fn every_terms() -> Vec<Terms> {
    let mut all = Vec::new();
    for matching in [SkillMatching::Exact, SkillMatching::Closest, SkillMatching::Ignored] {
        for presences in [&[BasePresence::Available] as &[_], &[BasePresence::Available, BasePresence::Busy]] {
            for takes_profile in [false, true] {
                all.push(Terms { matching, presences, takes_profile });
            }
        }
    }
    all
}

#[test]
fn no_admissible_assignment_is_missed_in_any_small_case() {
    let candidates = every_candidate();
    let (mut cases, mut assigned, mut left) = (0, 0, 0);
    for terms in every_terms() {
        let mut scene = Scene::new(terms);
        for (number, first) in candidates.iter().enumerate() {
            scene.becomes(0, *first);
            for second in &candidates[number..] {
                scene.becomes(1, *second);
                let ids = [scene.starts(Some(ASKED)), scene.starts(None)];
                let missed = scene.missed(ids);
                assert_eq!(missed, None, "{terms:?} {first:?} {second:?}");
                cases += 1;
                let taken = ids.iter().filter(|id| scene.world.agent_of(**id).is_some()).count();
                assigned += taken;
                left += ids.len() - taken;
                scene.clear(ids);
            }
        }
    }
    assert_eq!(cases, 12 * 30 * 31 / 2);
    assert!(assigned > 3_000 && left > 3_000, "{assigned} assigned, {left} left");
}

struct Scene {
    world: World,
    terms: Terms,
    skill: SkillId,
    profile: CapacityProfileId,
    agents: [AgentId; 2],
}

impl Scene {
    fn new(terms: Terms) -> Scene {
        let mut world = World::live_chat();
        let skill = world.asked_skill_rated("french", RatingModel { minimum: 1, maximum: 3 });
        let profile = world.capacity_profile("Vip", |_| {});
        world.change_workstream(|workstream| {
            workstream.skill_matching = terms.matching;
            workstream.allowed_presences = terms.presences.to_vec();
            workstream.capacity_profiles = terms.takes_profile.then_some(profile).into_iter().collect();
        });
        let agents = [world.agent(), world.agent()];
        Scene { world, terms, skill, profile, agents }
    }

    /// While nobody waits.
    fn becomes(&mut self, agent: usize, candidate: Candidate) {
        let (agent, skill_id, profile_id) = (self.agents[agent], self.skill, self.profile);
        let skill = candidate.rated.map(|proficiency| SkillRating { skill_id, proficiency });
        let profile = candidate.profile_units.map(|units| AgentCapacityProfile { profile_id, units_max: Some(units) });
        self.world.change_agent(agent, |agent| {
            agent.skills = skill.into_iter().collect();
            agent.capacity_units = candidate.units;
            agent.capacity_profiles = profile.into_iter().collect();
        });
        self.world.choose(agent, candidate.base);
        assert_eq!(self.world.presence_of(agent), candidate.base);
    }

    /// Whoever gets it could have it, and was none further from what it asks for than another.
    fn starts(&mut self, asked: Option<u32>) -> ConversationId {
        let able: Vec<AgentId> = self.agents.into_iter().filter(|agent| self.is_admissible(*agent, asked)).collect();
        let nearest = able.iter().map(|agent| self.shortfall(*agent, asked)).min();
        let id = match asked {
            Some(proficiency) => self.world.start_asking(&[("french", proficiency)]),
            None => self.world.start(),
        };
        let got = self.world.agent_of(id);
        assert_eq!(got.is_some(), !able.is_empty(), "{got:?} of {able:?}");
        if let Some(agent) = got {
            assert!(able.contains(&agent), "{agent} of {able:?}");
            let by_skill = self.terms.matching == SkillMatching::Closest;
            assert!(!by_skill || Some(self.shortfall(agent, asked)) == nearest, "{agent} is not the nearest");
        }
        id
    }

    fn is_admissible(&self, agent: AgentId, asked: Option<u32>) -> bool {
        let status = &self.world.statuses[&agent];
        let own = self.world.engine.agent(agent).unwrap();
        let held = status.load.profiles.iter().find(|load| load.profile_id == self.profile);
        let room = own.capacity_profiles.iter().any(|profile| {
            profile.units_max.is_some_and(|units| units > held.map_or(0, |load| load.held_units + load.spent_units))
        });
        let skilled = self.terms.matching != SkillMatching::Exact || self.shortfall(agent, asked) == 0;
        self.terms.presences.contains(&status.base)
            && status.available_units >= 1
            && (room || !self.terms.takes_profile)
            && skilled
    }

    /// Points that are missing; whoever does not have the skill is rated none.
    fn shortfall(&self, agent: AgentId, asked: Option<u32>) -> u32 {
        let own = self.world.engine.agent(agent).unwrap();
        let rated = own.skills.first().map_or(0, |skill| skill.proficiency);
        asked.map_or(0, |asked| asked.saturating_sub(rated))
    }

    /// Who waits still although somebody could have them.
    fn missed(&self, ids: [ConversationId; 2]) -> Option<(ConversationId, AgentId)> {
        ids.into_iter().zip([Some(ASKED), None]).find_map(|(id, asked)| {
            let waits = self.world.agent_of(id).is_none();
            let able = self.agents.into_iter().find(|agent| waits && self.is_admissible(*agent, asked));
            able.map(|agent| (id, agent))
        })
    }

    fn clear(&mut self, ids: [ConversationId; 2]) {
        for conversation_id in ids {
            self.world.ok(Input::CustomerEnd { conversation_id });
        }
    }
}
