//! `contact`: a person we serve.

use crate::metadata::{Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::Contact;

pub static TABLE: Table<Contact> = Table {
    names: Names {
        logical: "contact",
        set: "contacts",
        display: "Contact",
        primary_id: "contactid",
        primary_name: "fullname",
    },
    columns: &[
        Column::new("contactid", "Contact", Kind::Guid, Sort::Never, |contact| Value::Guid(contact.id.0)),
        Column::new("fullname", "Full Name", Kind::Text { length_max: 160 }, Sort::Never, |contact| {
            Value::text(&contact.name)
        }),
        Column::new("emailaddress1", "Email", Kind::Text { length_max: 100 }, Sort::Never, |contact| {
            Value::optional_text(contact.email.as_deref())
        }),
        Column::new("mobilephone", "Mobile Phone", Kind::Text { length_max: 50 }, Sort::Never, |contact| {
            Value::optional_text(contact.phone.as_deref())
        }),
        Column::new(
            "parentcustomerid",
            "Company Name",
            Kind::Lookup { targets: &["account", "contact"] },
            Sort::Never,
            |contact| Value::lookup(contact.account_id, "account"),
        ),
        Column::new("createdon", "Created On", Kind::DateTime, Sort::Never, |contact| {
            Value::DateTime(contact.created_at)
        }),
        Column::new("modifiedon", "Modified On", Kind::DateTime, Sort::Never, |contact| {
            Value::DateTime(contact.modified_at)
        }),
    ],
};
