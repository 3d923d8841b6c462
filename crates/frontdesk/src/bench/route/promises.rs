//! Whether what was acknowledged is there: once, with numbered messages, in the queue that the rules say; and a repeat gets
//! the first answer. Reads what an administrator can read.

use super::folder::Door;
use super::intake::{Acknowledged, start};
use super::wire::Wire;
use crate::client::AgentClient;
use crate::failure::Failure;
use frontdesk_model::{ConversationId, QueueId};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// Of so many the messages are read, and the start is repeated.
const SAMPLES: usize = 100;
const FAULTS_TOLD: usize = 5;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    items: Vec<Listed>,
    next_cursor: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    id: ConversationId,
    queue_id: Option<QueueId>,
    last_message_number: u64,
}

/// Fails with what is wrong. Nobody else may have started anything.
pub async fn check(
    administrator: &AgentClient,
    address: SocketAddr,
    door: &Door,
    acknowledged: &[Acknowledged],
) -> Result<(), Failure> {
    let (listed, mut faults) = list(administrator).await?;
    if listed.len() != acknowledged.len() {
        faults.push(format!("{} were acknowledged, but {} are there", acknowledged.len(), listed.len()));
    }
    for taken in acknowledged {
        let fault = match listed.get(&taken.id) {
            None => "is not there",
            Some(found) if found.queue_id != Some(door.queue_of(taken.topic)) => "is in a wrong queue",
            Some(found) if found.last_message_number == 0 => "has lost its message",
            Some(_) => continue,
        };
        faults.push(format!("{} {fault}", taken.id));
    }
    let mut wire = Wire::open(address).await?;
    for taken in acknowledged.iter().step_by((acknowledged.len() / SAMPLES).max(1)) {
        let messages = administrator.messages(taken.id).await?;
        let own = messages.iter().filter(|message| message.client_message_id.as_deref() == Some(&taken.key)).count();
        if own != 1 || !messages.iter().map(|message| message.number).eq(1..=messages.len() as u64) {
            faults.push(format!("{}: {own} times its message, of {} in all", taken.id, messages.len()));
        }
        if start(&mut wire, door, taken.topic, &taken.key).await? != Some(taken.id) {
            faults.push(format!("{}: a repeated start was another conversation", taken.id));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let count = faults.len();
    faults.truncate(FAULTS_TOLD);
    Err(Failure::failed(format!("{count} promises were broken: {}", faults.join("; "))))
}

/// All that is not closed; a fault for each that is listed twice.
async fn list(administrator: &AgentClient) -> Result<(BTreeMap<ConversationId, Listed>, Vec<String>), Failure> {
    let (mut listed, mut faults) = (BTreeMap::new(), Vec::new());
    let mut rest = String::new();
    loop {
        let path = format!("/api/v1/conversations?view=ongoing&limit=500{rest}");
        let page: Page = administrator.api.get(&path).await?;
        for conversation in page.items {
            if let Some(twice) = listed.insert(conversation.id, conversation) {
                faults.push(format!("{} is there twice", twice.id));
            }
        }
        match page.next_cursor {
            Some(cursor) => rest = format!("&cursor={cursor}"),
            None => return Ok((listed, faults)),
        }
    }
}
