//! The nouns of a customer-service organisation as plain data, in the agents' own words.
//!
//! Knows nothing of rules, storage, HTTP or the `msdyn_*` names: how a conversation moves is the engine's, how it is
//! kept is the store's, how it is shown is each API's.

mod agent;
mod capacity;
mod conversation;
mod file;
mod ids;
mod journal;
mod message;
mod operating_hours;
mod order;
mod organization;
mod presence;
mod queue;
mod quick_reply;
mod records;
mod routing;
mod row;
mod ruleset;
mod segment;
mod session;
mod set_up;
mod skill;
mod template;
mod time;
mod widget;
mod workstream;

pub use agent::{Agent, AgentLoad, AgentStatus, LostBrowser, QueueTurn, Role};
pub use capacity::{AgentCapacityProfile, CapacityProfile, CapacityReset, ProfileLoad};
pub use conversation::{
    AgentDeclines, ContextVariable, Conversation, ConversationStatus, CustomerPresence, CustomerRef, MessagePreview,
    Priority, ReadMarks, StatusReason,
};
pub use file::{Attachment, FileState, StoredFile, Uploader};
pub use ids::*;
pub use journal::{Audience, Event, JournalEntry, OfferEnd};
pub use message::{Message, Sender, SystemMessage, Visibility};
pub use operating_hours::OperatingHours;
pub use order::{ConversationOrder, OrderKey, compare_conversations, total_order};
pub use organization::{AttachmentRules, Organization, Settings, SupervisorRights, Timers};
pub use presence::{BasePresence, Presence, PresenceSource};
pub use queue::{
    AgentOrder, AssignmentMethod, AssignmentRule, OverflowAction, OverflowBefore, OverflowCondition, OverflowWaiting,
    PlaceOrder, PrioritizationRule, Queue, QueuePace,
};
pub use quick_reply::{PersonalQuickReply, QuickReply};
pub use records::{Account, Case, CaseStatus, Contact, Record, RecordKind};
pub use routing::{
    AssignedBecause, Considered, Demand, DemandSeen, FiredRule, Overflow, PassedOver, PassedOverQueue,
    PassedOverReason, QueuedBecause, RoutingDecision, RoutingStep,
};
pub use row::{Batch, CommandRecord, Row, SignInSession, Snapshot, Token, VisitorToken};
pub use ruleset::{Classification, ClassificationRule, QueueShare, RouteRule, Rules, Ruleset};
pub use segment::{QueueSegment, SegmentClosure, SegmentCreation};
pub use session::{ClosureReason, Participant, ParticipantMode, Session, SessionStatus};
pub use set_up::{SetUpChange, SetUpEdit, SetUpEdits, SetUpNoun, SetUpPiece};
pub use skill::{RatingModel, Skill, SkillMatching, SkillRating};
pub use template::{
    DesktopNotification, NotificationTemplate, NotificationTemplates, OfferScenario, OfferTimeout, SessionTemplate,
    TemplateField, TemplateIcon,
};
pub use time::Timestamp;
pub use widget::{ColorScheme, PreChatQuestion, QuestionKind, Widget, WidgetPosition};
pub use workstream::{Channel, ConversationMode, DistributionMode, Notification, Workstream, WrapUpBlock};
