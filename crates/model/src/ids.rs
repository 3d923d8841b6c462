//! Identities. Every noun has its own type, so that a queue's id cannot be passed where an agent's is meant.
//! Knows nothing of how ids are made: they arrive as arguments.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
pub use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl Ord for $name {
            /// The order of the bytes, compared as one number: trees of ids are searched all the time.
            #[inline]
            fn cmp(&self, other: &Self) -> Ordering { self.0.as_u128().cmp(&other.0.as_u128()) }
        }
        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> { Some(self.cmp(other)) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self { id.0 }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            /// Braces, missing hyphens and upper case are accepted.
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text.trim()).map(Self) }
        }
    )+};
}

id! {
    OrganizationId,
    /// A user of the organisation: an agent, a supervisor or an administrator.
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
    /// One person on one device who writes to us, before we know which contact that is.
    VisitorId,
    TokenId,
    FileId,
    SkillId,
    CapacityProfileId,
    OperatingHoursId,
    RulesetId,
    SessionTemplateId,
    NotificationTemplateId,
    /// Of a shared quick reply or of an agent's own.
    QuickReplyId,
}
