//! Workstreams. Not in the file: id and version.

use super::organization::{lasts, lasts_or_never};
use crate::fields::{Entry, Fields, Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading};
use crate::values::Lasts;
use frontdesk_model::{Channel, ConversationMode, Workstream, WrapUpBlock};

impl Entry for Workstream {
    fn blank() -> Workstream {
        Workstream::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Workstream {
            name,
            channel,
            mode,
            distribution,
            capacity_units,
            capacity_profiles,
            wrap_up_block,
            allowed_presences,
            notification,
            offer_timeout_ms,
            notification_templates,
            session_template_id,
            close_after_inactivity_ms,
            reoffer_after_decline_ms,
            reconnect_within_ms,
            agent_affinity,
            pick_from_push,
            skill_matching,
            fallback_queue_id,
            id: _,
            version: _,
        } = self;
        let usual = Workstream::default();
        fields.required("name", name);
        fields.required("channel", channel);
        fields.usually("mode", mode, mode_of(*channel));
        fields.usually("distribution", distribution, usual.distribution);
        fields.required("fallbackQueue", fallback_queue_id);
        fields.required("capacityUnits", capacity_units);
        fields.usually("capacityProfiles", capacity_profiles, usual.capacity_profiles);
        fields.usually("wrapUpBlock", wrap_up_block, usual.wrap_up_block);
        fields.usually("allowedPresences", allowed_presences, usual.allowed_presences);
        fields.usually("skillMatching", skill_matching, usual.skill_matching);
        fields.usually("agentAffinity", agent_affinity, usual.agent_affinity);
        fields.usually("pickFromPush", pick_from_push, usual.pick_from_push);
        fields.usually("notification", notification, usual.notification);
        lasts(fields, "offerTimeout", offer_timeout_ms, usual.offer_timeout_ms);
        fields.usually("notificationTemplates", notification_templates, usual.notification_templates);
        fields.optional("sessionTemplate", session_template_id);
        lasts(fields, "reofferAfterDecline", reoffer_after_decline_ms, usual.reoffer_after_decline_ms);
        lasts_or_never(fields, "closeAfterInactivity", close_after_inactivity_ms, usual.close_after_inactivity_ms);
        // Never is the organisation's own time here; there is no other word for it than leaving it out.
        let mut within = reconnect_within_ms.map(Lasts);
        fields.optional("reconnectWithin", &mut within);
        *reconnect_within_ms = within.map(|lasts| lasts.0);
    }
}

fn mode_of(channel: Channel) -> ConversationMode {
    match channel {
        Channel::LiveChat => ConversationMode::LiveChat,
        _ => ConversationMode::Asynchronous,
    }
}

/// `always`, `never` or a duration.
impl Value for WrapUpBlock {
    fn blank() -> WrapUpBlock {
        WrapUpBlock::Always
    }

    fn write(&self, names: &Names) -> Node {
        match self {
            WrapUpBlock::Always => Node::Text("always".to_owned()),
            WrapUpBlock::Never => Node::Text("never".to_owned()),
            WrapUpBlock::For { milliseconds } => Lasts(*milliseconds).write(names),
        }
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        *self = match given.value.as_str() {
            Some("always") => WrapUpBlock::Always,
            Some("never") => WrapUpBlock::Never,
            _ => {
                let mut lasts = Lasts(0);
                lasts.read(given, reading);
                WrapUpBlock::For { milliseconds: lasts.0 }
            }
        };
    }
}
