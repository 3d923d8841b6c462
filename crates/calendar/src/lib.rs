//! Operating hours: when somebody is at the desk, in a time zone, with recurrence and holidays. Knows instants as
//! milliseconds since 1970 UTC and nothing else of Frontdesk: no clock, no queues. No hours at all (24×7) is the
//! caller's business: then there is no calendar to ask.
//!
//! ```
//! use frontdesk_calendar::{Calendar, OperatingHours};
//! let hours: OperatingHours = toml::from_str(r#"
//!     timeZone = "Europe/Berlin"
//!     [[weekly]]
//!     days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
//!     from = "09:00"
//!     to = "17:30"
//!     [[holidays]]
//!     name = "Christmas"
//!     date = "2026-12-25"
//!     untilDate = "2026-12-26"
//!     yearly = true
//! "#).unwrap();
//! let calendar = Calendar::compile(&hours).unwrap();
//! let monday_noon_utc = 1_795_435_200_000; // 2026-11-23T12:00:00Z, 13:00 in Berlin
//! assert!(calendar.is_open(monday_noon_utc));
//! assert_eq!(calendar.next_change(monday_noon_utc), Some(monday_noon_utc + (4 * 60 + 30) * 60_000));
//! ```
//!
//! # What counts
//!
//! - An opening belongs to the date it begins on; `to` at or before `from` lies on the next date (so "09:00" to "09:00"
//!   is 24 hours). Openings that overlap or touch are one: overlaps are allowed, the union counts.
//! - On a holiday's dates only the holiday's own openings count. What ran over midnight from the day before ends at
//!   midnight, unless it began on the same holiday. Where two holidays fall on one date the first in the list decides.
//! - A yearly holiday comes back in every year from its first date on, from the same month and day to the same month and
//!   day; one on 29 February alone comes back in leap years alone.
//!
//! # When clocks change
//!
//! The sign on the door is right: whenever the clock on the wall reads a time within an opening, it is open, and one
//! opening stays one piece. So for 02:00 → 03:00 in spring and 03:00 → 02:00 in autumn:
//!
//! | opening | spring: the hour that is skipped | autumn: the hour that comes twice |
//! |---|---|---|
//! | 01:30–03:30 | one hour long | three hours long |
//! | 02:30–04:00 | opens when the clock jumps, reading 03:00 | opens at the first 02:30 |
//! | 01:00–02:30 | closes when the clock jumps, reading 03:00 | closes at the second 02:30 |
//! | 02:15–02:45 | does not take place | opens at the first 02:15, closes at the second 02:45 |

mod blocks;
mod calendar;
mod check;
mod fault;
mod hours;
mod rules;
mod spelling;
mod zone;

pub use calendar::{Calendar, Closed, SEARCH_DAYS};
pub use fault::{Fault, FaultCode};
pub use hours::{Holiday, MonthlyOpening, OperatingHours, Span, Weekday, WeeklyOpening};
pub use zone::{Local, Zone, local_time};
