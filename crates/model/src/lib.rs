//! The nouns of a customer-service organisation as plain data, in the agents' own words.
//!
//! Knows nothing of rules, storage, HTTP or the `msdyn_*` names: how a conversation moves is the engine's, how it is
//! kept is the store's, how it is shown is each API's.

mod agent;
mod conversation;
mod ids;
mod journal;
mod message;
mod order;
mod organization;
mod presence;
mod queue;
mod records;
mod row;
mod session;
mod time;
mod widget;
mod workstream;

pub use agent::{Agent, AgentStatus, LostBrowser, Role};
pub use conversation::{
    AgentDeclines, ContextVariable, Conversation, ConversationStatus, CustomerPresence, CustomerRef, MessagePreview,
    Priority, ReadMarks, StatusReason,
};
pub use ids::*;
pub use journal::{Audience, Event, JournalEntry, OfferEnd};
pub use message::{Message, Sender, SystemMessage, Visibility};
pub use order::{ConversationOrder, OrderKey, compare_conversations, total_order};
pub use organization::{Organization, Settings, Timers};
pub use presence::{BasePresence, Presence, PresenceSource};
pub use queue::{AssignmentMethod, Queue};
pub use records::{Account, Case, CaseStatus, Contact};
pub use row::{Batch, CommandRecord, Row, SignInSession, Snapshot, Token, VisitorToken};
pub use session::{ClosureReason, Participant, ParticipantMode, Session, SessionStatus};
pub use time::Timestamp;
pub use widget::Widget;
pub use workstream::{Channel, ConversationMode, DistributionMode, Notification, Workstream, WrapUpBlock};
