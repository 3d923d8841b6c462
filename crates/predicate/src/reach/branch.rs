//! One alternative of a condition: tests and negated tests that must all hold, and what they say together about each field.
//!
//! Values compare across kinds (the text "10" is the number 10), so nothing is concluded from values of different kinds, and
//! from different texts only where neither can be read as something else.

use super::{BRANCHES_MAX, VALUES_MAX};
use crate::fold;
use crate::tree::{Operand, Operator, Predicate};
use crate::value::{Value, read_boolean, read_number, read_time};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub(super) struct Branch<'a> {
    tests: Vec<Test<'a>>,
    negated: Vec<Test<'a>>,
    /// What the tests say together of each field that has one; the negated ones have thinned the lists.
    known: BTreeMap<&'a str, Known>,
}

/// A test of a field that fails where the field has no value. Texts are folded.
#[derive(Clone, Debug, PartialEq)]
struct Test<'a> {
    field: &'a str,
    kind: Kind<'a>,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind<'a> {
    /// Ascending.
    OneOf(Vec<Value>),
    /// Against a number or a time; never `==` or `!=`.
    Bound(Operator, Value),
    Part(Part, String),
    Exists,
    /// With another field; never `!=`.
    Field(Operator, &'a str),
    /// Seen only as equal to itself.
    Opaque(Operator, Value),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Contains,
    Starts,
    Ends,
}

#[derive(Clone, Debug, Default)]
struct Known {
    one_of: Option<Vec<Value>>,
    numbers: Range,
    times: Range,
    parts: Vec<(Part, String)>,
}

/// Bounds of one kind, and whether the bound itself belongs.
#[derive(Clone, Debug, Default)]
struct Range {
    min: Option<(Value, bool)>,
    max: Option<(Value, bool)>,
}

type Literal<'a> = (Test<'a>, bool);

/// The alternatives of a condition; nothing where there are too many.
pub(super) fn branches(predicate: &Predicate) -> Option<Vec<Branch<'_>>> {
    let alternatives = spread(predicate, true)?;
    Some(alternatives.into_iter().map(|literals| Branch::default().with(literals)).collect())
}

fn single(test: Test<'_>, holds: bool) -> Option<Vec<Vec<Literal<'_>>>> {
    Some(vec![vec![(test, holds)]])
}

fn spread(predicate: &Predicate, holds: bool) -> Option<Vec<Vec<Literal<'_>>>> {
    match predicate {
        Predicate::Always if holds => Some(vec![Vec::new()]),
        Predicate::Always => Some(Vec::new()),
        Predicate::Not(part) => spread(part, !holds),
        Predicate::All(parts) if holds => product(parts, holds),
        Predicate::Any(parts) if !holds => product(parts, holds),
        Predicate::All(parts) | Predicate::Any(parts) => {
            let mut together = Vec::new();
            for part in parts {
                together.extend(spread(part, holds)?);
                if together.len() > BRANCHES_MAX {
                    return None;
                }
            }
            Some(together)
        }
        Predicate::Compare { field, operator: Operator::NotEqual, operand } => {
            single(compared(field, Operator::Equal, operand), !holds)
        }
        Predicate::Compare { field, operator, operand } => single(compared(field, *operator, operand), holds),
        Predicate::In { values, .. } if values.len() > VALUES_MAX => None,
        Predicate::In { field, values } => {
            let mut values: Vec<Value> = values.iter().map(folded).collect();
            values.sort_unstable();
            values.dedup();
            single(Test { field, kind: Kind::OneOf(values) }, holds)
        }
        Predicate::Contains { field, text } => single(part(field, Part::Contains, text), holds),
        Predicate::StartsWith { field, text } => single(part(field, Part::Starts, text), holds),
        Predicate::EndsWith { field, text } => single(part(field, Part::Ends, text), holds),
        Predicate::Exists(field) => single(Test { field, kind: Kind::Exists }, holds),
    }
}

/// Each alternative of one part with each of the next.
fn product(parts: &[Predicate], holds: bool) -> Option<Vec<Vec<Literal<'_>>>> {
    let mut together = vec![Vec::new()];
    for part in parts {
        let next = spread(part, holds)?;
        if together.len() * next.len() > BRANCHES_MAX {
            return None;
        }
        together =
            together.iter().flat_map(|before| next.iter().map(move |more| [&before[..], more].concat())).collect();
    }
    Some(together)
}

