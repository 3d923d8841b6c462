//! The organisation and its settings. Knows nothing of the other nouns.

use super::Draft;
use super::check::{check_name, check_range};
use crate::{Engine, Refusal, Step};
use frontdesk_calendar::Zone;
use frontdesk_model::Organization;

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
    match Zone::find(&settings.time_zone) {
        Ok(_) => Ok(()),
        Err(fault) => Err(Refusal::invalid("unknown_time_zone", fault.message).at("settings.timeZone")),
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
