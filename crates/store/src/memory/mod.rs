//! The store in this process's memory: the plain model of what every backend promises. Knows no disk: what is in it
//! is gone with it, so it serves tests, simulations and trials.

mod commit;
mod configuration;
mod conversations;
mod credentials;
mod files;
mod journal;
mod load;
mod maintenance;
mod messages;
mod records;
mod texts;

use crate::port::*;
use frontdesk_model::*;
use std::collections::BTreeMap;
use std::future::ready;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub struct Memory {
    organizations: Mutex<BTreeMap<OrganizationId, Rows>>,
}

/// All rows of one organisation, by the keys they have in every backend.
#[derive(Clone, Default)]
struct Rows {
    organization: Option<Organization>,
    fence: u64,
    agents: BTreeMap<AgentId, Agent>,
    agent_statuses: BTreeMap<AgentId, AgentStatus>,
    queues: BTreeMap<QueueId, Queue>,
    workstreams: BTreeMap<WorkstreamId, Workstream>,
    presences: BTreeMap<PresenceId, Presence>,
    widgets: BTreeMap<WidgetId, Widget>,
    skills: BTreeMap<SkillId, Skill>,
    capacity_profiles: BTreeMap<CapacityProfileId, CapacityProfile>,
    operating_hours: BTreeMap<OperatingHoursId, OperatingHours>,
    rulesets: BTreeMap<RulesetId, Ruleset>,
    session_templates: BTreeMap<SessionTemplateId, SessionTemplate>,
    notification_templates: BTreeMap<NotificationTemplateId, NotificationTemplate>,
    quick_replies: BTreeMap<QuickReplyId, QuickReply>,
    set_up_changes: Vec<SetUpChange>,
    records: BTreeMap<(RecordKind, Uuid), Record>,
    conversations: BTreeMap<ConversationId, Arc<Conversation>>,
    sessions: BTreeMap<(ConversationId, SessionId), Session>,
    participants: BTreeMap<(ConversationId, ParticipantId), Participant>,
    paces: BTreeMap<QueueId, QueuePace>,
    segments: BTreeMap<(ConversationId, u32), QueueSegment>,
    decisions: BTreeMap<(ConversationId, u32), RoutingDecision>,
    messages: BTreeMap<(ConversationId, u64), Arc<Message>>,
    /// Message numbers by conversation, side (from the customer) and the sender's own key.
    client_messages: BTreeMap<(ConversationId, bool, String), u64>,
    files: BTreeMap<FileId, StoredFile>,
    tokens: BTreeMap<TokenId, Token>,
    sign_in_sessions: BTreeMap<[u8; 32], SignInSession>,
    visitor_tokens: BTreeMap<[u8; 32], VisitorToken>,
    personal_quick_replies: BTreeMap<QuickReplyId, PersonalQuickReply>,
    commands: BTreeMap<String, CommandRecord>,
    journal: Vec<JournalEntry>,
}

impl Rows {
    /// The journal's last number.
    fn head(&self) -> u64 {
        self.journal.len() as u64
    }
}

impl Memory {
    pub fn new() -> Self {
        Self::default()
    }

    /// Rows are replaced whole, never changed half: what a panicking thread left behind is still consistent.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<OrganizationId, Rows>> {
        self.organizations.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T: Send + 'static>(
        &self,
        organization_id: OrganizationId,
        look: impl FnOnce(&Rows) -> T,
    ) -> BoxFuture<'_, Result<T, ReadError>> {
        let found = match self.lock().get(&organization_id) {
            Some(rows) => look(rows),
            None => look(&Rows::default()),
        };
        Box::pin(ready(Ok(found)))
    }
}

