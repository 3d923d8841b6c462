//! The condition as nested JSON objects, for rule builders on a screen: `{"kind": "all", "of": […]}`. Says the same as the tree.

use crate::tree::{Operand, Operator, Predicate, TooLarge};
use crate::value::{EXACT_MAX, Number, Value, read_time, write_time};
use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Structure {
    Always,
    All { of: Vec<Structure> },
    Any { of: Vec<Structure> },
    Not { of: Box<Structure> },
    Compare { field: String, operator: Operator, value: Value },
    CompareFields { field: String, operator: Operator, other: String },
    In { field: String, values: Vec<Value> },
    Contains { field: String, text: String },
    StartsWith { field: String, text: String },
    EndsWith { field: String, text: String },
    Exists { field: String },
}

impl Predicate {
    pub fn to_structure(&self) -> Structure {
        let list = |parts: &[Predicate]| parts.iter().map(Predicate::to_structure).collect();
        match self.clone() {
            Predicate::Always => Structure::Always,
            Predicate::All(parts) => Structure::All { of: list(&parts) },
            Predicate::Any(parts) => Structure::Any { of: list(&parts) },
            Predicate::Not(part) => Structure::Not { of: Box::new(part.to_structure()) },
            Predicate::Compare { field, operator, operand: Operand::Value(value) } => {
                Structure::Compare { field, operator, value }
            }
            Predicate::Compare { field, operator, operand: Operand::Field(other) } => {
                Structure::CompareFields { field, operator, other }
            }
            Predicate::In { field, values } => Structure::In { field, values },
            Predicate::Contains { field, text } => Structure::Contains { field, text },
            Predicate::StartsWith { field, text } => Structure::StartsWith { field, text },
            Predicate::EndsWith { field, text } => Structure::EndsWith { field, text },
            Predicate::Exists(field) => Structure::Exists { field },
        }
    }

    /// The [normal](Predicate::normal) tree of a structure, where it keeps within the bounds.
    pub fn from_structure(structure: Structure) -> Result<Predicate, TooLarge> {
        let predicate = tree(structure).normal();
        predicate.check_size().map(|()| predicate)
    }
}

fn tree(structure: Structure) -> Predicate {
    let list = |of: Vec<Structure>| of.into_iter().map(tree).collect();
    match structure {
        Structure::Always => Predicate::Always,
        Structure::All { of } => Predicate::All(list(of)),
        Structure::Any { of } => Predicate::Any(list(of)),
        Structure::Not { of } => Predicate::Not(Box::new(tree(*of))),
        Structure::Compare { field, operator, value } => {
            Predicate::Compare { field, operator, operand: Operand::Value(value) }
        }
        Structure::CompareFields { field, operator, other } => {
            Predicate::Compare { field, operator, operand: Operand::Field(other) }
        }
        Structure::In { field, values } => Predicate::In { field, values },
        Structure::Contains { field, text } => Predicate::Contains { field, text },
        Structure::StartsWith { field, text } => Predicate::StartsWith { field, text },
        Structure::EndsWith { field, text } => Predicate::EndsWith { field, text },
        Structure::Exists { field } => Predicate::Exists(field),
    }
}

/// Texts, numbers and booleans as they are in JSON; a time as `{"time": "2026-01-31T09:00:00Z"}`.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => {
                if number.get().fract() == 0.0 && number.get().abs() <= EXACT_MAX {
                    serializer.serialize_i64(number.get() as i64)
                } else {
                    serializer.serialize_f64(number.get())
                }
            }
            Value::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Value::Time(time_ms) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("time", &write_time(*time_ms).unwrap_or_else(|| time_ms.to_string()))?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a number, true, false or {\"time\": \"2026-01-31T09:00:00Z\"}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_bool<E: de::Error>(self, boolean: bool) -> Result<Value, E> {
        Ok(boolean.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        Number::new(number).map(Value::Number).ok_or_else(|| E::invalid_value(de::Unexpected::Float(number), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        // Beyond, it would silently be another number.
        if number.unsigned_abs() as f64 > EXACT_MAX {
            return Err(E::invalid_value(de::Unexpected::Signed(number), &"a whole number up to 9007199254740991"));
        }
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Some((key, text)) = map.next_entry::<String, String>()? else {
            return Err(de::Error::missing_field("time"));
        };
        if key != "time" {
            return Err(de::Error::unknown_field(&key, &["time"]));
        }
        if map.next_key::<String>()?.is_some() {
            return Err(de::Error::custom("a time has no other keys"));
        }
        let time = read_time(&text).or_else(|| text.parse().ok());
        time.map(Value::Time).ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structure_is_tagged_json_and_says_the_same() {
        let text = r#"vip == true && !(age > 2.5 || city == agent.city) && at < timestamp("2026-01-31T09:00:00Z")"#;
        let predicate = Predicate::parse(text).unwrap();
        let json = serde_json::to_string(&predicate.to_structure()).unwrap();
        let expected = concat!(
            r#"{"kind":"all","of":[{"kind":"compare","field":"vip","operator":"equal","value":true},"#,
            r#"{"kind":"not","of":{"kind":"any","of":[{"kind":"compare","field":"age","operator":"greater","value":2.5},"#,
            r#"{"kind":"compareFields","field":"city","operator":"equal","other":"agent.city"}]}},"#,
            r#"{"kind":"compare","field":"at","operator":"less","value":{"time":"2026-01-31T09:00:00Z"}}]}"#
        );
        assert_eq!(json, expected);
        let structure: Structure = serde_json::from_str(&json).unwrap();
        assert_eq!(Predicate::from_structure(structure), Ok(predicate));
    }

    #[test]
    fn bad_structures_are_refused_with_a_reason() {
        let cases = [
            (r#"{"kind":"sometimes"}"#, "unknown variant `sometimes`"),
            (r#"{"kind":"exists"}"#, "missing field `field`"),
            (r#"{"kind":"exists","field":"a","text":"b"}"#, "unknown field `text`"),
            (r#"{"kind":"compare","field":"a","operator":"like","value":1}"#, "unknown variant `like`"),
            (r#"{"kind":"compare","field":"a","operator":"equal","value":null}"#, "expected a text, a number"),
            (r#"{"kind":"in","field":"a","values":[9007199254740993]}"#, "a whole number up to"),
            (r#"{"kind":"in","field":"a","values":[{"time":"noon"}]}"#, "noon"),
            (r#"{"kind":"in","field":"a","values":[{"date":"2026-01-01"}]}"#, "unknown field `date`"),
        ];
        for (json, expected) in cases {
            let error = serde_json::from_str::<Structure>(json).unwrap_err().to_string();
            assert!(error.contains(expected), "{json}: {error}");
        }
        let mut deep = Structure::Always;
        for _ in 0..crate::DEPTH_MAX {
            deep = Structure::Not { of: Box::new(deep) };
        }
        assert_eq!(Predicate::from_structure(deep), Err(TooLarge::Depth));
        let wide = Structure::Any { of: vec![Structure::Always; crate::NODES_MAX] };
        assert_eq!(Predicate::from_structure(wide), Err(TooLarge::Nodes));
    }
}
