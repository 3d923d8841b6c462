//! A point in time, in milliseconds since 1970 UTC. Knows no clock: the time is always told.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// Milliseconds since the Unix epoch, UTC. On the wire and in text: ISO 8601 with milliseconds, `2026-11-23T04:05:06.007Z`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The latest time that can be written with a four-digit year.
    pub const MAX: Timestamp = Timestamp(253_402_300_799_999);
    pub const MIN: Timestamp = Timestamp(-62_135_596_800_000);

    pub fn as_millis(self) -> i64 {
        self.0
    }

    /// Milliseconds from `earlier` to this; zero if `earlier` is later.
    pub fn since(self, earlier: Timestamp) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

impl Add<u64> for Timestamp {
    type Output = Timestamp;
    fn add(self, millis: u64) -> Timestamp {
        let sum = self.0.saturating_add(i64::try_from(millis).unwrap_or(i64::MAX));
        Timestamp(sum.min(Self::MAX.0))
    }
}

impl Sub<u64> for Timestamp {
    type Output = Timestamp;
    fn sub(self, millis: u64) -> Timestamp {
        let difference = self.0.saturating_sub(i64::try_from(millis).unwrap_or(i64::MAX));
        Timestamp(difference.max(Self::MIN.0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clamped = self.0.clamp(Self::MIN.0, Self::MAX.0);
        match jiff::Timestamp::from_millisecond(clamped) {
            Ok(timestamp) => write!(f, "{timestamp:.3}"),
            Err(_) => Err(fmt::Error),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Timestamp {
    type Err = String;
    /// ISO 8601 with an offset or `Z`; a bare date or a time without offset is read as UTC.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Ok(timestamp) = text.parse::<jiff::Timestamp>() {
            return Ok(Timestamp(timestamp.as_millisecond()));
        }
        text.parse::<jiff::civil::DateTime>()
            .and_then(|datetime| datetime.to_zoned(jiff::tz::TimeZone::UTC))
            .map(|zoned| Timestamp(zoned.timestamp().as_millisecond()))
            .map_err(|_| format!("'{text}' is not an ISO 8601 date or time, such as 2026-11-23T04:05:06Z"))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_round_trips() {
        let at = Timestamp(1_795_404_306_007);
        assert_eq!(at.to_string(), "2026-11-23T03:25:06.007Z");
        assert_eq!(at.to_string().parse(), Ok(at));
    }

    #[test]
    fn a_bare_date_is_midnight_utc_and_an_offset_counts() {
        assert_eq!("2026-11-23".parse::<Timestamp>().unwrap().to_string(), "2026-11-23T00:00:00.000Z");
        assert_eq!("2026-11-23T01:00:00+02:00".parse::<Timestamp>().unwrap().to_string(), "2026-11-22T23:00:00.000Z");
        assert!("yesterday".parse::<Timestamp>().is_err());
    }

    #[test]
    fn arithmetic_stays_within_what_can_be_written() {
        assert_eq!(Timestamp::MAX + u64::MAX, Timestamp::MAX);
        assert_eq!(Timestamp(0) - u64::MAX, Timestamp::MIN);
        assert_eq!(Timestamp(5).since(Timestamp(9)), 0);
    }
}
