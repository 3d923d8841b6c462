//! Batches: checked whole, then applied whole. Knows nothing of disks.

use super::{Rows, configuration, files};
use crate::batch::{check, founds_organization, number_taken};
use crate::port::{CommitError, Record};
use frontdesk_model::{Batch, Message, OrganizationId, Row, Sender};
use std::collections::{BTreeMap, BTreeSet};

type Organizations = BTreeMap<OrganizationId, Rows>;

pub fn commit(organizations: &mut Organizations, batch: Batch) -> Result<(), CommitError> {
    let fresh = Rows::default();
    let founds = founds_organization(&batch);
    let rows = match organizations.get(&batch.organization_id) {
        Some(rows) => rows,
        None if founds => &fresh,
        None => return Err(CommitError::Fenced),
    };
    if rows.fence != batch.fence || rows.head() != batch.journal_before {
        return Err(CommitError::Fenced);
    }
    check(&batch)?;
    check_repeats(rows, &batch)?;

    let rows = organizations.entry(batch.organization_id).or_default();
    for row in batch.rows {
        apply(rows, row);
    }
    rows.journal.extend(batch.journal);
    rows.commands.extend(batch.commands.into_iter().map(|command| (command.key.clone(), command)));
    Ok(())
}

pub fn take_ownership(organizations: &mut Organizations, organization_id: OrganizationId) -> u64 {
    let rows = organizations.entry(organization_id).or_default();
    rows.fence += 1;
    rows.fence
}

pub fn bulk_load(
    organizations: &mut Organizations,
    organization_id: OrganizationId,
    rows: Vec<Row>,
) -> Result<(), CommitError> {
    let batch = Batch { organization_id, fence: 0, journal_before: 0, rows, journal: Vec::new(), commands: Vec::new() };
    check(&batch)?;
    let stored = organizations.entry(organization_id).or_default();
    check_repeats(stored, &batch)?;
    for row in batch.rows {
        apply(stored, row);
    }
    Ok(())
}

fn check_repeats(rows: &Rows, batch: &Batch) -> Result<(), CommitError> {
    let mut keys = BTreeSet::new();
    for command in &batch.commands {
        if rows.commands.contains_key(&command.key) || !keys.insert(&command.key) {
            return Err(CommitError::Repeated);
        }
    }
    let mut numbers = BTreeSet::new();
    let mut client_keys = BTreeSet::new();
    for row in &batch.rows {
        let Row::Message(message) = row else { continue };
        let number = (message.conversation_id, message.number);
        if rows.messages.contains_key(&number) || !numbers.insert(number) {
            return Err(number_taken(message));
        }
        if let Some(key) = client_key(message)
            && (rows.client_messages.contains_key(&key) || !client_keys.insert(key))
        {
            return Err(CommitError::Repeated);
        }
    }
    Ok(())
}

fn client_key(message: &Message) -> Option<(frontdesk_model::ConversationId, bool, String)> {
    let from_customer = matches!(message.sender, Sender::Customer { .. });
    message.client_message_id.clone().map(|key| (message.conversation_id, from_customer, key))
}

fn apply(rows: &mut Rows, row: Row) {
    match row {
        Row::Contact(contact) => put_record(rows, Record::Contact(contact)),
        Row::Account(account) => put_record(rows, Record::Account(account)),
        Row::Case(case) => put_record(rows, Record::Case(case)),
        Row::Conversation(conversation) => {
            rows.conversations.insert(conversation.id, conversation);
        }
        Row::Session(session) => {
            rows.sessions.insert((session.conversation_id, session.id), session);
        }
        Row::Participant(participant) => {
            rows.participants.insert((participant.conversation_id, participant.id), participant);
        }
        Row::QueuePace(pace) => {
            rows.paces.insert(pace.queue_id, pace);
        }
        Row::QueueSegment(segment) => {
            rows.segments.insert((segment.conversation_id, segment.number), segment);
        }
        Row::RoutingDecision(decision) => {
            rows.decisions.insert((decision.conversation_id, decision.number), *decision);
        }
        Row::Message(message) => {
            if let Some(key) = client_key(&message) {
                rows.client_messages.insert(key, message.number);
            }
            files::move_on(rows, &message);
            rows.messages.insert((message.conversation_id, message.number), message);
        }
        Row::File(file) => {
            rows.files.insert(file.id(), file);
        }
        Row::DeletedFile(id) => files::delete(rows, id),
        Row::Token(token) => {
            rows.tokens.insert(token.id, token);
        }
        Row::DeletedToken(id) => {
            rows.tokens.remove(&id);
        }
        Row::SignInSession(session) => {
            rows.sign_in_sessions.insert(session.secret_hash, session);
        }
        Row::DeletedSignInSession(secret_hash) => {
            rows.sign_in_sessions.remove(&secret_hash);
        }
        Row::VisitorToken(token) => {
            rows.visitor_tokens.insert(token.secret_hash, token);
        }
        Row::PersonalQuickReply(reply) => {
            rows.personal_quick_replies.insert(reply.id, reply);
        }
        Row::DeletedPersonalQuickReply(id) => {
            rows.personal_quick_replies.remove(&id);
        }
        set_up => configuration::apply(rows, set_up),
    }
}

fn put_record(rows: &mut Rows, record: Record) {
    rows.records.insert((record.kind(), record.id()), record);
}
