//! Who listens to what. A publication costs only those who may hear of it, however many others are connected. Knows
//! nothing of sockets or of what frames look like.

use super::outbox::{End, Outbox};
use crate::clock::Clock;
use crate::desk::{DeskMetrics, View};
use axum::extract::ws::Utf8Bytes;
use frontdesk_model::{AgentId, ConversationId, JournalEntry, QueueId, Role, Row};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tokio::sync::Notify;

/// Recent entries kept in memory for those who come back soon; the store has the rest.
const RING_ENTRIES_MAX: usize = 2_048;

/// A journal entry that was told; its frames are made once for all who get them.
pub(super) struct Published {
    pub entry: Arc<JournalEntry>,
    pub agent_frame: OnceLock<Utf8Bytes>,
    pub visitor_frame: OnceLock<Utf8Bytes>,
}

impl Published {
    pub fn new(entry: Arc<JournalEntry>) -> Arc<Self> {
        Arc::new(Published { entry, agent_frame: OnceLock::new(), visitor_frame: OnceLock::new() })
    }
}

/// The live streams of one organisation.
pub struct Hub {
    state: Mutex<State>,
    clock: Arc<dyn Clock>,
    metrics: Arc<DeskMetrics>,
    /// A connection has come or gone.
    changed: Notify,
}

#[derive(Default)]
struct State {
    /// The journal number that was told last.
    sequence: u64,
    ring: VecDeque<Arc<Published>>,
    /// Everyone who may connect, and whether they hear everything.
    roles: HashMap<AgentId, Role>,
    /// Who serves which queue, connected or not.
    queues: HashMap<QueueId, Vec<AgentId>>,
    agents: HashMap<AgentId, Listeners>,
    /// Connected agents who hear everything.
    overseers: HashSet<AgentId>,
    /// Connected members of each queue.
    members: HashMap<QueueId, HashSet<AgentId>>,
    customers: HashMap<ConversationId, Listeners>,
    shutting_down: bool,
    /// Connections so far: each has its number.
    subscribed: u64,
}

type Listeners = Vec<Arc<Outbox>>;

/// What an agent may hear besides what is meant for them by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    pub agent_id: Option<AgentId>,
    pub oversees: bool,
    pub queues: Vec<QueueId>,
}

impl Scope {
    pub fn hears(&self, entry: &JournalEntry) -> bool {
        let audience = &entry.audience;
        let concerned = self.oversees
            || audience.everyone
            || self.agent_id.is_some_and(|id| audience.agents.contains(&id))
            || audience.queue.is_some_and(|id| self.queues.contains(&id));
        concerned && !entry.event.is_record()
    }
}

/// A subscription: from here on everything lands in the outbox. Ends when it is dropped.
pub(super) struct Subscription<'a> {
    hub: &'a Hub,
    listener: Listener,
    pub outbox: Arc<Outbox>,
    pub scope: Scope,
    /// The journal number up to which the outbox has nothing.
    pub at: u64,
}

enum Listener {
    Agent(AgentId),
    Customer(ConversationId),
}

impl Drop for Subscription<'_> {
    fn drop(&mut self) {
        let mut state = self.hub.state();
        match self.listener {
            Listener::Agent(id) => {
                if remove(&mut state.agents, &id, &self.outbox) {
                    state.overseers.remove(&id);
                    state.members.retain(|_, members| {
                        members.remove(&id);
                        !members.is_empty()
                    });
                }
            }
            Listener::Customer(id) => drop(remove(&mut state.customers, &id, &self.outbox)),
        }
        drop(state);
        self.hub.metrics.streams.dec();
        self.hub.changed.notify_waiters();
    }
}

/// True when it was the last.
fn remove<K: std::hash::Hash + Eq>(listeners: &mut HashMap<K, Listeners>, key: &K, outbox: &Arc<Outbox>) -> bool {
    let Some(outboxes) = listeners.get_mut(key) else { return false };
    outboxes.retain(|other| !Arc::ptr_eq(other, outbox));
    let last = outboxes.is_empty();
    if last {
        listeners.remove(key);
    }
    last
}