impl Store for Memory {
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), CommitError>> {
        Box::pin(ready(commit::commit(&mut self.lock(), batch)))
    }

    fn take_ownership(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<u64, CommitError>> {
        Box::pin(ready(Ok(commit::take_ownership(&mut self.lock(), organization_id))))
    }

    fn bulk_load(&self, organization_id: OrganizationId, rows: Vec<Row>) -> BoxFuture<'_, Result<(), CommitError>> {
        Box::pin(ready(commit::bulk_load(&mut self.lock(), organization_id, rows)))
    }

    fn organizations(&self) -> BoxFuture<'_, Result<Vec<Organization>, ReadError>> {
        Box::pin(ready(Ok(load::organizations(&self.lock()))))
    }

    fn load(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<Option<Snapshot>, ReadError>> {
        self.read(organization_id, load::load)
    }

    fn find_command(
        &self,
        organization_id: OrganizationId,
        key: &str,
    ) -> BoxFuture<'_, Result<Option<CommandRecord>, ReadError>> {
        self.read(organization_id, |rows| rows.commands.get(key).cloned())
    }

    fn find_message(
        &self,
        organization_id: OrganizationId,
        conversation_id: ConversationId,
        from_customer: bool,
        client_message_id: &str,
    ) -> BoxFuture<'_, Result<Option<Message>, ReadError>> {
        self.read(organization_id, |rows| messages::find(rows, conversation_id, from_customer, client_message_id))
    }

    fn find_conversation(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<Option<Arc<Conversation>>, ReadError>> {
        self.read(organization_id, |rows| rows.conversations.get(&id).cloned())
    }

    fn list_agent_conversations(
        &self,
        organization_id: OrganizationId,
        query: AgentConversations,
    ) -> BoxFuture<'_, Result<Page<Arc<Conversation>>, ReadError>> {
        self.read(organization_id, |rows| conversations::list_of_agent(rows, &query))
    }

    fn list_visitor_conversations(
        &self,
        organization_id: OrganizationId,
        visitor_id: VisitorId,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        self.read(organization_id, |rows| conversations::newest(rows, limit, |c| c.visitor_id == Some(visitor_id)))
    }

    fn list_customer_conversations(
        &self,
        organization_id: OrganizationId,
        customer: CustomerRef,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        self.read(organization_id, |rows| conversations::newest(rows, limit, |c| c.customer == Some(customer)))
    }

    fn list_sessions(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<SessionsOfConversation, ReadError>> {
        self.read(organization_id, |rows| conversations::sessions(rows, id))
    }

    fn list_routing(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<RoutingOfConversation, ReadError>> {
        self.read(organization_id, |rows| {
            let decisions = rows.decisions.range((id, 0)..=(id, u32::MAX)).map(|(_, decision)| decision.clone());
            let segments = rows.segments.range((id, 0)..=(id, u32::MAX)).map(|(_, segment)| segment.clone());
            (decisions.collect(), segments.collect())
        })
    }

    fn list_set_up_changes(
        &self,
        organization_id: OrganizationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<SetUpChange>, ReadError>> {
        self.read(organization_id, |rows| {
            let earlier = rows.set_up_changes.iter().rev().filter(|change| change.number < before);
            earlier.take(limit as usize).cloned().collect()
        })
    }

    fn list_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.read(organization_id, |rows| messages::after(rows, id, after, limit))
    }

    fn list_messages_before(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.read(organization_id, |rows| messages::before(rows, id, before, limit))
    }

    fn list_public_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.read(organization_id, |rows| messages::public_after(rows, id, after, limit))
    }

    fn list_journal(
        &self,
        organization_id: OrganizationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<JournalEntry>, ReadError>> {
        self.read(organization_id, |rows| journal::after(rows, after, limit))
    }

    fn find_record(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        id: Uuid,
    ) -> BoxFuture<'_, Result<Option<Record>, ReadError>> {
        self.read(organization_id, |rows| rows.records.get(&(kind, id)).cloned())
    }

    fn search_records(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        text: &str,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Record>, ReadError>> {
        self.read(organization_id, |rows| records::search(rows, kind, text, limit))
    }

    fn search_texts(
        &self,
        organization_id: OrganizationId,
        search: TextSearch,
    ) -> BoxFuture<'_, Result<FoundTexts, ReadError>> {
        self.read(organization_id, |rows| texts::search(rows, &search))
    }

    fn find_file(
        &self,
        organization_id: OrganizationId,
        id: FileId,
    ) -> BoxFuture<'_, Result<Option<StoredFile>, ReadError>> {
        self.read(organization_id, |rows| rows.files.get(&id).cloned())
    }

    fn list_loose_files(
        &self,
        organization_id: OrganizationId,
        before: Timestamp,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<StoredFile>, ReadError>> {
        self.read(organization_id, |rows| files::loose(rows, before, limit))
    }

    fn find_agent_by_email(&self, email: &str) -> BoxFuture<'_, Result<Option<(OrganizationId, Agent)>, ReadError>> {
        Box::pin(ready(Ok(credentials::agent_by_email(&self.lock(), email))))
    }

    fn find_credentials(&self, secret_hash: [u8; 32]) -> BoxFuture<'_, Result<Option<Credentials>, ReadError>> {
        Box::pin(ready(Ok(credentials::find(&self.lock(), secret_hash))))
    }

    fn list_tokens(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<Token>, ReadError>> {
        self.read(organization_id, |rows| credentials::tokens(rows, agent_id))
    }

    fn list_personal_quick_replies(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<PersonalQuickReply>, ReadError>> {
        self.read(organization_id, |rows| {
            rows.personal_quick_replies.values().filter(|reply| reply.agent_id == agent_id).cloned().collect()
        })
    }

    fn backup(&self, file: PathBuf) -> BoxFuture<'_, Result<(), DataError>> {
        let detail = "a store in memory cannot be copied into a file".to_owned();
        Box::pin(ready(Err(DataError::Io { path: file, detail })))
    }

    fn check(&self) -> BoxFuture<'_, Result<Vec<String>, ReadError>> {
        Box::pin(ready(Ok(maintenance::check(&self.lock()))))
    }
}

#[cfg(test)]
mod tests {
    crate::suite::run!(|| ((), std::sync::Arc::new(crate::Memory::new())));
}
