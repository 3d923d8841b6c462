//! The desk: the one task of an organisation that calls its engine, and the handle by which everyone else reaches it.
//! What it acknowledges is on disk; what it shows was committed. Refuses to know: HTTP, who may do what, and SQL.

mod admission;
mod batch;
mod command;
mod core;
mod ledger;
mod loading;
mod metrics;
mod repeats;
mod task;
mod view;

pub use self::command::{Carried, Command, CommandKey, DeskError, Question, Told};
pub use self::core::{Core, Loader, engine_loader};
pub use self::metrics::DeskMetrics;
pub use self::view::View;

use self::admission::Gate;
use self::command::{Job, Mail};
use self::repeats::{RepeatKey, Repeats, Turn, Turns};
use crate::clock::Clock;
use crate::ids::Ids;
use crate::live::Hub;
use crate::visitors::Visitors;
use frontdesk_bus::Bus;
use frontdesk_engine::{Input, NewConversation, Refusal, RefusalKind, Reply, Trial, WaitingNow};
use frontdesk_model::{ConversationId, ConversationStatus, OrganizationId, Row, SetUpEdits};
use frontdesk_store::Store;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, Weak};
use tokio::sync::{mpsc, oneshot};

/// Jobs that may wait at once. Far more than 250 ms of work; the gate refuses long before.
const MAILBOX_JOBS_MAX: usize = 16_384;
const MAILBOX_FULL_RETRY_MS: u64 = 1_000;
const STORE_AWAY_RETRY_MS: u64 = 1_000;

/// What a desk needs of the world round it.
#[derive(Clone)]
pub struct Surroundings {
    pub store: Arc<dyn Store>,
    pub bus: Arc<dyn Bus>,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub metrics: Arc<DeskMetrics>,
    pub loader: Loader,
}

/// A handle to one organisation's desk; cheap to clone.
#[derive(Clone)]
pub struct Desk {
    shared: Arc<Shared>,
    mailbox: mpsc::Sender<Mail>,
}

struct Shared {
    organization_id: OrganizationId,
    surroundings: Surroundings,
    gate: Gate,
    repeats: Repeats,
    view: RwLock<View>,
    hub: Hub,
    visitors: Visitors,
    /// False while the store stays away.
    ready: AtomicBool,
}

