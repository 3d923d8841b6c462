//! Hours of the week in the organisation's time zone, where rates, shifts and plots are kept by the hour. Knows no
//! clock: times are told.

use frontdesk_model::Timestamp;
use jiff::tz::TimeZone;

pub const HOUR_MS: u64 = 3_600_000;
pub const HOURS_OF_WEEK: usize = 168;

/// Reads times as hours of the week, Monday from midnight being 0.
#[derive(Clone, Debug)]
pub struct WeekHours {
    zone: TimeZone,
}

impl WeekHours {
    /// By an IANA name; an unknown one is read as UTC.
    pub fn in_zone(name: &str) -> WeekHours {
        WeekHours { zone: TimeZone::get(name).unwrap_or(TimeZone::UTC) }
    }

    /// 0 to 167.
    pub fn hour_of_week(&self, at: Timestamp) -> usize {
        let Ok(instant) = jiff::Timestamp::from_millisecond(at.0) else { return 0 };
        let local = instant.to_zoned(self.zone.clone());
        let day = local.weekday().to_monday_zero_offset();
        (i64::from(day) * 24 + i64::from(local.hour())).clamp(0, 167) as usize
    }

    /// Midnight of the Monday on or before `at`.
    pub fn monday_before(&self, at: Timestamp) -> Timestamp {
        let monday = jiff::Timestamp::from_millisecond(at.0).and_then(|instant| {
            let date = instant.to_zoned(self.zone.clone()).date();
            let back = jiff::Span::new().try_days(i64::from(date.weekday().to_monday_zero_offset()))?;
            date.checked_sub(back)?.to_zoned(self.zone.clone())
        });
        monday.map_or(at, |monday| Timestamp(monday.timestamp().as_millisecond()))
    }

    /// Midnight at the start of the day of `at`.
    pub fn midnight_before(&self, at: Timestamp) -> Timestamp {
        let midnight = jiff::Timestamp::from_millisecond(at.0)
            .and_then(|instant| instant.to_zoned(self.zone.clone()).start_of_day());
        midnight.map_or(at, |midnight| Timestamp(midnight.timestamp().as_millisecond()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_the_zones_and_weeks_begin_on_monday() {
        let at: Timestamp = "2026-11-23T23:30:00Z".parse().unwrap();
        assert_eq!(WeekHours::in_zone("UTC").hour_of_week(at), 23);
        assert_eq!(WeekHours::in_zone("Europe/Berlin").hour_of_week(at), 24);
        let sunday: Timestamp = "2026-11-29T22:00:00Z".parse().unwrap();
        let monday = WeekHours::in_zone("Europe/Berlin").monday_before(sunday);
        assert_eq!(monday.to_string(), "2026-11-22T23:00:00.000Z");
        assert_eq!(WeekHours::in_zone("UTC").midnight_before(at).to_string(), "2026-11-23T00:00:00.000Z");
    }
}
