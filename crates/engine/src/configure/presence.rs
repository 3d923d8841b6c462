//! Presences under their names: each base state has one default. Knows nothing of what moves an agent between them.

use super::Draft;
use super::check::check_name;
use crate::{Engine, Refusal};
use frontdesk_model::{BasePresence, Presence, SetUpNoun};

const EVERY_BASE: [BasePresence; 6] = [
    BasePresence::Available,
    BasePresence::Busy,
    BasePresence::DoNotDisturb,
    BasePresence::Away,
    BasePresence::Offline,
    BasePresence::Inactive,
];

pub(super) fn check(presence: &Presence) -> Result<(), Refusal> {
    check_name(&presence.name)
}

/// A base that has presences, or had, has exactly one default.
pub(super) fn check_defaults(draft: &Draft<'_>) -> Result<(), Refusal> {
    if !draft.edits(SetUpNoun::Presence) {
        return Ok(());
    }
    for base in EVERY_BASE {
        let known = draft.engine.presences().chain(draft.presences()).any(|presence| presence.base == base);
        let defaults = draft.presences().filter(|presence| presence.base == base && presence.is_default).count();
        if known && defaults == 0 {
            let detail = format!("{base:?} needs a default presence: make another one the default first");
            return Err(Refusal::conflict("default_presence_required", detail));
        }
        if defaults > 1 {
            let detail = format!("{base:?} would have {defaults} default presences; there is one for each base state");
            return Err(Refusal::invalid("default_presence_twice", detail));
        }
    }
    Ok(())
}

/// Agents need somewhere to be.
pub(super) fn check_complete(draft: &Draft<'_>) -> Result<(), Refusal> {
    let has_default =
        |base: BasePresence| draft.presences().any(|presence| presence.base == base && presence.is_default);
    match EVERY_BASE.into_iter().find(|base| !has_default(*base)) {
        Some(base) => {
            Err(Refusal::conflict("presences_missing", format!("there is no default presence for {base:?} yet")))
        }
        None => Ok(()),
    }
}

impl Engine {
    pub(super) fn put_presence_definition(&mut self, presence: Presence) {
        self.rebase_agents(&presence);
        self.presences.insert(presence.id, presence);
    }

    fn rebase_agents(&mut self, presence: &Presence) {
        let statuses = self.agents.values().map(|state| &state.status);
        let differing = statuses.filter(|status| status.presence_id == presence.id && status.base != presence.base);
        for id in differing.map(|status| status.agent_id).collect::<Vec<_>>() {
            self.edit_status(id).base = presence.base;
        }
    }
}
