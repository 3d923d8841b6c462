//! Whether what is kept fits together: numbers without gaps, nothing that refers to nothing.

use super::Rows;
use frontdesk_model::{Conversation, ConversationId, OrganizationId};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(organizations: &BTreeMap<OrganizationId, Rows>) -> Vec<String> {
    organizations.values().flat_map(check_organization).collect()
}

fn check_organization(rows: &Rows) -> Vec<String> {
    let mut faults = Vec::new();
    for conversation in rows.conversations.values() {
        check_messages(rows, conversation, &mut faults);
        if let Some(session_id) = conversation.last_session_id
            && !rows.sessions.contains_key(&(conversation.id, session_id))
        {
            faults.push(format!("conversation {}: its last session {session_id} is missing", conversation.id));
        }
    }
    let messages = rows.messages.keys().map(|(id, _)| *id).collect();
    let sessions = rows.sessions.keys().map(|(id, _)| *id).collect();
    let participants = rows.participants.keys().map(|(id, _)| *id).collect();
    for (noun, ids) in [("messages", messages), ("sessions", sessions), ("participants", participants)] {
        let ids: BTreeSet<ConversationId> = ids;
        let lost = ids.into_iter().filter(|id| !rows.conversations.contains_key(id));
        faults.extend(lost.map(|id| format!("conversation {id} is missing, but has {noun}")));
    }
    for participant in rows.participants.values() {
        if !rows.sessions.contains_key(&(participant.conversation_id, participant.session_id)) {
            faults.push(format!("participant {}: their session {} is missing", participant.id, participant.session_id));
        }
    }
    for message in rows.messages.values() {
        let kept = |id| rows.files.get(id).is_some_and(|file| !file.is_loose());
        if !message.attachments.iter().all(|attachment| kept(&attachment.id)) {
            let (id, number) = (message.conversation_id, message.number);
            faults.push(format!("conversation {id}: a file of its message {number} is missing"));
        }
    }
    let dense = rows.journal.iter().zip(1..).all(|(entry, number)| entry.sequence == number);
    if !dense {
        faults.push("the journal has gaps".to_owned());
    }
    faults
}

fn check_messages(rows: &Rows, conversation: &Conversation, faults: &mut Vec<String>) {
    let messages = || rows.messages.range((conversation.id, 0)..=(conversation.id, u64::MAX)).map(|(_, m)| m);
    if !messages().map(|m| m.number).eq(1..=conversation.last_message_number) {
        faults.push(format!(
            "conversation {}: its messages are not 1 to {}",
            conversation.id, conversation.last_message_number
        ));
    }
    if !messages().filter_map(|m| m.public_number).eq(1..=conversation.last_public_number) {
        faults.push(format!(
            "conversation {}: its public messages are not 1 to {}",
            conversation.id, conversation.last_public_number
        ));
    }
}
