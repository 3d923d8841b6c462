//! When hours open and close, over known dates.

use frontdesk_calendar::{Calendar, Closed, OperatingHours, SEARCH_DAYS};
use jiff::Timestamp;

fn at(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_millisecond()
}

fn calendar(zone: &str, openings: &str) -> Calendar {
    let hours: OperatingHours = toml::from_str(&format!("timeZone = '{zone}'\n{openings}")).unwrap();
    Calendar::compile(&hours).unwrap()
}

/// `+` where it opens and `-` where it closes, in UTC, after `from` and up to `until`.
fn changes(calendar: &Calendar, from: &str, until: &str) -> String {
    let (mut now, until) = (at(from), at(until));
    let mut changes = Vec::new();
    while let Some(next) = calendar.next_change(now).filter(|next| *next <= until) {
        assert_ne!(calendar.is_open(next - 1), calendar.is_open(next), "it flips at the very millisecond");
        let sign = if calendar.is_open(next) { '+' } else { '-' };
        let instant = Timestamp::from_millisecond(next).unwrap().to_string();
        changes.push(format!("{sign}{}", instant.trim_end_matches(":00Z")));
        now = next;
    }
    changes.join(" ")
}

struct Case(&'static str, &'static str, &'static str, [&'static str; 2], &'static str);

fn check(cases: &[Case]) {
    for Case(why, zone, openings, [from, until], expected) in cases {
        assert_eq!(changes(&calendar(zone, openings), from, until), *expected, "{why}");
    }
}

const WORKDAYS: &str =
    "weekly = [{ days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], from = '09:00', to = '17:30' }]";

#[test]
fn weeks_come_round() {
    check(&[
        Case(
            "closed at the weekend",
            "Europe/Berlin",
            WORKDAYS,
            ["2026-11-20T00:00:00Z", "2026-11-24T00:00:00Z"],
            "+2026-11-20T08:00 -2026-11-20T16:30 +2026-11-23T08:00 -2026-11-23T16:30",
        ),
        Case(
            "a zone without daylight saving, a quarter of an hour off",
            "Asia/Kathmandu",
            WORKDAYS,
            ["2026-03-27T00:00:00Z", "2026-03-30T12:00:00Z"],
            "+2026-03-27T03:15 -2026-03-27T11:45 +2026-03-30T03:15 -2026-03-30T11:45",
        ),
        Case(
            "over midnight, into a day that is not named",
            "Europe/Berlin",
            "weekly = [{ days = ['Friday'], from = '20:00', to = '02:00' }]",
            ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"],
            "+2026-11-20T19:00 -2026-11-21T01:00",
        ),
        Case(
            "up to 24:00 is up to midnight",
            "Europe/Berlin",
            "weekly = [{ days = ['Friday'], from = '20:00', to = '24:00' }]",
            ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"],
            "+2026-11-20T19:00 -2026-11-20T23:00",
        ),
        Case(
            "from a time to the same time is 24 hours",
            "UTC",
            "weekly = [{ days = ['Friday'], from = '20:00', to = '20:00' }]",
            ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"],
            "+2026-11-20T20:00 -2026-11-21T20:00",
        ),
        Case(
            "what touches or overlaps is one",
            "UTC",
            "weekly = [
                { days = ['Friday'], from = '09:00', to = '12:00' }, { days = ['Friday'], from = '11:00', to = '14:00' },
                { days = ['Friday'], from = '14:00', to = '24:00' }, { days = ['Saturday'], from = '00:00', to = '01:00' },
                { days = ['Friday'], from = '09:30', to = '10:00' }, { days = ['Saturday'], from = '01:01', to = '02:00' },
            ]",
            ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"],
            "+2026-11-20T09:00 -2026-11-21T01:00 +2026-11-21T01:01 -2026-11-21T02:00",
        ),
        Case(
            "only between its dates, both of which count",
            "UTC",
            "weekly = [{ days = ['Friday'], from = '20:00', to = '02:00', fromDate = '2026-11-13', untilDate = '2026-11-20' }]",
            ["2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z"],
            "+2026-11-13T20:00 -2026-11-14T02:00 +2026-11-20T20:00 -2026-11-21T02:00",
        ),
        Case(
            "every second week, across a year of 53 weeks, counted from a Sunday",
            "UTC",
            "weekly = [{ days = ['Monday'], from = '09:00', to = '10:00', everyWeeks = 2, anchorDate = '2026-12-20' }]",
            ["2026-11-30T12:00:00Z", "2027-01-31T00:00:00Z"],
            "+2026-12-14T09:00 -2026-12-14T10:00 +2026-12-28T09:00 -2026-12-28T10:00 \
             +2027-01-11T09:00 -2027-01-11T10:00 +2027-01-25T09:00 -2027-01-25T10:00",
        ),
        Case(
            "every third week from the week it begins in",
            "UTC",
            "weekly = [{ days = ['Monday', 'Friday'], from = '09:00', to = '10:00', everyWeeks = 3, fromDate = '2026-11-19' }]",
            ["2026-11-01T00:00:00Z", "2026-12-12T00:00:00Z"],
            "+2026-11-20T09:00 -2026-11-20T10:00 +2026-12-07T09:00 -2026-12-07T10:00 +2026-12-11T09:00 -2026-12-11T10:00",
        ),
    ]);
}

