//! `incident`: a case.

use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{Case, CaseStatus, CustomerRef};

static STATE: Choices =
    Choices { name: "incident_statecode", options: &[(0, "Active"), (1, "Resolved"), (2, "Cancelled")] };

pub static TABLE: Table<Case> = Table {
    names: Names {
        logical: "incident",
        set: "incidents",
        display: "Case",
        primary_id: "incidentid",
        primary_name: "title",
    },
    columns: &[
        Column::new("incidentid", "Case", Kind::Guid, Sort::Never, |case| Value::Guid(case.id.0)),
        Column::new("title", "Case Title", Kind::Text { length_max: 200 }, Sort::Never, |case| {
            Value::text(&case.title)
        }),
        Column::new("ticketnumber", "Case Number", Kind::Text { length_max: 100 }, Sort::Never, |case| {
            Value::text(&case.ticket_number)
        }),
        Column::new("customerid", "Customer", Kind::Lookup { targets: &["account", "contact"] }, Sort::Never, |case| {
            match case.customer {
                Some(CustomerRef::Contact(id)) => Value::lookup(Some(id), "contact"),
                Some(CustomerRef::Account(id)) => Value::lookup(Some(id), "account"),
                None => Value::Null,
            }
        }),
        Column::new("statecode", "Status", Kind::Choice(&STATE), Sort::Never, |case| {
            Value::Choice(match case.status {
                CaseStatus::Active => 0,
                CaseStatus::Resolved => 1,
                CaseStatus::Cancelled => 2,
            })
        }),
        Column::new("createdon", "Created On", Kind::DateTime, Sort::Never, |case| Value::DateTime(case.created_at)),
        Column::new("modifiedon", "Modified On", Kind::DateTime, Sort::Never, |case| Value::DateTime(case.modified_at)),
    ],
};
