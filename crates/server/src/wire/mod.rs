//! What the native API sends and takes, converted by hand from and to the model. Knows no rules and no storage: two
//! APIs may agree today and part tomorrow.

mod agents;
mod audit;
mod capacity_profiles;
mod conversations;
mod files;
mod get_conversations;
mod messages;
mod notification_templates;
mod operating_hours;
mod organization;
mod presences;
mod queues;
mod quick_replies;
mod records;
mod routing;
mod rulesets;
mod search;
mod session_templates;
mod skills;
mod supervision;
mod visitor;
mod widgets;
mod words;
mod workstreams;

pub use agents::*;
pub use audit::*;
pub use capacity_profiles::*;
pub use conversations::*;
pub use files::*;
pub use get_conversations::*;
pub use messages::*;
pub use notification_templates::*;
pub use operating_hours::*;
pub use organization::*;
pub use presences::*;
pub use queues::*;
pub use quick_replies::*;
pub use records::*;
pub use routing::*;
pub use rulesets::*;
pub use search::*;
pub use session_templates::*;
pub use skills::*;
pub use supervision::*;
pub use visitor::*;
pub use widgets::*;
pub use words::*;
pub use workstreams::*;

use frontdesk_model::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};

/// A time: ISO 8601 in UTC with milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(pub Timestamp);

impl From<Timestamp> for Time {
    fn from(at: Timestamp) -> Self {
        Time(at)
    }
}

impl utoipa::PartialSchema for Time {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .into()
    }
}

impl utoipa::ToSchema for Time {}

/// A list, whole.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Items<T> {
    pub items: Vec<T>,
}

/// Set to a value, set to nothing, or left as it is: the three things that a change can say of an optional field.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Change<T> {
    #[default]
    Keep,
    Set(Option<T>),
}

impl<T> Change<T> {
    pub fn apply(self, to: &mut Option<T>) {
        if let Change::Set(value) = self {
            *to = value;
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Change::Set)
    }
}