#[test]
fn months_come_round() {
    check(&[
        Case(
            "the last Friday",
            "Europe/Berlin",
            "monthly = [{ nth = [-1], days = ['Friday'], from = '09:00', to = '12:00' }]",
            ["2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z"],
            "+2026-09-25T07:00 -2026-09-25T10:00 +2026-10-30T08:00 -2026-10-30T11:00 +2026-11-27T08:00 -2026-11-27T11:00",
        ),
        Case(
            "the first and third Monday",
            "UTC",
            "monthly = [{ nth = [1, 3], days = ['Monday'], from = '09:00', to = '12:00' }]",
            ["2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"],
            "+2026-11-02T09:00 -2026-11-02T12:00 +2026-11-16T09:00 -2026-11-16T12:00",
        ),
        Case(
            "the 31st where there is one",
            "UTC",
            "monthly = [{ daysOfMonth = [31], from = '09:00', to = '12:00' }]",
            ["2026-08-15T00:00:00Z", "2026-12-01T00:00:00Z"],
            "+2026-08-31T09:00 -2026-08-31T12:00 +2026-10-31T09:00 -2026-10-31T12:00",
        ),
        Case(
            "the last day, in a leap year",
            "UTC",
            "monthly = [{ daysOfMonth = [-1], from = '22:00', to = '01:00' }]",
            ["2028-02-15T00:00:00Z", "2028-03-15T00:00:00Z"],
            "+2028-02-29T22:00 -2028-03-01T01:00",
        ),
    ]);
}

