//! Queues on the native wire, with how they assign, order and overflow.

use super::{AssignmentMethod, BasePresence, Change, SkillMatching};
use frontdesk_model as model;
use frontdesk_model::{QueueId, Uuid};
use frontdesk_predicate::Predicate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Queue {
    pub id: Uuid,
    pub name: String,
    /// 1 is served first.
    pub priority: u32,
    pub method: AssignmentMethod,
    /// In the order in which they joined. Of a queue of everyone: whoever is active.
    pub members: Vec<Uuid>,
    /// Everyone serves it: who comes belongs to it at once, who is deactivated does not.
    pub everyone: bool,
    /// None = always open.
    pub operating_hours_id: Option<Uuid>,
    /// For the method `custom`: tried in order, each from its waiting time on.
    pub assignment_rules: Vec<AssignmentRule>,
    /// Which of those who wait comes first: the first rule that holds decides; the rest come last.
    pub prioritization_rules: Vec<PrioritizationRule>,
    /// Before a conversation enters; out of hours is looked at first.
    pub overflow_before: Vec<OverflowBefore>,
    /// While it waits.
    pub overflow_waiting: Option<OverflowWaiting>,
    /// Answered within this counts as in time.
    pub service_level_ms: u64,
    /// Left sooner than this does not count as abandoned.
    pub short_abandon_ms: u64,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Queue> for Queue {
    fn from(queue: &model::Queue) -> Self {
        Queue {
            id: queue.id.0,
            name: queue.name.clone(),
            priority: queue.priority,
            method: queue.method.into(),
            members: queue.members.iter().map(|id| id.0).collect(),
            everyone: queue.everyone,
            operating_hours_id: queue.operating_hours_id.map(|id| id.0),
            assignment_rules: queue.assignment_rules.iter().cloned().map(Into::into).collect(),
            prioritization_rules: queue.prioritization_rules.iter().cloned().map(Into::into).collect(),
            overflow_before: queue.overflow_before.iter().copied().map(Into::into).collect(),
            overflow_waiting: queue.overflow_waiting.map(Into::into),
            service_level_ms: queue.service_level_ms,
            short_abandon_ms: queue.short_abandon_ms,
            version: queue.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewQueue {
    pub name: String,
    #[serde(default)]
    pub members: Vec<Uuid>,
    /// Everyone serves it; then no members are named.
    #[serde(default)]
    pub everyone: Option<bool>,
    /// 1 is served first, and is the default.
    #[serde(default)]
    pub priority: Option<u32>,
    #[serde(default)]
    pub method: Option<AssignmentMethod>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub operating_hours_id: Change<Uuid>,
    #[serde(default)]
    pub assignment_rules: Option<Vec<AssignmentRule>>,
    #[serde(default)]
    pub prioritization_rules: Option<Vec<PrioritizationRule>>,
    #[serde(default)]
    pub overflow_before: Option<Vec<OverflowBefore>>,
    #[serde(default)]
    #[schema(value_type = Option<OverflowWaiting>)]
    pub overflow_waiting: Change<OverflowWaiting>,
    #[serde(default)]
    pub service_level_ms: Option<u64>,
    #[serde(default)]
    pub short_abandon_ms: Option<u64>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueChange {
    pub name: Option<String>,
    /// Everyone serves it. Where that ends, its members stay until others are named.
    pub everyone: Option<bool>,
    pub priority: Option<u32>,
    pub method: Option<AssignmentMethod>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub operating_hours_id: Change<Uuid>,
    pub assignment_rules: Option<Vec<AssignmentRule>>,
    pub prioritization_rules: Option<Vec<PrioritizationRule>>,
    pub overflow_before: Option<Vec<OverflowBefore>>,
    #[serde(default)]
    #[schema(value_type = Option<OverflowWaiting>)]
    pub overflow_waiting: Change<OverflowWaiting>,
    pub service_level_ms: Option<u64>,
    pub short_abandon_ms: Option<u64>,
}

/// All of them: who is not named leaves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueMembers {
    pub members: Vec<Uuid>,
}

/// Who may be assigned, and who of them first. Later rules ask for less: demands loosen as a conversation waits.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignmentRule {
    pub name: String,
    /// In force once the conversation has waited so long.
    #[serde(default)]
    pub after_wait_ms: u64,
    /// Over the agent and the conversation: `agent.city == context.city`.
    #[schema(value_type = String)]
    pub when: Predicate,
    pub presences: Vec<BasePresence>,
    pub skills: SkillMatching,
    /// Whether the item must fit into units and profiles.
    pub within_capacity: bool,
    /// Whether the agent must be within their own operating hours.
    #[serde(default)]
    pub within_hours: bool,
    /// The first decides, the next breaks ties; at last whoever was assigned something longest ago.
    pub order: Vec<AgentOrder>,
}

impl From<model::AssignmentRule> for AssignmentRule {
    fn from(rule: model::AssignmentRule) -> Self {
        AssignmentRule {
            name: rule.name,
            after_wait_ms: rule.after_wait_ms,
            when: rule.when,
            presences: rule.presences.into_iter().map(Into::into).collect(),
            skills: rule.skills.into(),
            within_capacity: rule.within_capacity,
            within_hours: rule.within_hours,
            order: rule.order.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<AssignmentRule> for model::AssignmentRule {
    fn from(rule: AssignmentRule) -> Self {
        model::AssignmentRule {
            name: rule.name,
            after_wait_ms: rule.after_wait_ms,
            when: rule.when,
            presences: rule.presences.into_iter().map(Into::into).collect(),
            skills: rule.skills.into(),
            within_capacity: rule.within_capacity,
            within_hours: rule.within_hours,
            order: rule.order.into_iter().map(Into::into).collect(),
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
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
    #[serde(rename_all = "camelCase")]
    Attribute {
        name: String,
        #[serde(default)]
        descending: bool,
    },
}

macro_rules! orders {
    ($($word:ident),+) => {
        impl From<model::AgentOrder> for AgentOrder {
            fn from(order: model::AgentOrder) -> Self {
                match order {
                    $(model::AgentOrder::$word => AgentOrder::$word,)+
                    model::AgentOrder::Attribute { name, descending } => AgentOrder::Attribute { name, descending },
                }
            }
        }

        impl From<AgentOrder> for model::AgentOrder {
            fn from(order: AgentOrder) -> Self {
                match order {
                    $(AgentOrder::$word => model::AgentOrder::$word,)+
                    AgentOrder::Attribute { name, descending } => model::AgentOrder::Attribute { name, descending },
                }
            }
        }
    };
}

orders!(
    RoundRobin,
    LeastActive,
    MostUnitsFree,
    MostProfileUnitsFree,
    MostProficient,
    LeastProficient,
    FewestSkills,
    MostSkills
);

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrioritizationRule {
    pub name: String,
    #[schema(value_type = String)]
    pub when: Predicate,
    /// None = who has waited longest.
    #[serde(default)]
    pub order: Option<PlaceOrder>,
}

impl From<model::PrioritizationRule> for PrioritizationRule {
    fn from(rule: model::PrioritizationRule) -> Self {
        let order = rule.order.map(|order| PlaceOrder { field: order.field, descending: order.descending });
        PrioritizationRule { name: rule.name, when: rule.when, order }
    }
}

impl From<PrioritizationRule> for model::PrioritizationRule {
    fn from(rule: PrioritizationRule) -> Self {
        let order = rule.order.map(|order| model::PlaceOrder { field: order.field, descending: order.descending });
        model::PrioritizationRule { name: rule.name, when: rule.when, order }
    }
}

/// By a number or time of the conversation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceOrder {
    pub field: String,
    #[serde(default)]
    pub descending: bool,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OverflowBefore {
    pub condition: OverflowCondition,
    pub action: OverflowAction,
}

impl From<model::OverflowBefore> for OverflowBefore {
    fn from(overflow: model::OverflowBefore) -> Self {
        OverflowBefore { condition: overflow.condition.into(), action: overflow.action.into() }
    }
}

impl From<OverflowBefore> for model::OverflowBefore {
    fn from(overflow: OverflowBefore) -> Self {
        model::OverflowBefore { condition: overflow.condition.into(), action: overflow.action.into() }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "when", rename_all = "snake_case", deny_unknown_fields)]
pub enum OverflowCondition {
    OutOfHours,
    /// So many wait already, 1 to 100.
    #[serde(rename_all = "camelCase")]
    QueueLength {
        waiting_max: u32,
    },
}

impl From<model::OverflowCondition> for OverflowCondition {
    fn from(condition: model::OverflowCondition) -> Self {
        match condition {
            model::OverflowCondition::OutOfHours => OverflowCondition::OutOfHours,
            model::OverflowCondition::QueueLength { waiting_max } => OverflowCondition::QueueLength { waiting_max },
        }
    }
}

impl From<OverflowCondition> for model::OverflowCondition {
    fn from(condition: OverflowCondition) -> Self {
        match condition {
            OverflowCondition::OutOfHours => model::OverflowCondition::OutOfHours,
            OverflowCondition::QueueLength { waiting_max } => model::OverflowCondition::QueueLength { waiting_max },
        }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum OverflowAction {
    EndConversation,
    #[serde(rename_all = "camelCase")]
    TransferToQueue {
        queue_id: Uuid,
    },
    /// Only before it enters.
    QueueAnyway,
}

impl From<model::OverflowAction> for OverflowAction {
    fn from(action: model::OverflowAction) -> Self {
        match action {
            model::OverflowAction::EndConversation => OverflowAction::EndConversation,
            model::OverflowAction::TransferToQueue { queue_id } => {
                OverflowAction::TransferToQueue { queue_id: queue_id.0 }
            }
            model::OverflowAction::QueueAnyway => OverflowAction::QueueAnyway,
        }
    }
}

impl From<OverflowAction> for model::OverflowAction {
    fn from(action: OverflowAction) -> Self {
        match action {
            OverflowAction::EndConversation => model::OverflowAction::EndConversation,
            OverflowAction::TransferToQueue { queue_id } => {
                model::OverflowAction::TransferToQueue { queue_id: QueueId(queue_id) }
            }
            OverflowAction::QueueAnyway => model::OverflowAction::QueueAnyway,
        }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OverflowWaiting {
    /// 1 minute to 2 days.
    pub after_ms: u64,
    pub action: OverflowAction,
}

impl From<model::OverflowWaiting> for OverflowWaiting {
    fn from(overflow: model::OverflowWaiting) -> Self {
        OverflowWaiting { after_ms: overflow.after_ms, action: overflow.action.into() }
    }
}

impl From<OverflowWaiting> for model::OverflowWaiting {
    fn from(overflow: OverflowWaiting) -> Self {
        model::OverflowWaiting { after_ms: overflow.after_ms, action: overflow.action.into() }
    }
}
