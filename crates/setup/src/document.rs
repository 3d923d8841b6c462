//! A file that was read: pieces with provisional ids, each with its line. All that is wrong with it by itself is said at
//! once; what is wrong with it here, the plan says. Knows no files.

use crate::export::FORMAT;
use crate::fault::{Fault, FaultCode};
use crate::pieces::{self, Key, SECTIONS, described, former_name_key, name_key};
use crate::reading::{Given, Outside, Reading};
use frontdesk_model::{SetUpEdit, SetUpNoun, SetUpPiece, Uuid};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub(crate) sections: BTreeMap<SetUpNoun, Vec<DocumentEntry>>,
    pub(crate) outside: Vec<Outside>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DocumentEntry {
    pub line: usize,
    pub former_name: Option<String>,
    pub piece: SetUpPiece,
}

impl Document {
    /// What it calls the organisation, where it speaks of it.
    pub fn organization_name(&self) -> Option<&str> {
        let entry = self.sections.get(&SetUpNoun::Organization)?.first()?;
        Some(pieces::name(&entry.piece))
    }

    /// Where it says what an edit puts.
    pub fn line_of(&self, edit: &SetUpEdit) -> Option<usize> {
        let SetUpEdit::Put { piece, .. } = edit else { return None };
        let mut entries = self.sections.get(&piece.noun())?.iter();
        entries.find(|entry| pieces::is_called_like(&entry.piece, piece)).map(|entry| entry.line)
    }
}

/// What the text says, or everything that is wrong with it, by line.
pub fn read(text: &str) -> Result<Document, Vec<Fault>> {
    let mut reading = Reading::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reading.fault(at, FaultCode::Syntax, error.message().replace('\n', " "));
    }
    // What follows a broken line would be guessed.
    if !errors.is_empty() || !check_format(table.get_ref(), &mut reading) {
        return Err(sorted(reading.faults));
    }
    check_sections(table.get_ref(), &mut reading);
    let given = introduce(table.get_ref(), &mut reading);
    let mut sections: BTreeMap<SetUpNoun, Vec<DocumentEntry>> = BTreeMap::new();
    for noun in &reading.names.sections {
        sections.insert(*noun, Vec::new());
    }
    for (noun, id, given) in given {
        let entry = read_entry(noun, id, &given, &mut reading);
        sections.entry(noun).or_default().push(entry);
    }
    check_names(&sections, &mut reading);
    match reading.faults.is_empty() {
        true => Ok(Document { sections, outside: reading.names.outside }),
        false => Err(sorted(reading.faults)),
    }
}

fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort();
    faults.dedup();
    faults
}

fn check_format(table: &DeTable, reading: &mut Reading) -> bool {
    let given = table.get("format").map(Given::new);
    let found = match given.map(|given| given.value) {
        Some(DeValue::Integer(number)) if number.to_string() == FORMAT.to_string() => return true,
        Some(DeValue::Integer(number)) => format!("it is written in format {number}"),
        Some(_) => "its format is no number".to_owned(),
        None => "it does not say its format".to_owned(),
    };
    let message = format!("{found}; this version reads files with format = {FORMAT}");
    reading.fault(given.map_or(0, |given| given.at), FaultCode::OtherFormat, message);
    false
}

fn check_sections(table: &DeTable, reading: &mut Reading) {
    let known: Vec<&str> = std::iter::once("format").chain(SECTIONS.iter().map(|(_, section)| *section)).collect();
    for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        reading.unknown_key(key, &known);
    }
}

/// Names first, so that whatever refers to one may stand before it.
fn introduce<'g, 't>(table: &'g DeTable<'t>, reading: &mut Reading) -> Vec<(SetUpNoun, Uuid, Given<'g, 't>)> {
    let mut entries = Vec::new();
    for (noun, section) in SECTIONS {
        let Some(given) = table.get(section).map(Given::new) else { continue };
        reading.names.sections.insert(noun);
        let items: Vec<Given> = match (noun, given.items()) {
            (SetUpNoun::Organization, _) => vec![given],
            (_, Some(items)) => items.collect(),
            (_, None) => {
                reading.wrong_type(&given, &format!("a list: write [[{section}]] above each"));
                continue;
            }
        };
        for item in items {
            let name = item.get(name_key(noun)).and_then(|name| name.value.as_str()).unwrap_or_default();
            let id = reading.names.introduce(noun, name);
            entries.push((noun, id, item));
        }
    }
    entries
}

fn read_entry(noun: SetUpNoun, id: Uuid, given: &Given, reading: &mut Reading) -> DocumentEntry {
    let mut piece = pieces::blank(noun);
    let named = given.get(name_key(noun)).and_then(|name| name.value.as_str()).unwrap_or_default();
    reading.what = described(noun, named);
    let former = given.get(former_name_key(noun)).filter(|_| noun != SetUpNoun::Organization);
    let former_name = former.and_then(|former| former.text(reading)).map(str::to_owned);
    let known: &[&'static str] = if noun == SetUpNoun::Organization { &[] } else { &[former_name_key(noun)] };
    pieces::read(&mut piece, given, reading, known);
    pieces::set_identity(&mut piece, id, 0);
    let name_given = given.get(name_key(noun));
    if let Some(name) = name_given.filter(|name| name.value.as_str().is_some_and(|name| name.trim().is_empty())) {
        reading.wrong_value(&name, format!("'{}' has some text", name_key(noun)));
    }
    if let SetUpPiece::OperatingHours(hours) = &piece {
        for fault in hours.hours.check().err().into_iter().flatten() {
            reading.fault(given.place_of(&fault.path), FaultCode::WrongValue, fault.to_string());
        }
    }
    reading.what.clear();
    DocumentEntry { line: reading.line(given.at), former_name, piece }
}

/// Objects of one name, and former names that somebody has now.
fn check_names(sections: &BTreeMap<SetUpNoun, Vec<DocumentEntry>>, reading: &mut Reading) {
    for (noun, entries) in sections {
        let mut lines: BTreeMap<Key, usize> = BTreeMap::new();
        let named = |entry: &&DocumentEntry| !pieces::name(&entry.piece).trim().is_empty();
        for entry in entries.iter().filter(named) {
            if let Some(first) = lines.get(&pieces::key(&entry.piece)) {
                let message =
                    format!("{} stands in line {first} already", described(*noun, pieces::name(&entry.piece)));
                reading.faults.push(Fault { line: entry.line, code: FaultCode::NameTwice, message });
            } else {
                lines.insert(pieces::key(&entry.piece), entry.line);
            }
        }
        let mut formers: BTreeMap<Key, usize> = BTreeMap::new();
        for entry in entries {
            let Some(former) = &entry.former_name else { continue };
            let key = pieces::key_under(&entry.piece, former);
            if let Some(first) = lines.get(&key).or(formers.get(&key)) {
                let word = former_name_key(*noun);
                let message = format!(
                    "{}: {word} '{former}' means another object, in line {first}; leave {word} out once the rename is done",
                    described(*noun, pieces::name(&entry.piece))
                );
                reading.faults.push(Fault { line: entry.line, code: FaultCode::NameTwice, message });
            }
            formers.insert(key, entry.line);
        }
    }
}
