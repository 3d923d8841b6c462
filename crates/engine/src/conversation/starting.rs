//! – → Open: a conversation begins, without an agent. To which queue it goes is `intake`'s to say. Knows nothing of channels' own formats.

use super::messages::first_words;
use super::{Held, Words};
use crate::{Engine, FirstMessage, NewConversation, Refusal, Reply, Step};
use frontdesk_model::{
    Conversation, ConversationStatus, CustomerPresence, Demand, ReadMarks, StatusReason, Timestamp, Workstream,
};
use std::sync::Arc;

const TITLE_CHARACTERS_MAX: usize = 4_000;
pub(crate) const CONTEXT_VARIABLES_MAX: usize = 100;
const FACTS_MAX: usize = 100;
const PREFERRED_AGENTS_MAX: usize = 100;
const CONTEXT_NAME_CHARACTERS_MAX: usize = 100;
const CONTEXT_VALUE_CHARACTERS_MAX: usize = 512;

impl Engine {
    pub(crate) fn start_conversation(&mut self, mut new: NewConversation, step: &mut Step) -> Result<Reply, Refusal> {
        let workstream = self.check_new(&new)?;
        let (id, named) = (new.id, new.queue_id);
        let first_message = new.first_message.take();
        let mut conversation = open(new, workstream, step.now);
        // Rules may ask for the title, so it stands before they are asked.
        if let Some(message) = &first_message
            && conversation.title.is_empty()
        {
            conversation.title = first_words(&message.text);
        }
        let entry = self.take_in(&mut conversation, named, step.now);
        self.hold(Held::new(Arc::new(conversation)));
        self.open_session(id, step);
        if let Some(message) = first_message {
            let FirstMessage { text, client_message_id } = message;
            self.add_customers_message(id, Words { text, attachments: Vec::new(), client_message_id }, step.now);
        }
        self.enter_queue(id, entry, step);
        Ok(Reply::Started { conversation_id: id })
    }

    pub(crate) fn check_new(&self, new: &NewConversation) -> Result<&Workstream, Refusal> {
        if self.conversations.contains_key(&new.id) {
            return Err(Refusal::conflict(
                "conversation_exists",
                format!("there is a conversation {} already", new.id),
            ));
        }
        let workstream = self.workstreams.get(&new.workstream_id).ok_or_else(|| {
            Refusal::not_found("workstream_not_found", format!("there is no workstream {}", new.workstream_id))
        })?;
        if let Some(queue_id) = new.queue_id
            && !self.queues.contains_key(&queue_id)
        {
            return Err(Refusal::not_found("queue_not_found", format!("there is no queue {queue_id}")));
        }
        if let Some(widget_id) = new.widget_id
            && !self.widgets.contains_key(&widget_id)
        {
            return Err(Refusal::not_found("widget_not_found", format!("there is no widget {widget_id}")));
        }
        if let Some(message) = &new.first_message {
            self.check_text(&message.text)?;
        }
        check_sizes(new)?;
        Ok(workstream)
    }
}

fn check_sizes(new: &NewConversation) -> Result<(), Refusal> {
    let longer = |text: &str, max: usize| text.len() > max && text.chars().count() > max;
    if longer(&new.title, TITLE_CHARACTERS_MAX) {
        let detail = format!("a title has at most {TITLE_CHARACTERS_MAX} characters");
        return Err(Refusal::invalid("title_too_long", detail));
    }
    if new.context.len() > CONTEXT_VARIABLES_MAX {
        let detail = format!("a conversation has at most {CONTEXT_VARIABLES_MAX} context variables");
        return Err(Refusal::invalid("too_many_context_variables", detail));
    }
    if new.facts.len() > FACTS_MAX || new.preferred_agents.len() > PREFERRED_AGENTS_MAX {
        let detail =
            format!("a conversation has at most {FACTS_MAX} facts and {PREFERRED_AGENTS_MAX} preferred agents");
        return Err(Refusal::invalid("too_many_facts", detail));
    }
    let too_long = new.context.iter().find(|variable| {
        longer(&variable.name, CONTEXT_NAME_CHARACTERS_MAX) || longer(&variable.value, CONTEXT_VALUE_CHARACTERS_MAX)
    });
    if too_long.is_some() {
        let detail = format!(
            "a context variable's name has at most {CONTEXT_NAME_CHARACTERS_MAX} characters and its value at most {CONTEXT_VALUE_CHARACTERS_MAX}"
        );
        return Err(Refusal::invalid("context_variable_too_long", detail));
    }
    Ok(())
}

/// As it begins, before anything is decided of it.
pub(crate) fn open(new: NewConversation, workstream: &Workstream, now: Timestamp) -> Conversation {
    Conversation {
        id: new.id,
        status: ConversationStatus::Open,
        status_reason: StatusReason::AwaitingAgentAssignment,
        channel: workstream.channel,
        mode: workstream.mode,
        distribution: workstream.distribution,
        workstream_id: workstream.id,
        queue_id: None,
        widget_id: new.widget_id,
        visitor_id: new.visitor_id,
        title: new.title,
        priority: new.priority,
        locale: new.locale,
        customer_name: new.customer_name,
        customer: new.customer,
        case_id: new.case_id,
        context: new.context,
        active_agent_id: None,
        list_agent_id: None,
        last_agent_id: None,
        active_agent_assigned_at: None,
        active_participant_id: None,
        last_session_id: None,
        created_at: now,
        modified_at: now,
        status_changed_at: now,
        started_at: None,
        queued_at: Some(now),
        wrap_up_started_at: None,
        closed_at: None,
        first_wait_ms: None,
        talk_ms: 0,
        wrap_up_ms: 0,
        transfer_count: 0,
        escalation_count: 0,
        accepted: false,
        abandoned: false,
        held_units: 0,
        held_until: None,
        declines: Vec::new(),
        last_message_number: 0,
        last_public_number: 0,
        unread: 0,
        last_message: None,
        customer_waiting_since: None,
        marks: ReadMarks::default(),
        customer_presence: CustomerPresence::Unknown,
        demand: Demand { facts: new.facts, preferred_agents: new.preferred_agents, ..Demand::default() },
    }
}
