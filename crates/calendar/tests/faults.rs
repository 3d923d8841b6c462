//! What is wrong with operating hours is named: all of it, by place, with a stable code.

use frontdesk_calendar::{Calendar, Fault, OperatingHours, WeeklyOpening};

fn faults(hours: &str) -> Vec<Fault> {
    let hours: OperatingHours = toml::from_str(hours).unwrap();
    let faults = hours.check().err().unwrap_or_default();
    assert_eq!(Calendar::compile(&hours).err().unwrap_or_default(), faults, "compiling finds what checking finds");
    faults
}

#[test]
fn each_fault_has_its_code_its_place_and_its_words() {
    let right = "{ days = ['Monday'], from = '09:00', to = '17:00' }";
    let weekly = |opening: &str| format!("weekly = [{right}, {opening}]");
    let monthly = |opening: &str| format!("monthly = [{opening}]");
    let holiday = |holiday: &str| format!("weekly = [{right}]\nholidays = [{holiday}]");
    let cases = [
        (String::new(), "never_opens", "", "hours without openings never open; leave the hours out for 24×7"),
        ("holidays = [{ name = 'Easter', date = '2026-04-05' }]".into(), "never_opens", "", ""),
        (
            weekly("{ days = ['Monday'], from = '9:00', to = '17:00' }"),
            "bad_time",
            "weekly[1].from",
            "'9:00' is not a time from 00:00 to 23:59, such as 09:30",
        ),
        (weekly("{ days = ['Monday'], from = '24:00', to = '17:00' }"), "bad_time", "weekly[1].from", ""),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '24:01' }"),
            "bad_time",
            "weekly[1].to",
            "'24:01' is not a time from 00:00 to 24:00, such as 09:30",
        ),
        (weekly("{ days = ['Monday'], from = '09:60', to = '17:00' }"), "bad_time", "weekly[1].from", ""),
        (weekly("{ days = ['Monday'], from = '+9:00', to = '17:00' }"), "bad_time", "weekly[1].from", ""),
        (weekly("{ days = ['Monday'], from = '09:00', to = '٠٩:٠٠' }"), "bad_time", "weekly[1].to", ""),
        (
            weekly("{ days = [], from = '09:00', to = '17:00' }"),
            "empty_days",
            "weekly[1].days",
            "name at least one day of the week",
        ),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '17:00', everyWeeks = 0 }"),
            "bad_interval",
            "weekly[1].everyWeeks",
            "every 0 weeks: 1 to 52 are possible",
        ),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '17:00', everyWeeks = 53, fromDate = '2026-01-01' }"),
            "bad_interval",
            "weekly[1].everyWeeks",
            "",
        ),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '17:00', everyWeeks = 2 }"),
            "missing_anchor",
            "weekly[1].anchorDate",
            "say which weeks count: give a date of one of them as anchorDate or fromDate",
        ),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '17:00', everyWeeks = 2, anchorDate = '2026-02-30' }"),
            "bad_date",
            "weekly[1].anchorDate",
            "'2026-02-30' is not a date, such as 2026-12-24",
        ),
        (
            weekly("{ days = ['Monday'], from = '09:00', to = '17:00', fromDate = '20260101' }"),
            "bad_date",
            "weekly[1].fromDate",
            "",
        ),
        (
            weekly(
                "{ days = ['Monday'], from = '09:00', to = '17:00', fromDate = '2026-02-01', untilDate = '2026-01-31' }",
            ),
            "ends_before_start",
            "weekly[1].untilDate",
            "2026-01-31 is before 2026-02-01, when it begins",
        ),
        (
            weekly(
                "{ days = ['Monday'], from = '09:00', to = '17:00', fromDate = '2026-11-24', untilDate = '2026-11-29' }",
            ),
            "never_opens",
            "weekly[1]",
            "none of these days lies between fromDate and untilDate",
        ),
        (
            weekly(
                "{ days = ['Monday'], from = '09:00', to = '17:00', everyWeeks = 2, anchorDate = '2026-11-16',
            untilDate = '2026-11-29', fromDate = '2026-11-22' }",
            ),
            "never_opens",
            "weekly[1]",
            "",
        ),
        (
            monthly("{ from = '09:00', to = '17:00' }"),
            "unclear_monthly",
            "monthly[0]",
            "give either daysOfMonth, or nth and days",
        ),
        (
            monthly("{ daysOfMonth = [1], nth = [1], days = ['Friday'], from = '09:00', to = '17:00' }"),
            "unclear_monthly",
            "monthly[0]",
            "",
        ),
        (
            monthly("{ days = ['Friday'], from = '09:00', to = '17:00' }"),
            "unclear_monthly",
            "monthly[0].nth",
            "say which of the month's days: 1 to 5 or, from the end, -1 to -5",
        ),
        (monthly("{ nth = [1], from = '09:00', to = '17:00' }"), "empty_days", "monthly[0].days", ""),
        (
            monthly("{ nth = [6], days = ['Friday'], from = '09:00', to = '17:00' }"),
            "bad_day_of_month",
            "monthly[0].nth",
            "6 is not a weekday of the month: 1 to 5 or, from the end, -1 to -5",
        ),
        (
            monthly("{ daysOfMonth = [0], from = '09:00', to = '17:00' }"),
            "bad_day_of_month",
            "monthly[0].daysOfMonth",
            "0 is not a day of the month: 1 to 31 or, from the end, -1 to -31",
        ),
        (
            monthly(
                "{ daysOfMonth = [31], from = '09:00', to = '17:00', fromDate = '2026-02-01', untilDate = '2026-03-30' }",
            ),
            "never_opens",
            "monthly[0]",
            "",
        ),
        (
            holiday("{ name = ' ', date = '2026-12-25' }"),
            "bad_name",
            "holidays[0].name",
            "a holiday's name has 1 to 200 characters",
        ),
        (holiday("{ name = 'Christmas', date = '25.12.2026' }"), "bad_date", "holidays[0].date", ""),
        (
            holiday("{ name = 'Christmas', date = '2026-12-25', untilDate = '2026-12-24' }"),
            "ends_before_start",
            "holidays[0].untilDate",
            "the holiday ends on 2026-12-24, before it begins on 2026-12-25",
        ),
        (
            holiday("{ name = 'Always', date = '2026-01-01', untilDate = '2026-12-31', yearly = true }"),
            "holiday_too_long",
            "holidays[0].untilDate",
            "a yearly holiday lasts less than a year",
        ),
        (
            holiday("{ name = 'Eve', date = '2026-12-24', openings = [{ from = '09:00', to = 'noon' }] }"),
            "bad_time",
            "holidays[0].openings[0].to",
            "",
        ),
    ];
    for (openings, code, path, message) in cases {
        let found = faults(&format!("timeZone = 'Europe/Berlin'\n{openings}"));
        assert_eq!(found.len(), 1, "{openings}: {found:?}");
        assert_eq!((found[0].code.as_str(), found[0].path.as_str()), (code, path), "{openings}");
        assert!(message.is_empty() || found[0].message == message, "{openings}: {}", found[0].message);
        assert_eq!(serde_json::to_value(&found[0]).unwrap()["code"], code, "one spelling everywhere");
    }
}

