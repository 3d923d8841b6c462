//! Operating hours on the native wire. What they mean is the calendar's to say; times and dates are text here too, so
//! that every fault is named at once.

use frontdesk_calendar as calendar;
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OperatingHours {
    pub id: Uuid,
    pub name: String,
    pub hours: Hours,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::OperatingHours> for OperatingHours {
    fn from(hours: &model::OperatingHours) -> Self {
        OperatingHours {
            id: hours.id.0,
            name: hours.name.clone(),
            hours: hours.hours.clone().into(),
            version: hours.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOperatingHours {
    pub name: String,
    pub hours: Hours,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatingHoursChange {
    pub name: Option<String>,
    /// All of them, in place of the former ones.
    pub hours: Option<Hours>,
}

/// When somebody is there. Openings that overlap are one; on a holiday only its own openings count.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hours {
    /// IANA name, such as `Europe/Berlin`. All times and dates are local to it.
    pub time_zone: String,
    #[serde(default)]
    pub weekly: Vec<WeeklyOpening>,
    #[serde(default)]
    pub monthly: Vec<MonthlyOpening>,
    #[serde(default)]
    pub holidays: Vec<Holiday>,
}

/// Open on certain weekdays, every week or every few weeks.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeeklyOpening {
    /// The days on which it begins.
    pub days: Vec<Weekday>,
    /// `HH:MM`, 00:00 to 23:59.
    pub from: String,
    /// `HH:MM`, 00:01 to 24:00; at or before `from` it lies on the next day.
    pub to: String,
    /// 1, the default: every week. 2: every second week, and so on. Weeks begin on Monday.
    #[serde(default)]
    pub every_weeks: Option<u32>,
    /// A date (`YYYY-MM-DD`) in a week that counts, where `everyWeeks` is over 1 and there is no `fromDate`.
    #[serde(default)]
    pub anchor_date: Option<String>,
    /// The first date on which it may begin.
    #[serde(default)]
    pub from_date: Option<String>,
    /// The last date on which it may begin.
    #[serde(default)]
    pub until_date: Option<String>,
}

/// Open on certain days of each month: either `daysOfMonth`, or `nth` with `days` (the last Friday: -1 and Friday).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MonthlyOpening {
    /// 1 to 31, or -1 for the last day, -2 for the one before.
    #[serde(default)]
    pub days_of_month: Vec<i32>,
    /// Which of the month's weekdays named in `days`: 1 to 5, or -1 for the last.
    #[serde(default)]
    pub nth: Vec<i32>,
    #[serde(default)]
    pub days: Vec<Weekday>,
    pub from: String,
    pub to: String,
    #[serde(default)]
    pub from_date: Option<String>,
    #[serde(default)]
    pub until_date: Option<String>,
}

/// Dates on which the usual openings do not count.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holiday {
    pub name: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The last date, where it is more than one.
    #[serde(default)]
    pub until_date: Option<String>,
    /// Comes back each year from `date` on.
    #[serde(default)]
    pub yearly: bool,
    /// Special hours on each of its dates; none: closed all day.
    #[serde(default)]
    pub openings: Vec<Span>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Span {
    pub from: String,
    pub to: String,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Field by field, both ways; each is taken apart, so that a new field does not compile until it is here.
macro_rules! both_ways {
    ($($name:ident { $($same:ident),* $(; $($list:ident),+)? })+) => {$(
        impl From<calendar::$name> for $name {
            fn from(from: calendar::$name) -> Self {
                let calendar::$name { $($same,)* $($($list),+)? } = from;
                $name { $($same,)* $($($list: $list.into_iter().map(Into::into).collect()),+)? }
            }
        }

        impl From<$name> for calendar::$name {
            fn from(from: $name) -> Self {
                let $name { $($same,)* $($($list),+)? } = from;
                calendar::$name { $($same,)* $($($list: $list.into_iter().map(Into::into).collect()),+)? }
            }
        }
    )+};
}

both_ways! {
    MonthlyOpening { days_of_month, nth, from, to, from_date, until_date; days }
    Holiday { name, date, until_date, yearly; openings }
    Span { from, to }
}

impl From<calendar::OperatingHours> for Hours {
    fn from(hours: calendar::OperatingHours) -> Self {
        let calendar::OperatingHours { time_zone, weekly, monthly, holidays } = hours;
        Hours {
            time_zone,
            weekly: weekly.into_iter().map(Into::into).collect(),
            monthly: monthly.into_iter().map(Into::into).collect(),
            holidays: holidays.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Hours> for calendar::OperatingHours {
    fn from(hours: Hours) -> Self {
        let Hours { time_zone, weekly, monthly, holidays } = hours;
        calendar::OperatingHours {
            time_zone,
            weekly: weekly.into_iter().map(Into::into).collect(),
            monthly: monthly.into_iter().map(Into::into).collect(),
            holidays: holidays.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<calendar::WeeklyOpening> for WeeklyOpening {
    fn from(opening: calendar::WeeklyOpening) -> Self {
        let calendar::WeeklyOpening { days, from, to, every_weeks, anchor_date, from_date, until_date } = opening;
        let days = days.into_iter().map(Into::into).collect();
        WeeklyOpening { days, from, to, every_weeks: Some(every_weeks), anchor_date, from_date, until_date }
    }
}

impl From<WeeklyOpening> for calendar::WeeklyOpening {
    fn from(opening: WeeklyOpening) -> Self {
        let WeeklyOpening { days, from, to, every_weeks, anchor_date, from_date, until_date } = opening;
        let (days, every_weeks) = (days.into_iter().map(Into::into).collect(), every_weeks.unwrap_or(1));
        calendar::WeeklyOpening { days, from, to, every_weeks, anchor_date, from_date, until_date }
    }
}

macro_rules! weekdays {
    ($($day:ident),+) => {
        impl From<calendar::Weekday> for Weekday {
            fn from(day: calendar::Weekday) -> Self {
                match day { $(calendar::Weekday::$day => Weekday::$day),+ }
            }
        }

        impl From<Weekday> for calendar::Weekday {
            fn from(day: Weekday) -> Self {
                match day { $(Weekday::$day => calendar::Weekday::$day),+ }
            }
        }
    };
}

weekdays!(Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday);
