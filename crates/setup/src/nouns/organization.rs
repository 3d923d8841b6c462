//! The organisation and its settings. Not in the file: id and time of creation.

use crate::fields::{Entry, Fields};
use crate::values::{Lasts, LastsOrNever};
use frontdesk_model::{AttachmentRules, Organization, OrganizationId, Settings, SupervisorRights, Timers, Timestamp};

impl Entry for Organization {
    fn blank() -> Organization {
        Organization {
            id: OrganizationId::default(),
            name: String::new(),
            created_at: Timestamp(0),
            settings: Settings::default(),
            version: 0,
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Organization { name, settings, id: _, created_at: _, version: _ } = self;
        let Settings {
            timers,
            declines_allowed,
            declining_agents_max,
            sessions_max,
            inactive_after_missed_offer,
            do_not_disturb_after_reject,
            message_characters_max,
            framed_origins,
            time_zone,
            supervisors,
            agents_edit_skills,
            attachments,
        } = settings;
        let usual = Settings::default();
        fields.required("name", name);
        fields.usually("timeZone", time_zone, usual.time_zone);
        fields.usually("declinesAllowed", declines_allowed, usual.declines_allowed);
        fields.usually("decliningAgentsMax", declining_agents_max, usual.declining_agents_max);
        fields.usually("sessionsMax", sessions_max, usual.sessions_max);
        fields.usually("inactiveAfterMissedOffer", inactive_after_missed_offer, usual.inactive_after_missed_offer);
        fields.usually("doNotDisturbAfterReject", do_not_disturb_after_reject, usual.do_not_disturb_after_reject);
        fields.usually("messageCharactersMax", message_characters_max, usual.message_characters_max);
        fields.usually("framedOrigins", framed_origins, usual.framed_origins);
        fields.usually("agentsEditSkills", agents_edit_skills, usual.agents_edit_skills);
        fields.section("attachments", attachments);
        fields.section("supervisors", supervisors);
        fields.section("timers", timers);
    }
}

impl Entry for AttachmentRules {
    fn blank() -> AttachmentRules {
        AttachmentRules::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let AttachmentRules { from_customers, from_agents, size_kilobytes_max, blocked_extensions } = self;
        let usual = AttachmentRules::default();
        fields.usually("fromCustomers", from_customers, usual.from_customers);
        fields.usually("fromAgents", from_agents, usual.from_agents);
        fields.usually("sizeKilobytesMax", size_kilobytes_max, usual.size_kilobytes_max);
        fields.usually("blockedExtensions", blocked_extensions, usual.blocked_extensions);
    }
}

impl Entry for SupervisorRights {
    fn blank() -> SupervisorRights {
        SupervisorRights::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let SupervisorRights { monitor, assign, transfer, force_close } = self;
        let usual = SupervisorRights::default();
        fields.usually("monitor", monitor, usual.monitor);
        fields.usually("assign", assign, usual.assign);
        fields.usually("transfer", transfer, usual.transfer);
        fields.usually("forceClose", force_close, usual.force_close);
    }
}

impl Entry for Timers {
    fn blank() -> Timers {
        Timers::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Timers {
            live_chat_customer_disconnected_ms,
            live_chat_open_close_ms,
            live_chat_active_close_ms,
            live_chat_wrap_up_close_ms,
            asynchronous_open_close_ms,
            asynchronous_active_close_ms,
            asynchronous_wrap_up_close_ms,
            auto_close_scan_ms,
            browser_restore_ms,
            agent_disconnected_ms,
            undisplayed_offer_reroute_ms,
        } = self;
        let usual = Timers::default();
        lasts(
            fields,
            "liveChatCustomerDisconnected",
            live_chat_customer_disconnected_ms,
            usual.live_chat_customer_disconnected_ms,
        );
        lasts_or_never(fields, "liveChatOpenClose", live_chat_open_close_ms, usual.live_chat_open_close_ms);
        lasts_or_never(fields, "liveChatActiveClose", live_chat_active_close_ms, usual.live_chat_active_close_ms);
        lasts_or_never(fields, "liveChatWrapUpClose", live_chat_wrap_up_close_ms, usual.live_chat_wrap_up_close_ms);
        lasts_or_never(fields, "asynchronousOpenClose", asynchronous_open_close_ms, usual.asynchronous_open_close_ms);
        lasts_or_never(
            fields,
            "asynchronousActiveClose",
            asynchronous_active_close_ms,
            usual.asynchronous_active_close_ms,
        );
        lasts_or_never(
            fields,
            "asynchronousWrapUpClose",
            asynchronous_wrap_up_close_ms,
            usual.asynchronous_wrap_up_close_ms,
        );
        lasts(fields, "autoCloseScan", auto_close_scan_ms, usual.auto_close_scan_ms);
        lasts(fields, "browserRestore", browser_restore_ms, usual.browser_restore_ms);
        lasts(fields, "agentDisconnected", agent_disconnected_ms, usual.agent_disconnected_ms);
        lasts(fields, "undisplayedOfferReroute", undisplayed_offer_reroute_ms, usual.undisplayed_offer_reroute_ms);
    }
}

pub(super) fn lasts(fields: &mut impl Fields, key: &'static str, milliseconds: &mut u64, usual: u64) {
    let mut words = Lasts(*milliseconds);
    fields.usually(key, &mut words, Lasts(usual));
    *milliseconds = words.0;
}

pub(super) fn lasts_or_never(
    fields: &mut impl Fields,
    key: &'static str,
    milliseconds: &mut Option<u64>,
    usual: Option<u64>,
) {
    let mut words = LastsOrNever(*milliseconds);
    fields.usually(key, &mut words, LastsOrNever(usual));
    *milliseconds = words.0;
}
