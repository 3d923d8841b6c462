//! `queue`: where conversations wait.

use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{AssignmentMethod, Queue};

static METHOD: Choices = Choices {
    name: "msdyn_assignmentstrategy",
    // The number of the last one is not published: ours stands far from those that are.
    options: &[
        (192_350_000, "Highest capacity"),
        (192_350_001, "Round robin"),
        (192_350_002, "Custom"),
        (192_350_100, "Least active"),
    ],
};

pub static TABLE: Table<Queue> = Table {
    names: Names { logical: "queue", set: "queues", display: "Queue", primary_id: "queueid", primary_name: "name" },
    columns: &[
        Column::new("queueid", "Queue", Kind::Guid, Sort::Never, |queue| Value::Guid(queue.id.0)),
        Column::new("name", "Name", Kind::Text { length_max: 200 }, Sort::Never, |queue| Value::text(&queue.name)),
        Column::new("msdyn_priority", "Priority", Kind::Integer, Sort::Never, |queue| {
            Value::Integer(i64::from(queue.priority))
        }),
        Column::new("msdyn_isomnichannelqueue", "Is omnichannel queue", Kind::Boolean, Sort::Never, |_| {
            Value::Boolean(true)
        }),
        Column::new("msdyn_assignmentstrategy", "Assignment method", Kind::Choice(&METHOD), Sort::Never, |queue| {
            Value::Choice(match queue.method {
                AssignmentMethod::HighestCapacity => 192_350_000,
                AssignmentMethod::AdvancedRoundRobin => 192_350_001,
                AssignmentMethod::Custom => 192_350_002,
                AssignmentMethod::LeastActive => 192_350_100,
            })
        }),
        Column::new("numberofmembers", "Members", Kind::Integer, Sort::Never, |queue| {
            Value::Integer(i64::try_from(queue.members.len()).unwrap_or(i64::MAX))
        }),
    ],
};
