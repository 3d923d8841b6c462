//! Workstreams: how the work of one channel is distributed and what it costs. Knows nothing of single conversations.

use crate::{
    BasePresence, CapacityProfileId, NotificationTemplates, QueueId, SessionTemplateId, SkillMatching, WorkstreamId,
};
use serde::{Deserialize, Serialize};

/// Where the customer writes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    LiveChat,
    Sms,
    Whatsapp,
    Facebook,
    Telegram,
    Line,
    Email,
    Custom,
}

/// Which of the two lives a conversation leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConversationMode {
    /// Both sides are present; there is no Waiting state.
    LiveChat,
    /// Web chat that goes on for days: asynchronous, never closed from Active by the clock.
    PersistentChat,
    /// SMS, social channels, e-mail: the customer answers when they answer.
    Asynchronous,
}

impl ConversationMode {
    pub fn is_live_chat(self) -> bool {
        self == ConversationMode::LiveChat
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistributionMode {
    /// The router offers work to agents.
    Push,
    /// Agents take work from the open items.
    Pick,
}

/// How an agent learns of an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notification {
    /// Auto-accept: the session opens by itself.
    OpenSession,
    /// Accept within the countdown; there is no reject button.
    ScreenPopWithTimeout,
    /// Accept or reject within the countdown.
    ScreenPopWithDecline,
}

/// How long wrap-up keeps the agent's capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapUpBlock {
    Always,
    Never,
    /// 30 s to 60 min.
    For {
        milliseconds: u64,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Workstream {
    pub id: WorkstreamId,
    pub name: String,
    pub channel: Channel,
    pub mode: ConversationMode,
    /// Cannot change once the workstream exists.
    pub distribution: DistributionMode,
    /// Units of an agent's capacity that one conversation takes; 0 where profiles alone count.
    pub capacity_units: u32,
    /// Profiles that one conversation takes a unit of; all must have room.
    pub capacity_profiles: Vec<CapacityProfileId>,
    pub wrap_up_block: WrapUpBlock,
    /// Work is pushed only to agents in one of these.
    pub allowed_presences: Vec<BasePresence>,
    pub notification: Notification,
    /// The countdown of an offer.
    pub offer_timeout_ms: u64,
    /// Where there is one for an offer, it says how the offer is answered and how long there is, not the two above.
    pub notification_templates: NotificationTemplates,
    pub session_template_id: Option<SessionTemplateId>,
    /// Waiting → Closed when neither side writes for so long; none = never. Live chat has no Waiting state.
    pub close_after_inactivity_ms: Option<u64>,
    /// How long the same agent is passed over after declining an item.
    pub reoffer_after_decline_ms: u64,
    /// How long a live-chat customer may be gone; none = the organisation's default (3 min).
    pub reconnect_within_ms: Option<u64>,
    /// Back to the same agent, whatever their capacity and presence. Push only.
    pub agent_affinity: bool,
    /// Agents may pick from the open items although the workstream pushes.
    pub pick_from_push: bool,
    pub skill_matching: SkillMatching,
    /// Where new conversations go while no rule says otherwise.
    pub fallback_queue_id: QueueId,
    pub version: u64,
}

impl Default for Workstream {
    /// Live chat, pushed, with the contract's defaults.
    fn default() -> Self {
        Workstream {
            id: WorkstreamId::default(),
            name: String::new(),
            channel: Channel::LiveChat,
            mode: ConversationMode::LiveChat,
            distribution: DistributionMode::Push,
            capacity_units: 1,
            capacity_profiles: Vec::new(),
            wrap_up_block: WrapUpBlock::Always,
            allowed_presences: vec![BasePresence::Available, BasePresence::Busy],
            notification: Notification::ScreenPopWithDecline,
            offer_timeout_ms: 120_000,
            notification_templates: NotificationTemplates::default(),
            session_template_id: None,
            close_after_inactivity_ms: None,
            reoffer_after_decline_ms: 0,
            reconnect_within_ms: None,
            agent_affinity: false,
            pick_from_push: false,
            skill_matching: SkillMatching::default(),
            fallback_queue_id: QueueId::default(),
            version: 0,
        }
    }
}
