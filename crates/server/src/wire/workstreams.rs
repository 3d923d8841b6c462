//! Workstreams on the native wire.

use super::{
    BasePresence, Change, Channel, ConversationMode, DistributionMode, Notification, NotificationTemplates,
    NotificationTemplatesChange, SkillMatching,
};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long wrap-up keeps the agent's capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WrapUpBlock {
    Always,
    Never,
    /// 30,000 to 3,600,000.
    For {
        milliseconds: u64,
    },
}

impl From<model::WrapUpBlock> for WrapUpBlock {
    fn from(block: model::WrapUpBlock) -> Self {
        match block {
            model::WrapUpBlock::Always => WrapUpBlock::Always,
            model::WrapUpBlock::Never => WrapUpBlock::Never,
            model::WrapUpBlock::For { milliseconds } => WrapUpBlock::For { milliseconds },
        }
    }
}

impl From<WrapUpBlock> for model::WrapUpBlock {
    fn from(block: WrapUpBlock) -> Self {
        match block {
            WrapUpBlock::Always => model::WrapUpBlock::Always,
            WrapUpBlock::Never => model::WrapUpBlock::Never,
            WrapUpBlock::For { milliseconds } => model::WrapUpBlock::For { milliseconds },
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Workstream {
    pub id: Uuid,
    pub name: String,
    pub channel: Channel,
    pub mode: ConversationMode,
    pub distribution: DistributionMode,
    /// Units of an agent's capacity that one conversation takes; 0 where profiles alone count.
    pub capacity_units: u32,
    /// Profiles that one conversation takes a unit of.
    pub capacity_profiles: Vec<Uuid>,
    pub skill_matching: SkillMatching,
    pub wrap_up_block: WrapUpBlock,
    pub allowed_presences: Vec<BasePresence>,
    pub notification: Notification,
    pub offer_timeout_ms: u64,
    /// Where there is one, it says how an offer looks, how it is answered and how long there is.
    pub notification_templates: NotificationTemplates,
    pub session_template_id: Option<Uuid>,
    pub close_after_inactivity_ms: Option<u64>,
    pub reoffer_after_decline_ms: u64,
    pub reconnect_within_ms: Option<u64>,
    pub agent_affinity: bool,
    pub pick_from_push: bool,
    /// Where new conversations go while no rule says otherwise.
    pub fallback_queue_id: Uuid,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Workstream> for Workstream {
    fn from(workstream: &model::Workstream) -> Self {
        Workstream {
            id: workstream.id.0,
            name: workstream.name.clone(),
            channel: workstream.channel.into(),
            mode: workstream.mode.into(),
            distribution: workstream.distribution.into(),
            capacity_units: workstream.capacity_units,
            capacity_profiles: workstream.capacity_profiles.iter().map(|id| id.0).collect(),
            skill_matching: workstream.skill_matching.into(),
            wrap_up_block: workstream.wrap_up_block.into(),
            allowed_presences: workstream.allowed_presences.iter().copied().map(BasePresence::from).collect(),
            notification: workstream.notification.into(),
            offer_timeout_ms: workstream.offer_timeout_ms,
            notification_templates: workstream.notification_templates.into(),
            session_template_id: workstream.session_template_id.map(|id| id.0),
            close_after_inactivity_ms: workstream.close_after_inactivity_ms,
            reoffer_after_decline_ms: workstream.reoffer_after_decline_ms,
            reconnect_within_ms: workstream.reconnect_within_ms,
            agent_affinity: workstream.agent_affinity,
            pick_from_push: workstream.pick_from_push,
            fallback_queue_id: workstream.fallback_queue_id.0,
            version: workstream.version,
        }
    }
}

/// What is absent takes the default of its channel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWorkstream {
    pub name: String,
    pub channel: Channel,
    pub fallback_queue_id: Uuid,
    #[serde(default)]
    pub mode: Option<ConversationMode>,
    /// Cannot change once the workstream exists.
    #[serde(default)]
    pub distribution: Option<DistributionMode>,
    #[serde(default)]
    pub capacity_units: Option<u32>,
    #[serde(default)]
    pub capacity_profiles: Option<Vec<Uuid>>,
    #[serde(default)]
    pub skill_matching: Option<SkillMatching>,
    #[serde(default)]
    pub wrap_up_block: Option<WrapUpBlock>,
    #[serde(default)]
    pub allowed_presences: Option<Vec<BasePresence>>,
    #[serde(default)]
    pub notification: Option<Notification>,
    #[serde(default)]
    pub offer_timeout_ms: Option<u64>,
    #[serde(default)]
    pub notification_templates: NotificationTemplatesChange,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub session_template_id: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<u64>)]
    pub close_after_inactivity_ms: Change<u64>,
    #[serde(default)]
    pub reoffer_after_decline_ms: Option<u64>,
    #[serde(default)]
    #[schema(value_type = Option<u64>)]
    pub reconnect_within_ms: Change<u64>,
    #[serde(default)]
    pub agent_affinity: Option<bool>,
    #[serde(default)]
    pub pick_from_push: Option<bool>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkstreamChange {
    pub name: Option<String>,
    pub fallback_queue_id: Option<Uuid>,
    pub capacity_units: Option<u32>,
    pub capacity_profiles: Option<Vec<Uuid>>,
    pub skill_matching: Option<SkillMatching>,
    pub wrap_up_block: Option<WrapUpBlock>,
    pub allowed_presences: Option<Vec<BasePresence>>,
    pub notification: Option<Notification>,
    pub offer_timeout_ms: Option<u64>,
    #[serde(default)]
    pub notification_templates: NotificationTemplatesChange,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub session_template_id: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<u64>)]
    pub close_after_inactivity_ms: Change<u64>,
    pub reoffer_after_decline_ms: Option<u64>,
    #[serde(default)]
    #[schema(value_type = Option<u64>)]
    pub reconnect_within_ms: Change<u64>,
    pub agent_affinity: Option<bool>,
    pub pick_from_push: Option<bool>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkstreamCopy {
    /// Of the new one.
    pub name: String,
}
