//! The values that rules compare, and how two of them compare. Knows no fields and no rules.
//!
//! A value that arrives as text is read as what it is compared with: the text `"12"` is the number 12 beside a number, `"true"`
//! is true beside a boolean, an RFC 3339 text is a time beside a time. Context variables arrive as text, and a rule may still
//! say `context.orders > 10`. Text that cannot be read so, like any two different kinds, does not compare at all.

use crate::fold;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A literal in a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Text(String),
    Number(Number),
    Boolean(bool),
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Time(i64),
}

/// A value of a record, borrowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueRef<'a> {
    Text(&'a str),
    Number(f64),
    Boolean(bool),
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Time(i64),
}

/// A finite number, so that numbers have one order and every literal can be written down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(f64);

/// Up to here a whole number in writing is one `f64`, and no other is.
pub(crate) const EXACT_MAX: f64 = 9_007_199_254_740_991.0;

impl Number {
    /// Nothing for NaN and the infinities.
    pub fn new(number: f64) -> Option<Number> {
        // Adding zero turns -0 into 0: one way to write each number.
        number.is_finite().then_some(Number(number + 0.0))
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if self.0 == 0.0 || (1e-5..=EXACT_MAX).contains(&size) {
            write!(formatter, "{}", self.0)
        } else {
            write!(formatter, "{:e}", self.0)
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Value {
        Value::Number(Number(number.into()))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Number(Number(number.into()))
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Value {
        Value::Boolean(boolean)
    }
}

impl Value {
    pub fn borrow(&self) -> ValueRef<'_> {
        match self {
            Value::Text(text) => ValueRef::Text(text),
            Value::Number(number) => ValueRef::Number(number.0),
            Value::Boolean(boolean) => ValueRef::Boolean(*boolean),
            Value::Time(time) => ValueRef::Time(*time),
        }
    }

    /// In words, for messages to people.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Boolean(_) => "true or false",
            Value::Time(_) => "a time",
        }
    }
}

/// Plain, without quotes, so that it reads back as the same value beside one of its kind.
impl fmt::Display for ValueRef<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            ValueRef::Text(text) => formatter.write_str(text),
            ValueRef::Number(number) => match Number::new(number) {
                Some(number) => number.fmt(formatter),
                None => number.fmt(formatter),
            },
            ValueRef::Boolean(boolean) => boolean.fmt(formatter),
            ValueRef::Time(time_ms) => match write_time(time_ms) {
                Some(text) => formatter.write_str(&text),
                None => time_ms.fmt(formatter),
            },
        }
    }
}

impl ValueRef<'_> {
    pub fn to_value(self) -> Option<Value> {
        Some(match self {
            ValueRef::Text(text) => Value::Text(text.to_owned()),
            ValueRef::Number(number) => Value::Number(Number::new(number)?),
            ValueRef::Boolean(boolean) => Value::Boolean(boolean),
            ValueRef::Time(time) => Value::Time(time),
        })
    }

    /// How two values stand to each other, texts without regard to case; nothing where they do not compare.
    pub fn compare(self, other: ValueRef<'_>) -> Option<Ordering> {
        match (self, other) {
            (ValueRef::Text(left), ValueRef::Text(right)) => Some(fold::compare(left, right)),
            (ValueRef::Text(left), right) => read_as(left, right)?.compare(right),
            (left, ValueRef::Text(right)) => left.compare(read_as(right, left)?),
            (ValueRef::Number(left), ValueRef::Number(right)) => left.partial_cmp(&right),
            (ValueRef::Boolean(left), ValueRef::Boolean(right)) => Some(left.cmp(&right)),
            (ValueRef::Time(left), ValueRef::Time(right)) => Some(left.cmp(&right)),
            _ => None,
        }
    }

    /// Whether the two are the same to a rule.
    pub fn same(self, other: ValueRef<'_>) -> bool {
        match (self, other) {
            (ValueRef::Text(left), ValueRef::Text(right)) => fold::same(left, right),
            _ => self.compare(other) == Some(Ordering::Equal),
        }
    }
}

fn read_as<'a>(text: &str, kind: ValueRef<'a>) -> Option<ValueRef<'a>> {
    match kind {
        ValueRef::Text(_) => None,
        ValueRef::Number(_) => read_number(text).map(|number| ValueRef::Number(number.0)),
        ValueRef::Boolean(_) => read_boolean(text).map(ValueRef::Boolean),
        ValueRef::Time(_) => read_time(text).map(ValueRef::Time),
    }
}

pub(crate) fn read_number(text: &str) -> Option<Number> {
    let text = text.trim();
    // The standard library also reads words such as "nan" and "infinity".
    if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) {
        text.parse().ok().and_then(Number::new)
    } else {
        None
    }
}

pub(crate) fn read_boolean(text: &str) -> Option<bool> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

pub(crate) fn read_time(text: &str) -> Option<i64> {
    text.trim().parse::<jiff::Timestamp>().ok().map(|time| time.as_millisecond())
}

/// The RFC 3339 text of a time; nothing outside the years that have one.
pub(crate) fn write_time(time_ms: i64) -> Option<String> {
    jiff::Timestamp::from_millisecond(time_ms).ok().map(|time| time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ValueRef::{Boolean, Number as Num, Text, Time};

    #[test]
    fn values_compare_as_users_expect() {
        let cases: &[(ValueRef<'_>, ValueRef<'_>, Option<Ordering>)] = &[
            (Text("Gold"), Text("gOLD"), Some(Ordering::Equal)),
            (Text("ÄRGER"), Text("ärger"), Some(Ordering::Equal)),
            (Text("a"), Text("B"), Some(Ordering::Less)),
            (Num(2.0), Num(10.0), Some(Ordering::Less)),
            (Num(-0.0), Num(0.0), Some(Ordering::Equal)),
            (Num(f64::NAN), Num(f64::NAN), None),
            (Text(" 12 "), Num(12.0), Some(Ordering::Equal)),
            (Num(9.0), Text("1e1"), Some(Ordering::Less)),
            (Text("nan"), Num(1.0), None),
            (Text("inf"), Num(1.0), None),
            (Text("twelve"), Num(12.0), None),
            (Text("TRUE"), Boolean(true), Some(Ordering::Equal)),
            (Text("yes"), Boolean(true), None),
            (Text("1970-01-01T00:00:01Z"), Time(1000), Some(Ordering::Equal)),
            (Text("1970-01-01T01:00:00+01:00"), Time(1), Some(Ordering::Less)),
            (Text("yesterday"), Time(1), None),
            (Num(1.0), Boolean(true), None),
            (Num(1.0), Time(1), None),
        ];
        for (left, right, expected) in cases {
            assert_eq!(left.compare(*right), *expected, "{left:?} to {right:?}");
            assert_eq!(right.compare(*left), expected.map(Ordering::reverse), "{right:?} to {left:?}");
            assert_eq!(left.same(*right), *expected == Some(Ordering::Equal), "{left:?} and {right:?}");
        }
    }

    #[test]
    fn whole_numbers_have_no_dot() {
        let cases =
            [(3.0, "3"), (-0.0, "0"), (2.5, "2.5"), (1e15, "1000000000000000"), (1e300, "1e300"), (2e-7, "2e-7")];
        for (number, text) in cases {
            assert_eq!(Number::new(number).map(|number| number.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Number::new(f64::NAN), None);
    }
}
