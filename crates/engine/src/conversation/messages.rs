//! Messages: numbered without gaps, counted as unread, marked as read. Knows nothing of what a message says, but that it
//! is not empty nor too long, and of files that they are not too many. This is the hot path.

use super::moves::{self, Happening, State};
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, Attachment, Conversation, ConversationId, Event, Message, MessagePreview, Sender, SystemMessage,
    Timestamp, Visibility,
};
use std::sync::Arc;

const PREVIEW_CHARACTERS: usize = 120;
const TITLE_CHARACTERS: usize = 60;
const ATTACHMENTS_MAX: usize = 10;

/// What somebody says.
pub(crate) struct Words {
    pub text: String,
    pub attachments: Vec<Attachment>,
    pub client_message_id: Option<String>,
}

impl Words {
    pub fn alone(text: String) -> Self {
        Words { text, attachments: Vec::new(), client_message_id: None }
    }
}

impl Engine {
    /// Opens a conversation that waits. What has ended stays so: live chat refuses, elsewhere its agent sees it.
    pub(crate) fn customer_message(
        &mut self,
        id: ConversationId,
        words: Words,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let held = self.check_held(id)?;
        self.check_words(&words)?;
        let conversation = &held.conversation;
        if let (State::WrapUp { .. }, true) = (held.state(), conversation.mode.is_live_chat()) {
            return Err(moves::refusal(held.state(), Happening::CustomerWrote));
        }
        let waits = held.state() == State::Waiting;
        let reply = self.add_customers_message(id, words, step.now);
        if waits {
            self.reopen(id, step);
        }
        Ok(reply)
    }

    /// The first words become the title of what has none.
    pub(super) fn add_customers_message(&mut self, id: ConversationId, words: Words, now: Timestamp) -> Reply {
        let conversation = &self.conversations[&id].conversation;
        let sender = Sender::Customer { visitor_id: conversation.visitor_id, name: conversation.customer_name.clone() };
        if conversation.title.is_empty() {
            self.edit(id).title = first_words(&words.text);
        }
        self.add_message(id, sender, Visibility::Public, words, now)
    }

    pub(crate) fn agent_message(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        words: Words,
        visibility: Visibility,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let agent = &self.check_agent(agent_id)?.agent;
        let held = self.check_held(id)?;
        self.check_words(&words)?;
        let conversation = &held.conversation;
        let assigned = conversation.active_agent_id == Some(agent_id);
        let may_note =
            assigned || conversation.list_agent_id == Some(agent_id) || held.advises(agent_id) || agent.role.oversees();
        let may_write = assigned || held.writes_publicly(agent_id);
        if !(may_write || visibility == Visibility::Internal && may_note) {
            return Err(Refusal::forbidden("not_assigned_to_you", "this conversation is not assigned to you"));
        }
        if visibility == Visibility::Public && held.state() != State::Active {
            return Err(moves::refusal(held.state(), Happening::AgentEnded));
        }
        let sender = Sender::Agent { agent_id, name: agent.name.clone() };
        self.agent_acts(agent_id, step.now);
        Ok(self.add_message(id, sender, visibility, words, step.now))
    }

    /// What the customer's screen got and showed.
    pub(crate) fn customer_marks(&mut self, id: ConversationId, delivered: u64, read: u64) -> Result<Reply, Refusal> {
        let conversation = &self.check_held(id)?.conversation;
        check_marks(conversation, delivered, read)?;
        let mut marks = conversation.marks;
        marks.customer_delivered = marks.customer_delivered.max(delivered).max(read);
        marks.customer_read = marks.customer_read.max(read);
        self.move_marks(id, marks);
        Ok(Reply::Done)
    }

    pub(crate) fn agent_marks(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        delivered: u64,
        read: u64,
    ) -> Result<Reply, Refusal> {
        let conversation = &self.check_assigned(id, agent_id)?.conversation;
        check_marks(conversation, delivered, read)?;
        let mut marks = conversation.marks;
        marks.agent_delivered = marks.agent_delivered.max(delivered).max(read);
        marks.agent_read = marks.agent_read.max(read);
        self.move_marks(id, marks);
        Ok(Reply::Done)
    }

    fn move_marks(&mut self, id: ConversationId, marks: frontdesk_model::ReadMarks) {
        if self.conversations[&id].conversation.marks == marks {
            return;
        }
        let conversation = Arc::make_mut(&mut self.edit_quietly(id).conversation);
        conversation.marks = marks;
        conversation.unread = unread_after(conversation);
        self.tell_about(id, true, Event::MarksMoved { conversation_id: id, marks });
    }

