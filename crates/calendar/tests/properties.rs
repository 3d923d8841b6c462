//! Random hours, walked minute by minute through weeks in which clocks change, against a naive reading of the clock on
//! the wall.

use frontdesk_calendar::{Calendar, Holiday, MonthlyOpening, OperatingHours, Span, Weekday, WeeklyOpening};
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use proptest::prelude::*;
use std::collections::BTreeMap;

const MINUTE_MS: i64 = 60_000;
const MINUTES: i64 = 14 * 24 * 60;

/// Zones, and the date of a week in which something happens there.
const WEEKS: [(&str, &str); 13] = [
    ("Europe/Berlin", "2026-03-23"),
    ("Europe/Berlin", "2026-10-19"),
    ("America/New_York", "2026-03-02"),
    ("America/New_York", "2026-10-26"),
    ("Australia/Lord_Howe", "2026-03-30"),
    ("Australia/Lord_Howe", "2026-09-28"),
    ("Asia/Kathmandu", "2028-02-24"),
    ("America/Sao_Paulo", "2018-10-29"),
    ("America/Sao_Paulo", "2018-02-12"),
    ("America/St_Johns", "2006-10-23"),
    ("Pacific/Apia", "2011-12-26"),
    ("UTC", "2026-12-24"),
    // Nothing happens but the end of a stretch that the calendar keeps.
    ("Europe/Berlin", "2026-08-10"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn next_change_agrees_with_a_walk_of_is_open_and_is_open_with_the_clock_on_the_wall(
        (start, hours) in any_hours(),
        within_the_minute in 0..MINUTE_MS,
    ) {
        let calendar = Calendar::compile(&hours).unwrap();
        let zone = TimeZone::get(&hours.time_zone).unwrap();
        let minute = |index: i64| start + index * MINUTE_MS;
        let sign = Sign::paint(&hours, zone.to_datetime(Timestamp::from_millisecond(start).unwrap()).date() - 2.days());
        let open: Vec<bool> = (0..=MINUTES).map(|index| calendar.is_open(minute(index))).collect();
        let mut next_flip = None;
        for index in (0..MINUTES).rev() {
            let (now, this) = (minute(index), usize::try_from(index).unwrap());
            if open[this + 1] != open[this] {
                next_flip = Some(minute(index + 1));
            }
            let found = calendar.next_change(now + within_the_minute).filter(|flip| *flip <= minute(MINUTES));
            prop_assert_eq!(found, next_flip, "the flip after {}", text(now));
            prop_assert_eq!(calendar.is_open(now + within_the_minute), open[this], "at {}", text(now));
            let wall = zone.to_datetime(Timestamp::from_millisecond(now).unwrap());
            if open[this] != sign.says_open(wall) {
                let comes_twice = zone.to_ambiguous_timestamp(wall).is_ambiguous();
                prop_assert!(open[this] && comes_twice, "at {} the clock reads {wall}", text(now));
            }
        }
    }
}

/// The sign on the door, read by the clock on the wall as a passer-by would: what opened today, what opened yesterday.
struct Sign(BTreeMap<Date, Day>);

struct Day {
    holiday: Option<usize>,
    openings: Vec<(i32, i32)>,
}

impl Sign {
    fn paint(hours: &OperatingHours, first: Date) -> Sign {
        let dates = first.series(1.day()).take(20);
        Sign(
            dates.map(|date| (date, Day { holiday: holiday(hours, date), openings: beginning(hours, date) })).collect(),
        )
    }

    fn says_open(&self, wall: DateTime) -> bool {
        let (today, yesterday) = (&self.0[&wall.date()], &self.0[&wall.date().yesterday().unwrap()]);
        let now = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
        let within = |now: i32| move |(from, to): &(i32, i32)| *from <= now && now < *to;
        let may_run_over = today.holiday.is_none() || today.holiday == yesterday.holiday;
        today.openings.iter().any(within(now)) || may_run_over && yesterday.openings.iter().any(within(now + 24 * 60))
    }
}

fn beginning(hours: &OperatingHours, date: Date) -> Vec<(i32, i32)> {
    if let Some(index) = holiday(hours, date) {
        return hours.holidays[index].openings.iter().map(|span| minutes(&span.from, &span.to)).collect();
    }
    let valid = |from: &Option<String>, until: &Option<String>| {
        let written = date.to_string();
        from.as_ref().is_none_or(|from| *from <= written) && until.as_ref().is_none_or(|until| written <= *until)
    };
    let named = |days: &[Weekday]| days.iter().any(|day| format!("{day:?}") == format!("{:?}", date.weekday()));
    let weekly = hours.weekly.iter().filter(|opening| {
        let anchor = opening.anchor_date.as_ref().or(opening.from_date.as_ref());
        let in_turn = opening.every_weeks == 1
            || anchor.is_some_and(|anchor| {
                let weeks = (monday(date) - monday(anchor.parse().unwrap())).get_days() / 7;
                weeks % i32::try_from(opening.every_weeks).unwrap() == 0
            });
        named(&opening.days) && in_turn && valid(&opening.from_date, &opening.until_date)
    });
    let monthly = hours.monthly.iter().filter(|opening| {
        let nth = |nth: &i32| date.nth_weekday_of_month(i8::try_from(*nth).unwrap(), date.weekday()).ok() == Some(date);
        let day = |day: &i32| match day {
            1.. => *day == i32::from(date.day()),
            _ => (date.last_of_month() - date).get_days() == -day - 1,
        };
        let counted = opening.days_of_month.iter().any(day) || named(&opening.days) && opening.nth.iter().any(nth);
        counted && valid(&opening.from_date, &opening.until_date)
    });
    let weekly = weekly.map(|opening| minutes(&opening.from, &opening.to));
    weekly.chain(monthly.map(|opening| minutes(&opening.from, &opening.to))).collect()
}

fn holiday(hours: &OperatingHours, date: Date) -> Option<usize> {
    hours.holidays.iter().position(|holiday| {
        let first: Date = holiday.date.parse().unwrap();
        let last: Date = holiday.until_date.as_ref().map_or(first, |until| until.parse().unwrap());
        let years = if holiday.yearly { 40 } else { 1 };
        (0..years).any(|years| {
            // In a year without 29 February one that begins there begins after it, and one that ends there before it.
            let begins = Date::new(first.year() + years, first.month(), first.day())
                .unwrap_or_else(|_| Date::new(first.year() + years, 3, 1).unwrap());
            begins <= date && date <= last + years.years()
        })
    })
}

fn monday(date: Date) -> Date {
    date - i32::from(date.weekday().to_monday_zero_offset()).days()
}

fn minutes(from: &str, to: &str) -> (i32, i32) {
    let read = |text: &str| text[..2].parse::<i32>().unwrap() * 60 + text[3..].parse::<i32>().unwrap();
    let (from, to) = (read(from), read(to));
    (from, if to <= from { to + 24 * 60 } else { to })
}

fn text(at: i64) -> String {
    Timestamp::from_millisecond(at).unwrap().to_string()
}

fn any_hours() -> impl Strategy<Value = (i64, OperatingHours)> {
    (0..WEEKS.len()).prop_flat_map(|week| {
        let (zone, monday) = WEEKS[week];
        let first: Date = monday.parse().unwrap();
        let start = first.at(0, 0, 0, 0).to_zoned(TimeZone::get(zone).unwrap()).unwrap().timestamp();
        (
            prop::collection::vec(any_weekly(first), 1..4),
            prop::collection::vec(any_monthly(), 0..2),
            prop::collection::vec(any_holiday(first), 0..3),
        )
            .prop_map(move |(weekly, monthly, holidays)| {
                (start.as_millisecond(), OperatingHours { time_zone: zone.to_owned(), weekly, monthly, holidays })
            })
    })
}

fn any_weekly(first: Date) -> impl Strategy<Value = WeeklyOpening> {
    let validity = (prop::option::of(-3..5_i32), prop::option::of(20..30_i32));
    (any_days(), any_span(), 1..4_u32, -40..40_i32, validity).prop_map(
        move |(days, span, every_weeks, anchor, (from, until))| WeeklyOpening {
            days,
            from: span.from,
            to: span.to,
            every_weeks,
            anchor_date: Some((first + anchor.days()).to_string()),
            from_date: from.map(|from| (first + from.days()).to_string()),
            // Far enough from the first date that every third week lies between.
            until_date: until.map(|until| (first + until.days()).to_string()),
        },
    )
}

fn any_monthly() -> impl Strategy<Value = MonthlyOpening> {
    let number = |most: i32| prop_oneof![1..=most, -most..=-1];
    let by_day = prop::collection::vec(number(31), 1..6);
    let by_weekday = (prop::collection::vec(number(5), 1..3), any_days());
    (any::<bool>(), by_day, by_weekday, any_span()).prop_map(|(by, days_of_month, (nth, days), span)| {
        let opening = MonthlyOpening { from: span.from, to: span.to, ..MonthlyOpening::default() };
        if by { MonthlyOpening { days_of_month, ..opening } } else { MonthlyOpening { nth, days, ..opening } }
    })
}

fn any_holiday(first: Date) -> impl Strategy<Value = Holiday> {
    (-2..14_i32, 0..4_i32, any::<bool>(), 0..9_i32, prop::collection::vec(any_span(), 0..3)).prop_map(
        move |(begins, lasts, yearly, years_ago, openings)| {
            let date = first + begins.days() - if yearly { years_ago.years() } else { 0.years() };
            Holiday {
                name: "Holiday".to_owned(),
                date: date.to_string(),
                until_date: (lasts > 0).then(|| (date + lasts.days()).to_string()),
                yearly,
                openings,
            }
        },
    )
}

fn any_days() -> impl Strategy<Value = Vec<Weekday>> {
    prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7)
}

/// At any time of day, often near the hours when clocks change.
fn any_span() -> impl Strategy<Value = Span> {
    let time = || prop_oneof![0..1440_i32, (0..16_i32).prop_map(|quarter| quarter * 15), Just(0)];
    (time(), prop_oneof![time(), Just(1440)]).prop_map(|(from, to)| {
        let write = |minutes: i32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        Span { from: write(from), to: write(to) }
    })
}
