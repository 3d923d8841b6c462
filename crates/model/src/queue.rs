//! Queues: where conversations wait and which agents serve them. Knows nothing of who waits now.

use crate::{Agent, AgentId, BasePresence, OperatingHoursId, QueueId, SkillMatching, Timestamp};
use frontdesk_predicate::Predicate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Queue {
    pub id: QueueId,
    pub name: String,
    /// 1 is served first.
    pub priority: u32,
    pub method: AssignmentMethod,
    /// In the order in which they joined. Of a queue of everyone: whoever is active.
    pub members: Vec<AgentId>,
    /// Everyone serves it: who comes belongs to it at once, who leaves does not.
    pub everyone: bool,
    /// None = always open.
    pub operating_hours_id: Option<OperatingHoursId>,
    /// For the method `custom`: tried in order, each from its waiting time on.
    pub assignment_rules: Vec<AssignmentRule>,
    /// Which of those who wait comes first: the first rule that holds decides the bucket; the rest come last. Empty =
    /// first come, first served.
    pub prioritization_rules: Vec<PrioritizationRule>,
    /// Before a conversation enters; out of hours is looked at first.
    pub overflow_before: Vec<OverflowBefore>,
    /// While it waits.
    pub overflow_waiting: Option<OverflowWaiting>,
    /// Answered within this counts as in time.
    pub service_level_ms: u64,
    /// Left sooner than this does not count as abandoned.
    pub short_abandon_ms: u64,
    pub version: u64,
}

impl Default for Queue {
    fn default() -> Self {
        Queue {
            id: QueueId::default(),
            name: String::new(),
            priority: 1,
            method: AssignmentMethod::default(),
            members: Vec::new(),
            everyone: false,
            operating_hours_id: None,
            assignment_rules: Vec::new(),
            prioritization_rules: Vec::new(),
            overflow_before: Vec::new(),
            overflow_waiting: None,
            service_level_ms: 60_000,
            short_abandon_ms: 0,
            version: 0,
        }
    }
}

impl Queue {
    /// Nobody is to serve it, whoever comes.
    pub fn has_no_members(&self) -> bool {
        self.members.is_empty() && !self.everyone
    }

    /// The members of a queue of everyone, of whom these are all there are: who was there stays in place, who came
    /// comes last, in the order in which they were created.
    pub fn enlist<'a>(&mut self, agents: impl Iterator<Item = &'a Agent>) {
        let mut came: Vec<&Agent> = agents.filter(|agent| agent.active).collect();
        came.sort_by_key(|agent| (agent.created_at, agent.id));
        let active: BTreeSet<AgentId> = came.iter().map(|agent| agent.id).collect();
        self.members.retain(|member| active.contains(member));
        let there: BTreeSet<AgentId> = self.members.iter().copied().collect();
        self.members.extend(came.iter().map(|agent| agent.id).filter(|id| !there.contains(id)));
    }
}

/// How long live chats have lately waited in a queue until somebody accepted; one row for each queue that has served some.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueuePace {
    pub queue_id: QueueId,
    /// Since it was last forgotten.
    pub accepted: u64,
    pub mean_wait_ms: u64,
    pub last_accepted_at: Timestamp,
}

/// How an agent is chosen. One file for each in the engine's `routing/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentMethod {
    #[default]
    HighestCapacity,
    /// In the order of joining the queue, then whoever was assigned something from it longest ago.
    AdvancedRoundRobin,
    /// Whose capacity was last given back longest ago.
    LeastActive,
    /// The queue's own `assignment_rules`; the workstream's presences and skill matching are not used.
    Custom,
}

/// Who may be assigned, and who of them first. Later rules ask for less: demands loosen as a conversation waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignmentRule {
    pub name: String,
    /// In force once the conversation has waited so long.
    #[serde(default)]
    pub after_wait_ms: u64,
    /// Over the agent and the conversation.
    pub when: Predicate,
    pub presences: Vec<BasePresence>,
    pub skills: SkillMatching,
    /// Whether the item must fit into units and profiles.
    pub within_capacity: bool,
    /// Whether the agent must be within their own operating hours.
    #[serde(default)]
    pub within_hours: bool,
    /// The first key decides, the next breaks ties; at last whoever was assigned something longest ago.
    pub order: Vec<AgentOrder>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AgentOrder {
    RoundRobin,
    LeastActive,
    MostUnitsFree,
    MostProfileUnitsFree,
    /// The sum of the ratings in required skills.
    MostProficient,
    LeastProficient,
    FewestSkills,
    MostSkills,
    Attribute {
        name: String,
        descending: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PrioritizationRule {
    pub name: String,
    pub when: Predicate,
    /// None = as without rules: the more urgent first, then who has waited longest.
    #[serde(default)]
    pub order: Option<PlaceOrder>,
}

/// Within a bucket: by a number or time of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrder {
    pub field: String,
    pub descending: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OverflowBefore {
    pub condition: OverflowCondition,
    pub action: OverflowAction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum OverflowCondition {
    OutOfHours,
    /// So many wait already, 1 to 100.
    QueueLength {
        waiting_max: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum OverflowAction {
    EndConversation,
    TransferToQueue {
        queue_id: QueueId,
    },
    /// Only before it enters.
    QueueAnyway,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OverflowWaiting {
    /// 1 minute to 2 days.
    pub after_ms: u64,
    pub action: OverflowAction,
}