    /// Says in the conversation itself what happened to it.
    pub(crate) fn add_system_message(&mut self, id: ConversationId, event: SystemMessage, now: Timestamp) {
        let visibility = match event {
            SystemMessage::CustomerDisconnected
            | SystemMessage::SessionClosed
            | SystemMessage::ConsultInitiated
            | SystemMessage::ConsultAccepted
            | SystemMessage::ConsultRejected
            | SystemMessage::ConsultTimedOut
            | SystemMessage::ConsultSessionClosed => Visibility::Internal,
            _ => Visibility::Public,
        };
        self.add_message(id, Sender::System { event }, visibility, Words::alone(String::new()), now);
    }

    pub(super) fn add_message(
        &mut self,
        id: ConversationId,
        sender: Sender,
        visibility: Visibility,
        words: Words,
        now: Timestamp,
    ) -> Reply {
        let public = visibility == Visibility::Public;
        let conversation = self.edit(id);
        conversation.last_message_number += 1;
        conversation.last_public_number += u64::from(public);
        conversation.modified_at = now;
        let message = Arc::new(Message {
            conversation_id: id,
            number: conversation.last_message_number,
            public_number: public.then_some(conversation.last_public_number),
            sent_at: now,
            sender,
            visibility,
            text: words.text,
            attachments: words.attachments,
            client_message_id: words.client_message_id,
        });
        reckon(conversation, &message);
        let reply = Reply::MessageStored {
            conversation_id: id,
            number: message.number,
            public_number: message.public_number,
            sent_at: now,
        };
        self.outbox.save_message(message.clone());
        self.tell_about(id, public, Event::MessageAdded { message });
        reply
    }

    /// A file may stand alone.
    fn check_words(&self, words: &Words) -> Result<(), Refusal> {
        if words.attachments.len() > ATTACHMENTS_MAX {
            let detail = format!("a message has at most {ATTACHMENTS_MAX} files");
            return Err(Refusal::invalid("too_many_attachments", detail));
        }
        match words.text.is_empty() && !words.attachments.is_empty() {
            true => Ok(()),
            false => self.check_text(&words.text),
        }
    }

    pub(super) fn check_text(&self, text: &str) -> Result<(), Refusal> {
        if text.trim_start().is_empty() {
            return Err(Refusal::invalid("message_empty", "a message has some text"));
        }
        let max = self.organization.settings.message_characters_max as usize;
        if text.len() > max && text.chars().count() > max {
            return Err(Refusal::invalid("message_too_long", format!("a message has at most {max} characters")));
        }
        Ok(())
    }
}

/// What a message changes in the lists.
fn reckon(conversation: &mut Conversation, message: &Message) {
    let name = match &message.sender {
        Sender::Customer { name, .. } => {
            conversation.unread += 1;
            conversation.customer_waiting_since.get_or_insert(message.sent_at);
            name
        }
        Sender::Agent { name, .. } if message.visibility == Visibility::Public => {
            conversation.unread = 0;
            conversation.customer_waiting_since = None;
            conversation.marks.agent_delivered = message.number;
            conversation.marks.agent_read = message.number;
            name
        }
        Sender::Agent { .. } | Sender::System { .. } => return,
    };
    conversation.last_message = Some(MessagePreview {
        from_customer: matches!(message.sender, Sender::Customer { .. }),
        sender_name: name.clone(),
        text: beginning(&message.text, PREVIEW_CHARACTERS).to_owned(),
        attachments: u32::try_from(message.attachments.len()).unwrap_or(u32::MAX),
        sent_at: message.sent_at,
    });
}

/// No more can be unread than came after the mark.
fn unread_after(conversation: &Conversation) -> u32 {
    let after = conversation.last_message_number.saturating_sub(conversation.marks.agent_read);
    conversation.unread.min(u32::try_from(after).unwrap_or(u32::MAX))
}

fn check_marks(conversation: &Conversation, delivered: u64, read: u64) -> Result<(), Refusal> {
    let last = conversation.last_message_number;
    if delivered.max(read) > last {
        return Err(Refusal::invalid("marks_beyond_last", format!("the last message has the number {last}")));
    }
    Ok(())
}

fn beginning(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

pub(super) fn first_words(text: &str) -> String {
    let mut title = String::new();
    for word in text.split_whitespace() {
        if !title.is_empty() && title.chars().count() + 1 + word.chars().count() > TITLE_CHARACTERS {
            return title + "…";
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(beginning(word, TITLE_CHARACTERS));
    }
    title
}
