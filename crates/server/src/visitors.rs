//! Visitors as live connections: whether a conversation's customer is there, waiting for what they may read, and the
//! numbers they know messages by. Knows nothing of tokens: whoever comes here may see the conversation.

use crate::desk::{Desk, View};
use crate::live::Watch;
use frontdesk_engine::Input;
use frontdesk_model::{Conversation, ConversationId, ConversationStatus, ReadMarks, Timestamp};
use frontdesk_store::ReadError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Between two long-polls the customer is still there.
const BETWEEN_POLLS_MS: u64 = 30_000;
const PAGE: u32 = 50;

/// Which customers are there now.
#[derive(Default)]
pub struct Visitors {
    here: Mutex<HashMap<ConversationId, Here>>,
}

#[derive(Default)]
struct Here {
    /// Open streams and polls.
    connections: u32,
    /// A poll has ended lately: not gone before this.
    until: Option<Timestamp>,
}

impl Visitors {
    fn here(&self) -> MutexGuard<'_, HashMap<ConversationId, Here>> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The customer is there while this lives.
    pub fn connect<'a>(&'a self, desk: &'a Desk, conversation_id: ConversationId) -> CustomerHere<'a> {
        self.enter(desk, conversation_id, 0)
    }

    /// The same, and a while longer: they will ask again.
    fn poll<'a>(&'a self, desk: &'a Desk, conversation_id: ConversationId) -> CustomerHere<'a> {
        self.enter(desk, conversation_id, BETWEEN_POLLS_MS)
    }

    fn enter<'a>(&'a self, desk: &'a Desk, conversation_id: ConversationId, stays_ms: u64) -> CustomerHere<'a> {
        let mut here = self.here();
        let entry = here.entry(conversation_id).or_default();
        let new = entry.connections == 0 && entry.until.is_none();
        entry.connections += 1;
        if new {
            // Told under the lock, so that coming and going reach the desk in their order.
            desk.tell_now(Input::CustomerConnected { conversation_id });
        }
        drop(here);
        CustomerHere { visitors: self, desk, conversation_id, stays_ms }
    }

    fn leave(&self, desk: &Desk, conversation_id: ConversationId, stays_ms: u64) {
        let mut here = self.here();
        let Some(entry) = here.get_mut(&conversation_id) else { return };
        entry.connections -= 1;
        if stays_ms > 0 {
            entry.until = entry.until.max(Some(desk.clock().now() + stays_ms));
        }
        if entry.connections == 0 && entry.until.is_none() {
            here.remove(&conversation_id);
            desk.tell_now(Input::CustomerDisconnected { conversation_id });
        }
    }

    /// Those who have not come back for their next poll are gone.
    pub(crate) fn sweep(&self, desk: &Desk) {
        let now = desk.clock().now();
        self.here().retain(|conversation_id, entry| {
            entry.until = entry.until.filter(|until| *until > now);
            let stays = entry.connections > 0 || entry.until.is_some();
            if !stays {
                desk.tell_now(Input::CustomerDisconnected { conversation_id: *conversation_id });
            }
            stays
        });
    }
}

/// One connection of a customer.
pub struct CustomerHere<'a> {
    visitors: &'a Visitors,
    desk: &'a Desk,
    conversation_id: ConversationId,
    stays_ms: u64,
}

impl Drop for CustomerHere<'_> {
    fn drop(&mut self) {
        self.visitors.leave(self.desk, self.conversation_id, self.stays_ms);
    }
}

/// What a customer is told of where their conversation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: ConversationStatus,
    /// Who answers, once they have accepted.
    pub agent_name: Option<String>,
}

impl Default for Standing {
    fn default() -> Self {
        Standing { status: ConversationStatus::Open, agent_name: None }
    }
}

impl Standing {
    pub fn of(view: &View, conversation: &Conversation) -> Self {
        let status = conversation.status;
        let accepted = match status {
            ConversationStatus::Open => None,
            ConversationStatus::Active => {
                conversation.active_agent_id.filter(|id| conversation.last_agent_id == Some(*id))
            }
            _ => conversation.last_agent_id,
        };
        let agent_name = accepted.and_then(|id| view.agent(id)).map(|agent| agent.name.clone());
        Standing { status, agent_name }
    }
}

/// Closed or not.
pub async fn find(desk: &Desk, id: ConversationId) -> Result<Option<Arc<Conversation>>, ReadError> {
    let shown = desk.view().conversation(id).cloned();
    match shown {
        Some(conversation) => Ok(Some(conversation)),
        None => desk.store().find_conversation(desk.organization_id(), id).await,
    }
}

/// Waits until there is a public message after this number, the conversation is closed, or the time is over.
pub async fn wait_for_message(desk: &Desk, id: ConversationId, after: u64, wait_ms: u64) {
    let _here = desk.visitors().poll(desk, id);
    let deadline = desk.clock().sleep_until(desk.clock().now() + wait_ms);
    let watch = Watch::new(desk, id);
    let shown = desk.view().conversation(id).map(|conversation| conversation.last_public_number);
    if shown.is_some_and(|last| last > after) {
        return;
    }
    tokio::select! {
        () = watch.until_message_after(after) => {}
        () = deadline => {}
    }
}

/// Marks as the customer counts: by public messages alone.
pub async fn public_marks(desk: &Desk, id: ConversationId, marks: ReadMarks) -> Result<ReadMarks, ReadError> {
    Ok(ReadMarks {
        customer_delivered: public_number(desk, id, marks.customer_delivered).await?,
        customer_read: public_number(desk, id, marks.customer_read).await?,
        agent_delivered: public_number(desk, id, marks.agent_delivered).await?,
        agent_read: public_number(desk, id, marks.agent_read).await?,
    })
}

/// How many public messages there are up to this message number.
async fn public_number(desk: &Desk, id: ConversationId, number: u64) -> Result<u64, ReadError> {
    if number == 0 || !has_notes(desk, id).await? {
        return Ok(number);
    }
    let mut before = number + 1;
    loop {
        let page = desk.store().list_messages_before(desk.organization_id(), id, before, PAGE).await?;
        if let Some(found) = page.items.iter().rev().find_map(|message| message.public_number) {
            return Ok(found);
        }
        match page.items.first() {
            Some(first) if page.more => before = first.number,
            _ => return Ok(0),
        }
    }
}

/// The message number of the public message with this number; of the last one if there are not so many.
pub async fn message_number(desk: &Desk, id: ConversationId, public_number: u64) -> Result<u64, ReadError> {
    let Some(conversation) = find(desk, id).await? else { return Ok(0) };
    let public_number = public_number.min(conversation.last_public_number);
    if public_number == 0 || conversation.last_public_number == conversation.last_message_number {
        return Ok(public_number);
    }
    let page = desk.store().list_public_messages(desk.organization_id(), id, public_number - 1, 1).await?;
    Ok(page.items.first().map_or(0, |message| message.number))
}

async fn has_notes(desk: &Desk, id: ConversationId) -> Result<bool, ReadError> {
    let conversation = find(desk, id).await?;
    Ok(conversation.is_none_or(|conversation| conversation.last_public_number != conversation.last_message_number))
}
