//! A store that fails when it is told to: commits that are refused, that vanish before or after they are written, that
//! take their time; reads that fail. Knows nothing of what is written.

use frontdesk_model::*;
use frontdesk_store::port::*;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

pub struct FaultyStore {
    inner: Arc<dyn Store>,
    /// The n-th commit from now on (0 = the next one) and what becomes of it.
    faults: Mutex<Vec<(u64, Fault)>>,
    commits: AtomicU64,
    /// Commits with a number below this one may go on.
    allowed: watch::Sender<u64>,
    waiting: watch::Sender<u64>,
    away: AtomicBool,
    full: AtomicBool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// Nothing is written and nobody can tell.
    LostBefore,
    /// All is written and nobody can tell.
    LostAfter,
    Full,
    Fenced,
    Repeated,
}

impl FaultyStore {
    pub fn new(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(FaultyStore {
            inner,
            faults: Mutex::default(),
            commits: AtomicU64::new(0),
            allowed: watch::Sender::new(u64::MAX),
            waiting: watch::Sender::new(0),
            away: AtomicBool::new(false),
            full: AtomicBool::new(false),
        })
    }

    /// Commits that came so far.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }

    pub fn fail_next_commit(&self, fault: Fault) {
        self.fail_commit(0, fault);
    }

    pub fn fail_commit(&self, from_now: u64, fault: Fault) {
        self.faults.lock().unwrap().push((self.commits() + from_now, fault));
    }

    /// Commits that come from now on wait until they are released.
    pub fn hold(&self) {
        self.allowed.send_replace(self.commits());
    }

    pub fn release(&self) {
        self.allowed.send_replace(u64::MAX);
    }

    /// The one that waits; those after it still wait.
    pub fn release_one(&self) {
        self.allowed.send_modify(|allowed| *allowed += 1);
    }

    /// Until so many commits wait.
    pub async fn holds(&self, commits: u64) {
        self.waiting.subscribe().wait_for(|waiting| *waiting >= commits).await.unwrap();
    }

    /// Nothing can be read, and nobody takes ownership, until it is back.
    pub fn go_away(&self) {
        self.away.store(true, Ordering::SeqCst);
    }

    pub fn come_back(&self) {
        self.away.store(false, Ordering::SeqCst);
    }

    /// Whether anything more can be written.
    pub fn fill_disk(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    fn fault_of(&self, number: u64) -> Option<Fault> {
        if self.full.load(Ordering::SeqCst) {
            return Some(Fault::Full);
        }
        let mut faults = self.faults.lock().unwrap();
        let place = faults.iter().position(|(at, _)| *at == number)?;
        Some(faults.remove(place).1)
    }

    fn reading<'a, T: Send + 'a>(
        &'a self,
        read: BoxFuture<'a, Result<T, ReadError>>,
    ) -> BoxFuture<'a, Result<T, ReadError>> {
        if self.away.load(Ordering::SeqCst) {
            return Box::pin(async { Err(ReadError("away".to_owned())) });
        }
        read
    }
}

