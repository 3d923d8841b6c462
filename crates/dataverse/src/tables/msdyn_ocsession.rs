//! `msdyn_ocsession`: one search for an agent and what came of it.

use super::choices::{CHANNELS, channel_value};
use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{ClosureReason, Session, SessionStatus};

static STATE: Choices = Choices {
    name: "msdyn_ocsession_statecode",
    options: &[(0, "Open"), (1, "Completed"), (2, "Canceled"), (3, "Scheduled")],
};

static STATUS: Choices = Choices {
    name: "msdyn_ocsession_statuscode",
    options: &[(1, "Open"), (2, "Completed"), (3, "Canceled"), (4, "Scheduled")],
};

static CLOSURE_REASON: Choices = Choices {
    name: "msdyn_closurereason",
    options: &[
        (192_350_000, "Default"),
        (192_350_001, "AgentReject"),
        (192_350_002, "AgentTimeout"),
        (192_350_003, "ConversationTimeout"),
        (192_350_004, "AgentClosed"),
        (192_350_005, "ConversationClosed"),
        (192_350_006, "AgentTransferred"),
        (192_350_007, "AgentDisconnected"),
        (192_350_008, "AgentReRouted"),
        (192_350_010, "AgentTransferToQueue"),
        (192_350_011, "SupervisorAssignToQueue"),
        (192_350_012, "SupervisorTransferToAgent"),
        (192_350_014, "ForceClose"),
        (192_350_015, "OverflowQueueTransfer"),
        (192_350_016, "OverflowEndConversation"),
        (192_350_018, "AutoClose"),
        (192_350_020, "CustomerDisconnect"),
        (192_350_021, "AgentEndConversation"),
        (192_350_022, "CustomerEndConversation"),
        (192_350_024, "InqueueOverflowQueueTransfer"),
        (192_350_025, "InqueueOverflowEndConversation"),
        (192_350_063, "AgentMovedConversationToWaiting"),
    ],
};

fn closure_value(reason: ClosureReason) -> i64 {
    let offset = match reason {
        ClosureReason::AgentReject => 1,
        ClosureReason::AgentTimeout => 2,
        ClosureReason::ConversationTimeout => 3,
        ClosureReason::AgentClosed => 4,
        ClosureReason::ConversationClosed => 5,
        ClosureReason::AgentTransferred => 6,
        ClosureReason::AgentDisconnected => 7,
        ClosureReason::AgentReRouted => 8,
        ClosureReason::AgentTransferToQueue => 10,
        ClosureReason::SupervisorAssignToQueue => 11,
        ClosureReason::SupervisorTransferToAgent => 12,
        ClosureReason::ForceClose => 14,
        ClosureReason::OverflowQueueTransfer => 15,
        ClosureReason::OverflowEndConversation => 16,
        ClosureReason::AutoClose => 18,
        ClosureReason::CustomerDisconnect => 20,
        ClosureReason::AgentEndConversation => 21,
        ClosureReason::CustomerEndConversation => 22,
        ClosureReason::InqueueOverflowQueueTransfer => 24,
        ClosureReason::InqueueOverflowEndConversation => 25,
        ClosureReason::AgentMovedConversationToWaiting => 63,
    };
    192_350_000 + offset
}

pub static TABLE: Table<Session> = Table {
    names: Names {
        logical: "msdyn_ocsession",
        set: "msdyn_ocsessions",
        display: "Session",
        primary_id: "activityid",
        primary_name: "msdyn_sessionid",
    },
    columns: &[
        Column::new("activityid", "Session", Kind::Guid, Sort::Never, |session| Value::Guid(session.id.0)),
        Column::new("msdyn_sessionid", "Session ID", Kind::Text { length_max: 100 }, Sort::Never, |session| {
            Value::Text(session.id.to_string().into())
        }),
        Column::new(
            "msdyn_liveworkitemid",
            "Conversation",
            Kind::Lookup { targets: &["msdyn_ocliveworkitem"] },
            Sort::Never,
            |session| Value::lookup(Some(session.conversation_id), "msdyn_ocliveworkitem"),
        ),
        Column::new("msdyn_channel", "Channel", Kind::Choice(&CHANNELS), Sort::Never, |session| {
            Value::Choice(channel_value(session.channel))
        }),
        Column::new("msdyn_cdsqueueid", "Queue", Kind::Lookup { targets: &["queue"] }, Sort::Never, |session| {
            Value::lookup(session.queue_id, "queue")
        }),
        Column::new("msdyn_sessioncreatedon", "Created on", Kind::DateTime, Sort::Never, |session| {
            Value::DateTime(session.created_at)
        }),
        Column::new("msdyn_queueassignedon", "Queue assigned on", Kind::DateTime, Sort::Never, |session| {
            Value::optional_date(session.queue_assigned_at)
        }),
        Column::new("msdyn_agentassignedon", "Agent assigned on", Kind::DateTime, Sort::Never, |session| {
            Value::optional_date(session.agent_assigned_at)
        }),
        Column::new("msdyn_agentacceptedon", "Agent accepted on", Kind::DateTime, Sort::Never, |session| {
            Value::optional_date(session.agent_accepted_at)
        }),
        Column::new("msdyn_sessionclosedon", "Closed on", Kind::DateTime, Sort::Never, |session| {
            Value::optional_date(session.closed_at)
        }),
        Column::new("msdyn_closurereason", "Closure reason", Kind::Choice(&CLOSURE_REASON), Sort::Never, |session| {
            session.closure_reason.map_or(Value::Null, |reason| Value::Choice(closure_value(reason)))
        }),
        Column::new("statecode", "Activity Status", Kind::Choice(&STATE), Sort::Never, |session| {
            Value::Choice(status_value(session.status) - 1)
        }),
        Column::new("statuscode", "Status Reason", Kind::Choice(&STATUS), Sort::Never, |session| {
            Value::Choice(status_value(session.status))
        }),
    ],
};

fn status_value(status: SessionStatus) -> i64 {
    match status {
        SessionStatus::Open => 1,
        SessionStatus::Completed => 2,
        SessionStatus::Cancelled => 3,
    }
}
