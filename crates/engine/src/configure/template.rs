//! Templates of offers and sessions: their texts can be filled in, and there is time to answer. Knows nothing of what the
//! slugs stand for: any name may be one that a customer was asked for.

use super::check::{check_length, check_name, check_range};
use super::workstream::OFFER_TIMEOUT_MS;
use crate::{Engine, Refusal};
use frontdesk_model::{NotificationTemplate, SessionTemplate};

const TEXT_CHARACTERS_MAX: usize = 200;
const BUTTON_CHARACTERS_MAX: usize = 40;
const FIELDS_MAX: usize = 10;

pub(super) fn check_session(template: &SessionTemplate) -> Result<(), Refusal> {
    check_name(&template.name)?;
    check_text("title", &template.title)
}

pub(super) fn check_notification(template: &NotificationTemplate) -> Result<(), Refusal> {
    check_name(&template.name)?;
    check_text("title", &template.title)?;
    if template.fields.len() > FIELDS_MAX {
        let detail = format!("an offer shows at most {FIELDS_MAX} fields");
        return Err(Refusal::invalid("too_many", detail).at("fields"));
    }
    for (index, field) in template.fields.iter().enumerate() {
        check_label(&format!("fields[{index}].header"), &field.header, TEXT_CHARACTERS_MAX)?;
        check_text(&format!("fields[{index}].value"), &field.value)?;
    }
    check_range("timeoutMs", template.timeout_ms, OFFER_TIMEOUT_MS)?;
    check_label("acceptText", &template.accept_text, BUTTON_CHARACTERS_MAX)?;
    check_label("rejectText", &template.reject_text, BUTTON_CHARACTERS_MAX)
}

/// Shown as it is written.
fn check_label(field: &str, text: &str, characters_max: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::invalid("text_missing", format!("{field} has some text")).at(field));
    }
    check_length(field, text, characters_max)
}

/// Shown with its slugs filled in: each brace has its other one, with a name between them.
fn check_text(field: &str, text: &str) -> Result<(), Refusal> {
    check_label(field, text, TEXT_CHARACTERS_MAX)?;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let slug = rest[at..].strip_prefix('{').and_then(|after| after.split_once('}'));
        match slug {
            Some((name, after)) if !name.trim().is_empty() && !name.contains('{') => rest = after,
            _ => {
                let detail = format!("{field}: a slug is a name between braces, such as {{customerName}}");
                return Err(Refusal::invalid("broken_slug", detail).at(field));
            }
        }
    }
    Ok(())
}

impl Engine {
    /// What is on offer keeps its countdown; invitations have none of their own and follow.
    pub(super) fn put_notification_template(&mut self, template: NotificationTemplate) {
        self.notification_templates.insert(template.id, template);
        self.changes.unsynced_conversations.extend(self.conversations.keys());
    }
}
