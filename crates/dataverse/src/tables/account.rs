//! `account`: a company we serve.

use crate::metadata::{Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::Account;

pub static TABLE: Table<Account> = Table {
    names: Names {
        logical: "account",
        set: "accounts",
        display: "Account",
        primary_id: "accountid",
        primary_name: "name",
    },
    columns: &[
        Column::new("accountid", "Account", Kind::Guid, Sort::Never, |account| Value::Guid(account.id.0)),
        Column::new("name", "Account Name", Kind::Text { length_max: 160 }, Sort::Never, |account| {
            Value::text(&account.name)
        }),
        Column::new("emailaddress1", "Email", Kind::Text { length_max: 100 }, Sort::Never, |account| {
            Value::optional_text(account.email.as_deref())
        }),
        Column::new("telephone1", "Main Phone", Kind::Text { length_max: 50 }, Sort::Never, |account| {
            Value::optional_text(account.phone.as_deref())
        }),
        Column::new("createdon", "Created On", Kind::DateTime, Sort::Never, |account| {
            Value::DateTime(account.created_at)
        }),
        Column::new("modifiedon", "Modified On", Kind::DateTime, Sort::Never, |account| {
            Value::DateTime(account.modified_at)
        }),
    ],
};
