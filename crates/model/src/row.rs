//! What is written together: the rows, journal entries and command records of one batch. Knows no SQL.

use crate::{
    Account, Agent, AgentId, AgentStatus, CapacityProfile, Case, Contact, Conversation, ConversationId, FileId,
    JournalEntry, Message, NotificationTemplate, OperatingHours, Organization, OrganizationId, Participant,
    PersonalQuickReply, Presence, Queue, QueuePace, QueueSegment, QuickReply, QuickReplyId, RoutingDecision, Ruleset,
    Session, SessionTemplate, SetUpChange, SetUpNoun, Skill, StoredFile, Timestamp, TokenId, Uuid, VisitorId, Widget,
    Workstream,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One row as it shall be. All are upserts by id, but messages, which are only ever inserted.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Organization(Organization),
    Agent(Agent),
    AgentStatus(AgentStatus),
    Queue(Queue),
    Workstream(Workstream),
    Presence(Presence),
    Widget(Widget),
    Skill(Skill),
    CapacityProfile(CapacityProfile),
    OperatingHours(OperatingHours),
    Ruleset(Ruleset),
    SessionTemplate(SessionTemplate),
    NotificationTemplate(NotificationTemplate),
    QuickReply(QuickReply),
    /// A piece of the set-up that is there no longer.
    DeletedSetUp(SetUpNoun, Uuid),
    SetUpChange(Box<SetUpChange>),
    Contact(Contact),
    Account(Account),
    Case(Case),
    Conversation(Arc<Conversation>),
    Session(Session),
    Participant(Participant),
    QueueSegment(QueueSegment),
    QueuePace(QueuePace),
    /// Only ever inserted.
    RoutingDecision(Box<RoutingDecision>),
    /// With the files it names moved on by it.
    Message(Arc<Message>),
    File(StoredFile),
    /// Only while it is loose.
    DeletedFile(FileId),
    Token(Token),
    DeletedToken(TokenId),
    SignInSession(SignInSession),
    DeletedSignInSession([u8; 32]),
    VisitorToken(VisitorToken),
    PersonalQuickReply(PersonalQuickReply),
    DeletedPersonalQuickReply(QuickReplyId),
}

/// Bearer token of a user; only the SHA-256 of the secret is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub id: TokenId,
    pub agent_id: AgentId,
    pub name: String,
    pub secret_hash: [u8; 32],
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
}

/// A browser's sign-in; only the SHA-256 of the cookie is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct SignInSession {
    pub secret_hash: [u8; 32],
    pub agent_id: AgentId,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// A visitor's key to their own conversations; only the SHA-256 is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitorToken {
    pub secret_hash: [u8; 32],
    pub visitor_id: VisitorId,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// A command that was carried out, by its caller's key: a repeat gets the same answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommandRecord {
    /// Unique within the organisation.
    pub key: String,
    pub at: Timestamp,
    pub conversation_id: Option<ConversationId>,
    /// The first answer, as JSON.
    pub reply: String,
}

/// All that one group commit writes for one organisation: everything or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub organization_id: OrganizationId,
    /// Fencing number of the owner who writes; refused when another has taken over.
    pub fence: u64,
    /// The journal's last number before this batch; refused when it differs.
    pub journal_before: u64,
    pub rows: Vec<Row>,
    pub journal: Vec<JournalEntry>,
    pub commands: Vec<CommandRecord>,
}

/// Everything of an organisation that an engine needs to go on: set-up whole, conversations only where not closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub organization: Organization,
    pub agents: Vec<Agent>,
    pub agent_statuses: Vec<AgentStatus>,
    pub queues: Vec<Queue>,
    pub workstreams: Vec<Workstream>,
    pub presences: Vec<Presence>,
    pub widgets: Vec<Widget>,
    pub skills: Vec<Skill>,
    pub capacity_profiles: Vec<CapacityProfile>,
    pub operating_hours: Vec<OperatingHours>,
    pub rulesets: Vec<Ruleset>,
    pub session_templates: Vec<SessionTemplate>,
    pub notification_templates: Vec<NotificationTemplate>,
    pub quick_replies: Vec<QuickReply>,
    /// The number of the last change to the set-up.
    pub set_up_changes: u64,
    /// Not closed.
    pub conversations: Vec<Arc<Conversation>>,
    /// The sessions that are open in them.
    pub sessions: Vec<Session>,
    /// Those who have not left these sessions.
    pub participants: Vec<Participant>,
    /// The stays in queues that have not ended.
    pub segments: Vec<QueueSegment>,
    pub paces: Vec<QueuePace>,
    /// The journal's last number.
    pub journal_sequence: u64,
}
