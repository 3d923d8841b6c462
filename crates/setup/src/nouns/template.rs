//! Session and notification templates. Not in the file: ids and versions.

use super::organization::lasts;
use crate::fields::{Entry, Fields};
use frontdesk_model::{NotificationTemplate, NotificationTemplates, SessionTemplate, TemplateField};

impl Entry for SessionTemplate {
    fn blank() -> SessionTemplate {
        SessionTemplate::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let SessionTemplate { name, title, icon, id: _, version: _ } = self;
        let usual = SessionTemplate::default();
        fields.required("name", name);
        fields.usually("title", title, usual.title);
        fields.usually("icon", icon, usual.icon);
    }
}

impl Entry for NotificationTemplate {
    fn blank() -> NotificationTemplate {
        NotificationTemplate::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let NotificationTemplate {
            name,
            title,
            icon,
            fields: shown,
            notification,
            timeout_ms,
            countdown_shown,
            on_timeout,
            accept_text,
            reject_text,
            desktop,
            id: _,
            version: _,
        } = self;
        let usual = NotificationTemplate::default();
        fields.required("name", name);
        fields.usually("title", title, usual.title);
        fields.usually("icon", icon, usual.icon);
        fields.usually("notification", notification, usual.notification);
        lasts(fields, "timeout", timeout_ms, usual.timeout_ms);
        fields.usually("countdownShown", countdown_shown, usual.countdown_shown);
        fields.usually("onTimeout", on_timeout, usual.on_timeout);
        fields.usually("acceptText", accept_text, usual.accept_text);
        fields.usually("rejectText", reject_text, usual.reject_text);
        fields.usually("desktop", desktop, usual.desktop);
        fields.usually("fields", shown, usual.fields);
    }
}

impl Entry for TemplateField {
    fn blank() -> TemplateField {
        TemplateField::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let TemplateField { header, value } = self;
        fields.required("header", header);
        fields.required("value", value);
    }
}

/// Those of a workstream.
impl Entry for NotificationTemplates {
    fn blank() -> NotificationTemplates {
        NotificationTemplates::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let NotificationTemplates {
            incoming_authenticated,
            incoming_unauthenticated,
            consult,
            transfer,
            supervisor_assign,
        } = self;
        fields.optional("incomingAuthenticated", incoming_authenticated);
        fields.optional("incomingUnauthenticated", incoming_unauthenticated);
        fields.optional("consult", consult);
        fields.optional("transfer", transfer);
        fields.optional("supervisorAssign", supervisor_assign);
    }
}