#[test]
fn all_faults_are_named_at_once() {
    let found = faults(
        "timeZone = 'Europe/Brelin'
        weekly = [{ days = [], from = '9', to = '25:00', everyWeeks = 0 }]
        holidays = [{ name = '', date = 'today' }]",
    );
    let places: Vec<String> = found.iter().map(|fault| format!("{} {}", fault.code.as_str(), fault.path)).collect();
    let expected = [
        "unknown_time_zone timeZone",
        "bad_time weekly[0].from",
        "bad_time weekly[0].to",
        "empty_days weekly[0].days",
        "bad_interval weekly[0].everyWeeks",
        "bad_name holidays[0].name",
        "bad_date holidays[0].date",
    ];
    assert_eq!(places, expected);
    assert_eq!(
        found[0].to_string(),
        "timeZone: 'Europe/Brelin' is not an IANA time zone; did you mean 'Europe/Berlin'?"
    );
}

#[test]
fn lists_are_bounded() {
    let mut hours: OperatingHours = toml::from_str(
        "timeZone = 'UTC'
        weekly = [{ days = ['Monday'], from = '09:00', to = '17:00' }]
        monthly = [{ daysOfMonth = [1], from = '09:00', to = '17:00' }]
        holidays = [{ name = 'Today', date = '2026-01-01', openings = [{ from = '09:00', to = '17:00' }] }]",
    )
    .unwrap();
    hours.weekly = vec![hours.weekly[0].clone(); 100];
    hours.monthly = vec![hours.monthly[0].clone(); 100];
    hours.holidays[0].openings = vec![hours.holidays[0].openings[0].clone(); 24];
    hours.holidays = vec![hours.holidays[0].clone(); 1000];
    assert_eq!(hours.check(), Ok(()));
    let bad = WeeklyOpening { from: "unread".to_owned(), ..hours.weekly[0].clone() };
    hours.weekly.extend(vec![bad; 100_000]);
    hours.monthly.push(hours.monthly[0].clone());
    let span = hours.holidays[7].openings[0].clone();
    hours.holidays[7].openings.push(span);
    hours.holidays.push(hours.holidays[0].clone());
    let found: Vec<String> = hours.check().unwrap_err().iter().map(Fault::to_string).collect();
    let expected = [
        "weekly: 100100 entries, where 100 are the most",
        "monthly: 101 entries, where 100 are the most",
        "holidays: 1001 entries, where 1000 are the most",
        "holidays[7].openings: 25 entries, where 24 are the most",
    ];
    assert_eq!(found, expected, "and no more is read than may be kept");
}

