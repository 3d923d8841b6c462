//! What can be wrong with operating hours: a stable code, the place, and words for people. Knows no HTTP.

use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{}{message}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct Fault {
    pub code: FaultCode,
    /// As it is written in JSON: `weekly[2].from`; empty for the whole.
    pub path: String,
    pub message: String,
}

/// Stable: programs look at these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    UnknownTimeZone,
    BadTime,
    BadDate,
    /// The hours, or one of their openings, fall on no day at all.
    NeverOpens,
    EmptyDays,
    /// `everyWeeks` is 0 or over 52.
    BadInterval,
    /// `everyWeeks` is over 1 and nothing says which weeks.
    MissingAnchor,
    BadDayOfMonth,
    /// A monthly opening says both or neither of `daysOfMonth` and `nth` with `days`.
    UnclearMonthly,
    EndsBeforeStart,
    /// A yearly holiday that is a year long or longer.
    HolidayTooLong,
    BadName,
    TooMany,
}

impl FaultCode {
    pub fn as_str(self) -> &'static str {
        match self {
            FaultCode::UnknownTimeZone => "unknown_time_zone",
            FaultCode::BadTime => "bad_time",
            FaultCode::BadDate => "bad_date",
            FaultCode::NeverOpens => "never_opens",
            FaultCode::EmptyDays => "empty_days",
            FaultCode::BadInterval => "bad_interval",
            FaultCode::MissingAnchor => "missing_anchor",
            FaultCode::BadDayOfMonth => "bad_day_of_month",
            FaultCode::UnclearMonthly => "unclear_monthly",
            FaultCode::EndsBeforeStart => "ends_before_start",
            FaultCode::HolidayTooLong => "holiday_too_long",
            FaultCode::BadName => "bad_name",
            FaultCode::TooMany => "too_many",
        }
    }
}
