//! How an offer is answered, and how long there is: by the template of its kind, else by the workstream. Knows nothing
//! of how it looks.

use super::Held;
use crate::Engine;
use frontdesk_model::{
    Notification, NotificationTemplate, NotificationTemplateId, OfferScenario, OfferTimeout, ParticipantMode,
    Workstream,
};
use std::collections::BTreeMap;

pub(crate) type Templates = BTreeMap<NotificationTemplateId, NotificationTemplate>;

pub(crate) struct Terms {
    pub notification: Notification,
    pub timeout_ms: u64,
    pub on_timeout: OfferTimeout,
}

impl Terms {
    pub fn of(workstream: &Workstream, templates: &Templates, scenario: OfferScenario) -> Terms {
        match workstream.notification_templates.of(scenario).and_then(|id| templates.get(&id)) {
            Some(template) => Terms {
                notification: template.notification,
                timeout_ms: template.timeout_ms,
                on_timeout: template.on_timeout,
            },
            None => Terms {
                notification: workstream.notification,
                timeout_ms: workstream.offer_timeout_ms,
                on_timeout: OfferTimeout::Decline,
            },
        }
    }
}

impl Engine {
    /// Of what is on offer to the agent whose it shall be.
    pub(crate) fn terms(&self, held: &Held) -> Terms {
        let primary = held.participants.iter().find(|participant| participant.mode == ParticipantMode::Primary);
        let reason = primary.and_then(|participant| participant.assign_reason.as_deref());
        self.terms_in(held, OfferScenario::of(reason, held.conversation.customer.is_some()))
    }

    /// Of an invitation to advise. Nobody is made to: it never opens by itself, and lapses with its countdown.
    pub(crate) fn consult_terms(&self, held: &Held) -> Terms {
        self.terms_in(held, OfferScenario::Consult)
    }

    fn terms_in(&self, held: &Held, scenario: OfferScenario) -> Terms {
        let workstream = &self.workstreams[&held.conversation.workstream_id];
        Terms::of(workstream, &self.notification_templates, scenario)
    }
}
