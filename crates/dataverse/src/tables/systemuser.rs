//! `systemuser`: an agent, a supervisor or an administrator.

use crate::metadata::{Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::Agent;

pub static TABLE: Table<Agent> = Table {
    names: Names {
        logical: "systemuser",
        set: "systemusers",
        display: "User",
        primary_id: "systemuserid",
        primary_name: "fullname",
    },
    columns: &[
        Column::new("systemuserid", "User", Kind::Guid, Sort::Never, |agent| Value::Guid(agent.id.0)),
        Column::new("fullname", "Full Name", Kind::Text { length_max: 200 }, Sort::Never, |agent| {
            Value::text(&agent.name)
        }),
        Column::new("internalemailaddress", "Primary Email", Kind::Text { length_max: 100 }, Sort::Never, |agent| {
            Value::text(&agent.email)
        }),
        Column::new("isdisabled", "Status", Kind::Boolean, Sort::Never, |agent| Value::Boolean(!agent.active)),
        Column::new("createdon", "Created On", Kind::DateTime, Sort::Never, |agent| Value::DateTime(agent.created_at)),
    ],
};
