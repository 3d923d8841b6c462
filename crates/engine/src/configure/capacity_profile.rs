//! Capacity profiles: how much of one kind of work an agent takes. Knows nothing of loads.

use super::Draft;
use super::check::{check_name, check_range};
use crate::{Engine, Refusal, Step};
use frontdesk_model::{CapacityProfile, SetUpNoun, SetUpPiece};

pub(super) fn check(draft: &Draft<'_>, profile: &CapacityProfile) -> Result<(), Refusal> {
    check_name(&profile.name)?;
    check_range("unitsMax", profile.units_max, 0..=100)?;
    match draft.before(SetUpNoun::CapacityProfile, profile.id.0) {
        Some(SetUpPiece::CapacityProfile(former)) if former.reset != profile.reset => {
            let detail = "when units are given back cannot be changed once the profile exists";
            Err(Refusal::conflict("reset_fixed", detail).at("reset"))
        }
        _ => Ok(()),
    }
}

impl Engine {
    pub(super) fn put_capacity_profile(&mut self, profile: CapacityProfile, step: &Step) {
        let id = profile.id;
        self.capacity_profiles.insert(id, profile);
        self.capacity_profile_changed(id, step.now);
    }
}
