//! What is collected for one commit: rows (the last image of each), events, answers that wait for it. Knows nothing of
//! when it is written.

use super::admission::Ticket;
use super::command::{Carried, Outcome};
use super::repeats::RepeatKey;
use frontdesk_engine::{Input, Output};
use frontdesk_model::{
    AccountId, AgentId, Audience, CaseId, CommandRecord, ContactId, ConversationId, Event, FileId, JournalEntry,
    ParticipantId, PresenceId, QueueId, QuickReplyId, Row, SessionId, SetUpNoun, Timestamp, TokenId, Uuid, WidgetId,
    WorkstreamId,
};
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::oneshot;

pub(super) const INPUTS_MAX: usize = 1_000;
const BYTES_MAX: usize = 4 * 1024 * 1024;
/// A row without its texts, roughly.
const ROW_BYTES: usize = 512;

/// An answer that may go out once the batch is on disk.
pub(super) struct Answer {
    pub reply: Option<oneshot::Sender<Outcome>>,
    pub repeat_keys: Vec<RepeatKey>,
    pub outcome: Outcome,
    /// The answer to the message that it began a conversation with, under the message's own key.
    pub first_message: Option<(RepeatKey, Carried)>,
    pub ticket: Ticket,
}

#[derive(Default)]
pub(super) struct Pending {
    pub rows: Vec<Row>,
    places: HashMap<RowKey, usize>,
    pub journal: Vec<JournalEntry>,
    pub commands: Vec<CommandRecord>,
    pub answers: Vec<Answer>,
    bytes: usize,
    /// The entry that records what the engine is told at this moment, until a message comes between.
    record: Option<usize>,
    /// When the first of it came.
    pub began: Option<Duration>,
}

impl Pending {
    /// Nothing to write, though perhaps somebody to answer.
    pub fn writes_nothing(&self) -> bool {
        self.rows.is_empty() && self.journal.is_empty() && self.commands.is_empty()
    }

    pub fn is_empty(&self) -> bool {
        self.writes_nothing() && self.answers.is_empty()
    }

    pub fn is_full(&self) -> bool {
        self.answers.len() >= INPUTS_MAX || self.bytes >= BYTES_MAX
    }

    /// Events get their numbers when the batch starts on its way.
    pub fn collect(&mut self, output: Output, at: Timestamp) {
        match output {
            Output::Row(row) => self.put(row),
            Output::Event { conversation_id, audience, event } => {
                self.bytes += ROW_BYTES;
                self.journal.push(JournalEntry { sequence: 0, at, conversation_id, audience, event });
            }
        }
    }

    /// What the engine was told and did. `loaded_at` goes with the first entry after a load.
    pub fn record(&mut self, told: Told, at: Timestamp, loaded_at: &mut Option<Timestamp>) {
        let input = match told {
            Told::ByItsMessage => {
                self.record = None;
                return;
            }
            Told::Unrecorded => return,
            Told::Input(input) => input,
        };
        self.bytes += input.len();
        if let Some(index) = self.record
            && let JournalEntry { at: then, event: Event::Told { inputs, .. }, .. } = &mut self.journal[index]
            && *then == at
        {
            inputs.push(input);
            return;
        }
        self.record = Some(self.journal.len());
        let event = Event::Told { inputs: vec![input], loaded_at: loaded_at.take() };
        self.journal.push(JournalEntry {
            sequence: 0,
            at,
            conversation_id: None,
            audience: Audience::default(),
            event,
        });
    }

    pub fn put(&mut self, row: Row) {
        match key_of(&row) {
            Some(key) => match self.places.get(&key) {
                Some(place) => self.rows[*place] = row,
                None => {
                    self.places.insert(key, self.rows.len());
                    self.bytes += ROW_BYTES;
                    self.rows.push(row);
                }
            },
            None => {
                self.bytes += ROW_BYTES + text_bytes(&row);
                self.rows.push(row);
            }
        }
    }

    pub fn number_from(&mut self, journal_before: u64) {
        for (entry, sequence) in self.journal.iter_mut().zip(journal_before + 1..) {
            entry.sequence = sequence;
        }
    }
}

/// How an input is written down.
pub(super) enum Told {
    Input(String),
    /// The message it stores is its record.
    ByItsMessage,
    /// Marks, which decide nothing, and the set-up, which has a record of its own.
    Unrecorded,
}

