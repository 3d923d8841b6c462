//! How the model's values become columns and back, and how statements are put together from lists of columns.
//! Knows no table.

use crate::codes::Code;
use frontdesk_model::*;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Row, Statement};
use std::fmt::Write;

/// One value in one column.
pub trait Column {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>>;
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self>
    where
        Self: Sized;
}

/// The columns of one row, read from left to right.
pub struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl Columns<'_> {
    pub fn next<T: Column>(&mut self) -> rusqlite::Result<T> {
        let index = self.next;
        self.next += 1;
        let value = self.row.get_ref(index)?;
        T::read(value)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, value.data_type(), Box::new(error)))
    }
}

/// Runs a statement with `values` as ?1, ?2, …; answers how many rows it changed.
pub fn execute(connection: &Connection, sql: &str, values: &[&dyn Column]) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    statement.raw_execute()
}

pub fn query<T>(
    connection: &Connection,
    sql: &str,
    values: &[&dyn Column],
    mut read: impl FnMut(&mut Columns<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(&mut Columns { row, next: 0 })?);
    }
    Ok(found)
}

pub fn query_one<T>(
    connection: &Connection,
    sql: &str,
    values: &[&dyn Column],
    read: impl FnMut(&mut Columns<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    Ok(query(connection, sql, values, read)?.pop())
}

fn bind(statement: &mut Statement<'_>, values: &[&dyn Column]) -> rusqlite::Result<()> {
    for (index, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(index + 1, value.write()?)?;
    }
    Ok(())
}

/// `INSERT … VALUES (?1, ?2, …)` over all columns in order.
pub fn insert(table: &str, columns: &[&str]) -> String {
    let places: Vec<_> = (1..=columns.len()).map(|number| format!("?{number}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", "))
}

/// The same, and over what is there under the same key, the first `keys` columns.
pub fn upsert(table: &str, keys: usize, columns: &[&str]) -> String {
    let mut sql = format!("{} ON CONFLICT ({}) DO UPDATE SET ", insert(table, columns), columns[..keys].join(", "));
    let changes: Vec<_> = columns[keys..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    sql.push_str(&changes.join(", "));
    sql
}

/// Rewrites a row by its key where the `fixed` columns are what they were, so that no index is touched: SQLite rewrites
/// the entries of every index whose columns a statement names, changed or not. Same places as in [`upsert`].
pub fn update_where_fixed(table: &str, keys: usize, fixed: &[&str], columns: &[&str]) -> String {
    let (mut changes, mut conditions) = (String::new(), String::new());
    for (index, column) in columns.iter().enumerate() {
        let number = index + 1;
        let (list, between, equals) = match index {
            _ if index < keys => (&mut conditions, " AND ", "="),
            _ if fixed.contains(column) => (&mut conditions, " AND ", "IS"),
            _ => (&mut changes, ", ", "="),
        };
        let between = if list.is_empty() { "" } else { between };
        let _ = write!(list, "{between}{column} {equals} ?{number}");
    }
    format!("UPDATE {table} SET {changes} WHERE {conditions}")
}

/// The columns of a table under an alias, for a `SELECT`.
pub fn under(alias: &str, columns: &[&str]) -> String {
    columns.iter().map(|column| format!("{alias}.{column}")).collect::<Vec<_>>().join(", ")
}

fn number(value: ValueRef<'_>) -> FromSqlResult<i64> {
    value.as_i64()
}

impl<T: Column> Column for Option<T> {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Some(value) => value.write(),
            None => Ok(ToSqlOutput::Owned(Value::Null)),
        }
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(None),
            value => T::read(value).map(Some),
        }
    }
}

impl Column for i64 {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(*self)))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        number(value)
    }
}

macro_rules! unsigned {
    ($($kind:ty),+) => {$(
        impl Column for $kind {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let number = i64::try_from(*self)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
                Ok(ToSqlOutput::Owned(Value::Integer(number)))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let number = number(value)?;
                <$kind>::try_from(number).map_err(|_| FromSqlError::OutOfRange(number))
            }
        }
    )+};
}
unsigned!(u32, u64);

impl Column for bool {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(i64::from(*self))))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(number(value)? != 0)
    }
}