#[test]
fn holidays_replace_the_usual_hours() {
    let night = "weekly = [{ days = ['Thursday', 'Friday', 'Saturday'], from = '20:00', to = '02:00' }]\n";
    let with = |openings: &str, holidays: &str| -> &'static str { format!("{openings}\n{holidays}").leak() };
    check(&[
        Case(
            "closed all day",
            "Europe/Berlin",
            with(WORKDAYS, "holidays = [{ name = 'Christmas', date = '2026-12-25' }]"),
            ["2026-12-24T00:00:00Z", "2026-12-28T12:00:00Z"],
            "+2026-12-24T08:00 -2026-12-24T16:30 +2026-12-28T08:00",
        ),
        Case(
            "special hours, on a Sunday too",
            "Europe/Berlin",
            with(
                WORKDAYS,
                "holidays = [{ name = 'Advent', date = '2026-12-20', untilDate = '2026-12-21',
                    openings = [{ from = '10:00', to = '12:00' }, { from = '13:00', to = '14:00' }] }]",
            ),
            ["2026-12-19T00:00:00Z", "2026-12-22T12:00:00Z"],
            "+2026-12-20T09:00 -2026-12-20T11:00 +2026-12-20T12:00 -2026-12-20T13:00 \
             +2026-12-21T09:00 -2026-12-21T11:00 +2026-12-21T12:00 -2026-12-21T13:00 +2026-12-22T08:00",
        ),
        Case(
            "the night before ends at midnight, when the holiday begins",
            "UTC",
            with(night, "holidays = [{ name = 'Christmas', date = '2026-12-25' }]"),
            ["2026-12-24T00:00:00Z", "2026-12-27T12:00:00Z"],
            "+2026-12-24T20:00 -2026-12-25T00:00 +2026-12-26T20:00 -2026-12-27T02:00",
        ),
        Case(
            "a holiday's own night runs on, over its midnights and into the next day",
            "UTC",
            with(
                night,
                "holidays = [{ name = 'Fair', date = '2026-12-22', untilDate = '2026-12-23',
                    openings = [{ from = '22:00', to = '03:00' }] }]",
            ),
            ["2026-12-21T00:00:00Z", "2026-12-24T12:00:00Z"],
            "+2026-12-22T22:00 -2026-12-23T03:00 +2026-12-23T22:00 -2026-12-24T03:00",
        ),
        Case(
            "the first in the list decides where two fall together",
            "UTC",
            with(
                WORKDAYS,
                "holidays = [
                    { name = 'Stocktaking', date = '2026-12-31', openings = [{ from = '15:00', to = '16:00' }] },
                    { name = 'Between the years', date = '2026-12-28', untilDate = '2026-12-31' },
                ]",
            ),
            ["2026-12-28T00:00:00Z", "2027-01-01T08:00:00Z"],
            "+2026-12-31T15:00 -2026-12-31T16:00",
        ),
        Case(
            "yearly over the new year, from its first date on",
            "UTC",
            with(
                "weekly = [{ days = ['Wednesday'], from = '09:00', to = '10:00' }]",
                "holidays = [{ name = 'Turn of the year', date = '2026-12-30', untilDate = '2027-01-02', yearly = true }]",
            ),
            ["2025-12-30T00:00:00Z", "2026-01-06T00:00:00Z"],
            "+2025-12-31T09:00 -2025-12-31T10:00",
        ),
        Case(
            "and in later years",
            "UTC",
            with(
                "weekly = [{ days = ['Friday', 'Saturday'], from = '09:00', to = '10:00' }]",
                "holidays = [{ name = 'Turn of the year', date = '2026-12-30', untilDate = '2027-01-02', yearly = true }]",
            ),
            ["2031-12-28T00:00:00Z", "2032-01-09T12:00:00Z"],
            "+2032-01-03T09:00 -2032-01-03T10:00 +2032-01-09T09:00 -2032-01-09T10:00",
        ),
        Case(
            "a 29 February comes back in leap years alone",
            "UTC",
            with(
                "monthly = [{ daysOfMonth = [1, 28, 29], from = '09:00', to = '10:00', fromDate = '2028-02-10' }]",
                "holidays = [{ name = 'Leap day', date = '2024-02-29', yearly = true }]",
            ),
            ["2028-02-15T00:00:00Z", "2028-03-02T00:00:00Z"],
            "+2028-02-28T09:00 -2028-02-28T10:00 +2028-03-01T09:00 -2028-03-01T10:00",
        ),
        Case(
            "a yearly holiday round the end of February, in a leap year",
            "UTC",
            with(
                "monthly = [{ daysOfMonth = [1, 2, 27, 28, 29], from = '09:00', to = '10:00' }]",
                "holidays = [{ name = 'Carnival', date = '2027-02-28', untilDate = '2027-03-01', yearly = true }]",
            ),
            ["2028-02-15T00:00:00Z", "2028-03-03T00:00:00Z"],
            "+2028-02-27T09:00 -2028-02-27T10:00 +2028-03-02T09:00 -2028-03-02T10:00",
        ),
        Case(
            "a yearly holiday up to 29 February, in a year without one",
            "UTC",
            with(
                "monthly = [{ daysOfMonth = [1, 27, 28, 29], from = '09:00', to = '10:00' }]",
                "holidays = [{ name = 'Carnival', date = '2024-02-28', untilDate = '2024-02-29', yearly = true }]",
            ),
            ["2027-02-15T00:00:00Z", "2027-03-02T00:00:00Z"],
            "+2027-02-27T09:00 -2027-02-27T10:00 +2027-03-01T09:00 -2027-03-01T10:00",
        ),
    ]);
}

