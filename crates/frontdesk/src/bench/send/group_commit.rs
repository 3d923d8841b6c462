//! The limit of sending: the rows of a message, committed in groups through the store alone. No server, no engine, no
//! rights, nobody who listens.

use super::super::Round;
use super::super::data::{self, Shape};
use crate::failure::Failure;
use crate::figures::Percentiles;
use frontdesk_model::{
    Audience, Batch, Conversation, Event, JournalEntry, Message, OrganizationId, Row, Sender, Timestamp, Visibility,
};
use frontdesk_store::{Sqlite, SqliteOptions, Store};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::Instant;

const MESSAGES_A_BATCH_MAX: usize = 1_000;

struct Send {
    conversation: usize,
    done: oneshot::Sender<()>,
}

/// One store for all rounds, so that its log is as warm as the server's.
pub struct BareDesk {
    store: Sqlite,
    organization_id: OrganizationId,
    fence: u64,
    journal_sequence: u64,
    conversations: Vec<Arc<Conversation>>,
    count: u64,
}

impl BareDesk {
    pub async fn open(folder: &Path, conversations: usize) -> Result<BareDesk, Failure> {
        data::fill(folder, Shape { stored: 0, agents: 1, open_each: conversations }).await?;
        let store = Sqlite::open(folder, SqliteOptions::new(now()))?;
        let organizations = store.organizations().await?;
        let organization = organizations.first().ok_or_else(|| Failure::failed("the folder was not filled"))?;
        let fence = store.take_ownership(organization.id).await.map_err(Failure::failed)?;
        let snapshot = store.load(organization.id).await?.ok_or_else(|| Failure::failed("nothing was loaded"))?;
        Ok(BareDesk {
            organization_id: organization.id,
            fence,
            journal_sequence: snapshot.journal_sequence,
            conversations: snapshot.conversations,
            store,
            count: 0,
        })
    }

    /// So many senders, each waiting for its own commit before it sends again.
    pub async fn run(&mut self, senders: usize, lasts: Duration) -> Result<Round, Failure> {
        let (sending, mailbox) = mpsc::channel(MESSAGES_A_BATCH_MAX);
        let started = Instant::now();
        let mut writing = JoinSet::new();
        for conversation in 0..senders {
            writing.spawn(write(sending.clone(), conversation, started + lasts));
        }
        drop(sending);
        self.commit_all(mailbox).await?;
        let mut latencies = Vec::new();
        while let Some(written) = writing.join_next().await {
            latencies.extend(written.map_err(Failure::failed)?);
        }
        let value = latencies.len() as f64 / started.elapsed().as_secs_f64();
        Ok(Round { value, latency: Percentiles::of_us(&latencies) })
    }

    /// While one batch is on its way to disk, the next is collected.
    async fn commit_all(&mut self, mut mailbox: mpsc::Receiver<Send>) -> Result<(), Failure> {
        let mut sends = Vec::new();
        while mailbox.recv_many(&mut sends, MESSAGES_A_BATCH_MAX).await > 0 {
            let batch = self.batch(&sends);
            self.journal_sequence += batch.journal.len() as u64;
            self.store.commit(batch).await.map_err(Failure::failed)?;
            for send in sends.drain(..) {
                // A sender who does not wait any more needs no answer.
                let _ = send.done.send(());
            }
        }
        Ok(())
    }

    /// For each message what the server writes: the message, its journal entry, and the conversation's last image.
    fn batch(&mut self, sends: &[Send]) -> Batch {
        let at = now();
        let mut images = BTreeMap::new();
        let mut rows = Vec::with_capacity(sends.len() * 2);
        let mut journal = Vec::with_capacity(sends.len());
        for send in sends {
            let message = self.add_message(send.conversation, at);
            let conversation = self.conversations[send.conversation].clone();
            let sequence = self.journal_sequence + journal.len() as u64 + 1;
            let audience = Audience {
                agents: Vec::from_iter(conversation.active_agent_id),
                customer_of: Some(conversation.id),
                ..Audience::default()
            };
            let event = Event::MessageAdded { message: message.clone() };
            journal.push(JournalEntry { sequence, at, conversation_id: Some(conversation.id), audience, event });
            rows.push(Row::Message(message));
            images.insert(conversation.id, conversation);
        }
        rows.extend(images.into_values().map(Row::Conversation));
        Batch {
            organization_id: self.organization_id,
            fence: self.fence,
            journal_before: self.journal_sequence,
            rows,
            journal,
            commands: Vec::new(),
        }
    }

    fn add_message(&mut self, index: usize, at: Timestamp) -> Arc<Message> {
        self.count += 1;
        let conversation = Arc::make_mut(&mut self.conversations[index]);
        conversation.last_message_number += 1;
        conversation.last_public_number += 1;
        conversation.unread += 1;
        conversation.modified_at = at;
        Arc::new(Message {
            conversation_id: conversation.id,
            number: conversation.last_message_number,
            public_number: Some(conversation.last_public_number),
            sent_at: at,
            sender: Sender::Customer { visitor_id: conversation.visitor_id, name: conversation.customer_name.clone() },
            visibility: Visibility::Public,
            text: "Where is my order? It was promised for today.".into(),
            attachments: Vec::new(),
            client_message_id: Some(format!("sent-{}", self.count)),
        })
    }
}

async fn write(sending: mpsc::Sender<Send>, conversation: usize, until: Instant) -> Vec<u64> {
    let mut latencies = Vec::new();
    while Instant::now() < until {
        let sent = Instant::now();
        let (done, committed) = oneshot::channel();
        if sending.send(Send { conversation, done }).await.is_err() || committed.await.is_err() {
            break;
        }
        latencies.push(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    latencies
}

fn now() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_millisecond())
}