impl Store for FaultyStore {
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), CommitError>> {
        let number = self.commits.fetch_add(1, Ordering::SeqCst);
        let fault = self.fault_of(number);
        Box::pin(async move {
            self.waiting.send_modify(|waiting| *waiting += 1);
            let released = self.allowed.subscribe().wait_for(|allowed| *allowed > number).await.map(drop);
            self.waiting.send_modify(|waiting| *waiting -= 1);
            released.expect("the store outlives its commits");
            match fault {
                None => self.inner.commit(batch).await,
                Some(Fault::LostBefore) => Err(CommitError::Unknown("lost before it was written".to_owned())),
                Some(Fault::LostAfter) => {
                    self.inner.commit(batch).await?;
                    Err(CommitError::Unknown("lost after it was written".to_owned()))
                }
                Some(Fault::Full) => Err(CommitError::Full),
                Some(Fault::Fenced) => Err(CommitError::Fenced),
                Some(Fault::Repeated) => Err(CommitError::Repeated),
            }
        })
    }

    fn take_ownership(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<u64, CommitError>> {
        if self.away.load(Ordering::SeqCst) {
            return Box::pin(async { Err(CommitError::Unknown("away".to_owned())) });
        }
        if self.full.load(Ordering::SeqCst) {
            return Box::pin(async { Err(CommitError::Full) });
        }
        self.inner.take_ownership(organization_id)
    }

    fn bulk_load(&self, organization_id: OrganizationId, rows: Vec<Row>) -> BoxFuture<'_, Result<(), CommitError>> {
        self.inner.bulk_load(organization_id, rows)
    }

    fn organizations(&self) -> BoxFuture<'_, Result<Vec<Organization>, ReadError>> {
        self.reading(self.inner.organizations())
    }

    fn load(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<Option<Snapshot>, ReadError>> {
        self.reading(self.inner.load(organization_id))
    }

    fn find_command(
        &self,
        organization_id: OrganizationId,
        key: &str,
    ) -> BoxFuture<'_, Result<Option<CommandRecord>, ReadError>> {
        self.reading(self.inner.find_command(organization_id, key))
    }

    fn find_message(
        &self,
        organization_id: OrganizationId,
        conversation_id: ConversationId,
        from_customer: bool,
        client_message_id: &str,
    ) -> BoxFuture<'_, Result<Option<Message>, ReadError>> {
        self.reading(self.inner.find_message(organization_id, conversation_id, from_customer, client_message_id))
    }

    fn find_conversation(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<Option<Arc<Conversation>>, ReadError>> {
        self.reading(self.inner.find_conversation(organization_id, id))
    }

    fn list_agent_conversations(
        &self,
        organization_id: OrganizationId,
        query: AgentConversations,
    ) -> BoxFuture<'_, Result<Page<Arc<Conversation>>, ReadError>> {
        self.reading(self.inner.list_agent_conversations(organization_id, query))
    }

    fn list_visitor_conversations(
        &self,
        organization_id: OrganizationId,
        visitor_id: VisitorId,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        self.reading(self.inner.list_visitor_conversations(organization_id, visitor_id, limit))
    }

    fn list_customer_conversations(
        &self,
        organization_id: OrganizationId,
        customer: CustomerRef,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        self.reading(self.inner.list_customer_conversations(organization_id, customer, limit))
    }

    fn list_sessions(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<(Vec<Session>, Vec<Participant>), ReadError>> {
        self.reading(self.inner.list_sessions(organization_id, id))
    }

    fn list_routing(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<(Vec<RoutingDecision>, Vec<QueueSegment>), ReadError>> {
        self.reading(self.inner.list_routing(organization_id, id))
    }

    fn list_set_up_changes(
        &self,
        organization_id: OrganizationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<SetUpChange>, ReadError>> {
        self.reading(self.inner.list_set_up_changes(organization_id, before, limit))
    }

    fn list_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.reading(self.inner.list_messages(organization_id, id, after, limit))
    }

    fn list_messages_before(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.reading(self.inner.list_messages_before(organization_id, id, before, limit))
    }

    fn list_public_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        self.reading(self.inner.list_public_messages(organization_id, id, after, limit))
    }

    fn list_journal(
        &self,
        organization_id: OrganizationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<JournalEntry>, ReadError>> {
        self.reading(self.inner.list_journal(organization_id, after, limit))
    }

    fn find_record(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        id: Uuid,
    ) -> BoxFuture<'_, Result<Option<Record>, ReadError>> {
        self.reading(self.inner.find_record(organization_id, kind, id))
    }

    fn search_records(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        text: &str,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Record>, ReadError>> {
        self.reading(self.inner.search_records(organization_id, kind, text, limit))
    }

    fn search_texts(
        &self,
        organization_id: OrganizationId,
        search: TextSearch,
    ) -> BoxFuture<'_, Result<FoundTexts, ReadError>> {
        self.reading(self.inner.search_texts(organization_id, search))
    }

    fn find_file(
        &self,
        organization_id: OrganizationId,
        id: FileId,
    ) -> BoxFuture<'_, Result<Option<StoredFile>, ReadError>> {
        self.reading(self.inner.find_file(organization_id, id))
    }

    fn list_loose_files(
        &self,
        organization_id: OrganizationId,
        before: Timestamp,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<StoredFile>, ReadError>> {
        self.reading(self.inner.list_loose_files(organization_id, before, limit))
    }

    fn find_agent_by_email(&self, email: &str) -> BoxFuture<'_, Result<Option<(OrganizationId, Agent)>, ReadError>> {
        self.reading(self.inner.find_agent_by_email(email))
    }

    fn find_credentials(&self, secret_hash: [u8; 32]) -> BoxFuture<'_, Result<Option<Credentials>, ReadError>> {
        self.reading(self.inner.find_credentials(secret_hash))
    }

    fn list_tokens(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<Token>, ReadError>> {
        self.reading(self.inner.list_tokens(organization_id, agent_id))
    }

    fn list_personal_quick_replies(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<PersonalQuickReply>, ReadError>> {
        self.reading(self.inner.list_personal_quick_replies(organization_id, agent_id))
    }

    fn backup(&self, file: PathBuf) -> BoxFuture<'_, Result<(), DataError>> {
        self.inner.backup(file)
    }

    fn check(&self) -> BoxFuture<'_, Result<Vec<String>, ReadError>> {
        self.inner.check()
    }
}
