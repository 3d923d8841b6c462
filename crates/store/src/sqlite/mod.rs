//! The store in one SQLite file: the embedded default. One thread writes, a few read; every commit is on disk before it
//! is answered. Knows nothing of other processes but to keep them out.

mod agent_lists;
mod commit;
mod configuration;
mod conversations;
mod credentials;
mod files;
mod journal;
mod load;
mod maintenance;
mod messages;
mod migrate;
mod open;
mod quick_replies;
mod readers;
mod records;
mod routing;
mod sessions;
mod texts;
mod values;
mod writer;

pub use maintenance::restore;
pub use open::SqliteOptions;

use crate::port::*;
use frontdesk_model::*;
use readers::{Readers, read_error};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use texts::Texts;
use tokio::sync::oneshot;
use writer::{Work, Writer};

pub struct Sqlite {
    file: PathBuf,
    log: PathBuf,
    // Before the writer: the connection that is closed last copies the log into the file.
    texts: Texts,
    readers: Readers,
    writer: Writer,
    lock: Arc<File>,
}

impl Sqlite {
    /// Opens the data folder, or makes a new one; blocks while it does.
    pub fn open(folder: &Path, options: SqliteOptions) -> Result<Self, DataError> {
        let lock = Arc::new(open::lock(folder)?);
        let file = open::database_file(folder);
        let mut connection = open::writer(&file, &options)?;
        migrate::migrate(&mut connection, &file, &migrate::STEPS, options.now)?;
        open::sync_folder(folder)?;
        let readers = Readers::start(&file, options.readers, options.read_limit)?;
        let texts = Texts::start(&file, options.read_limit)?;
        let writer = Writer::start(connection, lock.clone()).map_err(|error| open::io_error(&file, &error))?;
        Ok(Sqlite { log: open::log_file(folder), file, texts, readers, writer, lock })
    }

    /// Length of the write-ahead log on disk; one that keeps growing means that a reader stands in its way.
    pub fn log_bytes(&self) -> u64 {
        std::fs::metadata(&self.log).map_or(0, |metadata| metadata.len())
    }

    /// Long work, away from the readers that serve people.
    async fn aside<T: Send + 'static>(&self, work: impl FnOnce(&Path) -> T + Send + 'static) -> Option<T> {
        let (file, lock) = (self.file.clone(), self.lock.clone());
        let (reply, done) = oneshot::channel();
        let thread = std::thread::Builder::new().name("store-maintenance".to_owned());
        let work = move || {
            let result = work(&file);
            // Before the answer, so that whoever has it may open the folder anew.
            drop(lock);
            // Whoever does not wait for the answer any more does not need it.
            let _ = reply.send(result);
        };
        thread.spawn(work).ok()?;
        done.await.ok()
    }
}

