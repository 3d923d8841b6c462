//! The organisation's set-up on the native wire: presences, queues, workstreams, widgets, settings.

use super::{AssignmentMethod, BasePresence, Change, Channel, ConversationMode, DistributionMode, Notification, Time};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    pub id: Uuid,
    pub name: String,
    pub base: BasePresence,
    /// Agents may choose it.
    pub settable: bool,
    pub is_default: bool,
}

impl From<&model::Presence> for Presence {
    fn from(presence: &model::Presence) -> Self {
        Presence {
            id: presence.id.0,
            name: presence.name.clone(),
            base: presence.base.into(),
            settable: presence.settable,
            is_default: presence.is_default,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPresence {
    pub name: String,
    pub base: BasePresence,
    /// True unless said otherwise.
    #[serde(default)]
    pub settable: Option<bool>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresenceChange {
    pub name: Option<String>,
    pub settable: Option<bool>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Queue {
    pub id: Uuid,
    pub name: String,
    /// 1 is served first.
    pub priority: u32,
    pub method: AssignmentMethod,
    pub members: Vec<Uuid>,
}

impl From<&model::Queue> for Queue {
    fn from(queue: &model::Queue) -> Self {
        Queue {
            id: queue.id.0,
            name: queue.name.clone(),
            priority: queue.priority,
            method: queue.method.into(),
            members: queue.members.iter().map(|id| id.0).collect(),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewQueue {
    pub name: String,
    /// 1 is served first, and is the default.
    #[serde(default)]
    pub priority: Option<u32>,
    #[serde(default)]
    pub method: Option<AssignmentMethod>,
    #[serde(default)]
    pub members: Vec<Uuid>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueChange {
    pub name: Option<String>,
    pub priority: Option<u32>,
    pub method: Option<AssignmentMethod>,
}

/// All of them: who is not named leaves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueMembers {
    pub members: Vec<Uuid>,
}

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
    pub capacity_units: u32,
    pub wrap_up_block: WrapUpBlock,
    pub allowed_presences: Vec<BasePresence>,
    pub notification: Notification,
    pub offer_timeout_ms: u64,
    pub close_after_inactivity_ms: Option<u64>,
    pub reoffer_after_decline_ms: u64,
    pub reconnect_within_ms: Option<u64>,
    pub agent_affinity: bool,
    pub pick_from_push: bool,
    pub fallback_queue_id: Uuid,
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
            wrap_up_block: workstream.wrap_up_block.into(),
            allowed_presences: workstream.allowed_presences.iter().copied().map(BasePresence::from).collect(),
            notification: workstream.notification.into(),
            offer_timeout_ms: workstream.offer_timeout_ms,
            close_after_inactivity_ms: workstream.close_after_inactivity_ms,
            reoffer_after_decline_ms: workstream.reoffer_after_decline_ms,
            reconnect_within_ms: workstream.reconnect_within_ms,
            agent_affinity: workstream.agent_affinity,
            pick_from_push: workstream.pick_from_push,
            fallback_queue_id: workstream.fallback_queue_id.0,
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
    pub wrap_up_block: Option<WrapUpBlock>,
    #[serde(default)]
    pub allowed_presences: Option<Vec<BasePresence>>,
    #[serde(default)]
    pub notification: Option<Notification>,
    #[serde(default)]
    pub offer_timeout_ms: Option<u64>,
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
    pub wrap_up_block: Option<WrapUpBlock>,
    pub allowed_presences: Option<Vec<BasePresence>>,
    pub notification: Option<Notification>,
    pub offer_timeout_ms: Option<u64>,
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

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Widget {
    pub id: Uuid,
    pub name: String,
    pub workstream_id: Uuid,
    pub title: String,
    pub greeting: String,
    /// `#rrggbb`.
    pub color: String,
    /// Host names that may embed it; empty = any.
    pub allowed_domains: Vec<String>,
}

impl From<&model::Widget> for Widget {
    fn from(widget: &model::Widget) -> Self {
        Widget {
            id: widget.id.0,
            name: widget.name.clone(),
            workstream_id: widget.workstream_id.0,
            title: widget.title.clone(),
            greeting: widget.greeting.clone(),
            color: widget.color.clone(),
            allowed_domains: widget.allowed_domains.clone(),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWidget {
    pub name: String,
    pub workstream_id: Uuid,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub greeting: Option<String>,
    #[serde(default)]
    pub color: Option<String>,
    #[serde(default)]
    pub allowed_domains: Vec<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WidgetChange {
    pub name: Option<String>,
    pub workstream_id: Option<Uuid>,
    pub title: Option<String>,
    pub greeting: Option<String>,
    pub color: Option<String>,
    pub allowed_domains: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    pub id: Uuid,
    pub name: String,
    pub created_at: Time,
    pub settings: Settings,
}

impl From<&model::Organization> for Organization {
    fn from(organization: &model::Organization) -> Self {
        Organization {
            id: organization.id.0,
            name: organization.name.clone(),
            created_at: Time(organization.created_at),
            settings: Settings::from(&organization.settings),
        }
    }
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganizationChange {
    pub name: Option<String>,
    pub settings: Option<SettingsChange>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    pub timers: Timers,
    /// Offers of the same item that one agent may decline or miss, 1 to 5.
    pub declines_allowed: u32,
    pub declining_agents_max: u32,
    pub sessions_max: u32,
    pub inactive_after_missed_offer: bool,
    pub do_not_disturb_after_reject: bool,
    pub message_characters_max: u32,
    /// Origins whose pages may be framed in the workspace and call `Microsoft.Omnichannel`.
    pub framed_origins: Vec<String>,
}

impl From<&model::Settings> for Settings {
    fn from(settings: &model::Settings) -> Self {
        Settings {
            timers: Timers::from(&settings.timers),
            declines_allowed: settings.declines_allowed,
            declining_agents_max: settings.declining_agents_max,
            sessions_max: settings.sessions_max,
            inactive_after_missed_offer: settings.inactive_after_missed_offer,
            do_not_disturb_after_reject: settings.do_not_disturb_after_reject,
            message_characters_max: settings.message_characters_max,
            framed_origins: settings.framed_origins.clone(),
        }
    }
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SettingsChange {
    pub timers: Option<TimersChange>,
    pub declines_allowed: Option<u32>,
    pub declining_agents_max: Option<u32>,
    pub sessions_max: Option<u32>,
    pub inactive_after_missed_offer: Option<bool>,
    pub do_not_disturb_after_reject: Option<bool>,
    pub message_characters_max: Option<u32>,
    pub framed_origins: Option<Vec<String>>,
}

macro_rules! timers {
    (optional: $($optional:ident),+ ; always: $($always:ident),+ $(,)?) => {
        /// Every clock in a conversation's life, in milliseconds; null = never.
        #[derive(Clone, Debug, Serialize, ToSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct Timers { $(pub $optional: Option<u64>,)+ $(pub $always: u64,)+ }

        impl From<&model::Timers> for Timers {
            fn from(timers: &model::Timers) -> Self {
                // Taken apart, so that a new clock does not compile until it is here.
                let model::Timers { $($optional,)+ $($always,)+ } = timers.clone();
                Timers { $($optional,)+ $($always,)+ }
            }
        }

        #[derive(Debug, Default, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct TimersChange {
            $(#[serde(default)] #[schema(value_type = Option<u64>)] pub $optional: Change<u64>,)+
            $(pub $always: Option<u64>,)+
        }

        impl TimersChange {
            pub fn apply(self, to: &mut model::Timers) {
                $(self.$optional.apply(&mut to.$optional);)+
                $(if let Some(value) = self.$always { to.$always = value; })+
            }
        }
    };
}

timers! {
    optional:
        live_chat_open_close_ms,
        live_chat_active_close_ms,
        live_chat_wrap_up_close_ms,
        asynchronous_open_close_ms,
        asynchronous_active_close_ms,
        asynchronous_wrap_up_close_ms;
    always:
        live_chat_customer_disconnected_ms,
        auto_close_scan_ms,
        browser_restore_ms,
        agent_disconnected_ms,
        undisplayed_offer_reroute_ms,
}