fn compared<'a>(field: &'a str, operator: Operator, operand: &'a Operand) -> Test<'a> {
    match operand {
        // One way to write each comparison of two fields.
        Operand::Field(other) if other.as_str() < field => {
            Test { field: other, kind: Kind::Field(operator.mirrored(), field) }
        }
        Operand::Field(other) => Test { field, kind: Kind::Field(operator, other) },
        Operand::Value(value) if operator == Operator::Equal => Test { field, kind: Kind::OneOf(vec![folded(value)]) },
        Operand::Value(value @ (Value::Number(_) | Value::Time(_))) => {
            Test { field, kind: Kind::Bound(operator, value.clone()) }
        }
        Operand::Value(value) => Test { field, kind: Kind::Opaque(operator, folded(value)) },
    }
}

fn part<'a>(field: &'a str, part: Part, text: &str) -> Test<'a> {
    Test { field, kind: Kind::Part(part, fold::folded(text).collect()) }
}

fn folded(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(fold::folded(text).collect()),
        other => other.clone(),
    }
}

impl<'a> Branch<'a> {
    fn with(mut self, literals: Vec<Literal<'a>>) -> Branch<'a> {
        for (test, holds) in literals {
            if holds { self.tests.push(test) } else { self.negated.push(test) }
        }
        self.known = BTreeMap::new();
        for test in &self.tests {
            self.known.entry(test.field).or_default().learn(&test.kind);
            if let Kind::Field(_, other) = test.kind {
                self.known.entry(other).or_default();
            }
        }
        for (field, known) in &mut self.known {
            known.thin(self.negated.iter().filter(|test| test.field == *field).map(|test| &test.kind));
        }
        self
    }

    pub(super) fn with_value(&self, field: &'a str, value: Value) -> Branch<'a> {
        self.clone().with(vec![(Test { field, kind: Kind::OneOf(vec![value]) }, true)])
    }

    /// The fields of which a list of values is known.
    pub(super) fn lists(&self) -> Vec<(&'a str, Vec<Value>)> {
        self.known.iter().filter_map(|(field, known)| Some((*field, known.one_of.clone()?))).collect()
    }

    /// How many values those lists have together.
    pub(super) fn values(&self) -> usize {
        self.known.values().filter_map(|known| known.one_of.as_ref()).map(Vec::len).sum()
    }

    pub(super) fn is_contradictory(&self) -> bool {
        self.known.values().any(Known::is_impossible) || self.negated.iter().any(|test| self.requires(test))
    }

    /// Whether every record that fits this branch fits the other.
    pub(super) fn implies(&self, other: &Branch<'a>) -> bool {
        other.tests.iter().all(|test| self.requires(test)) && other.negated.iter().all(|test| self.excludes(test))
    }

    fn requires(&self, test: &Test<'a>) -> bool {
        let Some(known) = self.known.get(test.field) else {
            return false;
        };
        match &test.kind {
            Kind::OneOf(values)
                if known.one_of.as_ref().is_some_and(|list| list.iter().all(|it| values.binary_search(it).is_ok())) =>
            {
                true
            }
            Kind::Bound(operator, bound) if known.keeps(*operator, bound) => true,
            Kind::Part(part, text) if known.has_part(*part, text) => true,
            Kind::Exists => true,
            _ => self.tests.contains(test),
        }
    }

    fn excludes(&self, test: &Test<'a>) -> bool {
        self.negated.contains(test) || self.clone().with(vec![(test.clone(), true)]).is_contradictory()
    }
}

impl Known {
    fn learn(&mut self, kind: &Kind<'_>) {
        match kind {
            Kind::OneOf(values) => match &mut self.one_of {
                None => self.one_of = Some(values.clone()),
                Some(list) => list.retain(|it| values.iter().any(|value| may_be_same(it, value))),
            },
            Kind::Bound(operator, bound) => {
                let range = if matches!(bound, Value::Number(_)) { &mut self.numbers } else { &mut self.times };
                range.narrow(*operator, bound);
            }
            Kind::Part(part, text) => self.parts.push((*part, text.clone())),
            Kind::Exists | Kind::Field(..) | Kind::Opaque(..) => {}
        }
    }

    /// Takes from the list what the other tests of the field rule out.
    fn thin<'t>(&mut self, negated: impl Iterator<Item = &'t Kind<'t>>) {
        let Some(list) = &mut self.one_of else {
            return;
        };
        for kind in negated {
            if let Kind::OneOf(values) = kind {
                list.retain(|it| values.binary_search(it).is_err());
            }
        }
        list.retain(|it| match it {
            Value::Number(_) => self.numbers.admits(it),
            Value::Time(_) => self.times.admits(it),
            Value::Text(text) => self.parts.iter().all(|(part, piece)| part.is_in(text, piece)),
            Value::Boolean(_) => true,
        });
    }

    fn is_impossible(&self) -> bool {
        self.one_of.as_ref().is_some_and(Vec::is_empty) || self.numbers.is_empty() || self.times.is_empty()
    }

    /// Whether all it can be is within the bound.
    fn keeps(&self, operator: Operator, bound: &Value) -> bool {
        let number = matches!(bound, Value::Number(_));
        let mut outside = Range::default();
        outside.narrow(operator, bound);
        let listed = self.one_of.as_ref().is_some_and(|list| {
            list.iter()
                .all(|it| matches!(it, Value::Number(_)) == number && !is_text_or_boolean(it) && outside.admits(it))
        });
        listed || if number { self.numbers.is_within(&outside) } else { self.times.is_within(&outside) }
    }

    fn has_part(&self, part: Part, text: &str) -> bool {
        let listed = self.one_of.as_ref().is_some_and(|list| {
            list.iter().all(|it| matches!(it, Value::Text(whole) if is_plain(whole) && part.is_in(whole, text)))
        });
        listed
            || self.parts.iter().any(|(known, piece)| match part {
                Part::Contains => piece.contains(text),
                _ => *known == part && part.is_in(piece, text),
            })
    }
}

impl Part {
    /// Both folded.
    fn is_in(self, text: &str, piece: &str) -> bool {
        match self {
            Part::Contains => text.contains(piece),
            Part::Starts => text.starts_with(piece),
            Part::Ends => text.ends_with(piece),
        }
    }
}

impl Range {
    fn narrow(&mut self, operator: Operator, bound: &Value) {
        let inclusive = matches!(operator, Operator::LessOrEqual | Operator::GreaterOrEqual);
        if matches!(operator, Operator::Less | Operator::LessOrEqual) {
            // At the same bound the exclusive one is narrower: false < true.
            let narrower = self.max.as_ref().is_none_or(|(max, included)| (bound, inclusive) < (max, *included));
            if narrower {
                self.max = Some((bound.clone(), inclusive));
            }
        } else {
            let narrower = self.min.as_ref().is_none_or(|(min, included)| (bound, !inclusive) > (min, !*included));
            if narrower {
                self.min = Some((bound.clone(), inclusive));
            }
        }
    }

