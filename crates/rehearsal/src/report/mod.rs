//! A rehearsal for people: as a table for the terminal, as one HTML page, as JSON. Knows nothing of how the figures came
//! about.

mod html;
mod plot;
mod table;
mod words;

use crate::measures::Measures;
use crate::staffing::Staffing;
use frontdesk_model::Timestamp;
use serde::Serialize;

pub use html::{page, staffing_page};
pub use table::{staffing_table, table};

/// Set-ups side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub title: String,
    pub from: Timestamp,
    pub until: Timestamp,
    pub time_zone: String,
    /// What the demand was made of, in words.
    pub demand: String,
    pub seed: u64,
    /// "within 60 s"
    pub in_time: String,
    pub runs: Vec<Measures>,
    /// What a reader should know of the demand: what could not be taken over.
    pub remarks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StaffingReport {
    pub demand: String,
    pub time_zone: String,
    pub seed: u64,
    #[serde(flatten)]
    pub staffing: Staffing,
}
