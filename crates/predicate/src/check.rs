//! Whether a condition makes sense for the fields there are; said when a rule is saved, not when it runs.

use crate::fold;
use crate::schema::{FieldType, Schema};
use crate::spelling::nearest;
use crate::tree::{Operand, Operator, Predicate, TooLarge};
use crate::value::Value;
use serde::Serialize;
use std::fmt;

/// One thing wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub code: FaultCode,
    /// The field concerned; none where it is the condition as a whole.
    pub field: Option<String>,
    /// A sentence for the person who wrote the rule.
    pub detail: String,
}

/// Stable names of what can be wrong; see [`FaultCode::as_str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    UnknownField,
    WrongType,
    OperatorDoesNotFit,
    UnknownChoice,
    EmptyList,
    TooLarge,
}

impl FaultCode {
    pub fn as_str(self) -> &'static str {
        match self {
            FaultCode::UnknownField => "unknown_field",
            FaultCode::WrongType => "wrong_type",
            FaultCode::OperatorDoesNotFit => "operator_does_not_fit",
            FaultCode::UnknownChoice => "unknown_choice",
            FaultCode::EmptyList => "empty_list",
            FaultCode::TooLarge => "too_large",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.detail)
    }
}

impl From<TooLarge> for Fault {
    fn from(bound: TooLarge) -> Fault {
        Fault { code: FaultCode::TooLarge, field: None, detail: bound.to_string() }
    }
}

/// All faults of a condition, in reading order.
pub fn check(predicate: &Predicate, schema: &Schema) -> Result<(), Vec<Fault>> {
    predicate.check_size().map_err(|bound| vec![bound.into()])?;
    let mut checker = Checker { schema, faults: Vec::new() };
    predicate.visit(&mut |part| checker.part(part));
    if checker.faults.is_empty() { Ok(()) } else { Err(checker.faults) }
}

struct Checker<'a> {
    schema: &'a Schema,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    fn part(&mut self, part: &Predicate) {
        match part {
            Predicate::Compare { field, operator, operand: Operand::Value(value) } => {
                if let Some(holds) = self.resolve(field) {
                    self.value(field, holds, value);
                    self.order(field, holds, *operator, matches!(value, Value::Number(_) | Value::Time(_)));
                }
            }
            Predicate::Compare { field, operator, operand: Operand::Field(other) } => {
                if let (Some(left), Some(right)) = (self.resolve(field), self.resolve(other)) {
                    self.pair(field, left, other, right);
                    self.order(field, left, *operator, right.has_order());
                }
            }
            Predicate::In { field, values } => {
                if let Some(holds) = self.resolve(field) {
                    values.iter().for_each(|value| self.value(field, holds, value));
                }
                if values.is_empty() {
                    self.fault(
                        FaultCode::EmptyList,
                        field,
                        format!("the list for `{field}` is empty: nothing is in it"),
                    );
                }
            }
            Predicate::Contains { field, .. } => self.text(field, "contains"),
            Predicate::StartsWith { field, .. } => self.text(field, "startsWith"),
            Predicate::EndsWith { field, .. } => self.text(field, "endsWith"),
            Predicate::Exists(field) => {
                self.resolve(field);
            }
            Predicate::Always | Predicate::All(_) | Predicate::Any(_) | Predicate::Not(_) => {}
        }
    }

    fn resolve(&mut self, field: &str) -> Option<&'a FieldType> {
        let schema = self.schema;
        let holds = schema.resolve(field);
        if holds.is_none() {
            let meant = match nearest(field, schema.fields().map(|(name, _)| name)) {
                Some(near) => format!("; did you mean `{near}`?"),
                None => String::new(),
            };
            self.fault(FaultCode::UnknownField, field, format!("there is no field `{field}`{meant}"));
        }
        holds
    }

    fn value(&mut self, field: &str, holds: &FieldType, value: &Value) {
        match (holds, value) {
            (FieldType::Open, _)
            | (FieldType::Text, Value::Text(_))
            | (FieldType::Number, Value::Number(_))
            | (FieldType::Boolean, Value::Boolean(_))
            | (FieldType::Time, Value::Time(_)) => {}
            (FieldType::Choice(words), Value::Text(word)) => {
                if !words.iter().any(|known| fold::same(known, word)) {
                    let meant = match nearest(word, words.iter().map(String::as_str)) {
                        Some(near) => format!("; did you mean \"{near}\"?"),
                        None => String::new(),
                    };
                    self.fault(FaultCode::UnknownChoice, field, format!("`{field}` is never \"{word}\"{meant}"));
                }
            }
            _ => {
                let detail = format!("`{field}` is {}, but {value} is {}", holds.describe(), value.kind());
                self.fault(FaultCode::WrongType, field, detail);
            }
        }
    }

    fn pair(&mut self, field: &str, left: &FieldType, other: &str, right: &FieldType) {
        let wordy = |holds: &FieldType| matches!(holds, FieldType::Text | FieldType::Choice(_));
        let open = *left == FieldType::Open || *right == FieldType::Open;
        if !(open || left == right || wordy(left) && wordy(right)) {
            let detail = format!("`{field}` is {}, but `{other}` is {}", left.describe(), right.describe());
            self.fault(FaultCode::WrongType, field, detail);
        }
    }

    /// Texts have an order too, but "9" comes after "10" in it: never what the writer of a rule means.
    fn order(&mut self, field: &str, holds: &FieldType, operator: Operator, other_has_order: bool) {
        if !operator.orders() {
            return;
        }
        if !holds.has_order() {
            let detail =
                format!("`{}` needs a number or a time, and `{field}` is {}", operator.symbol(), holds.describe());
            self.fault(FaultCode::OperatorDoesNotFit, field, detail);
        } else if *holds == FieldType::Open && !other_has_order {
            let detail = format!("`{}` needs a number or a time to compare `{field}` with", operator.symbol());
            self.fault(FaultCode::OperatorDoesNotFit, field, detail);
        }
    }

    fn text(&mut self, field: &str, method: &str) {
        match self.resolve(field) {
            None | Some(FieldType::Text | FieldType::Open) => {}
            Some(holds) => {
                let detail = format!("`{method}` needs a text, and `{field}` is {}", holds.describe());
                self.fault(FaultCode::OperatorDoesNotFit, field, detail);
            }
        }
    }

    fn fault(&mut self, code: FaultCode, field: &str, detail: String) {
        self.faults.push(Fault { code, field: Some(field.to_owned()), detail });
    }
}