    fn admits(&self, value: &Value) -> bool {
        let above = self.min.as_ref().is_none_or(|(min, included)| value > min || *included && value == min);
        let below = self.max.as_ref().is_none_or(|(max, included)| value < max || *included && value == max);
        above && below
    }

    fn is_empty(&self) -> bool {
        match (&self.min, &self.max) {
            (Some((min, min_included)), Some((max, max_included))) => {
                min > max || min == max && !(*min_included && *max_included)
            }
            _ => false,
        }
    }

    fn is_within(&self, outer: &Range) -> bool {
        let below = match (&self.max, &outer.max) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((max, included)), Some((outer, outer_included))) => (max, *included) <= (outer, *outer_included),
        };
        let above = match (&self.min, &outer.min) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((min, included)), Some((outer, outer_included))) => (min, !*included) >= (outer, !*outer_included),
        };
        below && above
    }
}

fn is_text_or_boolean(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Boolean(_))
}

/// Whether one record's value could equal both.
fn may_be_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Text(one), Value::Text(other)) => one == other || !is_plain(one) && !is_plain(other),
        (Value::Number(_), Value::Number(_))
        | (Value::Boolean(_), Value::Boolean(_))
        | (Value::Time(_), Value::Time(_)) => left == right,
        _ => true,
    }
}

/// Whether the text is a text only, and no number, boolean or time in writing.
fn is_plain(text: &str) -> bool {
    let as_written = [text.to_owned(), text.to_ascii_uppercase()];
    as_written
        .iter()
        .all(|text| read_number(text).is_none() && read_boolean(text).is_none() && read_time(text).is_none())
}
