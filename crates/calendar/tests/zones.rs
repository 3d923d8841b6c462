//! Time zones come with the binary, and instants read as the clocks on their walls do.

use frontdesk_calendar::{FaultCode, Weekday, Zone, local_time};

const HOUR_MS: i64 = 3_600_000;

fn at(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}

#[test]
fn zones_are_known_without_a_file_or_a_variable() {
    // jiff is built without the features that look for zones on disk, so even its own look-up knows the bundled ones alone.
    for name in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"] {
        assert_eq!(Zone::find(name).unwrap().name(), name);
    }
    assert_eq!(Zone::find("europe/berlin").unwrap().name(), "Europe/Berlin");
    assert_eq!(format!("{:?}", jiff::tz::db()), "TimeZoneDatabase(Bundled(available))");
}

#[test]
fn a_wrong_zone_is_named_with_the_nearest_right_one() {
    let cases = [
        ("Europe/Berln", "'Europe/Berln' is not an IANA time zone; did you mean 'Europe/Berlin'?"),
        ("berlin", "'berlin' is not an IANA time zone; did you mean 'Europe/Berlin'?"),
        ("New York", "'New York' is not an IANA time zone; did you mean 'America/New_York'?"),
        ("Middle-earth/Shire", "'Middle-earth/Shire' is not an IANA time zone, such as 'Europe/Berlin'"),
        ("", "'' is not an IANA time zone, such as 'Europe/Berlin'"),
        ("../../etc/passwd", "'../../etc/passwd' is not an IANA time zone, such as 'Europe/Berlin'"),
    ];
    for (name, message) in cases {
        let fault = Zone::find(name).unwrap_err();
        assert_eq!((fault.code, fault.message.as_str()), (FaultCode::UnknownTimeZone, message));
    }
}

#[test]
fn instants_read_as_the_clock_on_the_wall() {
    let cases = [
        ("2026-03-29T00:59:59.999Z", "Europe/Berlin", "2026-03-29 01:59 Sunday"),
        ("2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29 03:00 Sunday"),
        ("2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25 02:30 Sunday"),
        ("2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25 02:30 Sunday"),
        ("2026-01-01T04:59:00Z", "America/New_York", "2025-12-31 23:59 Wednesday"),
        ("2026-04-04T15:10:00Z", "Australia/Lord_Howe", "2026-04-05 01:40 Sunday"),
        ("2026-06-01T00:00:00Z", "Asia/Kathmandu", "2026-06-01 05:45 Monday"),
        ("1969-12-31T23:59:59.999Z", "UTC", "1969-12-31 23:59 Wednesday"),
    ];
    for (instant, zone, expected) in cases {
        let local = local_time(zone, at(instant)).unwrap();
        let (date, time) = ((local.year, local.month, local.day), (local.hour, local.minute));
        let read = format!("{:04}-{:02}-{:02} {:02}:{:02} {:?}", date.0, date.1, date.2, time.0, time.1, local.weekday);
        assert_eq!(read, expected, "{instant} in {zone}");
    }
    assert_eq!(local_time("UTC", 0).unwrap().weekday, Weekday::Thursday);
    for edge in [i64::MIN, i64::MAX] {
        Zone::find("Europe/Berlin").unwrap().local(edge);
    }
}

#[test]
fn a_day_ends_at_the_next_local_midnight() {
    let cases = [
        ("Europe/Berlin", "2026-11-23T12:00:00Z", "2026-11-23T23:00:00Z", "an ordinary day"),
        ("Europe/Berlin", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z", "midnight belongs to the new day"),
        ("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "23 hours"),
        ("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "25 hours"),
        ("Asia/Kathmandu", "2026-11-23T18:00:00Z", "2026-11-23T18:15:00Z", "a quarter of an hour off"),
        ("Australia/Lord_Howe", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z", "24 hours and a half"),
        ("America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-04T03:00:00Z", "midnight itself is skipped"),
        ("America/Sao_Paulo", "2018-02-18T02:30:00Z", "2018-02-18T03:00:00Z", "23:00 to 24:00 comes twice"),
        ("America/Havana", "2024-11-03T04:30:00Z", "2024-11-04T05:00:00Z", "the first of two half past midnights"),
        ("America/Havana", "2024-11-03T05:30:00Z", "2024-11-04T05:00:00Z", "the second"),
        ("America/St_Johns", "2006-10-29T02:00:00Z", "2006-10-29T02:30:00Z", "a minute later clocks go back over it"),
        ("America/St_Johns", "2006-10-29T02:35:00Z", "2006-10-29T03:30:00Z", "to the same midnight again"),
        ("Pacific/Apia", "2011-12-29T20:00:00Z", "2011-12-30T10:00:00Z", "the next date does not exist"),
    ];
    for (zone, from, expected, why) in cases {
        let end = Zone::find(zone).unwrap().end_of_day(at(from));
        let read = jiff::Timestamp::from_millisecond(end).unwrap().to_string();
        assert_eq!(read, expected, "{zone} from {from}: {why}");
    }
}

#[test]
fn every_day_ends_within_26_hours() {
    for name in ["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "Antarctica/Troll"] {
        let zone = Zone::find(name).unwrap();
        for hour in 0..24 * 366 {
            let from = at("2011-01-01T00:00:00Z") + hour * HOUR_MS;
            let end = zone.end_of_day(from);
            assert!(from < end && end <= from + 26 * HOUR_MS, "{name} at {from} ends at {end}");
        }
    }
}
