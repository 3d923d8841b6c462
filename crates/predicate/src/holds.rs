//! Deciding a condition for one record. Knows no fields by name, and allocates nothing.
//!
//! A field without a value, or with one that does not compare with the other side, equals nothing, is neither less nor greater
//! and contains nothing. Everything else follows: `a != b` is exactly `!(a == b)`, so it holds for a missing `a`, and `!` is
//! plain negation.
//!
//! | condition | `tier` is missing | `tier` is `"Gold"` |
//! |---|---|---|
//! | `tier == "gold"`, `tier in ["gold"]`, `tier.contains("old")` | no | yes |
//! | `tier != "gold"`, `!(tier == "gold")` | yes | no |
//! | `tier < 5`, `tier >= 5` | no | no |
//! | `!(tier < 5)` | yes | yes |
//! | `tier == other.tier`, both missing | no | |
//! | `has(tier)` | no | yes |

use crate::fold;
use crate::tree::{Operand, Operator, Predicate};
use crate::value::{Value, ValueRef};
use std::collections::BTreeMap;

/// Something rules are decided for: a conversation with its customer, an agent, a row.
pub trait Record {
    /// The value of a field by its full name (`context.tier`). Called often; should only look up.
    fn value(&self, field: &str) -> Option<ValueRef<'_>>;
}

impl<R: Record + ?Sized> Record for &R {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        (**self).value(field)
    }
}

impl Record for BTreeMap<String, Value> {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        self.get(field).map(Value::borrow)
    }
}

impl Predicate {
    pub fn holds<R: Record + ?Sized>(&self, record: &R) -> bool {
        match self {
            Predicate::Always => true,
            Predicate::All(parts) => parts.iter().all(|part| part.holds(record)),
            Predicate::Any(parts) => parts.iter().any(|part| part.holds(record)),
            Predicate::Not(part) => !part.holds(record),
            Predicate::Compare { field, operator, operand } => {
                let left = record.value(field);
                let right = match operand {
                    Operand::Value(value) => Some(value.borrow()),
                    Operand::Field(other) => record.value(other),
                };
                compares(left, *operator, right)
            }
            Predicate::In { field, values } => {
                record.value(field).is_some_and(|left| values.iter().any(|value| left.same(value.borrow())))
            }
            Predicate::Contains { field, text } => text_of(record, field).is_some_and(|it| fold::contains(it, text)),
            Predicate::StartsWith { field, text } => {
                text_of(record, field).is_some_and(|it| fold::starts_with(it, text))
            }
            Predicate::EndsWith { field, text } => text_of(record, field).is_some_and(|it| fold::ends_with(it, text)),
            Predicate::Exists(field) => record.value(field).is_some(),
        }
    }

    /// The first part of a conjunction that does not hold: what to tell somebody who asks why a rule did not apply.
    pub fn first_unmet<R: Record + ?Sized>(&self, record: &R) -> Option<&Predicate> {
        match self {
            Predicate::All(parts) => parts.iter().find_map(|part| part.first_unmet(record)),
            whole => (!whole.holds(record)).then_some(whole),
        }
    }
}

fn compares(left: Option<ValueRef<'_>>, operator: Operator, right: Option<ValueRef<'_>>) -> bool {
    let (Some(left), Some(right)) = (left, right) else {
        return operator == Operator::NotEqual;
    };
    match operator {
        Operator::Equal => left.same(right),
        Operator::NotEqual => !left.same(right),
        Operator::Less => left.compare(right).is_some_and(|order| order.is_lt()),
        Operator::LessOrEqual => left.compare(right).is_some_and(|order| order.is_le()),
        Operator::Greater => left.compare(right).is_some_and(|order| order.is_gt()),
        Operator::GreaterOrEqual => left.compare(right).is_some_and(|order| order.is_ge()),
    }
}

fn text_of<'a, R: Record + ?Sized>(record: &'a R, field: &str) -> Option<&'a str> {
    match record.value(field) {
        Some(ValueRef::Text(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer() -> BTreeMap<String, Value> {
        BTreeMap::from([
            ("tier".into(), "Gold".into()),
            ("orders".into(), "12".into()),
            ("age".into(), 40.into()),
            ("vip".into(), true.into()),
            ("since".into(), Value::Time(1_000)),
            ("city".into(), "Lyon".into()),
            ("agent.city".into(), "LYON".into()),
        ])
    }

    #[test]
    fn conditions_are_decided_as_written() {
        let cases = [
            ("true", true),
            ("false", false),
            (r#"tier == "gold""#, true),
            (r#"tier != "gold""#, false),
            (r#"tier in ["silver", "GOLD"]"#, true),
            (r#"tier in []"#, false),
            (r#"tier.contains("OL")"#, true),
            (r#"tier.startsWith("go")"#, true),
            (r#"tier.endsWith("LD")"#, true),
            (r#"tier.endsWith("go")"#, false),
            ("tier < 5", false),
            ("tier >= 5", false),
            ("!(tier < 5)", true),
            ("orders == 12", true),
            ("orders > 9", true),
            (r#"orders > "9""#, false),
            ("age >= 40 && age <= 40", true),
            (r#"age == "40""#, true),
            (r#"age.contains("4")"#, false),
            ("vip", true),
            ("!vip", false),
            (r#"vip == "TRUE""#, true),
            (r#"since < timestamp("2026-01-01T00:00:00Z")"#, true),
            ("city == agent.city", true),
            ("city != agent.city", false),
            (r#"missing == "x""#, false),
            (r#"missing != "x""#, true),
            (r#"missing in ["x"]"#, false),
            (r#"!(missing in ["x"])"#, true),
            (r#"missing.contains("")"#, false),
            ("missing < 1", false),
            ("missing >= 1", false),
            ("missing == absent", false),
            ("missing != absent", true),
            ("has(missing)", false),
            ("has(tier) && !has(missing)", true),
            (r#"tier == "lead" || age > 30 && vip"#, true),
        ];
        for (text, expected) in cases {
            let predicate = Predicate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(predicate.holds(&customer()), expected, "{text}");
        }
    }

    #[test]
    fn the_first_unmet_part_is_named() {
        let predicate = Predicate::parse(r#"vip && age < 30 && tier == "x""#).unwrap();
        assert_eq!(predicate.first_unmet(&customer()).unwrap().to_string(), "age < 30");
        assert_eq!(Predicate::Always.first_unmet(&customer()), None);
    }
}
