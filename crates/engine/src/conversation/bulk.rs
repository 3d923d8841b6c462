//! One act of a supervisor on many conversations: each is decided by itself, all are written together. Knows nothing of
//! what the act brings about.

use super::supervision::Right;
use crate::{Bulk, BulkAct, BulkAnswer, Engine, Input, Refusal, Reply, Step};
use frontdesk_model::{AgentId, ConversationId};

pub(crate) const CONVERSATIONS_MAX: usize = 1_000;

impl Engine {
    pub(crate) fn bulk(&mut self, bulk: Bulk, step: &mut Step) -> Result<Reply, Refusal> {
        let Bulk { agent_id, conversations, act } = bulk;
        self.check_right(agent_id, act.right())?;
        if conversations.is_empty() {
            return Err(Refusal::invalid("no_conversations", "name at least one conversation"));
        }
        if conversations.len() > CONVERSATIONS_MAX {
            let detail = format!("at most {CONVERSATIONS_MAX} conversations are moved at once");
            return Err(Refusal::invalid("too_many_conversations", detail));
        }
        let mut answers = Vec::with_capacity(conversations.len());
        for conversation_id in conversations {
            let refused = self.apply(act.input(conversation_id, agent_id), step).err().map(Into::into);
            answers.push(BulkAnswer { conversation_id, refused });
        }
        Ok(Reply::Bulk { answers })
    }
}

impl BulkAct {
    fn right(&self) -> Right {
        match self {
            BulkAct::AssignToAgent { .. } | BulkAct::AssignToQueue { .. } => Right::Assign,
            BulkAct::TransferToAgent { .. } | BulkAct::TransferToQueue { .. } => Right::Transfer,
            BulkAct::ForceClose => Right::ForceClose,
        }
    }

    fn input(&self, conversation_id: ConversationId, agent_id: AgentId) -> Input {
        match *self {
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
        }
    }
}