impl Told {
    pub fn of(input: &Input) -> Told {
        match input {
            Input::CustomerMessage { .. } | Input::AgentMessage { .. } => Told::ByItsMessage,
            Input::CustomerMarks { .. } | Input::AgentMarks { .. } => Told::Unrecorded,
            input => serde_json::to_string(input).map_or(Told::Unrecorded, Told::Input),
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum RowKey {
    Organization,
    Agent(AgentId),
    AgentStatus(AgentId),
    Queue(QueueId),
    Workstream(WorkstreamId),
    Presence(PresenceId),
    Widget(WidgetId),
    Contact(ContactId),
    Account(AccountId),
    Case(CaseId),
    Conversation(ConversationId),
    Session(SessionId),
    Participant(ParticipantId),
    Token(TokenId),
    File(FileId),
    SetUp(SetUpNoun, Uuid),
    QueueSegment(ConversationId, u32),
    QueuePace(QueueId),
    SignInSession([u8; 32]),
    VisitorToken([u8; 32]),
    PersonalQuickReply(QuickReplyId),
}

/// Rows of one key replace one another; messages are only ever added.
fn key_of(row: &Row) -> Option<RowKey> {
    Some(match row {
        Row::Organization(_) => RowKey::Organization,
        Row::Agent(agent) => RowKey::Agent(agent.id),
        Row::AgentStatus(status) => RowKey::AgentStatus(status.agent_id),
        Row::Queue(queue) => RowKey::Queue(queue.id),
        Row::Workstream(workstream) => RowKey::Workstream(workstream.id),
        Row::Presence(presence) => RowKey::Presence(presence.id),
        Row::Widget(widget) => RowKey::Widget(widget.id),
        Row::Skill(skill) => RowKey::SetUp(SetUpNoun::Skill, skill.id.0),
        Row::CapacityProfile(profile) => RowKey::SetUp(SetUpNoun::CapacityProfile, profile.id.0),
        Row::OperatingHours(hours) => RowKey::SetUp(SetUpNoun::OperatingHours, hours.id.0),
        Row::Ruleset(ruleset) => RowKey::SetUp(SetUpNoun::Ruleset, ruleset.id.0),
        Row::SessionTemplate(template) => RowKey::SetUp(SetUpNoun::SessionTemplate, template.id.0),
        Row::NotificationTemplate(template) => RowKey::SetUp(SetUpNoun::NotificationTemplate, template.id.0),
        Row::QuickReply(reply) => RowKey::SetUp(SetUpNoun::QuickReply, reply.id.0),
        Row::DeletedSetUp(noun, id) => deleted_key(*noun, *id),
        Row::Contact(contact) => RowKey::Contact(contact.id),
        Row::Account(account) => RowKey::Account(account.id),
        Row::Case(case) => RowKey::Case(case.id),
        Row::Conversation(conversation) => RowKey::Conversation(conversation.id),
        Row::Session(session) => RowKey::Session(session.id),
        Row::Participant(participant) => RowKey::Participant(participant.id),
        Row::File(file) => RowKey::File(file.id()),
        Row::DeletedFile(id) => RowKey::File(*id),
        Row::Token(token) => RowKey::Token(token.id),
        Row::DeletedToken(id) => RowKey::Token(*id),
        Row::SignInSession(session) => RowKey::SignInSession(session.secret_hash),
        Row::DeletedSignInSession(hash) => RowKey::SignInSession(*hash),
        Row::VisitorToken(token) => RowKey::VisitorToken(token.secret_hash),
        Row::PersonalQuickReply(reply) => RowKey::PersonalQuickReply(reply.id),
        Row::DeletedPersonalQuickReply(id) => RowKey::PersonalQuickReply(*id),
        Row::QueuePace(pace) => RowKey::QueuePace(pace.queue_id),
        Row::QueueSegment(segment) => RowKey::QueueSegment(segment.conversation_id, segment.number),
        Row::Message(_) | Row::RoutingDecision(_) | Row::SetUpChange(_) => return None,
    })
}

/// The key of what is deleted, so that the deletion takes its place.
fn deleted_key(noun: SetUpNoun, id: Uuid) -> RowKey {
    match noun {
        SetUpNoun::Organization => RowKey::Organization,
        SetUpNoun::Agent => RowKey::Agent(id.into()),
        SetUpNoun::Queue => RowKey::Queue(id.into()),
        SetUpNoun::Workstream => RowKey::Workstream(id.into()),
        SetUpNoun::Presence => RowKey::Presence(id.into()),
        SetUpNoun::Widget => RowKey::Widget(id.into()),
        SetUpNoun::Skill
        | SetUpNoun::CapacityProfile
        | SetUpNoun::OperatingHours
        | SetUpNoun::SessionTemplate
        | SetUpNoun::NotificationTemplate
        | SetUpNoun::QuickReply
        | SetUpNoun::Ruleset => RowKey::SetUp(noun, id),
    }
}

fn text_bytes(row: &Row) -> usize {
    match row {
        Row::Message(message) => message.text.len() + message.attachments.len() * ROW_BYTES,
        _ => 0,
    }
}
