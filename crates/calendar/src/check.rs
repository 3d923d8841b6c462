//! Reads operating hours as people wrote them into rules, or names every fault at once. Knows no instants.

use crate::fault::{Fault, FaultCode};
use crate::hours::{Holiday, MonthlyOpening, OperatingHours, Weekday, WeeklyOpening};
use crate::rules::{HolidayRule, MINUTES_A_DAY, Minutes, Opening, Pattern, Rules, week_number};
use crate::zone::Zone;
use jiff::civil::Date;

const OPENINGS_MAX: usize = 100;
const HOLIDAYS_MAX: usize = 1_000;
const HOLIDAY_OPENINGS_MAX: usize = 24;
const EVERY_WEEKS_MAX: u32 = 52;
const NAME_CHARS_MAX: usize = 200;
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

impl OperatingHours {
    /// Everything that is wrong with them. Openings that overlap are right: their union counts. So are openings whose last
    /// date is past: whether they ever open again is for those with a clock to ask ([`crate::Calendar::next_opening`]).
    pub fn check(&self) -> Result<(), Vec<Fault>> {
        read(self).map(|_| ())
    }
}

pub(crate) fn read(hours: &OperatingHours) -> Result<(Zone, Rules), Vec<Fault>> {
    let mut faults = Faults::default();
    let zone = Zone::find(&hours.time_zone).map_err(|fault| faults.0.push(fault)).ok();
    faults.bound("weekly", hours.weekly.len(), OPENINGS_MAX);
    faults.bound("monthly", hours.monthly.len(), OPENINGS_MAX);
    faults.bound("holidays", hours.holidays.len(), HOLIDAYS_MAX);
    let mut rules = Rules::default();
    for (index, opening) in hours.weekly.iter().take(OPENINGS_MAX).enumerate() {
        let path = format!("weekly[{index}]");
        let read = weekly(opening, &path, &mut faults);
        rules.openings.extend(read.filter(|opening| faults.unless_it_never_begins(opening, &path)));
    }
    for (index, opening) in hours.monthly.iter().take(OPENINGS_MAX).enumerate() {
        let path = format!("monthly[{index}]");
        let read = monthly(opening, &path, &mut faults);
        rules.openings.extend(read.filter(|opening| faults.unless_it_never_begins(opening, &path)));
    }
    for (index, given) in hours.holidays.iter().take(HOLIDAYS_MAX).enumerate() {
        rules.holidays.extend(holiday(given, &format!("holidays[{index}]"), &mut faults));
    }
    let has_openings = !hours.weekly.is_empty()
        || !hours.monthly.is_empty()
        || hours.holidays.iter().any(|holiday| !holiday.openings.is_empty());
    if !has_openings {
        faults.add(FaultCode::NeverOpens, "", "hours without openings never open; leave the hours out for 24×7");
    }
    match zone {
        Some(zone) if faults.0.is_empty() => Ok((zone, rules)),
        _ => Err(faults.0),
    }
}

fn weekly(given: &WeeklyOpening, path: &str, faults: &mut Faults) -> Option<Opening> {
    let minutes = faults.minutes(&given.from, &given.to, path);
    let validity = faults.validity(given.from_date.as_deref(), given.until_date.as_deref(), path);
    let anchor = faults.optional_date(given.anchor_date.as_deref(), &format!("{path}.anchorDate"));
    let days = faults.days(&given.days, path);
    let every_weeks = faults.interval(given.every_weeks, path);
    if given.every_weeks > 1 && given.anchor_date.is_none() && given.from_date.is_none() {
        let words = "say which weeks count: give a date of one of them as anchorDate or fromDate";
        faults.add(FaultCode::MissingAnchor, format!("{path}.anchorDate"), words);
    }
    let (from_date, until_date) = validity?;
    let anchor_week = anchor?.or(from_date).map_or(0, week_number);
    let pattern = Pattern::Weekly { days: days?, every_weeks: every_weeks?, anchor_week };
    Some(Opening { pattern, from_date, until_date, minutes: minutes? })
}

fn monthly(given: &MonthlyOpening, path: &str, faults: &mut Faults) -> Option<Opening> {
    let minutes = faults.minutes(&given.from, &given.to, path);
    let validity = faults.validity(given.from_date.as_deref(), given.until_date.as_deref(), path);
    let by_day = !given.days_of_month.is_empty();
    let by_weekday = !given.nth.is_empty() || !given.days.is_empty();
    let pattern = match (by_day, by_weekday) {
        (true, false) => {
            let days = faults.counted(&given.days_of_month, 31, "a day of the month", &format!("{path}.daysOfMonth"));
            days.map(Pattern::DaysOfMonth)
        }
        (false, true) if given.nth.is_empty() => {
            let words = "say which of the month's days: 1 to 5 or, from the end, -1 to -5";
            faults.add(FaultCode::UnclearMonthly, format!("{path}.nth"), words);
            None
        }
        (false, true) => {
            let nth = faults.counted(&given.nth, 5, "a weekday of the month", &format!("{path}.nth"));
            let days = faults.days(&given.days, path);
            nth.zip(days).map(|(nth, days)| Pattern::NthWeekday { nth, days })
        }
        _ => {
            let words = "give either daysOfMonth, or nth and days";
            faults.add(FaultCode::UnclearMonthly, path, words);
            None
        }
    };
    let (from_date, until_date) = validity?;
    Some(Opening { pattern: pattern?, from_date, until_date, minutes: minutes? })
}

