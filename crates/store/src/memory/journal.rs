//! The journal, read in order.

use super::Rows;
use crate::port::Page;
use frontdesk_model::JournalEntry;

pub fn after(rows: &Rows, after: u64, limit: u32) -> Page<JournalEntry> {
    let mut entries = rows.journal.iter().skip(usize::try_from(after).unwrap_or(usize::MAX));
    let items: Vec<_> = entries.by_ref().take(limit as usize).cloned().collect();
    Page { items, more: entries.next().is_some() }
}
