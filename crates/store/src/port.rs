//! What every backend can do. Written so that one that lives across a network can stand beside the embedded ones:
//! all calls are asynchronous, all writes are whole batches, the fence and the journal's number are checked inside.

use crate::words::Wanted;
use frontdesk_model::*;
pub use frontdesk_model::{Record, RecordKind};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why a batch was not written. Nothing of it is there, unless `Unknown` says so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Another owner has taken the organisation, or the journal has moved on: reload.
    #[error("the organisation is owned by another process, or its journal has moved on")]
    Fenced,
    /// A command key or a client message id is there already: reload and answer from the store.
    #[error("a command of this batch has been carried out before")]
    Repeated,
    #[error("the disk is full")]
    Full,
    /// The outcome cannot be known: reload, and let callers repeat with the same key.
    #[error("the outcome of the commit is unknown: {0}")]
    Unknown(String),
}

#[derive(Debug, thiserror::Error)]
#[error("the store cannot be read: {0}")]
pub struct ReadError(pub String);

/// Why a data folder cannot be opened or restored; said before anything is touched.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    #[error("{folder} is in use by another process")]
    InUse { folder: PathBuf },
    #[error(
        "{folder} was written by a newer version (schema {found}, this one knows {known}); upgrade, or restore an older backup"
    )]
    Newer { folder: PathBuf, found: u32, known: u32 },
    #[error("migration {number} of {folder} was edited after it was applied")]
    Edited { folder: PathBuf, number: u32 },
    #[error("{file} is damaged: {detail}")]
    Damaged { file: PathBuf, detail: String },
    #[error("{path}: {detail}")]
    Io { path: PathBuf, detail: String },
}

/// "The conversations of an agent": `list_agent_id` is this one, in the [`total_order`] of `order`.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentConversations {
    pub agent_id: AgentId,
    /// Empty = every status.
    pub statuses: Vec<ConversationStatus>,
    pub created_from: Option<Timestamp>,
    /// Exclusive.
    pub created_before: Option<Timestamp>,
    pub order: Vec<OrderKey>,
    pub offset: u64,
    pub limit: u32,
}

/// All of one conversation, each in the order it came.
pub type SessionsOfConversation = (Vec<Session>, Vec<Participant>);

pub type RoutingOfConversation = (Vec<RoutingDecision>, Vec<QueueSegment>);

#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub more: bool,
}

/// A search over what was said: messages, subjects and customers' names.
#[derive(Clone, Debug, PartialEq)]
pub struct TextSearch {
    pub wanted: Wanted,
    /// Only what stands before this place, which a former page ended with.
    pub before: Option<TextPlace>,
    pub limit: u32,
}

/// Where a text stands among all that can be found: a later one is greater. Its value is the backend's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPlace(pub i64);

/// A text that has all that was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundText {
    pub place: TextPlace,
    pub conversation_id: ConversationId,
    /// None: the conversation's subject or its customer's name.
    pub message_number: Option<u64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FoundTexts {
    /// Newest first.
    pub items: Vec<FoundText>,
    pub more: bool,
    /// False while what was there before is still being read: older texts may be missing.
    pub complete: bool,
}

/// What a secret stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Credentials {
    pub organization_id: OrganizationId,
    pub holder: CredentialHolder,
    pub expires_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialHolder {
    SignIn(AgentId),
    Token(TokenId, AgentId),
    Visitor(VisitorId),
}

