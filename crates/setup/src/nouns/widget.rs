//! Widgets with what they ask before a chat. Not in the file: id and version.

use super::organization::lasts;
use crate::fields::{Entry, Fields};
use frontdesk_model::{PreChatQuestion, QuestionKind, Widget};

impl Entry for Widget {
    fn blank() -> Widget {
        Widget::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Widget {
            name,
            workstream_id,
            title,
            greeting,
            color,
            message_color,
            logo_url,
            position,
            color_scheme,
            locale,
            allowed_domains,
            operating_hours_id,
            only_during_hours,
            offline_text,
            pre_chat,
            queue_position_shown,
            expected_wait_shown,
            transcript_download,
            survey_url,
            proactive_text,
            proactive_shown_ms,
            sound,
            id: _,
            version: _,
        } = self;
        let usual = Widget::default();
        fields.required("name", name);
        fields.required("workstream", workstream_id);
        fields.required("title", title);
        fields.usually("greeting", greeting, usual.greeting);
        fields.required("color", color);
        fields.optional("messageColor", message_color);
        fields.optional("logoUrl", logo_url);
        fields.usually("position", position, usual.position);
        fields.usually("colorScheme", color_scheme, usual.color_scheme);
        fields.optional("locale", locale);
        fields.usually("allowedDomains", allowed_domains, usual.allowed_domains);
        fields.optional("operatingHours", operating_hours_id);
        fields.usually("onlyDuringHours", only_during_hours, usual.only_during_hours);
        fields.usually("offlineText", offline_text, usual.offline_text);
        fields.usually("queuePositionShown", queue_position_shown, usual.queue_position_shown);
        fields.usually("expectedWaitShown", expected_wait_shown, usual.expected_wait_shown);
        fields.usually("transcriptDownload", transcript_download, usual.transcript_download);
        fields.optional("surveyUrl", survey_url);
        fields.usually("proactiveText", proactive_text, usual.proactive_text);
        lasts(fields, "proactiveShown", proactive_shown_ms, usual.proactive_shown_ms);
        fields.usually("sound", sound, usual.sound);
        fields.blocks("preChat", pre_chat);
    }
}

impl Entry for PreChatQuestion {
    fn blank() -> PreChatQuestion {
        PreChatQuestion::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let PreChatQuestion { name, text, kind, required, options, link } = self;
        fields.required("name", name);
        fields.required("text", text);
        fields.usually("kind", kind, QuestionKind::default());
        fields.usually("required", required, false);
        fields.usually("options", options, Vec::new());
        fields.optional("link", link);
    }
}
