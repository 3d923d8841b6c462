//! The organisation and its settings. Knows nothing of the other nouns.

use super::Draft;
use super::check::{check_name, check_range};
use crate::{Engine, Refusal, Step};
use frontdesk_calendar::Zone;
use frontdesk_model::{AttachmentRules, Organization};

const KILOBYTES_MAX: u32 = 128 * 1_024;
const EXTENSIONS_MAX: usize = 500;
const EXTENSION_CHARACTERS_MAX: usize = 20;

pub(super) fn check(draft: &Draft<'_>, organization: &Organization) -> Result<(), Refusal> {
    check_name(&organization.name)?;
    if organization.id != draft.engine.organization.id {
        return Err(Refusal::invalid("other_organization", "this is not the organisation that is served here"));
    }
    let settings = &organization.settings;
    check_range("settings.declinesAllowed", settings.declines_allowed, 1..=5)?;
    check_range("settings.decliningAgentsMax", settings.declining_agents_max, 1..=u32::MAX)?;
    check_range("settings.sessionsMax", settings.sessions_max, 1..=u32::MAX)?;
    check_range("settings.messageCharactersMax", settings.message_characters_max, 1..=1_000_000)?;
    check_attachments(&settings.attachments)?;
    match Zone::find(&settings.time_zone) {
        Ok(_) => Ok(()),
        Err(fault) => Err(Refusal::invalid("unknown_time_zone", fault.message).at("settings.timeZone")),
    }
}

fn check_attachments(rules: &AttachmentRules) -> Result<(), Refusal> {
    const FIELD: &str = "settings.attachments.blockedExtensions";
    check_range("settings.attachments.sizeKilobytesMax", rules.size_kilobytes_max, 1..=KILOBYTES_MAX)?;
    if rules.blocked_extensions.len() > EXTENSIONS_MAX {
        let detail = format!("must have at most {EXTENSIONS_MAX} entries");
        return Err(Refusal::invalid("too_many_extensions", detail).at(FIELD));
    }
    let fits = |extension: &String| {
        let letters = extension.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'_');
        letters && (1..=EXTENSION_CHARACTERS_MAX).contains(&extension.len())
    };
    match rules.blocked_extensions.iter().find(|extension| !fits(extension)) {
        None => Ok(()),
        Some(wrong) => {
            let detail = format!("'{wrong}' is not an extension: lower-case letters and digits, without the dot");
            Err(Refusal::invalid("not_an_extension", detail).at(FIELD))
        }
    }
}

impl Engine {
    pub(super) fn put_organization(&mut self, organization: Organization, step: &Step) {
        self.organization = organization;
        self.apply_rules();
        for id in self.agents.keys().copied().collect::<Vec<_>>() {
            self.follow_load(id, step.now);
        }
    }
}
