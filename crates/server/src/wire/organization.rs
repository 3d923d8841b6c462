//! The organisation and its settings on the native wire.

use super::{AttachmentRules, AttachmentRulesChange, Change, Time};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    pub id: Uuid,
    pub name: String,
    pub created_at: Time,
    pub settings: Settings,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Organization> for Organization {
    fn from(organization: &model::Organization) -> Self {
        Organization {
            id: organization.id.0,
            name: organization.name.clone(),
            created_at: Time(organization.created_at),
            settings: Settings::from(&organization.settings),
            version: organization.version,
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
    /// Where the day ends: an IANA name such as `Europe/Berlin`.
    pub time_zone: String,
    /// What supervisors may do with other people's conversations.
    pub supervisors: SupervisorRights,
    /// Agents may change their own skills.
    pub agents_edit_skills: bool,
    pub attachments: AttachmentRules,
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
            time_zone: settings.time_zone.clone(),
            supervisors: settings.supervisors.into(),
            agents_edit_skills: settings.agents_edit_skills,
            attachments: AttachmentRules::from(&settings.attachments),
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
    pub time_zone: Option<String>,
    pub supervisors: Option<SupervisorRightsChange>,
    pub agents_edit_skills: Option<bool>,
    pub attachments: Option<AttachmentRulesChange>,
}

/// Each a switch of the organisation.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SupervisorRights {
    pub monitor: bool,
    pub assign: bool,
    pub transfer: bool,
    pub force_close: bool,
}

impl From<model::SupervisorRights> for SupervisorRights {
    fn from(rights: model::SupervisorRights) -> Self {
        let model::SupervisorRights { monitor, assign, transfer, force_close } = rights;
        SupervisorRights { monitor, assign, transfer, force_close }
    }
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupervisorRightsChange {
    pub monitor: Option<bool>,
    pub assign: Option<bool>,
    pub transfer: Option<bool>,
    pub force_close: Option<bool>,
}

impl SupervisorRightsChange {
    pub fn apply(self, to: &mut model::SupervisorRights) {
        to.monitor = self.monitor.unwrap_or(to.monitor);
        to.assign = self.assign.unwrap_or(to.assign);
        to.transfer = self.transfer.unwrap_or(to.transfer);
        to.force_close = self.force_close.unwrap_or(to.force_close);
    }
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
