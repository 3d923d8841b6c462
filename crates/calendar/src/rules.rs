//! Operating hours that have been read and found right: which openings begin on a date. Knows no instants.

use crate::hours::Weekday;
use crate::zone::weekday;
use jiff::Span as Duration;
use jiff::civil::Date;

pub(crate) const MINUTES_A_DAY: u32 = 24 * 60;

#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pub openings: Vec<Opening>,
    pub holidays: Vec<HolidayRule>,
}

#[derive(Clone, Debug)]
pub(crate) struct Opening {
    pub pattern: Pattern,
    pub from_date: Option<Date>,
    pub until_date: Option<Date>,
    pub minutes: Minutes,
}

#[derive(Clone, Debug)]
pub(crate) enum Pattern {
    Weekly { days: Vec<Weekday>, every_weeks: i32, anchor_week: i32 },
    NthWeekday { nth: Vec<i32>, days: Vec<Weekday> },
    DaysOfMonth(Vec<i32>),
}

/// Minutes after the midnight that a date begins with; `to` may lie on the next date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Minutes {
    pub from: u32,
    pub to: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct HolidayRule {
    pub name: String,
    pub date: Date,
    pub until_date: Date,
    pub yearly: bool,
    pub openings: Vec<Minutes>,
}

impl Rules {
    /// What is open of the openings that begin on this date.
    pub fn openings_on(&self, date: Date) -> Vec<Minutes> {
        let holiday = self.holiday_on(date);
        let mut openings: Vec<Minutes> = match holiday {
            Some(index) => self.holidays[index].openings.clone(),
            None => self.openings.iter().filter(|opening| opening.begins_on(date)).map(|o| o.minutes).collect(),
        };
        if openings.iter().any(|minutes| minutes.to > MINUTES_A_DAY) {
            let next = date.tomorrow().ok().and_then(|tomorrow| self.holiday_on(tomorrow));
            if next.is_some() && next != holiday {
                openings.iter_mut().for_each(|minutes| minutes.to = minutes.to.min(MINUTES_A_DAY));
            }
        }
        openings
    }

    /// Which holiday decides about this date: the first in the list.
    pub fn holiday_on(&self, date: Date) -> Option<usize> {
        self.holidays.iter().position(|holiday| holiday.covers(date))
    }
}

impl Opening {
    pub fn begins_on(&self, date: Date) -> bool {
        self.from_date.is_none_or(|from| from <= date)
            && self.until_date.is_none_or(|until| date <= until)
            && self.pattern.names(date)
    }

    /// Every pattern comes round within 53 weeks; two years and a bit are enough to see whether it meets its validity.
    pub fn ever_begins(&self) -> bool {
        const DAYS: i32 = 800;
        let reach = Duration::new().days(DAYS);
        let first = match (self.from_date, self.until_date) {
            (Some(from), _) => from,
            (None, Some(until)) => until.saturating_sub(reach),
            (None, None) => Date::constant(2000, 1, 1),
        };
        first.series(Duration::new().days(1)).take(DAYS as usize + 1).any(|date| self.begins_on(date))
    }
}

impl Pattern {
    fn names(&self, date: Date) -> bool {
        match self {
            Pattern::Weekly { days, every_weeks, anchor_week } => {
                days.contains(&weekday(date)) && (week_number(date) - anchor_week).rem_euclid(*every_weeks) == 0
            }
            Pattern::NthWeekday { nth, days } => {
                let day = i32::from(date.day());
                let from_start = (day - 1) / 7 + 1;
                let from_end = (i32::from(date.days_in_month()) - day) / 7 + 1;
                days.contains(&weekday(date)) && nth.iter().any(|n| *n == from_start || *n == -from_end)
            }
            Pattern::DaysOfMonth(days) => {
                let from_start = i32::from(date.day());
                let from_end = i32::from(date.days_in_month()) - from_start + 1;
                days.iter().any(|day| *day == from_start || *day == -from_end)
            }
        }
    }
}

impl HolidayRule {
    fn covers(&self, date: Date) -> bool {
        if !self.yearly {
            return self.date <= date && date <= self.until_date;
        }
        let day_of_year = |date: Date| (date.month(), date.day());
        let (first, last, this) = (day_of_year(self.date), day_of_year(self.until_date), day_of_year(date));
        self.date <= date && if first <= last { first <= this && this <= last } else { first <= this || this <= last }
    }
}

/// Weeks since the one of 1970-01-05, beginning on Mondays.
pub(crate) fn week_number(date: Date) -> i32 {
    const FIRST_MONDAY: Date = Date::constant(1970, 1, 5);
    (date - FIRST_MONDAY).get_days().div_euclid(7)
}
