//! Rules of a workstream: how a new conversation is classified and to which queue it goes. Plain data; what a
//! condition may name and when it holds is not known here.

use crate::{CapacityProfileId, ContextVariable, Priority, QueueId, RulesetId, SkillRating, WorkstreamId};
use frontdesk_predicate::Predicate;
use serde::{Deserialize, Serialize};

/// An ordered list of rules. A workstream's classification rulesets run in the order of their position, the first rule
/// that holds in each fires, and later ones see what it set. Its one route-to-queue ruleset runs last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ruleset {
    pub id: RulesetId,
    pub name: String,
    pub workstream_id: WorkstreamId,
    /// 1 runs first; among equals the name decides.
    pub position: u32,
    pub rules: Rules,
    #[serde(default)]
    pub version: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "rules", rename_all = "snake_case")]
pub enum Rules {
    Classification(Vec<ClassificationRule>),
    RouteToQueue(Vec<RouteRule>),
}

impl Default for Rules {
    fn default() -> Self {
        Rules::Classification(Vec::new())
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassificationRule {
    pub name: String,
    pub when: Predicate,
    /// At most five.
    pub outputs: Vec<Classification>,
}

/// What a classification rule says of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "set", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Classification {
    /// Goes there if no route-to-queue rule holds.
    Queue {
        queue_id: QueueId,
    },
    Priority {
        priority: Priority,
    },
    /// Added to what is required already; the same skill again replaces its rating.
    Skill {
        skill: SkillRating,
    },
    /// Taken beside those of the workstream.
    CapacityProfile {
        profile_id: CapacityProfileId,
    },
    Context {
        variable: ContextVariable,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteRule {
    pub name: String,
    pub when: Predicate,
    /// One to five; their percentages sum to 100.
    pub queues: Vec<QueueShare>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueShare {
    pub queue_id: QueueId,
    pub percent: u32,
}
