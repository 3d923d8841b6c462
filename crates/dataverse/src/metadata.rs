//! What can be said of a table: its names, its columns, their kinds, labels and how each is read from the model.
//! Knows no particular table and no wire format.

use frontdesk_model::{ConversationOrder, Timestamp, Uuid};
use std::borrow::Cow;

/// The names of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    pub logical: &'static str,
    /// The plural in Web API paths.
    pub set: &'static str,
    pub display: &'static str,
    pub primary_id: &'static str,
    pub primary_name: &'static str,
}

/// A table whose rows are `Row`s of the model.
pub struct Table<Row: 'static> {
    pub names: Names,
    pub columns: &'static [Column<Row>],
}

pub struct Column<Row: 'static> {
    /// Lower case; the key in records.
    pub logical: &'static str,
    pub display: &'static str,
    pub kind: Kind,
    pub sort: Sort,
    pub read: fn(&Row) -> Value<'_>,
}

/// The type of a column, with its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Guid,
    Text {
        length_max: u32,
    },
    /// Long text; cannot be sorted by.
    Memo {
        length_max: u32,
    },
    Integer,
    BigInteger,
    Decimal {
        places: u8,
    },
    Boolean,
    DateTime,
    Choice(&'static Choices),
    /// Several choices at once; on the wire a comma-separated string. Cannot be sorted by.
    MultipleChoice(&'static Choices),
    Lookup {
        targets: &'static [&'static str],
    },
}

/// An option set.
#[derive(Debug, PartialEq, Eq)]
pub struct Choices {
    pub name: &'static str,
    pub options: &'static [(i64, &'static str)],
}

impl Choices {
    pub fn label(&self, value: i64) -> Option<&'static str> {
        self.options.iter().find(|(option, _)| *option == value).map(|(_, label)| *label)
    }
}

/// Whether a list can be sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    By(ConversationOrder),
    /// The same in every row as long as we have no data for it: sorting by it changes nothing.
    Constant,
    Never,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value<'row> {
    Null,
    Guid(Uuid),
    Text(Cow<'row, str>),
    Integer(i64),
    Boolean(bool),
    DateTime(Timestamp),
    Choice(i64),
    MultipleChoice(Vec<i64>),
    Lookup { id: Uuid, target: &'static str },
}

impl<Row> Column<Row> {
    pub const fn new(
        logical: &'static str,
        display: &'static str,
        kind: Kind,
        sort: Sort,
        read: fn(&Row) -> Value<'_>,
    ) -> Self {
        Column { logical, display, kind, sort, read }
    }

    /// A column of the contract that nothing here fills yet.
    pub const fn empty(logical: &'static str, display: &'static str, kind: Kind) -> Self {
        let sort = match kind {
            Kind::Memo { .. } | Kind::MultipleChoice(_) => Sort::Never,
            _ => Sort::Constant,
        };
        Column { logical, display, kind, sort, read: |_| Value::Null }
    }
}

impl<Row> Table<Row> {
    /// By logical or schema name in any casing, or by a lookup's `_name_value` form.
    pub fn column(&self, name: &str) -> Option<&'static Column<Row>> {
        let name = name.trim().to_ascii_lowercase();
        let plain = name.strip_prefix('_').and_then(|name| name.strip_suffix("_value"));
        self.columns.iter().find(|column| {
            column.logical == name || (plain == Some(column.logical) && matches!(column.kind, Kind::Lookup { .. }))
        })
    }

    pub fn column_names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.logical)
    }
}

/// A table without the type of its rows, for those who only describe it.
pub trait Described: Sync {
    fn names(&self) -> &Names;
    fn columns(&self) -> Vec<(&'static str, Kind)>;
}

impl<Row> Described for Table<Row> {
    fn names(&self) -> &Names {
        &self.names
    }

    fn columns(&self) -> Vec<(&'static str, Kind)> {
        self.columns.iter().map(|column| (column.logical, column.kind)).collect()
    }
}

impl<'row> Value<'row> {
    pub fn text(text: &'row str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }

    pub fn optional_text(text: Option<&'row str>) -> Self {
        text.map_or(Value::Null, Value::text)
    }

    pub fn optional_date(at: Option<Timestamp>) -> Self {
        at.map_or(Value::Null, Value::DateTime)
    }

    pub fn seconds(millis: Option<u64>) -> Self {
        millis.map_or(Value::Null, |millis| Value::Integer(i64::try_from(millis / 1_000).unwrap_or(i64::MAX)))
    }

    pub fn lookup(id: Option<impl Into<Uuid>>, target: &'static str) -> Self {
        id.map_or(Value::Null, |id| Value::Lookup { id: id.into(), target })
    }
}
