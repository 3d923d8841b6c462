//! Contacts, accounts and cases.

use super::Rows;
use crate::port::{Record, RecordKind};
use crate::search::{account_words, case_words, contact_words, needle};
use std::cmp::Reverse;

pub fn search(rows: &Rows, kind: RecordKind, text: &str, limit: u32) -> Vec<Record> {
    let needle = needle(text);
    let mut found: Vec<_> = rows
        .records
        .values()
        .filter(|record| record.kind() == kind && words(record).contains(&needle))
        .cloned()
        .collect();
    found.sort_by_key(|record| Reverse((record.created_at(), record.id())));
    found.truncate(limit as usize);
    found
}

fn words(record: &Record) -> String {
    match record {
        Record::Contact(contact) => contact_words(contact),
        Record::Account(account) => account_words(account),
        Record::Case(case) => case_words(case),
    }
}
