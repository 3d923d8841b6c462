//! How plain values stand in the file: texts, numbers, lists, conditions, durations, and names for ids.

use crate::duration;
use crate::fields::{Ids, Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading, shortened};
use frontdesk_model::{
    AgentId, CapacityProfileId, NotificationTemplateId, OperatingHoursId, PresenceId, QueueId, SessionTemplateId,
    SetUpNoun, SkillId, Uuid, WorkstreamId,
};
use frontdesk_predicate::Predicate;
use toml::de::DeValue;

impl Value for String {
    fn blank() -> String {
        String::new()
    }

    fn write(&self, _names: &Names) -> Node {
        Node::Text(self.clone())
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        if let Some(text) = given.text(reading) {
            *self = text.to_owned();
        }
    }
}

impl Value for bool {
    fn blank() -> bool {
        false
    }

    fn write(&self, _names: &Names) -> Node {
        Node::Boolean(*self)
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        match given.value.as_bool() {
            Some(value) => *self = value,
            None => reading.wrong_type(given, "true or false"),
        }
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Value for $number {
            fn blank() -> $number {
                0
            }

            fn write(&self, _names: &Names) -> Node {
                Node::Integer(i64::from(*self))
            }

            fn read(&mut self, given: &Given, reading: &mut Reading) {
                let DeValue::Integer(number) = given.value else {
                    return reading.wrong_type(given, "a whole number");
                };
                match <$number>::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => *self = number,
                    Err(_) => {
                        let (least, most) = (<$number>::MIN, <$number>::MAX);
                        let number = shortened(&number.to_string());
                        reading.wrong_value(given, format!("{number} is not a whole number from {least} to {most}"));
                    }
                }
            }
        }
    )+};
}

numbers!(u32, i32);

impl<T: Value> Value for Vec<T> {
    fn blank() -> Vec<T> {
        Vec::new()
    }

    fn write(&self, names: &Names) -> Node {
        Node::List(self.iter().map(|item| item.write(names)).collect())
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        let Some(items) = given.items() else {
            return reading.wrong_type(given, "a list");
        };
        *self = items
            .map(|given| {
                let mut item = T::blank();
                item.read(&given, reading);
                item
            })
            .collect();
    }

    fn re_identify(&mut self, ids: &Ids) {
        self.iter_mut().for_each(|item| item.re_identify(ids));
    }
}

impl Value for Predicate {
    fn blank() -> Predicate {
        Predicate::Always
    }

    fn write(&self, _names: &Names) -> Node {
        Node::Text(self.to_string())
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        if let Some(text) = given.text(reading) {
            match Predicate::parse(text) {
                Ok(predicate) => *self = predicate,
                Err(error) => reading.wrong_value(given, error.to_string()),
            }
        }
    }
}

macro_rules! references {
    ($($id:ident => $noun:ident),+ $(,)?) => {$(
        impl Value for $id {
            fn blank() -> $id {
                $id::default()
            }

            fn write(&self, names: &Names) -> Node {
                Node::Text(names.of(SetUpNoun::$noun, self.0))
            }

            fn read(&mut self, given: &Given, reading: &mut Reading) {
                *self = $id(reading.reference(SetUpNoun::$noun, given).unwrap_or(Uuid::nil()));
            }

            fn re_identify(&mut self, ids: &Ids) {
                self.0 = ids.get(&self.0).copied().unwrap_or(self.0);
            }
        }
    )+};
}

references! {
    AgentId => Agent,
    CapacityProfileId => CapacityProfile,
    NotificationTemplateId => NotificationTemplate,
    OperatingHoursId => OperatingHours,
    PresenceId => Presence,
    QueueId => Queue,
    SessionTemplateId => SessionTemplate,
    SkillId => Skill,
    WorkstreamId => Workstream,
}

/// The longest that anything lasts.
const YEAR_MS: u64 = 366 * 86_400_000;

/// Milliseconds, as a duration in words.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Lasts(pub u64);

impl Value for Lasts {
    fn blank() -> Lasts {
        Lasts(0)
    }

    fn write(&self, _names: &Names) -> Node {
        Node::Text(duration::write(self.0))
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        let text = match given.value {
            DeValue::Integer(_) | DeValue::Float(_) => {
                return reading.wrong_type(given, "a duration with its unit, such as \"2m 30s\"");
            }
            _ => given.text(reading),
        };
        match text.map(|text| (text, duration::read(text))) {
            Some((_, Some(milliseconds))) if milliseconds <= YEAR_MS => self.0 = milliseconds,
            Some((text, Some(_))) => {
                reading.wrong_value(given, format!("'{}' is longer than a year (366d)", shortened(text)));
            }
            Some((text, None)) => {
                let words = "is not a duration such as \"2m 30s\" (units: d, h, m, s, ms)";
                reading.wrong_value(given, format!("'{}' {words}", shortened(text)));
            }
            None => {}
        }
    }
}

/// Milliseconds or never.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct LastsOrNever(pub Option<u64>);

impl Value for LastsOrNever {
    fn blank() -> LastsOrNever {
        LastsOrNever(None)
    }

    fn write(&self, names: &Names) -> Node {
        self.0.map_or(Node::Text("never".to_owned()), |milliseconds| Lasts(milliseconds).write(names))
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        if given.value.as_str() == Some("never") {
            self.0 = None;
        } else {
            let mut lasts = Lasts(0);
            lasts.read(given, reading);
            self.0 = Some(lasts.0);
        }
    }
}