#[test]
fn the_sign_on_the_door_is_right_when_clocks_change() {
    const BERLIN_SPRING: [&str; 2] = ["2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"];
    const BERLIN_AUTUMN: [&str; 2] = ["2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"];
    let sunday = |from: &str, to: &str| -> &'static str {
        format!("weekly = [{{ days = ['Sunday'], from = '{from}', to = '{to}' }}]").leak()
    };
    let berlin = |why, openings, range, expected| Case(why, "Europe/Berlin", openings, range, expected);
    check(&[
        berlin("an hour short", sunday("01:30", "03:30"), BERLIN_SPRING, "+2026-03-29T00:30 -2026-03-29T01:30"),
        berlin("opens as it jumps", sunday("02:30", "04:00"), BERLIN_SPRING, "+2026-03-29T01:00 -2026-03-29T02:00"),
        berlin("closes as it jumps", sunday("01:00", "02:30"), BERLIN_SPRING, "+2026-03-29T00:00 -2026-03-29T01:00"),
        berlin("up to the jump", sunday("01:00", "02:00"), BERLIN_SPRING, "+2026-03-29T00:00 -2026-03-29T01:00"),
        berlin("from the jump", sunday("03:00", "04:00"), BERLIN_SPRING, "+2026-03-29T01:00 -2026-03-29T02:00"),
        berlin("within the gap", sunday("02:15", "02:45"), BERLIN_SPRING, ""),
        berlin("the gap itself", sunday("02:00", "03:00"), BERLIN_SPRING, ""),
        berlin("an hour long", sunday("01:30", "03:30"), BERLIN_AUTUMN, "+2026-10-24T23:30 -2026-10-25T02:30"),
        berlin("from the first 02:30", sunday("02:30", "04:00"), BERLIN_AUTUMN, "+2026-10-25T00:30 -2026-10-25T03:00"),
        berlin("to the second 02:30", sunday("01:00", "02:30"), BERLIN_AUTUMN, "+2026-10-24T23:00 -2026-10-25T01:30"),
        berlin(
            "up to what comes twice",
            sunday("01:00", "02:00"),
            BERLIN_AUTUMN,
            "+2026-10-24T23:00 -2026-10-25T00:00",
        ),
        berlin("after it came twice", sunday("03:00", "04:00"), BERLIN_AUTUMN, "+2026-10-25T02:00 -2026-10-25T03:00"),
        berlin("within the fold", sunday("02:15", "02:45"), BERLIN_AUTUMN, "+2026-10-25T00:15 -2026-10-25T01:45"),
        berlin("the fold itself", sunday("02:00", "03:00"), BERLIN_AUTUMN, "+2026-10-25T00:00 -2026-10-25T02:00"),
        Case(
            "New York in spring, over midnight",
            "America/New_York",
            "weekly = [{ days = ['Saturday'], from = '22:00', to = '04:00' }]",
            ["2026-03-07T12:00:00Z", "2026-03-08T12:00:00Z"],
            "+2026-03-08T03:00 -2026-03-08T08:00",
        ),
        Case(
            "New York in autumn, over midnight",
            "America/New_York",
            "weekly = [{ days = ['Saturday'], from = '22:00', to = '04:00' }]",
            ["2026-10-31T12:00:00Z", "2026-11-01T12:00:00Z"],
            "+2026-11-01T02:00 -2026-11-01T09:00",
        ),
        Case(
            "half an hour comes twice on Lord Howe",
            "Australia/Lord_Howe",
            sunday("01:45", "02:15"),
            ["2026-04-04T00:00:00Z", "2026-04-05T00:00:00Z"],
            "+2026-04-04T14:45 -2026-04-04T15:45",
        ),
        Case(
            "and half an hour is skipped",
            "Australia/Lord_Howe",
            sunday("01:45", "02:45"),
            ["2026-10-03T00:00:00Z", "2026-10-04T00:00:00Z"],
            "+2026-10-03T15:15 -2026-10-03T15:45",
        ),
        Case(
            "a date that does not exist has no hours",
            "Pacific/Apia",
            WORKDAYS,
            ["2011-12-29T12:00:00Z", "2012-01-02T00:00:00Z"],
            "+2011-12-29T19:00 -2011-12-30T03:30 +2012-01-01T19:00",
        ),
    ]);
}

#[test]
fn open_all_day_every_day_never_changes() {
    let days = "['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']";
    for (from, to) in [("00:00", "24:00"), ("00:00", "00:00"), ("13:15", "13:15")] {
        let openings = format!("weekly = [{{ days = {days}, from = '{from}', to = '{to}' }}]");
        for zone in ["Europe/Berlin", "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"] {
            let calendar = calendar(zone, &openings);
            for year in 1990..2030 {
                let now = at(&format!("{year}-01-01T00:00:00Z"));
                let found = (calendar.is_open(now), calendar.next_change(now), calendar.next_opening(now));
                assert_eq!(found, (true, None, Some(now)), "{zone} {from}-{to} in {year}");
            }
        }
    }
}

