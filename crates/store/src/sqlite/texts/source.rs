//! What is to be made searchable, read from the store's own file. Knows nothing of words.

use super::Progress;
use crate::sqlite::values::*;
use frontdesk_model::{ConversationId, OrganizationId, Timestamp, Uuid};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// So much at a time, so that a search in between does not wait.
const JOURNAL_AT_ONCE: u64 = 2_000;
const CONVERSATIONS_AT_ONCE: u32 = 200;

const HEADS: &str = "SELECT organization_id, head FROM lease ORDER BY organization_id";
const NAMED: &str = "SELECT DISTINCT conversation_id FROM journal
    WHERE organization_id = ?1 AND sequence > ?2 AND sequence <= ?3 AND conversation_id IS NOT NULL";
const FOLLOWING: &str = "SELECT id FROM conversation WHERE organization_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
const CONVERSATION: &str =
    "SELECT created_at, title, customer_name FROM conversation WHERE organization_id = ?1 AND id = ?2";
const MESSAGES: &str = "SELECT number, sent_at, text FROM message
    WHERE organization_id = ?1 AND conversation_id = ?2 AND number > ?3 ORDER BY number";

pub struct Source {
    connection: Connection,
}

/// What can be found of one conversation.
pub struct ConversationTexts {
    pub id: ConversationId,
    pub created_at: Timestamp,
    /// Its title and its customer's name.
    pub subject: String,
    /// Those that are not known yet, in the order of their numbers.
    pub messages: Vec<MessageText>,
}

pub struct MessageText {
    pub number: u64,
    pub sent_at: Timestamp,
    pub text: String,
}

impl Source {
    pub fn new(connection: Connection) -> Source {
        Source { connection }
    }

    /// The journal's last number in each organisation.
    pub fn heads(&self) -> rusqlite::Result<Vec<(OrganizationId, u64)>> {
        query(&self.connection, HEADS, &[], |lease| Ok((lease.next()?, lease.next()?)))
    }

    /// The next conversations to look at, and how far one has come then.
    pub fn next(
        &self,
        organization_id: OrganizationId,
        head: u64,
        progress: Progress,
    ) -> rusqlite::Result<(BTreeSet<ConversationId>, Progress)> {
        let mut ids = BTreeSet::new();
        let mut next = Progress { head: head.min(progress.head + JOURNAL_AT_ONCE), ..progress };
        if next.head > progress.head {
            let values: [&dyn Column; 3] = [&organization_id, &progress.head, &next.head];
            ids.extend(query(&self.connection, NAMED, &values, |row| row.next::<ConversationId>())?);
        }
        if let Some(scanned) = progress.scanned {
            let values: [&dyn Column; 3] = [&organization_id, &scanned, &CONVERSATIONS_AT_ONCE];
            let following = query(&self.connection, FOLLOWING, &values, |row| row.next::<ConversationId>())?;
            next.scanned = following.last().copied();
            ids.extend(following);
        }
        Ok((ids, next))
    }

    /// `last_number` tells how much of a conversation is known.
    pub fn texts(
        &self,
        organization_id: OrganizationId,
        ids: &BTreeSet<ConversationId>,
        last_number: impl Fn(ConversationId) -> rusqlite::Result<u64>,
    ) -> rusqlite::Result<Vec<ConversationTexts>> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let conversation = query_one(&self.connection, CONVERSATION, &[&organization_id, id], |row| {
                let (created_at, title, name): (Timestamp, String, String) = (row.next()?, row.next()?, row.next()?);
                Ok((created_at, format!("{title}\n{name}")))
            })?;
            // The journal may name what never came to be.
            let Some((created_at, subject)) = conversation else { continue };
            let values: [&dyn Column; 3] = [&organization_id, id, &last_number(*id)?];
            let messages = query(&self.connection, MESSAGES, &values, |row| {
                Ok(MessageText { number: row.next()?, sent_at: row.next()?, text: row.next()? })
            })?;
            found.push(ConversationTexts { id: *id, created_at, subject, messages });
        }
        Ok(found)
    }
}

/// Before all conversations there are.
pub const NONE_SCANNED: ConversationId = ConversationId(Uuid::nil());