impl Store for Sqlite {
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), CommitError>> {
        let done = self.writer.run(Work::Commit(batch));
        Box::pin(async {
            done.await?;
            self.texts.written();
            Ok(())
        })
    }

    fn take_ownership(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<u64, CommitError>> {
        Box::pin(self.writer.run(Work::TakeOwnership(organization_id)))
    }

    fn bulk_load(&self, organization_id: OrganizationId, rows: Vec<Row>) -> BoxFuture<'_, Result<(), CommitError>> {
        let first = rows.iter().filter_map(texts::conversation_of).min();
        let done = self.writer.run(Work::BulkLoad(organization_id, rows));
        Box::pin(async move {
            done.await?;
            if let Some(first) = first {
                self.texts.loaded(organization_id, first).await;
            }
            Ok(())
        })
    }

    fn organizations(&self) -> BoxFuture<'_, Result<Vec<Organization>, ReadError>> {
        Box::pin(self.readers.read(configuration::organizations))
    }

    fn load(&self, organization_id: OrganizationId) -> BoxFuture<'_, Result<Option<Snapshot>, ReadError>> {
        Box::pin(self.readers.read(move |connection| load::load(connection, organization_id)))
    }

    fn find_command(
        &self,
        organization_id: OrganizationId,
        key: &str,
    ) -> BoxFuture<'_, Result<Option<CommandRecord>, ReadError>> {
        let key = key.to_owned();
        Box::pin(self.readers.read(move |connection| commit::find_command(connection, organization_id, &key)))
    }

    fn find_message(
        &self,
        organization_id: OrganizationId,
        conversation_id: ConversationId,
        from_customer: bool,
        client_message_id: &str,
    ) -> BoxFuture<'_, Result<Option<Message>, ReadError>> {
        let key = client_message_id.to_owned();
        Box::pin(
            self.readers.read(move |connection| {
                messages::find(connection, organization_id, conversation_id, from_customer, &key)
            }),
        )
    }

    fn find_conversation(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<Option<Arc<Conversation>>, ReadError>> {
        Box::pin(self.readers.read(move |connection| conversations::find(connection, organization_id, id)))
    }

    fn list_agent_conversations(
        &self,
        organization_id: OrganizationId,
        query: AgentConversations,
    ) -> BoxFuture<'_, Result<Page<Arc<Conversation>>, ReadError>> {
        Box::pin(self.readers.read(move |connection| agent_lists::list(connection, organization_id, &query)))
    }

    fn list_visitor_conversations(
        &self,
        organization_id: OrganizationId,
        visitor_id: VisitorId,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        Box::pin(
            self.readers
                .read(move |connection| conversations::list_of_visitor(connection, organization_id, visitor_id, limit)),
        )
    }

    fn list_customer_conversations(
        &self,
        organization_id: OrganizationId,
        customer: CustomerRef,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Arc<Conversation>>, ReadError>> {
        Box::pin(
            self.readers
                .read(move |connection| conversations::list_of_customer(connection, organization_id, customer, limit)),
        )
    }

    fn list_sessions(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<SessionsOfConversation, ReadError>> {
        Box::pin(self.readers.read(move |connection| sessions::list(connection, organization_id, id)))
    }

    fn list_routing(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
    ) -> BoxFuture<'_, Result<RoutingOfConversation, ReadError>> {
        Box::pin(self.readers.read(move |connection| routing::list(connection, organization_id, id)))
    }

    fn list_set_up_changes(
        &self,
        organization_id: OrganizationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<SetUpChange>, ReadError>> {
        Box::pin(
            self.readers.read(move |connection| configuration::changes(connection, organization_id, before, limit)),
        )
    }

    fn list_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        Box::pin(self.readers.read(move |connection| messages::after(connection, organization_id, id, after, limit)))
    }

    fn list_messages_before(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        before: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        Box::pin(self.readers.read(move |connection| messages::before(connection, organization_id, id, before, limit)))
    }

    fn list_public_messages(
        &self,
        organization_id: OrganizationId,
        id: ConversationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<Arc<Message>>, ReadError>> {
        Box::pin(
            self.readers.read(move |connection| messages::public_after(connection, organization_id, id, after, limit)),
        )
    }

    fn list_journal(
        &self,
        organization_id: OrganizationId,
        after: u64,
        limit: u32,
    ) -> BoxFuture<'_, Result<Page<JournalEntry>, ReadError>> {
        Box::pin(self.readers.read(move |connection| journal::after(connection, organization_id, after, limit)))
    }

    fn find_record(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        id: Uuid,
    ) -> BoxFuture<'_, Result<Option<Record>, ReadError>> {
        Box::pin(self.readers.read(move |connection| records::find(connection, organization_id, kind, id)))
    }

    fn search_records(
        &self,
        organization_id: OrganizationId,
        kind: RecordKind,
        text: &str,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<Record>, ReadError>> {
        let text = text.to_owned();
        Box::pin(self.readers.read(move |connection| records::search(connection, organization_id, kind, &text, limit)))
    }

    fn search_texts(
        &self,
        organization_id: OrganizationId,
        search: TextSearch,
    ) -> BoxFuture<'_, Result<FoundTexts, ReadError>> {
        self.texts.search(organization_id, search)
    }

    fn find_file(
        &self,
        organization_id: OrganizationId,
        id: FileId,
    ) -> BoxFuture<'_, Result<Option<StoredFile>, ReadError>> {
        Box::pin(self.readers.read(move |connection| files::find(connection, organization_id, id)))
    }

    fn list_loose_files(
        &self,
        organization_id: OrganizationId,
        before: Timestamp,
        limit: u32,
    ) -> BoxFuture<'_, Result<Vec<StoredFile>, ReadError>> {
        Box::pin(self.readers.read(move |connection| files::loose(connection, organization_id, before, limit)))
    }

    fn find_agent_by_email(&self, email: &str) -> BoxFuture<'_, Result<Option<(OrganizationId, Agent)>, ReadError>> {
        let email = email.to_owned();
        Box::pin(self.readers.read(move |connection| credentials::agent_by_email(connection, &email)))
    }

    fn find_credentials(&self, secret_hash: [u8; 32]) -> BoxFuture<'_, Result<Option<Credentials>, ReadError>> {
        Box::pin(self.readers.read(move |connection| credentials::find(connection, secret_hash)))
    }

    fn list_tokens(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<Token>, ReadError>> {
        Box::pin(self.readers.read(move |connection| credentials::tokens(connection, organization_id, agent_id)))
    }

    fn list_personal_quick_replies(
        &self,
        organization_id: OrganizationId,
        agent_id: AgentId,
    ) -> BoxFuture<'_, Result<Vec<PersonalQuickReply>, ReadError>> {
        Box::pin(self.readers.read(move |connection| quick_replies::of_agent(connection, organization_id, agent_id)))
    }

    fn backup(&self, file: PathBuf) -> BoxFuture<'_, Result<(), DataError>> {
        Box::pin(async move {
            let target = file.clone();
            let done = self.aside(move |database| maintenance::backup(database, &target)).await;
            done.unwrap_or(Err(DataError::Io { path: file, detail: "the copy was broken off".to_owned() }))
        })
    }

    fn check(&self) -> BoxFuture<'_, Result<Vec<String>, ReadError>> {
        Box::pin(async move {
            let done = self.aside(|database| {
                let connection = open::reader(database).map_err(|error| ReadError(error.to_string()))?;
                maintenance::check(&connection).map_err(read_error)
            });
            done.await.unwrap_or(Err(ReadError("the check was broken off".to_owned())))
        })
    }
}

#[cfg(test)]
mod tests;
