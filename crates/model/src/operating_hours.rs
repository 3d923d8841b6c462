//! Operating hours under a name, for queues, widgets and agents. When they are open is the calendar's to know.

use crate::OperatingHoursId;
use frontdesk_calendar::OperatingHours as Hours;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OperatingHours {
    pub id: OperatingHoursId,
    pub name: String,
    pub hours: Hours,
    #[serde(default)]
    pub version: u64,
}