impl Column for &str {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes())))
    }
    fn read(_: ValueRef<'_>) -> FromSqlResult<Self> {
        Err(FromSqlError::InvalidType)
    }
}

impl Column for String {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes())))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl<const N: usize> Column for [u8; N] {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self)))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; N]>::column_result(value)
    }
}

impl Column for Timestamp {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(self.0)))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        number(value).map(Timestamp)
    }
}

impl Column for Uuid {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.as_bytes())))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 16]>::column_result(value).map(Uuid::from_bytes)
    }
}

macro_rules! ids {
    ($($kind:ident),+ $(,)?) => {$(
        impl Column for $kind {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.write()
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::read(value).map($kind)
            }
        }
    )+};
}
ids!(
    OrganizationId,
    AgentId,
    ConversationId,
    SessionId,
    ParticipantId,
    QueueId,
    WorkstreamId,
    PresenceId,
    WidgetId,
    ContactId,
    AccountId,
    CaseId,
    VisitorId,
    TokenId,
    QuickReplyId,
    FileId,
);

macro_rules! words {
    ($($kind:ident),+ $(,)?) => {$(
        impl Column for $kind {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(Value::Integer(Code::code(*self))))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let code = number(value)?;
                <$kind as Code>::from_code(code).ok_or(FromSqlError::OutOfRange(code))
            }
        }
    )+};
}
words!(
    ConversationStatus,
    StatusReason,
    Channel,
    ConversationMode,
    DistributionMode,
    Priority,
    SessionStatus,
    ClosureReason,
    ParticipantMode,
    Visibility,
    SystemMessage,
    BasePresence,
    PresenceSource,
    CaseStatus,
    FileState,
);

/// A list as JSON; nothing at all when it is empty, which is nearly always.
pub struct List<T>(pub Option<String>, std::marker::PhantomData<T>);

impl<T: serde::Serialize + serde::de::DeserializeOwned> List<T> {
    pub fn of(items: &[T]) -> rusqlite::Result<Self> {
        let json = if items.is_empty() { None } else { Some(to_json(items)?) };
        Ok(List(json, std::marker::PhantomData))
    }

    pub fn items(self) -> rusqlite::Result<Vec<T>> {
        self.0.map_or(Ok(Vec::new()), |json| from_json(&json))
    }
}

impl<T> Column for List<T> {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.write()
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(List(Option::read(value)?, std::marker::PhantomData))
    }
}

/// An object as JSON; nothing at all when it is the default, which is nearly always.
pub struct Document<T>(Option<String>, std::marker::PhantomData<T>);

impl<T: serde::Serialize + serde::de::DeserializeOwned + Default + PartialEq> Document<T> {
    pub fn of(value: &T) -> rusqlite::Result<Self> {
        let json = if *value == T::default() { None } else { Some(to_json(value)?) };
        Ok(Document(json, std::marker::PhantomData))
    }

    pub fn value(self) -> rusqlite::Result<T> {
        self.0.map_or(Ok(T::default()), |json| from_json(&json))
    }
}

impl<T> Column for Document<T> {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.write()
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Document(Option::read(value)?, std::marker::PhantomData))
    }
}

/// The one column `body`, whole.
pub fn read_body<T: serde::de::DeserializeOwned>(columns: &mut Columns<'_>) -> rusqlite::Result<T> {
    let body: String = columns.next()?;
    from_json(&body)
}

pub fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

pub fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> rusqlite::Result<T> {
    serde_json::from_str(json)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}

/// A customer takes two columns: which kind of record (1 contact, 2 account), and its id.
pub fn customer_columns(customer: Option<CustomerRef>) -> (Option<i64>, Option<Uuid>) {
    match customer {
        Some(CustomerRef::Contact(id)) => (Some(1), Some(id.0)),
        Some(CustomerRef::Account(id)) => (Some(2), Some(id.0)),
        None => (None, None),
    }
}

pub fn read_customer(columns: &mut Columns<'_>) -> rusqlite::Result<Option<CustomerRef>> {
    let kind: Option<i64> = columns.next()?;
    let id: Option<Uuid> = columns.next()?;
    Ok(match (kind, id) {
        (Some(1), Some(id)) => Some(CustomerRef::Contact(ContactId(id))),
        (Some(2), Some(id)) => Some(CustomerRef::Account(AccountId(id))),
        _ => None,
    })
}
