//! What was given at a place of a file, and what is noted while it is read: faults with their lines, and the names that are
//! referred to. Each name gets a provisional id, so that order does not matter. Knows no nouns.

use crate::fault::{Fault, FaultCode};
use frontdesk_model::{SetUpNoun, Uuid};
use frontdesk_predicate::nearest;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

#[derive(Clone, Copy)]
pub(crate) struct Given<'g, 't> {
    pub value: &'g DeValue<'t>,
    /// The byte at which it begins.
    pub at: usize,
}

impl<'g, 't> Given<'g, 't> {
    pub fn new(value: &'g Spanned<DeValue<'t>>) -> Given<'g, 't> {
        Given { value: value.get_ref(), at: value.span().start }
    }

    pub fn get(&self, key: &str) -> Option<Given<'g, 't>> {
        self.value.as_table()?.get(key).map(Given::new)
    }

    pub fn items(&self) -> Option<impl Iterator<Item = Given<'g, 't>> + use<'g, 't>> {
        Some(self.value.as_array()?.iter().map(Given::new))
    }

    pub fn table(&self, reading: &mut Reading) -> Option<&'g DeTable<'t>> {
        let table = self.value.as_table();
        if table.is_none() {
            reading.wrong_type(self, "a table");
        }
        table
    }

    pub fn text(&self, reading: &mut Reading) -> Option<&'g str> {
        let text = self.value.as_str();
        if text.is_none() {
            reading.wrong_type(self, "a text");
        }
        text
    }

    /// Where a fault lies that a checker names by its path, as in `weekly[2].from`: as near as there is something.
    pub fn place_of(&self, path: &str) -> usize {
        let mut here = *self;
        for part in path.split(['.', '[', ']']).filter(|part| !part.is_empty()) {
            let next = match part.parse::<usize>() {
                Ok(index) => here.value.as_array().and_then(|items| items.get(index)).map(Given::new),
                Err(_) => here.get(part),
            };
            match next {
                Some(next) => here = next,
                None => break,
            }
        }
        here.at
    }
}

pub(crate) struct Reading {
    line_ends: Vec<usize>,
    pub faults: Vec<Fault>,
    /// What is read now, as in `queue "Orders"`.
    pub what: String,
    pub names: NamesGiven,
}

/// A name is known by itself; case does not tell names apart.
#[derive(Default)]
pub(crate) struct NamesGiven {
    /// The sections that are there: names in them must be found in them.
    pub sections: BTreeSet<SetUpNoun>,
    known: BTreeMap<(SetUpNoun, String), Uuid>,
    spelled: BTreeMap<SetUpNoun, Vec<String>>,
    pub outside: Vec<Outside>,
    last: u128,
}

/// A reference into a section that the file leaves alone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outside {
    pub noun: SetUpNoun,
    pub name: String,
    pub id: Uuid,
    pub line: usize,
    pub what: String,
}

impl Reading {
    pub fn new(text: &str) -> Reading {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Reading { line_ends, faults: Vec::new(), what: String::new(), names: NamesGiven::default() }
    }

    pub fn line(&self, at: usize) -> usize {
        self.line_ends.partition_point(|end| *end < at) + 1
    }

    pub fn fault(&mut self, at: usize, code: FaultCode, message: impl AsRef<str>) {
        let message = match self.what.is_empty() {
            true => message.as_ref().to_owned(),
            false => format!("{}: {}", self.what, message.as_ref()),
        };
        self.faults.push(Fault { line: self.line(at), code, message });
    }

    pub fn wrong_type(&mut self, given: &Given, wanted: &str) {
        let message = format!("here belongs {wanted}, not {}", described(given.value));
        self.fault(given.at, FaultCode::WrongType, message);
    }

    pub fn wrong_value(&mut self, given: &Given, message: impl AsRef<str>) {
        self.fault(given.at, FaultCode::WrongValue, message);
    }

    pub fn missing_key(&mut self, given: &Given, key: &str) {
        self.fault(given.at, FaultCode::MissingKey, format!("'{key}' is missing"));
    }

    pub fn unknown_key(&mut self, key: &Spanned<DeString>, known: &[&str]) {
        let name: &str = key.get_ref();
        let hint = hint(name, known.iter().copied(), "known here");
        self.fault(key.span().start, FaultCode::UnknownKey, format!("unknown key '{}'{hint}", shortened(name)));
    }

    /// The provisional id of what a name stands for.
    pub fn reference(&mut self, noun: SetUpNoun, given: &Given) -> Option<Uuid> {
        let name = given.text(self)?;
        self.named(noun, name, given.at)
    }

    pub fn named(&mut self, noun: SetUpNoun, name: &str, at: usize) -> Option<Uuid> {
        let key = (noun, folded(name));
        if let Some(id) = self.names.known.get(&key) {
            return Some(*id);
        }
        if self.names.sections.contains(&noun) {
            let spelled = self.names.spelled.get(&noun).map_or(&[][..], Vec::as_slice);
            let message = unknown_name(noun, name, spelled.iter().map(String::as_str));
            self.fault(at, FaultCode::UnknownName, message);
            return None;
        }
        let (line, what) = (self.line(at), self.what.clone());
        let id = self.names.provisional();
        self.names.known.insert(key, id);
        self.names.outside.push(Outside { noun, name: name.to_owned(), id, line, what });
        Some(id)
    }
}

impl NamesGiven {
    pub fn provisional(&mut self) -> Uuid {
        self.last += 1;
        Uuid::from_u128(self.last)
    }

    /// Of two objects of one name, references mean the first.
    pub fn introduce(&mut self, noun: SetUpNoun, name: &str) -> Uuid {
        let id = self.provisional();
        self.known.entry((noun, folded(name))).or_insert(id);
        self.spelled.entry(noun).or_default().push(name.to_owned());
        id
    }
}

pub(crate) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

pub(crate) fn unknown_name<'k>(noun: SetUpNoun, name: &str, known: impl Iterator<Item = &'k str>) -> String {
    let hint = match nearest(name, known) {
        Some(nearest) => format!("; did you mean '{nearest}'?"),
        None => String::new(),
    };
    format!("there is no {} '{}'{hint}", word(noun), shortened(name))
}

/// `; did you mean 'x'?`, or what there is.
pub(crate) fn hint<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone, otherwise: &str) -> String {
    match nearest(word, known.clone()) {
        Some(nearest) => format!("; did you mean '{nearest}'?"),
        None => format!("; {otherwise}: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(100).collect()
}

/// One of them, in words.
pub(crate) fn word(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Organization => "organization",
        SetUpNoun::Presence => "presence",
        SetUpNoun::Skill => "skill",
        SetUpNoun::CapacityProfile => "capacity profile",
        SetUpNoun::OperatingHours => "operating hours",
        SetUpNoun::Agent => "agent",
        SetUpNoun::Queue => "queue",
        SetUpNoun::SessionTemplate => "session template",
        SetUpNoun::NotificationTemplate => "notification template",
        SetUpNoun::Workstream => "workstream",
        SetUpNoun::Ruleset => "ruleset",
        SetUpNoun::Widget => "widget",
        SetUpNoun::QuickReply => "quick reply",
    }
}

fn described(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
