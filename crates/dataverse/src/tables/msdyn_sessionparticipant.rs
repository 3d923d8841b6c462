//! `msdyn_sessionparticipant`: an agent's part in a session.

use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{ClosureReason, Participant, ParticipantMode};

static MODE: Choices = Choices {
    name: "msdyn_mode",
    options: &[(192_350_002, "Primary"), (192_350_003, "Consult"), (192_350_004, "Monitor"), (192_350_005, "Preview")],
};

pub static TABLE: Table<Participant> = Table {
    names: Names {
        logical: "msdyn_sessionparticipant",
        set: "msdyn_sessionparticipants",
        display: "Session Participant",
        primary_id: "msdyn_sessionparticipantid",
        primary_name: "msdyn_name",
    },
    columns: &[
        Column::new("msdyn_sessionparticipantid", "Session Participant", Kind::Guid, Sort::Never, |participant| {
            Value::Guid(participant.id.0)
        }),
        Column::empty("msdyn_name", "Name", Kind::Text { length_max: 100 }),
        Column::new(
            "msdyn_omnichannelsession",
            "Session",
            Kind::Lookup { targets: &["msdyn_ocsession"] },
            Sort::Never,
            |participant| Value::lookup(Some(participant.session_id), "msdyn_ocsession"),
        ),
        Column::new("msdyn_agentid", "Agent", Kind::Lookup { targets: &["systemuser"] }, Sort::Never, |participant| {
            Value::lookup(Some(participant.agent_id), "systemuser")
        }),
        Column::new("msdyn_mode", "Mode", Kind::Choice(&MODE), Sort::Never, |participant| {
            Value::Choice(match participant.mode {
                ParticipantMode::Primary => 192_350_002,
                ParticipantMode::Consult => 192_350_003,
                ParticipantMode::Monitor => 192_350_004,
            })
        }),
        Column::new("msdyn_addedon", "Added on", Kind::DateTime, Sort::Never, |participant| {
            Value::DateTime(participant.added_at)
        }),
        Column::new("msdyn_joinedon", "Joined on", Kind::DateTime, Sort::Never, |participant| {
            Value::optional_date(participant.joined_at)
        }),
        Column::new("msdyn_lefton", "Left on", Kind::DateTime, Sort::Never, |participant| {
            Value::optional_date(participant.left_at)
        }),
        Column::new(
            "msdyn_leftonreason",
            "Left on reason",
            Kind::Text { length_max: 100 },
            Sort::Never,
            |participant| match participant.left_reason {
                Some(ClosureReason::AgentReject) => Value::text("AgentReject"),
                Some(ClosureReason::AgentTimeout) => Value::text("AgentTimeout"),
                _ => Value::Null,
            },
        ),
        Column::new(
            "msdyn_assignreason",
            "Assign reason",
            Kind::Text { length_max: 100 },
            Sort::Never,
            |participant| Value::optional_text(participant.assign_reason.as_deref()),
        ),
    ],
};