#[test]
fn the_search_ends_after_two_years() {
    let opening = at("2030-06-03T09:00:00Z");
    let later = calendar(
        "UTC",
        "weekly = [{ days = ['Monday'], from = '09:00', to = '10:00', fromDate = '2030-06-01', untilDate = '2030-06-09' }]",
    );
    let horizon = SEARCH_DAYS * 86_400_000;
    assert_eq!(later.next_change(opening - horizon - 1), None);
    assert_eq!(later.next_opening(opening - horizon), Some(opening));
    assert_eq!(later.next_opening(opening), Some(opening));
    assert_eq!(later.next_opening(opening + 3_600_000), None, "past its last date it never opens again");
}

#[test]
fn far_away_instants_are_answered_too() {
    let calendar = calendar("Europe/Berlin", WORKDAYS);
    for (from, expected) in [
        ("1965-06-04T12:00:00Z", "-1965-06-04T16:30 +1965-06-07T08:00"),
        ("1969-12-31T12:00:00Z", "-1969-12-31T16:30 +1970-01-01T08:00"),
        ("2109-07-05T12:00:00Z", "-2109-07-05T15:30 +2109-07-08T07:00"),
        ("2350-07-07T12:00:00Z", "-2350-07-07T15:30 +2350-07-10T07:00"),
    ] {
        let until = Timestamp::from_millisecond(at(from) + 3 * 86_400_000).unwrap().to_string();
        assert!(changes(&calendar, from, &until).starts_with(expected), "{from}: {}", changes(&calendar, from, &until));
    }
    for edge in [i64::MIN, i64::MIN + 1, -377_705_116_800_000, 253_402_300_799_999, i64::MAX - 1, i64::MAX] {
        calendar.is_open(edge);
        assert_eq!(calendar.next_opening(edge).filter(|next| *next < edge), None);
        calendar.next_change(edge);
        calendar.why_closed(edge);
        calendar.end_of_day(edge);
    }
}

#[test]
fn nothing_is_lost_where_two_kept_stretches_meet() {
    check(&[
        // Stretches of 2^35 ms meet at 1970-01-01T00:00:00Z and at 2026-08-14T11:19:55.136Z.
        Case(
            "closing and opening at the very instant",
            "UTC",
            "weekly = [{ days = ['Wednesday'], from = '23:00', to = '24:00' }, { days = ['Friday'], from = '00:00', to = '01:00' }]",
            ["1969-12-31T00:00:00Z", "1970-01-03T00:00:00Z"],
            "+1969-12-31T23:00 -1970-01-01T00:00 +1970-01-02T00:00 -1970-01-02T01:00",
        ),
        Case(
            "opening in the last minute of one, closing in the first of the next",
            "UTC",
            "weekly = [{ days = ['Friday'], from = '11:19', to = '11:20' }]",
            ["2026-08-10T00:00:00Z", "2026-08-17T00:00:00Z"],
            "+2026-08-14T11:19 -2026-08-14T11:20",
        ),
    ]);
    let midnight = calendar("UTC", "weekly = [{ days = ['Thursday'], from = '00:00', to = '01:00' }]");
    assert_eq!((midnight.is_open(-1), midnight.is_open(0), midnight.next_change(-1)), (false, true, Some(0)));
}

#[test]
fn a_closed_calendar_says_why() {
    let holiday =
        "holidays = [{ name = 'Heiligabend', date = '2026-12-24', openings = [{ from = '09:00', to = '12:00' }] }]";
    let calendar = calendar("Europe/Berlin", &format!("{WORKDAYS}\n{holiday}"));
    assert_eq!(calendar.why_closed(at("2026-12-24T09:00:00Z")), None);
    assert_eq!(calendar.why_closed(at("2026-12-24T12:00:00Z")), Some(Closed::Holiday("Heiligabend")));
    assert_eq!(calendar.why_closed(at("2026-12-24T23:00:00Z")), Some(Closed::OutsideHours));
    assert_eq!(calendar.end_of_day(at("2026-12-24T12:00:00Z")), at("2026-12-24T23:00:00Z"));
}

#[test]
fn calendars_can_be_shared_between_threads() {
    fn shareable<T: Send + Sync + Clone + 'static>(_: &T) {}
    let calendar = calendar("Europe/Berlin", WORKDAYS);
    shareable(&calendar);
    let asked_before = calendar.clone();
    assert!(asked_before.is_open(at("2026-11-23T12:00:00Z")));
    assert_eq!(asked_before, calendar, "having been asked does not show");
    assert_eq!(calendar.hours().time_zone, "Europe/Berlin");
}
