//! Identities in the simulated world: the engine's from a seeded stream, everybody else's from what they are and
//! which one, so that a script still means the same when steps are left out. Knows no entropy.

use crate::random::Random;
use frontdesk_engine::Ids;
use frontdesk_model::{AgentId, ConversationId, Uuid};

/// What the engine draws from.
#[derive(Clone, Debug)]
pub struct SeededIds(Random);

impl SeededIds {
    pub fn new(seed: u64) -> Self {
        SeededIds(Random::new(seed ^ 0x1d5))
    }
}

impl Ids for SeededIds {
    fn next(&mut self) -> Uuid {
        let bits = (u128::from(self.0.next_u64()) << 64) | u128::from(self.0.next_u64());
        Uuid::from_u128(bits)
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Noun {
    Organization = 1,
    Agent = 2,
    Queue = 3,
    Workstream = 4,
    Presence = 5,
    Widget = 6,
    Contact = 7,
    Account = 8,
    Case = 9,
    Conversation = 10,
    Visitor = 11,
    Skill = 12,
    CapacityProfile = 13,
    OperatingHours = 14,
    Ruleset = 16,
    /// Of another organisation, or of nobody.
    Foreign = 15,
}

pub fn id(noun: Noun, number: u64) -> Uuid {
    Uuid::from_u128((0xf00d_u128 << 112) | ((noun as u128) << 96) | u128::from(number))
}

pub fn conversation_id(number: u32) -> ConversationId {
    ConversationId(id(Noun::Conversation, u64::from(number)))
}

/// The number a conversation was started under, for people to read.
pub fn conversation_number(id: ConversationId) -> u32 {
    id.0.as_u128() as u32
}

pub fn agent_id(index: usize) -> AgentId {
    AgentId(id(Noun::Agent, index as u64))
}
