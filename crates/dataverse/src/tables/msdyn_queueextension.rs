//! `msdyn_queueextension`: one stay of a conversation in a queue.

use crate::metadata::{Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{QueueSegment, SegmentClosure, SegmentCreation, Uuid};

pub static TABLE: Table<QueueSegment> = Table {
    names: Names {
        logical: "msdyn_queueextension",
        set: "msdyn_queueextensions",
        display: "Queue Segment",
        primary_id: "msdyn_queueextensionid",
        primary_name: "msdyn_name",
    },
    columns: &[
        Column::new("msdyn_queueextensionid", "Queue Segment", Kind::Guid, Sort::Never, |segment| {
            Value::Guid(id_of(segment))
        }),
        Column::empty("msdyn_name", "Name", Kind::Text { length_max: 100 }),
        Column::new(
            "msdyn_conversationid",
            "Conversation",
            Kind::Lookup { targets: &["msdyn_ocliveworkitem"] },
            Sort::Never,
            |segment| Value::lookup(Some(segment.conversation_id), "msdyn_ocliveworkitem"),
        ),
        Column::new("msdyn_queueid", "Queue", Kind::Lookup { targets: &["queue"] }, Sort::Never, |segment| {
            Value::lookup(Some(segment.queue_id), "queue")
        }),
        Column::new(
            "msdyn_sourcequeue",
            "Source queue",
            Kind::Lookup { targets: &["queue"] },
            Sort::Never,
            |segment| Value::lookup(segment.source_queue_id, "queue"),
        ),
        Column::new(
            "msdyn_targetqueue",
            "Target queue",
            Kind::Lookup { targets: &["queue"] },
            Sort::Never,
            |segment| Value::lookup(segment.target_queue_id, "queue"),
        ),
        Column::new("msdyn_starttime", "Started on", Kind::DateTime, Sort::Never, |segment| {
            Value::DateTime(segment.started_at)
        }),
        Column::new("msdyn_endtime", "Ended on", Kind::DateTime, Sort::Never, |segment| {
            Value::optional_date(segment.ended_at)
        }),
        Column::new("msdyn_agentassignedon", "First offered on", Kind::DateTime, Sort::Never, |segment| {
            Value::optional_date(segment.agent_assigned_at)
        }),
        Column::new("msdyn_agentacceptedon", "First accepted on", Kind::DateTime, Sort::Never, |segment| {
            Value::optional_date(segment.agent_accepted_at)
        }),
        Column::new("msdyn_closedon", "Closed on", Kind::DateTime, Sort::Never, |segment| {
            Value::optional_date(segment.closed_at)
        }),
        Column::new("msdyn_isabandoned", "Abandoned", Kind::Boolean, Sort::Never, |segment| {
            Value::Boolean(segment.abandoned)
        }),
        Column::new(
            "msdyn_creationreason",
            "Creation reason",
            Kind::Text { length_max: 100 },
            Sort::Never,
            |segment| Value::text(creation_reason(segment.creation_reason)),
        ),
        Column::new("msdyn_closurereason", "Closure reason", Kind::Text { length_max: 100 }, Sort::Never, |segment| {
            Value::optional_text(segment.closure_reason.map(closure_reason))
        }),
        Column::new("msdyn_firstwaittimeinseconds", "First wait (s)", Kind::Integer, Sort::Never, |segment| {
            Value::seconds(segment.first_wait_ms)
        }),
        Column::new("msdyn_handletime", "Handle time (s)", Kind::Integer, Sort::Never, |segment| {
            Value::seconds(Some(segment.talk_ms + segment.wrap_up_ms))
        }),
        Column::new("msdyn_talktime", "Talk time (s)", Kind::Integer, Sort::Never, |segment| {
            Value::seconds(Some(segment.talk_ms))
        }),
        // Nothing is put on hold here, and no screen reports yet how long a conversation was in front of its agent.
        Column::empty("msdyn_holdtime", "Hold time (s)", Kind::Integer),
        Column::empty("msdyn_activetime", "Active time (s)", Kind::Integer),
        Column::empty("msdyn_activechattime", "Active chat time (s)", Kind::Integer),
        Column::empty("msdyn_activewrapuptime", "Active wrap-up time (s)", Kind::Integer),
        Column::empty("msdyn_inactivetime", "Inactive time (s)", Kind::Integer),
    ],
};

/// Stays are numbered within their conversation; the contract wants a GUID, so the number goes into the conversation's.
fn id_of(segment: &QueueSegment) -> Uuid {
    Uuid::from_u128(segment.conversation_id.0.as_u128() ^ (u128::from(segment.number) << 48))
}

fn creation_reason(reason: SegmentCreation) -> &'static str {
    match reason {
        SegmentCreation::DirectQueueEntry => "DirectQueueEntry",
        SegmentCreation::TransferIn => "TransferIn",
        SegmentCreation::Overflow => "Overflow",
        SegmentCreation::CustomerReturned => "CustomerReturned",
        SegmentCreation::Reopened => "Reopened",
    }
}

fn closure_reason(reason: SegmentClosure) -> &'static str {
    match reason {
        SegmentClosure::EndConversation => "EndConversation",
        SegmentClosure::TransferOut => "TransferOut",
        SegmentClosure::OverflowQueueTransfer => "OverflowQueueTransfer",
        SegmentClosure::OverflowEndConversation => "OverflowEndConversation",
        SegmentClosure::Waiting => "Waiting",
    }
}
