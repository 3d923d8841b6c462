//! `msdyn_liveworkstream`: a workstream.

use super::choices::{ACTIVE_STATE, CHANNELS, DISTRIBUTION, channel_value, distribution_value};
use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{ConversationMode, Workstream};

static CONVERSATION_MODE: Choices = Choices {
    name: "msdyn_conversationmode",
    options: &[(192_350_000, "Live Chat"), (192_350_001, "Persistent Chat")],
};

pub static TABLE: Table<Workstream> = Table {
    names: Names {
        logical: "msdyn_liveworkstream",
        set: "msdyn_liveworkstreams",
        display: "Work Stream",
        primary_id: "msdyn_liveworkstreamid",
        primary_name: "msdyn_name",
    },
    columns: &[
        Column::new("msdyn_liveworkstreamid", "Work Stream", Kind::Guid, Sort::Never, |stream| {
            Value::Guid(stream.id.0)
        }),
        Column::new("msdyn_name", "Name", Kind::Text { length_max: 100 }, Sort::Never, |stream| {
            Value::text(&stream.name)
        }),
        Column::new("msdyn_streamsource", "Channel", Kind::Choice(&CHANNELS), Sort::Never, |stream| {
            Value::Choice(channel_value(stream.channel))
        }),
        Column::new(
            "msdyn_workdistributionmode",
            "Work distribution mode",
            Kind::Choice(&DISTRIBUTION),
            Sort::Never,
            |stream| Value::Choice(distribution_value(stream.distribution)),
        ),
        Column::new(
            "msdyn_conversationmode",
            "Conversation mode",
            Kind::Choice(&CONVERSATION_MODE),
            Sort::Never,
            |stream| match stream.mode {
                ConversationMode::LiveChat => Value::Choice(192_350_000),
                ConversationMode::PersistentChat => Value::Choice(192_350_001),
                ConversationMode::Asynchronous => Value::Null,
            },
        ),
        Column::new("msdyn_capacityrequired", "Capacity", Kind::Integer, Sort::Never, |stream| {
            Value::Integer(i64::from(stream.capacity_units))
        }),
        Column::new(
            "msdyn_defaultqueue",
            "Fallback queue",
            Kind::Lookup { targets: &["queue"] },
            Sort::Never,
            |stream| Value::lookup(Some(stream.fallback_queue_id), "queue"),
        ),
        Column::new("statecode", "Status", Kind::Choice(&ACTIVE_STATE), Sort::Never, |_| Value::Choice(0)),
    ],
};
