//! What routing knows of a conversation, and what it writes down of each decision. Knows nothing of how it decides.

use crate::{
    AgentId, AssignmentMethod, CapacityProfileId, ContextVariable, ConversationId, OverflowAction, OverflowCondition,
    Priority, QueueId, RulesetId, SkillRating, Timestamp,
};
use serde::{Deserialize, Serialize};

/// What a conversation asks of an agent, and where it stands in the queue. Kept with the conversation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Demand {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillRating>,
    /// Beside those of the workstream.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capacity_profiles: Vec<CapacityProfileId>,
    /// Tried before anybody else, in this order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub preferred_agents: Vec<AgentId>,
    /// What rules may ask of linked records, by field name: `customer.name`, `customer.account.name`, `case.title`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<ContextVariable>,
    /// The profiles it takes from its agent now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held_profiles: Vec<CapacityProfileId>,
    /// Queues that sent it on while it waited; none of them gets it back that way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overflowed_from: Vec<QueueId>,
    /// The number of its last routing decision.
    pub decisions: u32,
    /// The number of its last stay in a queue.
    pub segments: u32,
    /// What this customer was told; it does not change for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_wait_ms: Option<u64>,
}

/// One decision about one conversation, with what it saw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoutingDecision {
    pub conversation_id: ConversationId,
    /// 1, 2, 3, … within the conversation.
    pub number: u32,
    pub at: Timestamp,
    pub step: RoutingStep,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum RoutingStep {
    /// Which rules fired and what they set. `saw`: the values of all fields that were tested.
    Classified { saw: Vec<ContextVariable>, fired: Vec<FiredRule> },
    /// To this queue.
    Queued {
        queue_id: QueueId,
        why: QueuedBecause,
        saw: Vec<ContextVariable>,
        /// Queues that were looked at before.
        passed_over: Vec<PassedOverQueue>,
    },
    /// Out of hours, too long a line, or too long a wait.
    Overflowed { queue_id: QueueId, condition: Overflow, action: OverflowAction },
    /// To this agent.
    Assigned {
        agent_id: AgentId,
        queue_id: QueueId,
        method: AssignmentMethod,
        /// The assignment rule, where the method is custom.
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: Option<String>,
        because: AssignedBecause,
        demand: DemandSeen,
        considered: Considered,
    },
    /// Nobody could take it when it came into the queue.
    Waits { queue_id: QueueId, demand: DemandSeen, considered: Considered },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FiredRule {
    pub ruleset_id: RulesetId,
    pub ruleset: String,
    /// None: no rule of this ruleset held.
    pub rule: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum QueuedBecause {
    /// A route-to-queue rule; `draw` is the conversation's lot, 0 to 99, where it shares among queues.
    Rule {
        ruleset: String,
        rule: String,
        draw: Option<u32>,
    },
    /// A classification rule named it, and no route-to-queue rule held.
    Classification,
    /// The caller named it.
    Named,
    /// No rule held.
    Fallback,
    /// All queues of the rule overflow: this one opens first.
    OpensFirst {
        opens_at: Option<Timestamp>,
    },
    /// Another queue sent it on.
    Overflow {
        from_queue_id: QueueId,
    },
    Transferred {
        by: AgentId,
    },
    Released {
        by: AgentId,
    },
    /// The agent declined, missed or lost it, or is gone: where it was.
    Returned,
    /// The customer wrote again.
    CustomerWrote,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PassedOverQueue {
    pub queue_id: QueueId,
    pub condition: OverflowCondition,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Overflow {
    OutOfHours,
    QueueLength { waiting: u32, waiting_max: u32 },
    Waited { waited_ms: u64, after_ms: u64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignedBecause {
    /// First in the order of the method.
    FirstInOrder,
    /// Nearest in skills.
    NearestInSkills,
    /// Had it before: affinity.
    Affinity,
    /// One of the preferred agents.
    Preferred,
}

/// What the conversation asked for when it was decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DemandSeen {
    pub priority: Priority,
    pub waited_ms: u64,
    pub units: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillRating>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capacity_profiles: Vec<CapacityProfileId>,
}

/// The members of the queue, each once: who could have taken it, best first, and why the others could not. Of a queue
/// with more than [`Considered::LISTED_MAX`] members only so many are listed: whoever was chosen, those who are connected
/// in a presence that takes the work, then the others, in the order of the queue. Affinity: the agent who had it, alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Considered {
    /// Best first; the first one was chosen.
    pub eligible: Vec<AgentId>,
    pub passed_over: Vec<PassedOver>,
    /// Members of large queues that were not listed one by one.
    pub unlisted: u32,
}

impl Considered {
    pub const LISTED_MAX: usize = 50;
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PassedOver {
    pub reason: PassedOverReason,
    pub agents: Vec<AgentId>,
}

/// The first thing that stood against an agent, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassedOverReason {
    /// May no longer work here.
    Deactivated,
    /// No browser of theirs is connected.
    NotConnected,
    /// Not in a presence that takes this work.
    Presence,
    /// Outside their own operating hours.
    Hours,
    /// A required skill is missing or rated too low.
    Skill,
    /// An assignment rule's condition does not hold.
    Condition,
    /// Too few units are free.
    Units,
    /// They do not have a capacity profile that it takes.
    NoProfile,
    /// A capacity profile that it takes is full.
    ProfileFull,
    /// A full blocking profile stops all assignment.
    Blocked,
    /// Declined it as often as is allowed.
    Declined,
    /// Declined it a short while ago.
    DeclinedRecently,
}