#[test]
fn hours_read_and_write_the_same_in_json_and_toml() {
    let json = r#"{"timeZone":"Europe/Berlin","weekly":[{"days":["Monday","Friday"],"from":"09:00","to":"24:00","everyWeeks":2,"anchorDate":"2026-11-23"}],"monthly":[{"nth":[-1],"days":["Friday"],"from":"18:00","to":"02:00","untilDate":"2027-12-31"}],"holidays":[{"name":"Neujahr","date":"2027-01-01","yearly":true},{"name":"Heiligabend","date":"2026-12-24","openings":[{"from":"09:00","to":"12:00"}]}]}"#;
    let hours: OperatingHours = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&hours).unwrap(), json, "what was not said is not written");
    let toml = toml::to_string(&hours).unwrap();
    assert_eq!(toml::from_str::<OperatingHours>(&toml).unwrap(), hours);
    hours.check().unwrap();
}

#[test]
fn what_is_not_known_is_not_swallowed() {
    for (json, expected) in [
        (r#"{"weekly":[]}"#, "missing field `timeZone`"),
        (r#"{"timeZone":"UTC","daily":[]}"#, "unknown field `daily`"),
        (
            r#"{"timeZone":"UTC","weekly":[{"days":["Monday"],"from":"09:00","to":"10:00","every":2}]}"#,
            "unknown field `every`",
        ),
        (r#"{"timeZone":"UTC","weekly":[{"days":["Mon"],"from":"09:00","to":"10:00"}]}"#, "unknown variant `Mon`"),
        (
            r#"{"timeZone":"UTC","weekly":[{"days":["Monday"],"from":"09:00","to":"10:00","everyWeeks":-1}]}"#,
            "expected u32",
        ),
        (
            r#"{"timeZone":"UTC","holidays":[{"name":"X","date":"2026-01-01","untildate":"2026-01-02"}]}"#,
            "unknown field `untildate`",
        ),
    ] {
        let error = serde_json::from_str::<OperatingHours>(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{json}: {error}");
    }
}