fn holiday(given: &Holiday, path: &str, faults: &mut Faults) -> Option<HolidayRule> {
    let name = given.name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        let words = format!("a holiday's name has 1 to {NAME_CHARS_MAX} characters");
        faults.add(FaultCode::BadName, format!("{path}.name"), words);
    }
    let date = faults.date(&given.date, &format!("{path}.date"));
    let until = faults.optional_date(given.until_date.as_deref(), &format!("{path}.untilDate"));
    faults.bound(&format!("{path}.openings"), given.openings.len(), HOLIDAY_OPENINGS_MAX);
    let openings: Vec<Option<Minutes>> = given
        .openings
        .iter()
        .take(HOLIDAY_OPENINGS_MAX)
        .enumerate()
        .map(|(index, span)| faults.minutes(&span.from, &span.to, &format!("{path}.openings[{index}]")))
        .collect();
    let date = date?;
    let until_date = until?.unwrap_or(date);
    if until_date < date {
        let words = format!("the holiday ends on {until_date}, before it begins on {date}");
        faults.add(FaultCode::EndsBeforeStart, format!("{path}.untilDate"), words);
        return None;
    }
    if given.yearly && (until_date - date).get_days() >= 364 {
        let words = "a yearly holiday lasts less than a year";
        faults.add(FaultCode::HolidayTooLong, format!("{path}.untilDate"), words);
        return None;
    }
    let openings = openings.into_iter().collect::<Option<_>>()?;
    Some(HolidayRule { name: name.to_owned(), date, until_date, yearly: given.yearly, openings })
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, code: FaultCode, path: impl Into<String>, message: impl Into<String>) {
        self.0.push(Fault { code, path: path.into(), message: message.into() });
    }

    fn bound(&mut self, path: &str, count: usize, most: usize) {
        if count > most {
            self.add(FaultCode::TooMany, path, format!("{count} entries, where {most} are the most"));
        }
    }

    fn unless_it_never_begins(&mut self, opening: &Opening, path: &str) -> bool {
        let begins = opening.ever_begins();
        if !begins {
            self.add(FaultCode::NeverOpens, path, "none of these days lies between fromDate and untilDate");
        }
        begins
    }

    fn minutes(&mut self, from: &str, to: &str, path: &str) -> Option<Minutes> {
        let from = self.time(from, 0, MINUTES_A_DAY - 1, &format!("{path}.from"));
        let to = self.time(to, 0, MINUTES_A_DAY, &format!("{path}.to"));
        let (from, to) = (from?, to?);
        Some(Minutes { from, to: if to <= from { to + MINUTES_A_DAY } else { to } })
    }

    fn time(&mut self, text: &str, least: u32, most: u32, path: &str) -> Option<u32> {
        let minutes = parse_time(text).filter(|minutes| (least..=most).contains(minutes));
        if minutes.is_none() {
            let last = if most == MINUTES_A_DAY { "24:00" } else { "23:59" };
            let words = format!("'{}' is not a time from 00:00 to {last}, such as 09:30", shortened(text));
            self.add(FaultCode::BadTime, path, words);
        }
        minutes
    }

    fn date(&mut self, text: &str, path: &str) -> Option<Date> {
        let date = parse_date(text).filter(|date| YEARS.contains(&date.year()));
        if date.is_none() {
            let words = format!("'{}' is not a date, such as 2026-12-24", shortened(text));
            self.add(FaultCode::BadDate, path, words);
        }
        date
    }

    /// `None` where there is one and it is wrong.
    fn optional_date(&mut self, text: Option<&str>, path: &str) -> Option<Option<Date>> {
        text.map_or(Some(None), |text| self.date(text, path).map(Some))
    }

    fn validity(
        &mut self,
        from: Option<&str>,
        until: Option<&str>,
        path: &str,
    ) -> Option<(Option<Date>, Option<Date>)> {
        let from = self.optional_date(from, &format!("{path}.fromDate"));
        let until = self.optional_date(until, &format!("{path}.untilDate"));
        let (from, until) = (from?, until?);
        if let (Some(first), Some(last)) = (from, until)
            && last < first
        {
            let words = format!("{last} is before {first}, when it begins");
            self.add(FaultCode::EndsBeforeStart, format!("{path}.untilDate"), words);
            return None;
        }
        Some((from, until))
    }

    fn days(&mut self, days: &[Weekday], path: &str) -> Option<Vec<Weekday>> {
        if days.is_empty() {
            self.add(FaultCode::EmptyDays, format!("{path}.days"), "name at least one day of the week");
            return None;
        }
        let mut days = days.to_vec();
        days.sort_unstable();
        days.dedup();
        Some(days)
    }

    fn interval(&mut self, every_weeks: u32, path: &str) -> Option<i32> {
        if !(1..=EVERY_WEEKS_MAX).contains(&every_weeks) {
            let words = format!("every {every_weeks} weeks: 1 to {EVERY_WEEKS_MAX} are possible");
            self.add(FaultCode::BadInterval, format!("{path}.everyWeeks"), words);
            return None;
        }
        i32::try_from(every_weeks).ok()
    }

    /// From 1 to `most`, or from -1 to -`most`.
    fn counted(&mut self, numbers: &[i32], most: u32, what: &str, path: &str) -> Option<Vec<i32>> {
        let wrong = numbers.iter().find(|number| !(1..=most).contains(&number.unsigned_abs()));
        if let Some(wrong) = wrong {
            let words = format!("{wrong} is not {what}: 1 to {most} or, from the end, -1 to -{most}");
            self.add(FaultCode::BadDayOfMonth, path, words);
            return None;
        }
        let mut numbers = numbers.to_vec();
        numbers.sort_unstable();
        numbers.dedup();
        Some(numbers)
    }
}

/// `HH:MM` to minutes.
fn parse_time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (minutes < 60).then_some(hours * 60 + minutes)
}

/// `YYYY-MM-DD`.
fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