/// Why there is no desk.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no organisation {0}")]
    NotFound(OrganizationId),
    #[error("what the store holds makes the engine panic")]
    Panicked,
    #[error(transparent)]
    Commit(#[from] frontdesk_store::CommitError),
    #[error(transparent)]
    Read(#[from] frontdesk_store::ReadError),
}

/// A handle that does not keep the desk open.
pub(crate) struct WeakDesk {
    shared: Weak<Shared>,
    mailbox: mpsc::WeakSender<Mail>,
}

impl WeakDesk {
    pub fn upgrade(&self) -> Option<Desk> {
        Some(Desk { shared: self.shared.upgrade()?, mailbox: self.mailbox.upgrade()? })
    }
}

impl Desk {
    pub(crate) fn downgrade(&self) -> WeakDesk {
        WeakDesk { shared: Arc::downgrade(&self.shared), mailbox: self.mailbox.downgrade() }
    }

    /// Takes the organisation for this process, loads it and starts its task.
    pub async fn open(organization_id: OrganizationId, surroundings: Surroundings) -> Result<Desk, OpenError> {
        task::open(organization_id, surroundings).await
    }

    pub fn organization_id(&self) -> OrganizationId {
        self.shared.organization_id
    }

    pub fn store(&self) -> &Arc<dyn Store> {
        &self.shared.surroundings.store
    }

    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.shared.surroundings.clock
    }

    pub fn ids(&self) -> &Arc<dyn Ids> {
        &self.shared.surroundings.ids
    }

    pub fn metrics(&self) -> &DeskMetrics {
        &self.shared.surroundings.metrics
    }

    /// The state as of the last commit. Commits wait while this is held: take what is needed and let go.
    pub fn view(&self) -> RwLockReadGuard<'_, View> {
        self.shared.view.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The live streams.
    pub fn live(&self) -> &Hub {
        &self.shared.hub
    }

    pub fn visitors(&self) -> &Visitors {
        &self.shared.visitors
    }

    /// False while the store stays away.
    pub fn is_ready(&self) -> bool {
        self.shared.ready.load(Ordering::Acquire)
    }

    /// Commands that wait or are on their way to disk.
    pub fn depth(&self) -> usize {
        self.shared.gate.depth()
    }

    /// One input; answered when it is on disk. A message's own `client_message_id` is a key too.
    pub async fn command(&self, key: Option<CommandKey>, input: Input) -> Result<Reply, DeskError> {
        let carried = self.submit(Command::new(input).key(key)).await?;
        carried.reply.ok_or(DeskError::Internal)
    }

    /// Why a conversation waits now; none unless it does.
    pub async fn why_waiting(&self, id: ConversationId) -> Result<Option<WaitingNow>, DeskError> {
        match self.ask(Question::WhyWaiting(id)).await? {
            Told::WhyWaiting(waiting) => Ok(waiting),
            Told::WouldTake(_) | Told::WouldDecide(_) => Err(DeskError::Internal),
        }
    }

    /// Whether these edits would be taken as things stand; nothing is changed.
    pub async fn would_take(&self, edits: SetUpEdits) -> Result<Result<(), Refusal>, DeskError> {
        match self.ask(Question::WouldTake(Box::new(edits))).await? {
            Told::WouldTake(result) => Ok(result),
            Told::WhyWaiting(_) | Told::WouldDecide(_) => Err(DeskError::Internal),
        }
    }

    /// What rules and queues would decide of it if it began now; nothing is changed.
    pub async fn would_decide(&self, new: NewConversation) -> Result<Result<Trial, Refusal>, DeskError> {
        match self.ask(Question::WouldDecide(Box::new(new))).await? {
            Told::WouldDecide(result) => Ok(*result),
            Told::WhyWaiting(_) | Told::WouldTake(_) => Err(DeskError::Internal),
        }
    }

    async fn ask(&self, question: Question) -> Result<Told, DeskError> {
        let carried = self.submit(Command::question(question)).await?;
        carried.told.map(|told| *told).ok_or(DeskError::Internal)
    }

    /// Rows that the engine does not know.
    pub async fn write(&self, rows: Vec<Row>) -> Result<(), DeskError> {
        self.submit(Command::rows(rows)).await.map(drop)
    }

    /// Carries out a command unless it has been carried out before; answered when it is on disk.
    pub async fn submit(&self, command: Command) -> Result<Carried, DeskError> {
        let mut turns = Turns::new(&self.shared.repeats);
        for key in repeat_keys(&command) {
            if let Some(carried) = self.first_answer(&key, &mut turns).await? {
                return Ok(carried);
            }
        }
        let subject = command.input.as_deref().and_then(Input::conversation_id);
        let ticket = self.shared.gate.enter().map_err(|retry_after_ms| self.busy(retry_after_ms))?;
        let (reply, answered) = oneshot::channel();
        let place = self.mailbox.try_reserve().map_err(|error| match error {
            mpsc::error::TrySendError::Full(()) => self.busy(MAILBOX_FULL_RETRY_MS),
            mpsc::error::TrySendError::Closed(()) => DeskError::Closed,
        })?;
        place.send(Mail::Job(Job { command, repeat_keys: turns.hand_over(), reply: Some(reply), ticket }));
        match answered.await.unwrap_or(Err(DeskError::Unknown)) {
            Err(DeskError::Refused(refusal)) => Err(self.explain(refusal, subject).await),
            outcome => outcome,
        }
    }

    /// For what nobody waits for and nothing may refuse: connections that come and go.
    pub async fn tell(&self, input: Input) {
        let ticket = self.shared.gate.enter_always();
        let job = Job { command: Command::new(input), repeat_keys: Vec::new(), reply: None, ticket };
        // A desk that is closed has no use for it.
        let _ = self.mailbox.send(Mail::Job(job)).await;
    }

    /// As `tell`, for those who cannot wait, such as destructors.
    pub(crate) fn tell_now(&self, input: Input) {
        let ticket = self.shared.gate.enter_always();
        let job = Job { command: Command::new(input), repeat_keys: Vec::new(), reply: None, ticket };
        if let Err(mpsc::error::TrySendError::Full(mail)) = self.mailbox.try_send(Mail::Job(job)) {
            let mailbox = self.mailbox.clone();
            tokio::spawn(async move { mailbox.send(mail).await });
        }
    }

    /// As `tell`, and waits until it is on disk, or has failed.
    pub(crate) async fn tell_and_wait(&self, input: Input) {
        let ticket = self.shared.gate.enter_always();
        let (reply, answered) = oneshot::channel();
        let job = Job { command: Command::new(input), repeat_keys: Vec::new(), reply: Some(reply), ticket };
        if self.mailbox.send(Mail::Job(job)).await.is_ok() {
            let _ = answered.await;
        }
    }

    /// Writes what has been taken in, then ends the task. Later commands are answered `Closed`.
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.mailbox.send(Mail::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }

    fn busy(&self, retry_after_ms: u64) -> DeskError {
        self.metrics().refused_busy.inc();
        DeskError::Busy { retry_after_ms }
    }

    /// The answer that the key's first use got; none: this is the first, and `turns` has the key.
    async fn first_answer<'a>(&'a self, key: &RepeatKey, turns: &mut Turns<'a>) -> Result<Option<Carried>, DeskError> {
        loop {
            match self.shared.repeats.take_turn(key) {
                Turn::Answered(carried) => return Ok(Some(carried)),
                Turn::Wait(outcome) => match outcome.await {
                    Ok(outcome) => return outcome.map(Some),
                    Err(_abandoned) => continue,
                },
                Turn::First => {
                    turns.add(key.clone());
                    return if self.cannot_be_stored(key) { Ok(None) } else { self.stored_answer(key).await };
                }
            }
        }
    }

    /// Spares the look-up for messages of conversations that are younger than all we have forgotten.
    fn cannot_be_stored(&self, key: &RepeatKey) -> bool {
        let RepeatKey::Message { conversation_id, .. } = key else { return false };
        let created_at = self.view().conversation(*conversation_id).map(|conversation| conversation.created_at);
        created_at.is_some_and(|created_at| self.shared.repeats.remembers_all_since(created_at))
    }

    async fn stored_answer(&self, key: &RepeatKey) -> Result<Option<Carried>, DeskError> {
        let organization_id = self.organization_id();
        let reply: Option<Reply> = match key {
            RepeatKey::Command(key) => {
                let found = self.store().find_command(organization_id, key.as_str()).await.map_err(unreadable)?;
                let Some(record) = found else { return Ok(None) };
                let replies: Vec<Reply> = serde_json::from_str(&record.reply).map_err(|error| {
                    tracing::error!(key = key.as_str(), %error, "a stored answer cannot be read");
                    DeskError::Internal
                })?;
                replies.into_iter().next()
            }
            RepeatKey::Message { conversation_id, from_customer, client_message_id } => {
                let found = self
                    .store()
                    .find_message(organization_id, *conversation_id, *from_customer, client_message_id)
                    .await
                    .map_err(unreadable)?;
                let Some(message) = found else { return Ok(None) };
                Some(Reply::MessageStored {
                    conversation_id: message.conversation_id,
                    number: message.number,
                    public_number: message.public_number,
                    sent_at: message.sent_at,
                })
            }
        };
        Ok(Some(Carried { reply, repeated: true, ..Carried::default() }))
    }

    /// The engine knows only what is not closed; whoever asks for something else hears whether it ever was there.
    async fn explain(&self, refusal: Refusal, subject: Option<ConversationId>) -> DeskError {
        let (RefusalKind::NotFound, Some(id)) = (refusal.kind, subject) else { return DeskError::Refused(refusal) };
        match self.store().find_conversation(self.organization_id(), id).await {
            Ok(Some(conversation)) if conversation.status == ConversationStatus::Closed => {
                DeskError::Refused(Refusal::conflict("conversation_closed", "the conversation is closed"))
            }
            Ok(_) => DeskError::Refused(refusal),
            Err(error) => unreadable(error),
        }
    }
}

fn unreadable(error: frontdesk_store::ReadError) -> DeskError {
    tracing::warn!(%error, "the store cannot be read");
    DeskError::Unavailable { retry_after_ms: STORE_AWAY_RETRY_MS }
}

fn repeat_keys(command: &Command) -> Vec<RepeatKey> {
    // A message that opens a conversation is covered by the command's key: the conversation is new each time.
    let message = command.input.as_deref().and_then(RepeatKey::of_message);
    message.into_iter().chain(command.key.clone().map(RepeatKey::Command)).collect()
}
