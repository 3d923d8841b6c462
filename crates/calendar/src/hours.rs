//! Operating hours as plain data, as people write them in JSON and TOML. Knows nothing of whether they are right: times and
//! dates are text, so that a check can name every fault at once.

use serde::{Deserialize, Serialize};

/// When somebody is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatingHours {
    /// IANA name, such as `Europe/Berlin`. All times and dates below are local to it.
    pub time_zone: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekly: Vec<WeeklyOpening>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub monthly: Vec<MonthlyOpening>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
}

/// Open on certain weekdays, every week or every few weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeeklyOpening {
    /// The days on which it begins.
    pub days: Vec<Weekday>,
    /// `HH:MM`, 00:00 to 23:59.
    pub from: String,
    /// `HH:MM`, 00:01 to 24:00; at or before `from` it lies on the next day.
    pub to: String,
    /// 1: every week. 2: every second week, and so on. Weeks begin on Monday.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub every_weeks: u32,
    /// A date (`YYYY-MM-DD`) in a week that counts; needed where `every_weeks` is over 1 and there is no `from_date`,
    /// which stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor_date: Option<String>,
    /// The first date on which it may begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_date: Option<String>,
    /// The last date on which it may begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_date: Option<String>,
}

/// Open on certain days of each month: either `days_of_month`, or `nth` with `days` (the last Friday: -1 and Friday).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MonthlyOpening {
    /// 1 to 31, or -1 for the last day, -2 for the one before. Months without such a day are passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_of_month: Vec<i32>,
    /// Which of the month's weekdays named in `days`: 1 to 5, or -1 for the last, -2 for the last but one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nth: Vec<i32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    pub from: String,
    pub to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_date: Option<String>,
}

/// Dates on which the usual openings do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holiday {
    pub name: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The last date, where it is more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_date: Option<String>,
    /// Comes back each year from `date` on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// Special hours on each of its dates; none: closed all day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openings: Vec<Span>,
}

/// From a time of day to another, as in [`WeeklyOpening`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Span {
    pub from: String,
    pub to: String,
}

/// A day of the week, in the order of ISO weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weekday {
    #[serde(alias = "monday")]
    Monday,
    #[serde(alias = "tuesday")]
    Tuesday,
    #[serde(alias = "wednesday")]
    Wednesday,
    #[serde(alias = "thursday")]
    Thursday,
    #[serde(alias = "friday")]
    Friday,
    #[serde(alias = "saturday")]
    Saturday,
    #[serde(alias = "sunday")]
    Sunday,
}

impl Weekday {
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
}

fn one() -> u32 {
    1
}

fn is_one(weeks: &u32) -> bool {
    *weeks == 1
}
