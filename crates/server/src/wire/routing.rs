//! Why a conversation went where it went, on the native wire: stored decisions and stays in queues with names beside
//! ids, and a sentence for people beside each decision. Knows nothing of how anything is decided.

use super::{
    AssignedBecause, AssignmentMethod, ClosureReason, ContextVariable, OverflowAction, OverflowCondition,
    PassedOverReason, Priority, SegmentClosure, SegmentCreation, Time,
};
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Something by its id, with the name that it has now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Named {
    pub id: Uuid,
    /// None: it was deleted since.
    pub name: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoutingOfConversation {
    /// As they were made, the first one first.
    pub decisions: Vec<RoutingDecision>,
    pub segments: Vec<QueueSegment>,
    /// Why it waits now; none where it does not.
    pub waiting: Option<WaitingNow>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoutingDecision {
    /// 1, 2, 3, … within the conversation.
    pub number: u32,
    pub at: Time,
    /// What was decided and why, in plain words.
    pub sentence: String,
    #[serde(flatten)]
    pub step: RoutingStep,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingNow {
    /// In plain words.
    pub sentence: String,
    pub queue: Named,
    /// Its turn in the queue: 1 is served first.
    pub position: u32,
    /// Whether an agent is looked for. Otherwise it waits to be picked.
    pub is_pushed: bool,
    pub demand: Demand,
    pub considered: Considered,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RoutingStep {
    /// Which rules fired. `saw`: the values of the fields that were tested.
    #[serde(rename_all = "camelCase")]
    Classified { saw: Vec<ContextVariable>, fired: Vec<FiredRule> },
    #[serde(rename_all = "camelCase")]
    Queued {
        queue: Named,
        why: QueuedBecause,
        saw: Vec<ContextVariable>,
        /// Queues that were looked at before.
        passed_over: Vec<PassedOverQueue>,
    },
    #[serde(rename_all = "camelCase")]
    Overflowed { queue: Named, condition: Overflow, action: OverflowAction },
    #[serde(rename_all = "camelCase")]
    Assigned {
        agent: Named,
        queue: Named,
        method: AssignmentMethod,
        /// The assignment rule, where the method is custom.
        rule: Option<String>,
        because: AssignedBecause,
        demand: Demand,
        considered: Considered,
    },
    #[serde(rename_all = "camelCase")]
    Waits { queue: Named, demand: Demand, considered: Considered },
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FiredRule {
    pub ruleset_id: Uuid,
    pub ruleset: String,
    /// None: no rule of this ruleset held.
    pub rule: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "because", rename_all = "snake_case")]
pub enum QueuedBecause {
    /// `draw`: the conversation's lot, 0 to 99, where the rule shares among queues.
    #[serde(rename_all = "camelCase")]
    Rule {
        ruleset: String,
        rule: String,
        draw: Option<u32>,
    },
    Classification,
    Named,
    Fallback,
    #[serde(rename_all = "camelCase")]
    OpensFirst {
        opens_at: Option<Time>,
    },
    #[serde(rename_all = "camelCase")]
    Overflow {
        from_queue: Named,
    },
    #[serde(rename_all = "camelCase")]
    Transferred {
        by: Named,
    },
    #[serde(rename_all = "camelCase")]
    Released {
        by: Named,
    },
    Returned,
    CustomerWrote,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PassedOverQueue {
    pub queue: Named,
    pub condition: OverflowCondition,
}

#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "when", rename_all = "snake_case")]
pub enum Overflow {
    OutOfHours,
    #[serde(rename_all = "camelCase")]
    QueueLength {
        waiting: u32,
        waiting_max: u32,
    },
    #[serde(rename_all = "camelCase")]
    Waited {
        waited_ms: u64,
        after_ms: u64,
    },
}

/// What the conversation asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Demand {
    pub priority: Priority,
    pub waited_ms: u64,
    pub units: u32,
    pub skills: Vec<DemandedSkill>,
    pub capacity_profiles: Vec<Named>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DemandedSkill {
    pub skill: Named,
    /// The least that is asked for.
    pub proficiency: u32,
}

/// The members of the queue: who could have taken it, best first, and why the others could not.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Considered {
    pub eligible: Vec<Named>,
    pub passed_over: Vec<PassedOver>,
    /// Members of large queues that are not listed one by one.
    pub unlisted: u32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PassedOver {
    pub reason: PassedOverReason,
    pub agents: Vec<Named>,
}

/// A conversation as it might begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoutingToTry {
    pub workstream_id: Uuid,
    /// Where rules share among queues its id draws the lot; a fresh one unless said otherwise.
    #[serde(default)]
    pub conversation_id: Option<Uuid>,
    #[serde(default)]
    pub widget_id: Option<Uuid>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub customer_name: String,
    #[serde(default)]
    pub locale: Option<String>,
    /// Normal unless said otherwise.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// Context variables by name.
    #[serde(default)]
    pub context: BTreeMap<String, String>,
    /// Of linked records and the visitor, by the field's name: `customer.account.name`, `visitor.device`.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
}

/// What rules and queues would decide of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TriedRouting {
    /// As they would be made, the first one first.
    pub decisions: Vec<RoutingDecision>,
    /// Where it would wait; none: the overflow of its queue would end it.
    pub queue: Option<Named>,
    pub priority: Priority,
    pub skills: Vec<DemandedSkill>,
    /// Beside those of the workstream.
    pub capacity_profiles: Vec<Named>,
    /// With what rules would set.
    pub context: Vec<ContextVariable>,
}

/// A stay in a queue. Times in milliseconds.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QueueSegment {
    pub number: u32,
    pub queue: Named,
    pub source_queue: Option<Named>,
    pub target_queue: Option<Named>,
    pub started_at: Time,
    pub ended_at: Option<Time>,
    /// First offered, first accepted.
    pub agent_assigned_at: Option<Time>,
    pub agent_accepted_at: Option<Time>,
    /// Who accepted last.
    pub agent: Option<Named>,
    pub closed_at: Option<Time>,
    /// The customer left before anybody accepted.
    pub abandoned: bool,
    pub creation_reason: SegmentCreation,
    pub closure_reason: Option<SegmentClosure>,
    pub session_closure: Option<ClosureReason>,
    pub first_wait_ms: Option<u64>,
    pub talk_ms: u64,
    pub wrap_up_ms: u64,
    pub declines: u32,
}

/// Which rules ask; it decides what they may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    Classification,
    RouteToQueue,
    Prioritization,
    Assignment,
}

impl From<RuleKind> for frontdesk_engine::RuleKind {
    fn from(kind: RuleKind) -> Self {
        match kind {
            RuleKind::Classification => frontdesk_engine::RuleKind::Classification,
            RuleKind::RouteToQueue => frontdesk_engine::RuleKind::RouteToQueue,
            RuleKind::Prioritization => frontdesk_engine::RuleKind::Prioritization,
            RuleKind::Assignment => frontdesk_engine::RuleKind::Assignment,
        }
    }
}

/// What rules of a kind may name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoutingFields {
    pub fields: Vec<RoutingField>,
    /// Namespaces in which every name is a field: `context.anything`.
    pub namespaces: Vec<RoutingField>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoutingField {
    pub name: String,
    /// `text`, `number`, `boolean`, `time`, `choice`, or `open`: read as what it is compared with.
    pub r#type: &'static str,
    /// The words of a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

/// A condition as somebody wrote it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConditionToCheck {
    pub kind: RuleKind,
    /// Its text, …
    #[serde(default)]
    pub condition: Option<String>,
    /// … or what a rule builder made.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub structure: Option<frontdesk_predicate::Structure>,
}

#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct CheckedCondition {
    /// Empty: it may be saved.
    pub faults: Vec<ConditionFault>,
    /// Its text as it will be shown; none where it cannot be read.
    pub canonical: Option<String>,
    /// The same as nested objects, for rule builders.
    #[schema(value_type = Option<Object>)]
    pub structure: Option<frontdesk_predicate::Structure>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConditionFault {
    /// Stable, snake_case.
    pub code: &'static str,
    pub detail: String,
    /// The field concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Where in the text, from 1, where it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

/// What would be said if this were saved.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CheckedRuleset {
    /// Empty: it may be saved.
    pub faults: Vec<crate::errors::FieldError>,
}
