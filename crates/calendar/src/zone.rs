//! Time zones: from instants to what the clock on the wall reads, and back. The IANA data are compiled in; no file and no
//! environment variable is read. Knows nothing of openings.

use crate::fault::{Fault, FaultCode};
use crate::hours::Weekday;
use crate::spelling::nearest;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use std::sync::LazyLock;

static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, looked up once. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone(TimeZone);

/// What the clock and the calendar on the wall read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Local {
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    pub weekday: Weekday,
}

/// The local time of one instant. For many instants look the zone up once: [`Zone::find`].
pub fn local_time(time_zone: &str, at: i64) -> Result<Local, Fault> {
    Ok(Zone::find(time_zone)?.local(at))
}

impl Zone {
    /// By its IANA name, in any case.
    pub fn find(name: &str) -> Result<Zone, Fault> {
        BUNDLED.get(name).map(Zone).map_err(|_| {
            let available: Vec<_> = BUNDLED.available().collect();
            let hint = nearest(name, available.iter().map(|known| known.as_str()))
                .map(|near| format!("; did you mean '{near}'?"))
                .unwrap_or_else(|| ", such as 'Europe/Berlin'".to_owned());
            Fault {
                code: FaultCode::UnknownTimeZone,
                path: "timeZone".to_owned(),
                message: format!("'{name}' is not an IANA time zone{hint}"),
            }
        })
    }

    /// As the IANA spells it.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// Instants beyond what calendars can name (some ten thousand years away) read as the last that they can.
    pub fn local(&self, at: i64) -> Local {
        let local = self.civil(at);
        Local {
            year: local.year(),
            month: local.month().unsigned_abs(),
            day: local.day().unsigned_abs(),
            hour: local.hour().unsigned_abs(),
            minute: local.minute().unsigned_abs(),
            weekday: weekday(local.date()),
        }
    }

    /// The next local midnight after `at`. Where the clock skips midnight, the end of the gap.
    pub fn end_of_day(&self, at: i64) -> i64 {
        let Ok(tomorrow) = self.civil(at).date().tomorrow() else { return i64::MAX };
        let first = self.first_reading(tomorrow.at(0, 0, 0, 0));
        // A clock set back across midnight (St. John's did) comes to the same midnight twice.
        if first > at { first } else { self.last_reading(tomorrow.at(0, 0, 0, 0)) }
    }

    pub(crate) fn civil(&self, at: i64) -> DateTime {
        self.0.to_datetime(timestamp(at))
    }

    pub(crate) fn date(&self, at: i64) -> Date {
        self.civil(at).date()
    }

    /// When the clock first reads this or, where it skips this, anything later: when an opening from here begins.
    pub(crate) fn first_reading(&self, local: DateTime) -> i64 {
        let found = self.0.to_ambiguous_timestamp(local);
        match found.offset() {
            AmbiguousOffset::Gap { before, .. } => self.end_of_gap(local, before),
            _ => found.earlier().map_or(edge(local), |instant| instant.as_millisecond()),
        }
    }

    /// When the clock has read everything before this for the last time: when an opening up to here ends. Not always the
    /// last reading of `local` itself: at the very beginning of an hour that comes twice, the second reading is too late.
    pub(crate) fn last_reading(&self, local: DateTime) -> i64 {
        let Ok(before) = local.checked_sub(1.nanosecond()) else { return edge(local) };
        let found = self.0.to_ambiguous_timestamp(before);
        match found.offset() {
            AmbiguousOffset::Gap { before: offset, .. } => self.end_of_gap(before, offset),
            _ => found
                .later()
                .and_then(|instant| instant.checked_add(1.nanosecond()))
                .map_or(edge(local), |instant| instant.as_millisecond()),
        }
    }

    /// The instant at which the clock jumped over `local`.
    fn end_of_gap(&self, local: DateTime, before: jiff::tz::Offset) -> i64 {
        let after_jump = before.to_timestamp(local).and_then(|instant| instant.checked_add(1.nanosecond()));
        let Ok(after_jump) = after_jump else { return edge(local) };
        self.0
            .preceding(after_jump)
            .next()
            .map_or(after_jump.as_millisecond(), |transition| transition.timestamp().as_millisecond())
    }
}

pub(crate) fn weekday(date: Date) -> Weekday {
    Weekday::ALL[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// `minutes` after the midnight that `date` begins with; up to two days.
pub(crate) fn minutes_into(date: Date, minutes: u32) -> DateTime {
    let midnight = date.to_datetime(Time::midnight());
    midnight.checked_add(i64::from(minutes).minutes()).unwrap_or(DateTime::MAX)
}

fn timestamp(at: i64) -> Timestamp {
    let edge = if at < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(at).unwrap_or(edge)
}

/// Stands for local times so far away that no instant can be given.
fn edge(local: DateTime) -> i64 {
    if local.year() < 0 { Timestamp::MIN.as_millisecond() } else { Timestamp::MAX.as_millisecond() }
}
