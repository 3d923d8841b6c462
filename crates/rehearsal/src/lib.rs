//! Rehearsals: the engine itself, driven through weeks of arrivals in seconds, under one set-up or several, and what
//! people would have met there. The clock is the rehearsal's own; chance comes from a seed, drawn once for all set-ups,
//! so that two runs differ by their set-ups alone.
//!
//! ```text
//! demand (recorded, or drawn from rates) ─┐
//! shifts (recorded, or so many an hour) ──┼─► run(set-up) ─► Outcome ─► Measures ─► table, JSON, HTML
//! set-up (old, new, staffed by N) ────────┘
//! ```
//!
//! Refuses to know: real clocks, disks, sockets, and how work is routed.

pub mod demand;
mod hours;
mod measures;
mod occupancy;
mod random;
pub mod recorded;
pub mod report;
mod set_up;
pub mod staffing;
pub mod statistics;
pub mod theory;
mod world;

pub use hours::{HOUR_MS, HOURS_OF_WEEK, WeekHours};
pub use measures::{Figures, Measures, QueueMeasures, Terms, measure};
pub use occupancy::{AgentUse, Occupancy};
pub use random::Random;
pub use set_up::{SetUp, plain};
pub use world::{Ending, Outcome, Visit, run};
