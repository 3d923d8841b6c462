//! Presences, skills and capacity profiles. Not in the file: ids and versions.

use crate::fields::{Entry, Fields};
use frontdesk_model::{BasePresence, CapacityProfile, CapacityReset, Presence, PresenceId, RatingModel, Skill};

impl Entry for Presence {
    fn blank() -> Presence {
        Presence {
            id: PresenceId::default(),
            name: String::new(),
            base: BasePresence::Available,
            settable: true,
            is_default: false,
            version: 0,
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Presence { name, base, settable, is_default, id: _, version: _ } = self;
        fields.required("name", name);
        fields.required("base", base);
        fields.usually("settable", settable, *base != BasePresence::Inactive);
        fields.usually("isDefault", is_default, false);
    }
}

impl Entry for Skill {
    fn blank() -> Skill {
        Skill::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Skill { name, kind, rating, id: _, version: _ } = self;
        fields.required("name", name);
        fields.usually("kind", kind, String::new());
        fields.usually("scale", rating, RatingModel::default());
    }
}

impl Entry for RatingModel {
    fn blank() -> RatingModel {
        RatingModel::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let RatingModel { minimum, maximum } = self;
        fields.required("minimum", minimum);
        fields.required("maximum", maximum);
    }
}

impl Entry for CapacityProfile {
    fn blank() -> CapacityProfile {
        CapacityProfile::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let CapacityProfile { name, units_max, blocks_assignment, reset, id: _, version: _ } = self;
        fields.required("name", name);
        fields.required("unitsMax", units_max);
        fields.usually("blocksAssignment", blocks_assignment, false);
        fields.usually("reset", reset, CapacityReset::default());
    }
}
