//! Rulesets on the native wire: conditions as text, in the syntax of docs/rules.md.

use super::{ContextVariable, Priority, SkillRating};
use frontdesk_model as model;
use frontdesk_model::{CapacityProfileId, QueueId, Uuid};
use frontdesk_predicate::Predicate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What rules of a ruleset do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RulesetKind {
    Classification,
    RouteToQueue,
}

impl From<&model::Rules> for RulesetKind {
    fn from(rules: &model::Rules) -> Self {
        match rules {
            model::Rules::Classification(_) => RulesetKind::Classification,
            model::Rules::RouteToQueue(_) => RulesetKind::RouteToQueue,
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RulesetSummary {
    pub id: Uuid,
    pub name: String,
    pub workstream_id: Uuid,
    /// 1 runs first; among equals the name decides. Route-to-queue runs last.
    pub position: u32,
    pub kind: RulesetKind,
    pub rule_count: usize,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Ruleset> for RulesetSummary {
    fn from(ruleset: &model::Ruleset) -> Self {
        RulesetSummary {
            id: ruleset.id.0,
            name: ruleset.name.clone(),
            workstream_id: ruleset.workstream_id.0,
            position: ruleset.position,
            kind: (&ruleset.rules).into(),
            rule_count: match &ruleset.rules {
                model::Rules::Classification(rules) => rules.len(),
                model::Rules::RouteToQueue(rules) => rules.len(),
            },
            version: ruleset.version,
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ruleset {
    #[serde(flatten)]
    pub summary: RulesetSummary,
    /// In order: the first that holds fires.
    pub rules: Vec<Rule>,
}

impl From<&model::Ruleset> for Ruleset {
    fn from(ruleset: &model::Ruleset) -> Self {
        Ruleset { summary: ruleset.into(), rules: rules(&ruleset.rules) }
    }
}

pub fn rules(rules: &model::Rules) -> Vec<Rule> {
    match rules {
        model::Rules::Classification(rules) => rules.iter().map(Rule::from).collect(),
        model::Rules::RouteToQueue(rules) => rules.iter().map(Rule::from).collect(),
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRuleset {
    pub name: String,
    pub workstream_id: Uuid,
    pub kind: RulesetKind,
    /// 1 unless said otherwise.
    #[serde(default)]
    pub position: Option<u32>,
    #[serde(default)]
    pub rules: Vec<Rule>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesetChange {
    pub name: Option<String>,
    pub position: Option<u32>,
    /// All of them, in place of the former ones.
    pub rules: Option<Vec<Rule>>,
}

/// One more rule, and where.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRule {
    pub rule: Rule,
    /// The name of the rule that it shall stand before; none: it comes last.
    #[serde(default)]
    pub before: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// Unique within its ruleset.
    pub name: String,
    /// `context.tier == "gold" && !has(case.title)`; `true` holds always.
    #[schema(value_type = String)]
    pub when: Predicate,
    /// In classification: what it says of the conversation, at most five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<Classification>>,
    /// In route-to-queue: one to five queues whose percentages sum to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<QueueShare>>,
}

impl From<&model::ClassificationRule> for Rule {
    fn from(rule: &model::ClassificationRule) -> Self {
        let outputs = Some(rule.outputs.iter().cloned().map(Into::into).collect());
        Rule { name: rule.name.clone(), when: rule.when.clone(), outputs, queues: None }
    }
}

impl From<&model::RouteRule> for Rule {
    fn from(rule: &model::RouteRule) -> Self {
        let queues = Some(rule.queues.iter().copied().map(Into::into).collect());
        Rule { name: rule.name.clone(), when: rule.when.clone(), outputs: None, queues }
    }
}

/// What a classification rule says of a conversation; later rulesets see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
// Fields are named one variant at a time: the schema does not follow `rename_all_fields`.
#[serde(tag = "set", rename_all = "snake_case", deny_unknown_fields)]
pub enum Classification {
    /// Goes there if no route-to-queue rule holds.
    #[serde(rename_all = "camelCase")]
    Queue { queue_id: Uuid },
    #[serde(rename_all = "camelCase")]
    Priority { priority: Priority },
    /// Added to what is required already; the same skill again replaces its rating.
    #[serde(rename_all = "camelCase")]
    Skill { skill: SkillRating },
    /// Taken beside those of the workstream.
    #[serde(rename_all = "camelCase")]
    CapacityProfile { profile_id: Uuid },
    #[serde(rename_all = "camelCase")]
    Context { variable: ContextVariable },
}

impl From<model::Classification> for Classification {
    fn from(output: model::Classification) -> Self {
        match output {
            model::Classification::Queue { queue_id } => Classification::Queue { queue_id: queue_id.0 },
            model::Classification::Priority { priority } => Classification::Priority { priority: priority.into() },
            model::Classification::Skill { skill } => Classification::Skill { skill: skill.into() },
            model::Classification::CapacityProfile { profile_id } => {
                Classification::CapacityProfile { profile_id: profile_id.0 }
            }
            model::Classification::Context { variable } => Classification::Context { variable: variable.into() },
        }
    }
}

impl From<Classification> for model::Classification {
    fn from(output: Classification) -> Self {
        match output {
            Classification::Queue { queue_id } => model::Classification::Queue { queue_id: QueueId(queue_id) },
            Classification::Priority { priority } => model::Classification::Priority { priority: priority.into() },
            Classification::Skill { skill } => model::Classification::Skill { skill: skill.into() },
            Classification::CapacityProfile { profile_id } => {
                model::Classification::CapacityProfile { profile_id: CapacityProfileId(profile_id) }
            }
            Classification::Context { variable } => model::Classification::Context { variable: variable.into() },
        }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueShare {
    pub queue_id: Uuid,
    pub percent: u32,
}

impl From<model::QueueShare> for QueueShare {
    fn from(share: model::QueueShare) -> Self {
        QueueShare { queue_id: share.queue_id.0, percent: share.percent }
    }
}

impl From<QueueShare> for model::QueueShare {
    fn from(share: QueueShare) -> Self {
        model::QueueShare { queue_id: QueueId(share.queue_id), percent: share.percent }
    }
}
