//! Rulesets of workstreams. What their conditions may say and how they are run is the intake's to know.

use super::Draft;
use super::check::{check_name, refusal_of};
use crate::intake::check::check_ruleset;
use crate::{Engine, Refusal};
use frontdesk_model::{Ruleset, RulesetId};

pub(super) fn check(draft: &Draft<'_>, ruleset: &Ruleset) -> Result<(), Refusal> {
    check_name(&ruleset.name)?;
    check_ruleset(ruleset, draft).map_err(refusal_of)
}

impl Engine {
    pub(super) fn put_ruleset(&mut self, ruleset: Ruleset) {
        self.rulebook.put(ruleset);
    }

    pub(super) fn delete_ruleset(&mut self, id: RulesetId) {
        self.rulebook.remove(id);
    }
}