impl Hub {
    pub(crate) fn new(view: &View, clock: Arc<dyn Clock>, metrics: Arc<DeskMetrics>) -> Self {
        let mut state = State { sequence: view.sequence(), ..State::default() };
        view.set_up_rows().iter().for_each(|row| state.follow(row));
        Hub { state: Mutex::new(state), clock, metrics, changed: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now_ms(&self) -> u64 {
        u64::try_from(self.clock.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// The journal number that was told last.
    pub fn sequence(&self) -> u64 {
        self.state().sequence
    }

    /// Open streams, of agents and visitors.
    pub fn connections(&self) -> usize {
        let state = self.state();
        state.agents.values().chain(state.customers.values()).map(Vec::len).sum()
    }

    pub(super) fn subscribe_agent(&self, agent_id: AgentId) -> Subscription<'_> {
        let mut state = self.state();
        let scope = state.scope_of(agent_id);
        if scope.oversees {
            state.overseers.insert(agent_id);
        }
        for queue_id in &scope.queues {
            state.members.entry(*queue_id).or_default().insert(agent_id);
        }
        self.subscribe(state, Listener::Agent(agent_id), scope)
    }

    /// What a conversation's customer may hear.
    pub(super) fn subscribe_customer(&self, conversation_id: ConversationId) -> Subscription<'_> {
        self.subscribe(self.state(), Listener::Customer(conversation_id), Scope::default())
    }

    fn subscribe(&self, mut state: MutexGuard<'_, State>, listener: Listener, scope: Scope) -> Subscription<'_> {
        state.subscribed += 1;
        let outbox = Outbox::new(state.subscribed, self.now_ms());
        if state.shutting_down {
            outbox.end(End::ShuttingDown);
        }
        if let Listener::Agent(id) = &listener
            && !state.roles.contains_key(id)
        {
            outbox.end(End::SignedOut);
        }
        match &listener {
            Listener::Agent(id) => state.agents.entry(*id).or_default().push(outbox.clone()),
            Listener::Customer(id) => state.customers.entry(*id).or_default().push(outbox.clone()),
        }
        let at = state.sequence;
        drop(state);
        self.metrics.streams.inc();
        self.changed.notify_waiters();
        Subscription { hub: self, listener, outbox, scope, at }
    }

    /// What was committed, in order, and the set-up that changed with it. After the view shows it.
    pub(crate) fn publish(&self, entries: &[Arc<JournalEntry>], set_up: &[Row]) {
        let mut state = self.state();
        for row in set_up {
            state.follow(row);
        }
        for entry in entries {
            if entry.sequence > state.sequence {
                state.publish(entry, &self.metrics);
            }
        }
    }

    /// Entries after this number, if all of them are still in memory.
    pub(super) fn recent(&self, after: u64) -> Option<Vec<Arc<Published>>> {
        let state = self.state();
        if after >= state.sequence {
            return Some(Vec::new());
        }
        let first = state.ring.front()?.entry.sequence;
        let skipped = usize::try_from((after + 1).checked_sub(first)?).ok()?;
        Some(state.ring.iter().skip(skipped).cloned().collect())
    }

    pub(super) fn send_to_agent(&self, id: AgentId, frame: &Utf8Bytes) {
        for outbox in self.state().agents.get(&id).into_iter().flatten() {
            outbox.send_fleeting(frame);
        }
    }

    /// Conversations whose customers have a stream open.
    pub(super) fn customers(&self) -> Vec<ConversationId> {
        self.state().customers.keys().copied().collect()
    }

    pub(super) fn send_to_customer(&self, id: ConversationId, frame: &Utf8Bytes) {
        for outbox in self.state().customers.get(&id).into_iter().flatten() {
            outbox.send_fleeting(frame);
        }
    }

    /// Signed out, or no longer active: the agent's streams end.
    pub fn disconnect_agent(&self, id: AgentId) {
        for outbox in self.state().agents.get(&id).into_iter().flatten() {
            outbox.end(End::SignedOut);
        }
    }

    /// Ends all streams with "come back soon" and waits until they are gone. Whoever comes now is sent away too.
    pub async fn shut_down(&self) {
        self.state().end_all();
        loop {
            let changed = self.changed.notified();
            if self.connections() == 0 {
                return;
            }
            changed.await;
        }
    }

    /// One step of the shared heartbeat: part `part` of `parts` is asked for a sign of life, and those who gave none for
    /// `silence_ms_max` are cut.
    pub(super) fn beat(&self, part: usize, parts: usize, silence_ms_max: u64) {
        let now_ms = self.now_ms();
        let state = self.state();
        for outbox in state.agents.values().chain(state.customers.values()).flatten() {
            if outbox.is_silent(now_ms, silence_ms_max) {
                outbox.end(End::Silent);
            } else if outbox.number % parts as u64 == part as u64 {
                outbox.ping();
            }
        }
    }
}

impl State {
    fn scope_of(&self, agent_id: AgentId) -> Scope {
        let serves = |members: &Vec<AgentId>| members.contains(&agent_id);
        Scope {
            agent_id: Some(agent_id),
            oversees: self.roles.get(&agent_id).is_some_and(|role| role.oversees()),
            queues: self.queues.iter().filter(|(_, members)| serves(members)).map(|(id, _)| *id).collect(),
        }
    }

    fn follow(&mut self, row: &Row) {
        match row {
            Row::Queue(queue) => {
                let connected = queue.members.iter().filter(|id| self.agents.contains_key(id)).copied().collect();
                self.members.insert(queue.id, connected);
                self.queues.insert(queue.id, queue.members.clone());
            }
            Row::Agent(agent) if agent.active => {
                self.roles.insert(agent.id, agent.role);
                if agent.role.oversees() && self.agents.contains_key(&agent.id) {
                    self.overseers.insert(agent.id);
                } else {
                    self.overseers.remove(&agent.id);
                }
            }
            Row::Agent(agent) => {
                self.roles.remove(&agent.id);
                self.agents.get(&agent.id).into_iter().flatten().for_each(|outbox| outbox.end(End::SignedOut));
            }
            _ => {}
        }
    }

    fn publish(&mut self, entry: &Arc<JournalEntry>, metrics: &DeskMetrics) {
        let published = Published::new(entry.clone());
        let audience = &entry.audience;
        let members = audience.queue.and_then(|id| self.members.get(&id)).into_iter().flatten();
        let named = audience.agents.iter().chain(members).chain(&self.overseers).filter_map(|id| self.agents.get(id));
        let everyone = self.agents.values().filter(|_| audience.everyone);
        let customers = audience.customer_of.and_then(|id| self.customers.get(&id)).into_iter();
        let heard = named.chain(everyone).chain(customers).flatten().filter(|_| !entry.event.is_record());
        // An outbox passes over what it has already, so nobody hears twice.
        for outbox in heard {
            if !outbox.publish(&published) {
                metrics.streams_cut.inc();
            }
        }
        self.sequence = entry.sequence;
        if self.ring.len() == RING_ENTRIES_MAX {
            self.ring.pop_front();
        }
        self.ring.push_back(published);
    }

    fn end_all(&mut self) {
        self.shutting_down = true;
        for outbox in self.agents.values().chain(self.customers.values()).flatten() {
            outbox.end(End::ShuttingDown);
        }
    }
}

#[cfg(test)]
mod tests;
