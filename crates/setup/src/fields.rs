//! Each noun says its fields once ([`Entry::fields`]); they are written, read and given other ids by the same words. A usual
//! value is left out of the file. Knows no nouns.

use crate::node::{Node, Table};
use crate::reading::{Given, Reading};
use frontdesk_model::{SetUpNoun, Uuid};
use std::collections::BTreeMap;

/// Something with keys of its own.
pub(crate) trait Entry: Clone + PartialEq {
    /// Before anything is known of it.
    fn blank() -> Self;

    /// Each field, in the order in which they are written.
    fn fields(&mut self, fields: &mut impl Fields);
}

/// What stands behind a key.
pub(crate) trait Value: Clone + PartialEq {
    fn blank() -> Self;

    fn write(&self, names: &Names) -> Node;

    /// Notes a fault where it is wrong, and is anything then.
    fn read(&mut self, given: &Given, reading: &mut Reading);

    fn re_identify(&mut self, _ids: &Ids) {}
}

/// Walks over the fields of an entry.
pub(crate) trait Fields {
    fn required<T: Value>(&mut self, key: &'static str, value: &mut T);

    /// Left out where it is as usual.
    fn usually<T: Value>(&mut self, key: &'static str, value: &mut T, usual: T);

    fn optional<T: Value>(&mut self, key: &'static str, value: &mut Option<T>);

    /// Under a heading of its own.
    fn section<T: Entry>(&mut self, key: &'static str, value: &mut T);

    /// Each under a heading of its own.
    fn blocks<T: Entry>(&mut self, key: &'static str, values: &mut Vec<T>);
}

/// What ids are written as.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<(SetUpNoun, Uuid), String>);

impl Names {
    pub fn add(&mut self, noun: SetUpNoun, id: Uuid, name: &str) {
        self.0.insert((noun, id), name.to_owned());
    }

    /// An id without a name stands for itself.
    pub fn of(&self, noun: SetUpNoun, id: Uuid) -> String {
        self.0.get(&(noun, id)).cloned().unwrap_or_else(|| id.to_string())
    }
}

/// Which ids take the place of which.
pub(crate) type Ids = BTreeMap<Uuid, Uuid>;

pub(crate) fn written<T: Entry>(entry: &T, names: &Names, extent: Extent) -> Table {
    let mut writer = Writer { names, extent, table: Table::new() };
    entry.clone().fields(&mut writer);
    writer.table
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    /// As in a file: usual values are left out.
    Short,
    /// Usual values too, for comparing.
    Full,
}

pub(crate) fn re_identified<T: Entry>(entry: &mut T, ids: &Ids) {
    entry.fields(&mut Identities(ids));
}

/// `known` are keys that somebody else has read.
pub(crate) fn read<T: Entry>(entry: &mut T, given: &Given, reading: &mut Reading, known: &[&'static str]) {
    let Some(table) = given.table(reading) else { return };
    let mut reader = Reader { given, seen: known.to_vec(), reading };
    entry.fields(&mut reader);
    let seen = reader.seen;
    for key in table.keys().filter(|key| !seen.contains(&key.get_ref().as_ref())) {
        reading.unknown_key(key, &seen);
    }
}

impl<T: Entry> Value for T {
    fn blank() -> T {
        <T as Entry>::blank()
    }

    fn write(&self, names: &Names) -> Node {
        Node::Table(written(self, names, Extent::Short))
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        read(self, given, reading, &[]);
    }

    fn re_identify(&mut self, ids: &Ids) {
        re_identified(self, ids);
    }
}

struct Writer<'n> {
    names: &'n Names,
    extent: Extent,
    table: Table,
}

impl Writer<'_> {
    fn put(&mut self, key: &str, node: Node) {
        self.table.push((key.to_owned(), node));
    }
}

impl Fields for Writer<'_> {
    fn required<T: Value>(&mut self, key: &'static str, value: &mut T) {
        self.put(key, value.write(self.names));
    }

    fn usually<T: Value>(&mut self, key: &'static str, value: &mut T, usual: T) {
        if *value != usual || self.extent == Extent::Full {
            self.required(key, value);
        }
    }

    fn optional<T: Value>(&mut self, key: &'static str, value: &mut Option<T>) {
        if let Some(value) = value {
            self.required(key, value);
        }
    }

    fn section<T: Entry>(&mut self, key: &'static str, value: &mut T) {
        let table = written(value, self.names, self.extent);
        if !table.is_empty() {
            self.put(key, Node::Section(table));
        }
    }

    fn blocks<T: Entry>(&mut self, key: &'static str, values: &mut Vec<T>) {
        if !values.is_empty() || self.extent == Extent::Full {
            let blocks = values.iter().map(|value| written(value, self.names, self.extent));
            self.put(key, Node::Blocks(blocks.collect()));
        }
    }
}

struct Reader<'r, 'g, 't> {
    given: &'r Given<'g, 't>,
    seen: Vec<&'static str>,
    reading: &'r mut Reading,
}

impl<'g, 't> Reader<'_, 'g, 't> {
    fn find(&mut self, key: &'static str) -> Option<Given<'g, 't>> {
        self.seen.push(key);
        self.given.get(key)
    }
}

impl Fields for Reader<'_, '_, '_> {
    fn required<T: Value>(&mut self, key: &'static str, value: &mut T) {
        match self.find(key) {
            Some(given) => value.read(&given, self.reading),
            None => self.reading.missing_key(self.given, key),
        }
    }

    fn usually<T: Value>(&mut self, key: &'static str, value: &mut T, usual: T) {
        match self.find(key) {
            Some(given) => value.read(&given, self.reading),
            None => *value = usual,
        }
    }

    fn optional<T: Value>(&mut self, key: &'static str, value: &mut Option<T>) {
        *value = self.find(key).map(|given| {
            let mut inner = T::blank();
            inner.read(&given, self.reading);
            inner
        });
    }

    fn section<T: Entry>(&mut self, key: &'static str, value: &mut T) {
        if let Some(given) = self.find(key) {
            value.read(&given, self.reading);
        }
    }

    fn blocks<T: Entry>(&mut self, key: &'static str, values: &mut Vec<T>) {
        self.usually(key, values, Vec::new());
    }
}

struct Identities<'i>(&'i Ids);

impl Fields for Identities<'_> {
    fn required<T: Value>(&mut self, _key: &'static str, value: &mut T) {
        value.re_identify(self.0);
    }

    fn usually<T: Value>(&mut self, _key: &'static str, value: &mut T, _usual: T) {
        value.re_identify(self.0);
    }

    fn optional<T: Value>(&mut self, _key: &'static str, value: &mut Option<T>) {
        if let Some(value) = value {
            value.re_identify(self.0);
        }
    }

    fn section<T: Entry>(&mut self, _key: &'static str, value: &mut T) {
        re_identified(value, self.0);
    }

    fn blocks<T: Entry>(&mut self, _key: &'static str, values: &mut Vec<T>) {
        values.iter_mut().for_each(|value| re_identified(value, self.0));
    }
}
