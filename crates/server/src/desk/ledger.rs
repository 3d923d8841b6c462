//! Who is connected now. Kept by the desk and not by the engine, since a connection outlives an engine that is thrown
//! away. Knows nothing of sockets.

use super::View;
use frontdesk_engine::Input;
use frontdesk_model::{AgentId, ConversationId};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(super) struct Ledger {
    /// How many streams each agent has open.
    agents: BTreeMap<AgentId, u32>,
    customers: BTreeSet<ConversationId>,
}

impl Ledger {
    /// Whether the engine takes the input or not: the connection is there or is gone.
    pub fn note(&mut self, input: &Input) {
        match input {
            Input::AgentConnected { agent_id } => *self.agents.entry(*agent_id).or_default() += 1,
            Input::AgentDisconnected { agent_id } => {
                if let Some(streams) = self.agents.get_mut(agent_id) {
                    *streams -= 1;
                    if *streams == 0 {
                        self.agents.remove(agent_id);
                    }
                }
            }
            Input::CustomerConnected { conversation_id } => drop(self.customers.insert(*conversation_id)),
            Input::CustomerDisconnected { conversation_id } => drop(self.customers.remove(conversation_id)),
            _ => {}
        }
    }

    /// What an engine that was just loaded has to be told: it starts as if nobody were there.
    pub fn connected(&self, view: &View) -> Vec<Input> {
        let agents = self.agents.iter().flat_map(|(agent_id, streams)| {
            std::iter::repeat_n(Input::AgentConnected { agent_id: *agent_id }, *streams as usize)
        });
        let customers = self
            .customers
            .iter()
            .filter(|id| view.conversation(**id).is_some())
            .map(|conversation_id| Input::CustomerConnected { conversation_id: *conversation_id });
        agents.chain(customers).collect()
    }
}
