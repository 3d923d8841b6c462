//! One act of a supervisor on many conversations: each is decided by itself, all are written together. Knows nothing of
//! what the act brings about.

use super::supervision::Right;
use crate::{Bulk, BulkAct, BulkAnswer, Engine, Input, Refusal, Reply, Step};
use frontdesk_model::{AgentId, ConversationId};
use std::collections::BTreeSet;

pub(crate) const CONVERSATIONS_MAX: usize = 1_000;

impl Engine {
    pub(crate) fn bulk(&mut self, bulk: Bulk, step: &mut Step) -> Result<Reply, Refusal> {
        let Bulk { agent_id, conversations, act } = bulk;
        match act.right() {
            Some(right) => self.check_right(agent_id, right)?,
            None => self.check_overseer(agent_id)?,
        }
        if conversations.is_empty() {
            return Err(Refusal::invalid("no_conversations", "name at least one conversation"));
        }
        if conversations.len() > CONVERSATIONS_MAX {
            let detail = format!("at most {CONVERSATIONS_MAX} conversations are moved at once");
            return Err(Refusal::invalid("too_many_conversations", detail));
        }
        if let BulkAct::MessageCustomers { text } | BulkAct::NotifyAgents { text } = &act {
            self.check_announcement(text)?;
        }
        let mut named = BTreeSet::new();
        let mut answers = Vec::with_capacity(conversations.len());
        for conversation_id in conversations {
            let again = !named.insert(conversation_id) && matches!(act, BulkAct::NotifyAgents { .. });
            let done = match again {
                true => Err(Refusal::conflict("named_twice", "its agent has been told already")),
                false => self.carry(&act, conversation_id, agent_id, step),
            };
            answers.push(BulkAnswer { conversation_id, refused: done.err().map(Into::into) });
        }
        Ok(Reply::Bulk { answers })
    }

    fn carry(
        &mut self,
        act: &BulkAct,
        conversation_id: ConversationId,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<(), Refusal> {
        let input = match *act {
            BulkAct::AssignToAgent { to_agent_id, regardless } => {
                Input::AssignToAgent { conversation_id, agent_id, to_agent_id, regardless }
            }
            BulkAct::AssignToQueue { to_queue_id } => Input::AssignToQueue { conversation_id, agent_id, to_queue_id },
            BulkAct::TransferToAgent { to_agent_id } => {
                Input::TransferToAgent { conversation_id, agent_id, to_agent_id }
            }
            BulkAct::TransferToQueue { to_queue_id } => {
                Input::TransferToQueue { conversation_id, agent_id, to_queue_id }
            }
            BulkAct::ForceClose => Input::ForceClose { conversation_id, agent_id },
            BulkAct::MessageCustomers { ref text } => {
                return self.message_customer(conversation_id, agent_id, text.clone(), step);
            }
            BulkAct::NotifyAgents { ref text } => {
                return self.notify_agent(conversation_id, agent_id, text.clone(), step);
            }
        };
        self.apply(input, step).map(drop)
    }
}

impl BulkAct {
    /// None: what every supervisor may.
    fn right(&self) -> Option<Right> {
        match self {
            BulkAct::AssignToAgent { .. } | BulkAct::AssignToQueue { .. } => Some(Right::Assign),
            BulkAct::TransferToAgent { .. } | BulkAct::TransferToQueue { .. } => Some(Right::Transfer),
            BulkAct::ForceClose => Some(Right::ForceClose),
            BulkAct::MessageCustomers { .. } | BulkAct::NotifyAgents { .. } => None,
        }
    }
}
