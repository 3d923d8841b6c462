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
    pub attachments: AttachmentRules,
}

/// Which files may be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AttachmentRules {
    pub from_customers: bool,
    pub from_agents: bool,
    /// Of one file, up to 131,072 (128 MB). Images in live chat: at most 20 MB all the same.
    pub size_kilobytes_max: u32,
    /// In lower case, without the dot.
    pub blocked_extensions: Vec<String>,
}

/// What a computer would run, or what could do harm when it is opened: the product's list.
#[rustfmt::skip]
const BLOCKED_EXTENSIONS: [&str; 104] = [
    "ade", "adp", "app", "asa", "ashx", "asmx", "asp", "bas", "bat", "cdx", "cer", "chm", "class", "cmd", "com",
    "config", "cpl", "crt", "csh", "dll", "exe", "fxp", "hlp", "hta", "htr", "htw", "ida", "idc", "idq", "inf", "ins",
    "isp", "its", "jar", "js", "jse", "ksh", "lnk", "mad", "maf", "mag", "mam", "maq", "mar", "mas", "mat", "mau",
    "mav", "maw", "mda", "mdb", "mde", "mdt", "mdw", "mdz", "msc", "msh", "msh1", "msh1xml", "msh2", "msh2xml",
    "mshxml", "msi", "msp", "mst", "ops", "pcd", "pif", "prf", "prg", "printer", "pst", "reg", "rem", "scf", "scr",
    "sct", "shb", "shs", "shtm", "shtml", "soap", "stm", "svg", "tmp", "url", "vb", "vbe", "vbs", "vsmacros", "vss",
    "vst", "vsw", "ws", "wsc", "wsf", "wsh", "xhtml", "ps1", "psm1", "htm", "html", "apk", "sh",
];

impl Default for AttachmentRules {
    fn default() -> Self {
        AttachmentRules {
            from_customers: true,
            from_agents: true,
            size_kilobytes_max: 5_120,
            blocked_extensions: BLOCKED_EXTENSIONS.map(str::to_owned).to_vec(),
        }
    }
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
            attachments: AttachmentRules::default(),
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
