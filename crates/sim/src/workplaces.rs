//! Who has a browser open, and since when those who have none are gone. Known to the world; rows do not hold it.

use crate::record::Record;
use frontdesk_engine::Input;
use frontdesk_model::{AgentId, SetUpPiece, Timestamp};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Workplaces {
    all: BTreeMap<AgentId, Workplace>,
    just_left: Option<AgentId>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Workplace {
    streams: u32,
    /// Streams that outlive a sign-out count for nothing, until the next sign-in.
    signed_out: bool,
    /// Until when the work of one who left waits for them: by the patience that was in force when they left.
    gone_at: Option<Timestamp>,
}

impl Workplace {
    fn has_browser(&self) -> bool {
        self.streams > 0 && !self.signed_out
    }
}

impl Workplaces {
    pub fn has_browser(&self, agent: AgentId) -> bool {
        self.all.get(&agent).is_some_and(Workplace::has_browser)
    }

    /// Whether their last browser went with the input that was noted last.
    pub fn has_just_left(&self, agent: AgentId) -> bool {
        self.just_left == Some(agent)
    }

    /// When conversations go back from an agent who left; None for one who is there, or never was.
    pub fn gone_at(&self, agent: AgentId) -> Option<Timestamp> {
        self.all.get(&agent)?.gone_at
    }

    /// After an input that was carried out, but before its rows were.
    pub fn note(&mut self, input: &Input, record: &Record, now: Timestamp) {
        let gone_at = now + record.settings().timers.agent_disconnected_ms;
        self.just_left = None;
        match input {
            Input::AgentConnected { agent_id } => {
                let workplace = self.all.entry(*agent_id).or_default();
                *workplace = Workplace { streams: workplace.streams + 1, signed_out: false, gone_at: None };
            }
            Input::AgentDisconnected { agent_id } => {
                let workplace = self.all.entry(*agent_id).or_default();
                let was_there = workplace.has_browser();
                workplace.streams = workplace.streams.saturating_sub(1);
                if was_there && !workplace.has_browser() {
                    workplace.gone_at = Some(gone_at);
                    self.just_left = Some(*agent_id);
                }
            }
            Input::AgentSignedOut { agent_id } => self.signs_out(*agent_id, gone_at, now),
            // Who may work here no longer is signed out.
            Input::Configure(_) => {
                for piece in input.pieces() {
                    if let SetUpPiece::Agent(agent) = piece
                        && !agent.active
                        && record.agents.get(&agent.id).is_some_and(|before| before.active)
                    {
                        self.signs_out(agent.id, gone_at, now);
                    }
                }
            }
            _ => {}
        }
    }

    fn signs_out(&mut self, agent: AgentId, gone_at: Timestamp, now: Timestamp) {
        let workplace = self.all.entry(agent).or_default();
        workplace.signed_out = true;
        workplace.gone_at = workplace.gone_at.filter(|at| *at > now).or(Some(gone_at));
        self.just_left = Some(agent);
    }

    /// The machine went down: everybody's connection with it.
    pub fn lose_all(&mut self, record: &Record, now: Timestamp) {
        let gone_at = Some(now + record.settings().timers.agent_disconnected_ms);
        let left = Workplace { streams: 0, signed_out: false, gone_at };
        self.all = record.agents.keys().map(|agent| (*agent, left)).collect();
    }
}
