//! Operating hours: they make sense, and open. Knows nothing of who keeps them.

use super::check::check_name;
use crate::{Engine, Refusal, Step};
use frontdesk_calendar::Calendar;
use frontdesk_model::{OperatingHours, OperatingHoursId, Timestamp};

pub(super) fn check(hours: &OperatingHours, now: Timestamp) -> Result<(), Refusal> {
    check_name(&hours.name)?;
    let faults = match Calendar::compile(&hours.hours) {
        Ok(calendar) if calendar.next_opening(now.0).is_none() => {
            let detail = "these hours never open again: their last opening is past, or holidays cover all";
            return Err(Refusal::invalid("never_opens", detail).at("hours"));
        }
        Ok(_) => return Ok(()),
        Err(faults) => faults,
    };
    let detail = faults.first().map(ToString::to_string).unwrap_or_default();
    let code = faults.first().map_or("invalid_hours", |fault| fault.code.as_str());
    let refusal = Refusal::invalid(code, detail);
    Err(faults.into_iter().fold(refusal, |refusal, fault| {
        let field = if fault.path.is_empty() { "hours".to_owned() } else { format!("hours.{}", fault.path) };
        refusal.with_fault(field, fault.message)
    }))
}

impl Engine {
    pub(super) fn put_operating_hours(&mut self, hours: OperatingHours, step: &Step) {
        self.keep_hours(&hours, step.now);
        self.operating_hours.insert(hours.id, hours);
        self.apply_rules();
    }

    pub(super) fn delete_operating_hours(&mut self, id: OperatingHoursId, step: &Step) {
        self.operating_hours.remove(&id);
        self.drop_hours(id, step.now);
    }
}
