//! Writing a condition in its canonical form: normal, with the fewest parentheses.

use super::lexer::{is_identifier, is_reserved};
use crate::tree::{Operand, Predicate};
use crate::value::{Value, write_time};
use serde::{Serialize, Serializer};
use std::fmt::{self, Display, Formatter, Write};

impl Display for Predicate {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write_part(formatter, &self.clone().normal(), Place::Top)
    }
}

impl Serialize for Predicate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where a part stands decides whether it needs parentheses.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Top,
    InAll,
    InAny,
    InNot,
}

fn write_part(out: &mut Formatter<'_>, part: &Predicate, place: Place) -> fmt::Result {
    match part {
        Predicate::Always => out.write_str("true"),
        Predicate::Not(inner) if **inner == Predicate::Always => out.write_str("false"),
        Predicate::Not(inner) => {
            out.write_char('!')?;
            write_part(out, inner, Place::InNot)
        }
        Predicate::All(parts) => {
            enclosed(out, place == Place::InNot, |out| write_parts(out, parts, " && ", Place::InAll))
        }
        Predicate::Any(parts) => enclosed(out, matches!(place, Place::InNot | Place::InAll), |out| {
            write_parts(out, parts, " || ", Place::InAny)
        }),
        Predicate::Compare { field, operator, operand } => enclosed(out, place == Place::InNot, |out| {
            write_field(out, field)?;
            write!(out, " {} ", operator.symbol())?;
            match operand {
                Operand::Value(value) => write!(out, "{value}"),
                Operand::Field(other) => write_field(out, other),
            }
        }),
        Predicate::In { field, values } => enclosed(out, place == Place::InNot, |out| {
            write_field(out, field)?;
            out.write_str(" in [")?;
            for (number, value) in values.iter().enumerate() {
                out.write_str(if number == 0 { "" } else { ", " })?;
                write!(out, "{value}")?;
            }
            out.write_char(']')
        }),
        Predicate::Contains { field, text } => write_call(out, field, "contains", text),
        Predicate::StartsWith { field, text } => write_call(out, field, "startsWith", text),
        Predicate::EndsWith { field, text } => write_call(out, field, "endsWith", text),
        Predicate::Exists(field) => {
            out.write_str("has(")?;
            write_field(out, field)?;
            out.write_char(')')
        }
    }
}

fn enclosed(
    out: &mut Formatter<'_>,
    parentheses: bool,
    write: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    if !parentheses {
        return write(out);
    }
    out.write_char('(')?;
    write(out)?;
    out.write_char(')')
}

fn write_parts(out: &mut Formatter<'_>, parts: &[Predicate], between: &str, place: Place) -> fmt::Result {
    for (number, part) in parts.iter().enumerate() {
        out.write_str(if number == 0 { "" } else { between })?;
        write_part(out, part, place)?;
    }
    Ok(())
}

fn write_call(out: &mut Formatter<'_>, field: &str, name: &str, text: &str) -> fmt::Result {
    write_field(out, field)?;
    write!(out, ".{name}(")?;
    write_text(out, text)?;
    out.write_char(')')
}

fn write_field(out: &mut Formatter<'_>, field: &str) -> fmt::Result {
    for (number, segment) in field.split('.').enumerate() {
        if number == 0 && is_identifier(segment) && !is_reserved(segment) {
            out.write_str(segment)?;
        } else if number > 0 && is_identifier(segment) {
            write!(out, ".{segment}")?;
        } else {
            out.write_char('[')?;
            write_text(out, segment)?;
            out.write_char(']')?;
        }
    }
    Ok(())
}

impl Display for Value {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => write_text(out, text),
            Value::Number(number) => write!(out, "{number}"),
            Value::Boolean(boolean) => write!(out, "{boolean}"),
            Value::Time(time_ms) => match write_time(*time_ms) {
                Some(text) => write!(out, "timestamp(\"{text}\")"),
                None => write!(out, "timestamp(\"{time_ms}\")"),
            },
        }
    }
}

fn write_text(out: &mut Formatter<'_>, text: &str) -> fmt::Result {
    let count = |quote| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    out.write_char(quote)?;
    for letter in text.chars() {
        match letter {
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            '\\' => out.write_str("\\\\")?,
            _ if letter == quote => write!(out, "\\{letter}")?,
            // Control characters are below U+0100, so four digits do.
            _ if letter.is_control() => write!(out, "\\u{:04x}", u32::from(letter))?,
            _ => out.write_char(letter)?,
        }
    }
    out.write_char(quote)
}