impl FieldType {
    fn has_order(&self) -> bool {
        matches!(self, FieldType::Number | FieldType::Time | FieldType::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Schema {
        Schema::new()
            .field("conversation.channel", FieldType::choice(["chat", "sms", "voice"]))
            .field("conversation.subject", FieldType::Text)
            .field("conversation.createdAt", FieldType::Time)
            .field("conversation.priority", FieldType::Number)
            .field("customer.vip", FieldType::Boolean)
            .field("agent.city", FieldType::Text)
            .field("context.score", FieldType::Number)
            .open("context", FieldType::Open)
    }

    #[test]
    fn sound_conditions_pass() {
        let cases = [
            "true",
            r#"conversation.channel == "Chat" && conversation.channel in ["sms", "voice"]"#,
            r#"conversation.subject.contains("refund") && has(agent.city)"#,
            "conversation.priority >= 2 || conversation.createdAt < timestamp(\"2026-01-01T00:00:00Z\")",
            "customer.vip && context.vip",
            r#"context.orders > 10 && context["odd name"] == "x" && context.a.b != 3"#,
            "agent.city == context.city && agent.city == conversation.channel",
            "context.score > conversation.priority && context.limit < conversation.priority",
        ];
        for text in cases {
            assert_eq!(check(&Predicate::parse(text).unwrap(), &schema()), Ok(()), "{text}");
        }
    }

    #[test]
    fn every_fault_is_named() {
        let cases = [
            (
                r#"conversation.chanel == "chat""#,
                "unknown_field: there is no field `conversation.chanel`; did you mean `conversation.channel`?",
            ),
            ("has(weather)", "unknown_field: there is no field `weather`"),
            ("has(context)", "unknown_field: there is no field `context`"),
            ("agent.city == agent.town", "unknown_field: there is no field `agent.town`; did you mean `agent.city`?"),
            (
                "conversation.priority == \"high\"",
                "wrong_type: `conversation.priority` is a number, but \"high\" is a text",
            ),
            ("context.score == true", "wrong_type: `context.score` is a number, but true is true or false"),
            ("customer.vip == agent.city", "wrong_type: `customer.vip` is true or false, but `agent.city` is a text"),
            (
                "conversation.channel == \"chatt\"",
                "unknown_choice: `conversation.channel` is never \"chatt\"; did you mean \"chat\"?",
            ),
            (
                "conversation.channel in [\"sms\", \"fax machine\"]",
                "unknown_choice: `conversation.channel` is never \"fax machine\"",
            ),
            (
                "conversation.channel in []",
                "empty_list: the list for `conversation.channel` is empty: nothing is in it",
            ),
            (
                "conversation.channel < \"sms\"",
                "operator_does_not_fit: `<` needs a number or a time, and `conversation.channel` is a choice of words",
            ),
            (
                "customer.vip >= true",
                "operator_does_not_fit: `>=` needs a number or a time, and `customer.vip` is true or false",
            ),
            (
                "context.orders > \"10\"",
                "operator_does_not_fit: `>` needs a number or a time to compare `context.orders` with",
            ),
            (
                "conversation.channel.contains(\"ch\")",
                "operator_does_not_fit: `contains` needs a text, and `conversation.channel` is a choice of words",
            ),
        ];
        for (text, expected) in cases {
            let faults = check(&Predicate::parse(text).unwrap(), &schema()).unwrap_err();
            let said: Vec<String> = faults.iter().map(|fault| format!("{}: {fault}", fault.code.as_str())).collect();
            assert_eq!(said, [expected], "{text}");
        }
    }

    #[test]
    fn all_faults_are_told_at_once_and_codes_are_as_on_the_wire() {
        let faults = check(&Predicate::parse("weather && customer.vip == 3").unwrap(), &schema()).unwrap_err();
        assert_eq!(faults.len(), 2);
        for fault in faults {
            assert_eq!(serde_json::to_value(fault.code).unwrap(), fault.code.as_str());
        }
        let wide = Predicate::Any(vec![Predicate::Exists("weather".into()); 600]);
        assert_eq!(check(&wide, &schema()).unwrap_err()[0].code, FaultCode::TooLarge);
    }
}
