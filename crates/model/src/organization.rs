//! The organisation and what it has decided for itself. Knows nothing of files, flags or the environment.

use crate::{OrganizationId, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    pub id: OrganizationId,
    pub name: String,
    pub created_at: Timestamp,
    pub settings: Settings,
    #[serde(default)]
    pub version: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Settings {
    pub timers: Timers,
    /// Offers of the same item that one agent may decline or miss, 1 to 5.
    pub declines_allowed: u32,
    /// Automatic assignment of an item stops after so many agents declined it.
    pub declining_agents_max: u32,
    /// Sessions an agent may have open; at this number they become Do not disturb.
    pub sessions_max: u32,
    /// A missed offer makes the agent Inactive.
    pub inactive_after_missed_offer: bool,
    /// A rejected offer makes the agent Do not disturb.
    pub do_not_disturb_after_reject: bool,
    pub message_characters_max: u32,
    /// Host names whose pages may be framed in the workspace and call `Microsoft.Omnichannel`.
    pub framed_origins: Vec<String>,
    /// Where the day ends: capacity that is given back at the end of the day, and plots by the hour. An IANA name.
    pub time_zone: String,
    /// What supervisors may do with other people's conversations.
    pub supervisors: SupervisorRights,
    /// Agents may change their own skills.
    pub agents_edit_skills: bool,
}

/// Each a switch of the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SupervisorRights {
    pub monitor: bool,
    pub assign: bool,
    pub transfer: bool,
    pub force_close: bool,
}

impl Default for SupervisorRights {
    fn default() -> Self {
        SupervisorRights { monitor: true, assign: true, transfer: true, force_close: true }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            timers: Timers::default(),
            declines_allowed: 3,
            declining_agents_max: 100,
            sessions_max: 10,
            inactive_after_missed_offer: true,
            do_not_disturb_after_reject: false,
            message_characters_max: 6_000,
            framed_origins: Vec::new(),
            time_zone: "UTC".to_owned(),
            supervisors: SupervisorRights::default(),
            agents_edit_skills: false,
        }
    }
}

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const DAY: u64 = 24 * 60 * MINUTE;

/// Every clock in a conversation's life, in milliseconds; `None` = never. The defaults are those of data-model §12.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Timers {
    pub live_chat_customer_disconnected_ms: u64,
    pub live_chat_open_close_ms: Option<u64>,
    pub live_chat_active_close_ms: Option<u64>,
    pub live_chat_wrap_up_close_ms: Option<u64>,
    pub asynchronous_open_close_ms: Option<u64>,
    /// Not for persistent chat.
    pub asynchronous_active_close_ms: Option<u64>,
    pub asynchronous_wrap_up_close_ms: Option<u64>,
    /// Auto-close looks at conversations in steps of this; 0 = at the exact moment.
    pub auto_close_scan_ms: u64,
    /// A browser that is back within this finds the presence it left.
    pub browser_restore_ms: u64,
    /// An active conversation whose agent lost the browser goes back to its queue after this.
    pub agent_disconnected_ms: u64,
    /// An offer that no browser ever showed is routed anew so long after it lapsed.
    pub undisplayed_offer_reroute_ms: u64,
}

impl Default for Timers {
    fn default() -> Self {
        Timers {
            live_chat_customer_disconnected_ms: 3 * MINUTE,
            live_chat_open_close_ms: Some(20 * MINUTE),
            live_chat_active_close_ms: None,
            live_chat_wrap_up_close_ms: Some(15 * MINUTE),
            asynchronous_open_close_ms: Some(30 * DAY),
            asynchronous_active_close_ms: Some(30 * DAY),
            asynchronous_wrap_up_close_ms: Some(DAY),
            auto_close_scan_ms: 5 * MINUTE,
            browser_restore_ms: 150 * SECOND,
            agent_disconnected_ms: 150 * SECOND,
            undisplayed_offer_reroute_ms: 8 * MINUTE,
        }
    }
}
