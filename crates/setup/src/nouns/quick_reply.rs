//! Quick replies that all share. Not in the file: ids, versions and what agents keep for themselves.

use crate::fields::{Entry, Fields};
use frontdesk_model::QuickReply;

impl Entry for QuickReply {
    fn blank() -> QuickReply {
        QuickReply::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let QuickReply { title, text, locale, tags, workstreams, id: _, version: _ } = self;
        let usual = QuickReply::default();
        fields.required("title", title);
        fields.required("text", text);
        fields.usually("locale", locale, usual.locale);
        fields.usually("tags", tags, usual.tags);
        fields.usually("workstreams", workstreams, usual.workstreams);
    }
}
