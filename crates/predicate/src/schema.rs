//! Which fields there are and what they hold. The caller says; nothing is known here beforehand.

use std::collections::BTreeMap;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    Text,
    Number,
    Boolean,
    Time,
    /// One of these words, in any case.
    Choice(Vec<String>),
    /// Whatever comes in, read as what it is compared with: an undeclared context variable.
    Open,
}

impl FieldType {
    pub fn choice<W: Into<String>>(words: impl IntoIterator<Item = W>) -> FieldType {
        FieldType::Choice(words.into_iter().map(Into::into).collect())
    }

    /// In words, for messages to people.
    pub fn describe(&self) -> &'static str {
        match self {
            FieldType::Text => "a text",
            FieldType::Number => "a number",
            FieldType::Boolean => "true or false",
            FieldType::Time => "a time",
            FieldType::Choice(_) => "a choice of words",
            FieldType::Open => "open",
        }
    }
}

/// The fields a rule may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    fields: BTreeMap<String, FieldType>,
    /// Namespaces in which every name is a field, without their dot.
    open: BTreeMap<String, FieldType>,
}

impl Schema {
    pub fn new() -> Schema {
        Schema::default()
    }

    /// Adds a field; a second one of the name replaces the first.
    pub fn field(mut self, name: impl Into<String>, holds: FieldType) -> Schema {
        self.fields.insert(name.into(), holds);
        self
    }

    /// Adds a namespace: `open("context", …)` makes `context.anything` a field. Fields declared by name go before.
    pub fn open(mut self, namespace: impl Into<String>, holds: FieldType) -> Schema {
        self.open.insert(namespace.into(), holds);
        self
    }

    pub fn resolve(&self, name: &str) -> Option<&FieldType> {
        self.fields.get(name).or_else(|| {
            let dots = name.char_indices().filter(|(_, letter)| *letter == '.').map(|(at, _)| at);
            // The longest namespace that fits is the closest one.
            dots.filter(|at| at + 1 < name.len()).filter_map(|at| self.open.get(&name[..at])).next_back()
        })
    }

    /// The declared fields, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &FieldType)> {
        self.fields.iter().map(|(name, holds)| (name.as_str(), holds))
    }

    /// The open namespaces, by name without the dot.
    pub fn namespaces(&self) -> impl Iterator<Item = (&str, &FieldType)> {
        self.open.iter().map(|(name, holds)| (name.as_str(), holds))
    }
}