/// Reads see every batch whose commit was acknowledged before they were called.
pub trait Store: Send + Sync + 'static {
    // --- writing ---
    /// One transaction, on disk when it answers `Ok`. An organisation that nobody owns yet is founded by a batch with
    /// its own row, fence 0 and an empty journal before it; any other is written under the fence of its owner. Batches are
    /// written in the order of the calls, so one may follow another whose answer is not there yet.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), CommitError>>;
    /// Takes the organisation for this process: the fence to put into batches from now on; former ones are refused.
    fn take_ownership(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<u64, CommitError>>;
    /// Puts rows in as they are: no fence, no journal, no listeners. For imports and benchmarks, before an organisation
    /// is served; large loads come as many calls of some ten thousand rows each.
    fn bulk_load(&self, organization_id: OrganizationId, rows: Vec<Row>) -> BoxFuture<'_, Result<(), CommitError>>;

    // --- starting ---
    fn organizations(&self) -> BoxFuture<'_, Result<Vec<Organization>, ReadError>>;
    fn load(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<Option<Snapshot>, ReadError>>;

    // --- repeats ---
    fn find_command(
        &self,
        organization_id: OrganizationId,
        key: &str,
    ) -> BoxFuture<'_, Result<Option<CommandRecord>, ReadError>>;
    /// By sender's side (customer or agent) and their own key, within one conversation.
    fn find_message(
        &self,
        organization_id: OrganizationId,
        conversation_id: ConversationId,
        from_customer: bool,
        client_message_id: &str,
    ) -> BoxFuture<'_, Result<Option<Message>, ReadError>>;

    // --- reading ---
    fn find_conversation(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<Option<Arc<Conversation>>, ReadError>>;
    fn list_agent_conversations(
        &self,
        organization_id: OrganizationId,
        query: AgentConversations,
    ) -> BoxFuture<'_, Result<Page<Arc<Conversation>>, ReadError>>;
    /// Newest first.
    fn list_visitor_conversations(
        &self,
        organization_id: OrganizationId,
        visitor_id: VisitorId,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>>;
    /// Earlier conversations of one linked customer, newest first.
    fn list_customer_conversations(
        &self,
        organization_id: OrganizationId,
        customer: CustomerRef,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>>;
    fn list_sessions(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<SessionsOfConversation, ReadError>>;
    /// Its routing decisions and its stays in queues, each in the order of their numbers.
    fn list_routing(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<RoutingOfConversation, ReadError>>;
    /// Changes to the set-up, newest first, with numbers below `before`.
    fn list_set_up_changes(
        &self,
        organization_id: OrganizationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<SetUpChange>, ReadError>>;
    /// Ascending from `after` (exclusive).
    fn list_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>>;
    /// The last `limit` before `before` (exclusive), ascending.
    fn list_messages_before(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>>;
    /// Ascending by public number from `after` (exclusive): what the customer may read.
    fn list_public_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>>;
    fn list_journal(
        &self,
        organization_id: OrganizationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<JournalEntry>, ReadError>>;
    fn find_record(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        id: Uuid,
    ) -> BoxFuture<'_, Result<Option<Record>, ReadError>>;
    /// By a piece of name, e-mail, phone, title or ticket number, compared in lower case; newest first.
    fn search_records(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        text: &str,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Record>, ReadError>>;

    /// Looks at every conversation that the journal names, and at all that came by `bulk_load`.
    fn search_texts(
        &self,
        organization_id: OrganizationId,
        search: TextSearch,
    ) -> BoxFuture<'_, Result<FoundTexts, ReadError>>;

    // --- files ---
    fn find_file(
        &self,
        organization_id: OrganizationId,
        id: FileId,
    ) -> BoxFuture<'_, Result<Option<StoredFile>, ReadError>>;
    /// Those that no message names, announced before then, oldest first.
    fn list_loose_files(
        &self,
        organization_id: OrganizationId,
        before: Timestamp,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<StoredFile>, ReadError>>;

    // --- signing in ---
    /// Compared without case, over all organisations.
    fn find_agent_by_email(&self, email: &str) -> BoxFuture<'_, Result<Option<(OrganizationId, Agent)>, ReadError>>;
    fn find_credentials(&self, secret_hash: [u8; 32]) -> BoxFuture<'_, Result<Option<Credentials>, ReadError>>;
    fn list_tokens(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<Token>, ReadError>>;

    // --- what agents keep for themselves ---
    /// By id.
    fn list_personal_quick_replies(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<PersonalQuickReply>, ReadError>>;

    // --- looking after it ---
    /// A consistent copy into one new file, while everything goes on.
    fn backup(&self, file: PathBuf) -> BoxFuture<'_, Result<(), DataError>>;
    /// The backend's own integrity check plus ours: numbers without gaps, nothing that refers to nothing. Empty = sound.
    fn check(&self) -> BoxFuture<'_, Result<Vec<String>, ReadError>>;
}
