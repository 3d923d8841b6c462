//! Watches which fields rules look at, so that a decision can be told with what it saw. Knows nothing of the rules.

use frontdesk_model::ContextVariable;
use frontdesk_predicate::{Record, ValueRef};
use std::cell::RefCell;

/// A record that remembers each value it gave away, as it was the first time.
pub(super) struct Witness<'a, R> {
    record: R,
    /// Set by an earlier rule: follows from what was seen, and is no part of it.
    set: &'a [String],
    saw: RefCell<Vec<ContextVariable>>,
}

impl<'a, R: Record> Witness<'a, R> {
    pub fn new(record: R, set: &'a [String], saw: Vec<ContextVariable>) -> Self {
        Witness { record, set, saw: RefCell::new(saw) }
    }

    /// By name.
    pub fn saw(self) -> Vec<ContextVariable> {
        self.saw.into_inner()
    }
}

impl<R: Record> Record for Witness<'_, R> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        let value = self.record.value(field)?;
        if !self.set.iter().any(|set| set == field) {
            let mut saw = self.saw.borrow_mut();
            if let Err(place) = saw.binary_search_by(|seen| seen.name.as_str().cmp(field)) {
                saw.insert(place, ContextVariable { name: field.to_owned(), value: value.to_string() });
            }
        }
        Some(value)
    }
}
