//! Operating hours made ready to be asked: is it open, and when does that change. Knows no clock: instants are told, in
//! milliseconds since 1970 UTC.

use crate::blocks::{Block, Blocks};
use crate::check::read;
use crate::fault::Fault;
use crate::hours::OperatingHours;
use crate::rules::Rules;
use crate::zone::Zone;
use std::fmt;

/// How far ahead changes are looked for: two years.
pub const SEARCH_DAYS: i64 = 731;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Made once when hours are saved, then asked as often as one likes: a question costs a search among the flips of
/// seven weeks. The first in such a stretch works it out: some hundredths of a millisecond for usual hours, some 3 ms for as
/// many openings and holidays as are allowed.
#[derive(Clone)]
pub struct Calendar {
    hours: OperatingHours,
    zone: Zone,
    rules: Rules,
    blocks: Blocks,
}

/// Why nobody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed<'a> {
    /// The holiday of this name.
    Holiday(&'a str),
    OutsideHours,
}

impl Calendar {
    pub fn compile(hours: &OperatingHours) -> Result<Calendar, Vec<Fault>> {
        let (zone, rules) = read(hours)?;
        Ok(Calendar { hours: hours.clone(), zone, rules, blocks: Blocks::new() })
    }

    pub fn is_open(&self, at: i64) -> bool {
        self.block(at, |block| block.is_open(at))
    }

    /// The first instant after `after` at which it opens or closes; `None` if that is not within [`SEARCH_DAYS`].
    pub fn next_change(&self, after: i64) -> Option<i64> {
        let horizon = after.saturating_add(SEARCH_DAYS * DAY_MS);
        let mut from = after;
        loop {
            if let Some(flip) = self.block(from, |block| block.first_flip_after(after)) {
                return (flip <= horizon).then_some(flip);
            }
            from = Blocks::end(from).filter(|next| *next <= horizon)?;
        }
    }

    /// `at` itself if it is open then, otherwise when it next opens; `None` if that is not within [`SEARCH_DAYS`].
    pub fn next_opening(&self, at: i64) -> Option<i64> {
        if self.is_open(at) { Some(at) } else { self.next_change(at) }
    }

    /// The next local midnight after `at`.
    pub fn end_of_day(&self, at: i64) -> i64 {
        self.zone.end_of_day(at)
    }

    /// `None` while it is open.
    pub fn why_closed(&self, at: i64) -> Option<Closed<'_>> {
        if self.is_open(at) {
            return None;
        }
        let holiday = self.rules.holiday_on(self.zone.date(at));
        Some(holiday.map_or(Closed::OutsideHours, |index| Closed::Holiday(&self.rules.holidays[index].name)))
    }

    /// What it was made from.
    pub fn hours(&self) -> &OperatingHours {
        &self.hours
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    fn block<T>(&self, at: i64, look: impl FnOnce(&Block) -> T) -> T {
        self.blocks.at(at, &self.zone, &self.rules, look)
    }
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Calendar) -> bool {
        self.hours == other.hours
    }
}

impl Eq for Calendar {}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calendar").field(&self.hours).finish()
    }
}
