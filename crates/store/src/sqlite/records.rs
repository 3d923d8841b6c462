//! Contacts, accounts and cases. A search walks from the newest and stops when it has enough.

use super::values::*;
use crate::port::{Record, RecordKind};
use crate::search::{account_words, case_words, contact_words, needle};
use frontdesk_model::*;
use rusqlite::Connection;

#[rustfmt::skip]
const CONTACT: [&str; 9] =
    ["organization_id", "id", "name", "email", "phone", "account_id", "created_at", "modified_at", "words"];
const ACCOUNT: [&str; 8] = ["organization_id", "id", "name", "email", "phone", "created_at", "modified_at", "words"];
#[rustfmt::skip]
const CASE: [&str; 10] = [
    "organization_id", "id", "ticket_number", "title", "status", "customer_kind", "customer_id", "created_at",
    "modified_at", "words",
];

pub fn find(
    connection: &Connection,
    organization_id: OrganizationId,
    kind: RecordKind,
    id: Uuid,
) -> rusqlite::Result<Option<Record>> {
    let sql = format!("{} AND r.id = ?2", select(kind));
    query_one(connection, &sql, &[&organization_id, &id], |columns| read(kind, columns))
}

pub fn search(
    connection: &Connection,
    organization_id: OrganizationId,
    kind: RecordKind,
    text: &str,
    limit: u32,
) -> rusqlite::Result<Vec<Record>> {
    let newest = "ORDER BY r.created_at DESC, r.id DESC LIMIT ?3";
    let sql = format!("{} AND (?2 = '' OR instr(r.words, ?2) > 0) {newest}", select(kind));
    query(connection, &sql, &[&organization_id, &needle(text), &limit], |columns| read(kind, columns))
}

fn select(kind: RecordKind) -> String {
    let (table, columns) = match kind {
        RecordKind::Contact => ("contact", &CONTACT[1..CONTACT.len() - 1]),
        RecordKind::Account => ("account", &ACCOUNT[1..ACCOUNT.len() - 1]),
        RecordKind::Case => ("support_case", &CASE[1..CASE.len() - 1]),
    };
    format!("SELECT {} FROM {table} r WHERE r.organization_id = ?1", under("r", columns))
}

pub fn write_contact(
    connection: &Connection,
    organization_id: OrganizationId,
    contact: &Contact,
) -> rusqlite::Result<()> {
    let words = contact_words(contact);
    let values: [&dyn Column; CONTACT.len()] = [
        &organization_id,
        &contact.id,
        &contact.name,
        &contact.email,
        &contact.phone,
        &contact.account_id,
        &contact.created_at,
        &contact.modified_at,
        &words,
    ];
    execute(connection, &upsert("contact", 2, &CONTACT), &values).map(drop)
}

pub fn write_account(
    connection: &Connection,
    organization_id: OrganizationId,
    account: &Account,
) -> rusqlite::Result<()> {
    let words = account_words(account);
    let values: [&dyn Column; ACCOUNT.len()] = [
        &organization_id,
        &account.id,
        &account.name,
        &account.email,
        &account.phone,
        &account.created_at,
        &account.modified_at,
        &words,
    ];
    execute(connection, &upsert("account", 2, &ACCOUNT), &values).map(drop)
}

pub fn write_case(connection: &Connection, organization_id: OrganizationId, case: &Case) -> rusqlite::Result<()> {
    let words = case_words(case);
    let (customer_kind, customer_id) = customer_columns(case.customer);
    let values: [&dyn Column; CASE.len()] = [
        &organization_id,
        &case.id,
        &case.ticket_number,
        &case.title,
        &case.status,
        &customer_kind,
        &customer_id,
        &case.created_at,
        &case.modified_at,
        &words,
    ];
    execute(connection, &upsert("support_case", 2, &CASE), &values).map(drop)
}

fn read(kind: RecordKind, r: &mut Columns<'_>) -> rusqlite::Result<Record> {
    Ok(match kind {
        RecordKind::Contact => Record::Contact(Contact {
            id: r.next()?,
            name: r.next()?,
            email: r.next()?,
            phone: r.next()?,
            account_id: r.next()?,
            created_at: r.next()?,
            modified_at: r.next()?,
        }),
        RecordKind::Account => Record::Account(Account {
            id: r.next()?,
            name: r.next()?,
            email: r.next()?,
            phone: r.next()?,
            created_at: r.next()?,
            modified_at: r.next()?,
        }),
        RecordKind::Case => Record::Case(Case {
            id: r.next()?,
            ticket_number: r.next()?,
            title: r.next()?,
            status: r.next()?,
            customer: read_customer(r)?,
            created_at: r.next()?,
            modified_at: r.next()?,
        }),
    })
}
