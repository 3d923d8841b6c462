//! One queue's two sides, kept in order: conversations that wait and agents who are ready. Knows nothing of matching.

use crate::intake::Ranked;
use frontdesk_model::{
    AgentId, BasePresence, ConversationId, Priority, Queue, QueueId, Timestamp, Workstream, WorkstreamId,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone)]
pub(crate) struct QueueState {
    pub queue: Queue,
    pub line: Line,
}

#[derive(Clone, Default)]
pub(crate) struct Line {
    /// All that are Open, in the order of service.
    pub open: Ranked<Place>,
    /// Those that are pushed, by workstream: what an agent must bring depends on that alone.
    pub pushed: BTreeMap<WorkstreamId, BTreeSet<Place>>,
    /// Members who may be assigned work, by presence: which presences do depends on the workstream.
    pub ready: BTreeMap<BasePresence, BTreeSet<Rank>>,
}

/// A place in a line: high priority first, then who came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub priority: Reverse<Priority>,
    pub queued_at: Timestamp,
    pub conversation_id: ConversationId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinePlace {
    pub queue_id: QueueId,
    pub workstream_id: WorkstreamId,
    pub place: Place,
    /// Routing looks for an agent; otherwise it waits to be picked.
    pub pushed: bool,
}

/// The most free units first; among equals who was assigned something longest ago, never before ever, then by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub available: Reverse<i64>,
    pub last_assigned_at: Option<Timestamp>,
    pub agent_id: AgentId,
}

impl Rank {
    pub fn fits(&self, workstream: &Workstream) -> bool {
        self.available.0 >= i64::from(workstream.capacity_units)
    }
}

impl Line {
    pub fn join(&mut self, at: &LinePlace) {
        self.open.insert(at.place);
        if at.pushed {
            self.pushed.entry(at.workstream_id).or_default().insert(at.place);
        }
    }

    pub fn leave(&mut self, at: &LinePlace) {
        self.open.remove(&at.place);
        if let Some(places) = self.pushed.get_mut(&at.workstream_id) {
            places.remove(&at.place);
            if places.is_empty() {
                self.pushed.remove(&at.workstream_id);
            }
        }
    }

    pub fn replace_ready(&mut self, former: Option<&(BasePresence, Rank)>, next: Option<&(BasePresence, Rank)>) {
        if let Some((base, rank)) = former {
            self.ready.entry(*base).or_default().remove(rank);
        }
        if let Some((base, rank)) = next {
            self.ready.entry(*base).or_default().insert(rank.clone());
        }
    }
}
