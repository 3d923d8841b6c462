//! An organisation of any size, written straight into a store: agents and visitors with tokens, each agent with as many
//! active conversations, and closed ones as far as the size asks. Knows no HTTP.

use crate::failure::Failure;
use crate::random::Random;
use frontdesk_model::*;
use frontdesk_store::words::Wanted;
use frontdesk_store::{Sqlite, SqliteOptions, Store, TextSearch};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

/// Active conversations that each agent's list answers with.
pub const OPEN_EACH: usize = 50;
const ROWS_AT_ONCE: usize = 20_000;
const YEAR_MS: u64 = 365 * 24 * 60 * 60 * 1_000;
const SEED: u64 = 2;

#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Conversations in all; never fewer than are active.
    pub stored: u64,
    pub agents: usize,
    pub open_each: usize,
}

impl Default for Shape {
    fn default() -> Self {
        Shape { stored: 0, agents: 1, open_each: OPEN_EACH }
    }
}

pub struct Data {
    pub agents: Vec<AgentAccess>,
    /// One for each active conversation.
    pub visitors: Vec<VisitorAccess>,
    /// No conversation is older.
    pub created_from: Timestamp,
}

pub struct AgentAccess {
    pub id: AgentId,
    pub token: String,
}

pub struct VisitorAccess {
    pub conversation_id: ConversationId,
    pub token: String,
}

/// Fills a new data folder and closes it again.
pub async fn fill(folder: &Path, shape: Shape) -> Result<Data, Failure> {
    let now = Timestamp(jiff::Timestamp::now().as_millisecond());
    let store = Sqlite::open(folder, SqliteOptions::new(now))?;
    let mut filling = Filling::new(store, shape, now);
    filling.set_up();
    for agent in 0..shape.agents {
        filling.agent(agent);
        for _ in 0..shape.open_each {
            filling.active(agent);
            filling.write_if_many().await?;
        }
    }
    let active = (shape.agents * shape.open_each) as u64;
    for number in 0..shape.stored.saturating_sub(active) {
        filling.closed(number);
        filling.write_if_many().await?;
    }
    filling.write().await?;
    filling.settle().await?;
    Ok(filling.data)
}

struct Filling {
    store: Sqlite,
    shape: Shape,
    now: Timestamp,
    random: Random,
    organization: Organization,
    queue: Queue,
    workstream: Workstream,
    rows: Vec<Row>,
    data: Data,
}

impl Filling {
    fn new(store: Sqlite, shape: Shape, now: Timestamp) -> Filling {
        let mut random = Random::new(SEED);
        let created_from = now - YEAR_MS;
        let at = created_from.as_millis();
        let organization = organization(OrganizationId(random.id_at(at)), created_from);
        let queue = Queue {
            id: QueueId(random.id_at(at)),
            name: "Support".into(),
            priority: 1,
            method: AssignmentMethod::HighestCapacity,
            members: Vec::new(),
            ..Queue::default()
        };
        let workstream = workstream(WorkstreamId(random.id_at(at)), queue.id);
        let data = Data { agents: Vec::new(), visitors: Vec::new(), created_from };
        Filling { store, shape, now, random, organization, queue, workstream, rows: Vec::new(), data }
    }

    fn set_up(&mut self) {
        self.rows.push(Row::Organization(self.organization.clone()));
        let ids = std::array::from_fn(|_| self.id());
        self.rows.extend(presences(ids));
        self.rows.push(Row::Queue(self.queue.clone()));
        self.rows.push(Row::Workstream(self.workstream.clone()));
    }

    fn agent(&mut self, number: usize) {
        let name = format!("Agent {number}");
        // Room for all of theirs, so that nothing is moved about.
        let agent = agent(AgentId(self.id()), name, Role::Agent, 1_000_000);
        let token = format!("fdt_bench_agent_{number}");
        let token_id = TokenId(self.id());
        self.rows.push(Row::Token(access(token_id, agent.id, &token)));
        self.data.agents.push(AgentAccess { id: agent.id, token });
        self.rows.push(Row::Agent(agent));
    }

    /// In conversation with this agent, and its visitor may write.
    fn active(&mut self, agent: usize) {
        let number = self.data.visitors.len();
        let age = self.random.within(60_000..YEAR_MS / 12);
        let mut conversation = self.conversation(agent, self.now - age);
        let at = conversation.created_at;
        let visitor_id = VisitorId(self.id());
        let (session_id, participant_id) = (SessionId(self.id()), ParticipantId(self.id()));
        let agent_id = self.data.agents[agent].id;
        conversation.status = ConversationStatus::Active;
        conversation.status_reason = StatusReason::InConversation;
        conversation.visitor_id = Some(visitor_id);
        conversation.active_agent_id = Some(agent_id);
        conversation.active_participant_id = Some(participant_id);
        conversation.last_session_id = Some(session_id);
        conversation.held_units = self.workstream.capacity_units;
        conversation.closed_at = None;
        let token = format!("fdv_bench_visitor_{number}");
        self.rows.push(Row::VisitorToken(VisitorToken {
            secret_hash: hash(&token),
            visitor_id,
            created_at: at,
            expires_at: self.now + YEAR_MS,
        }));
        self.rows.push(Row::Session(session(session_id, &conversation, agent_id)));
        self.rows.push(Row::Participant(participant(participant_id, session_id, &conversation, agent_id)));
        self.data.visitors.push(VisitorAccess { conversation_id: conversation.id, token });
        self.rows.push(Row::Conversation(Arc::new(conversation)));
    }

    fn closed(&mut self, number: u64) {
        let agent = (number % self.shape.agents as u64) as usize;
        let age = self.random.within(60_000..YEAR_MS);
        let conversation = self.conversation(agent, self.now - age);
        self.rows.push(Row::Conversation(Arc::new(conversation)));
    }

    /// Closed, unless the caller says more.
    fn conversation(&mut self, agent: usize, created_at: Timestamp) -> Conversation {
        let agent_id = self.data.agents[agent].id;
        let id = ConversationId(self.random.id_at(created_at.as_millis()));
        let closed_at = created_at + 30_000;
        Conversation {
            id,
            status: ConversationStatus::Closed,
            status_reason: StatusReason::EndedByAgent,
            channel: self.workstream.channel,
            mode: self.workstream.mode,
            distribution: self.workstream.distribution,
            workstream_id: self.workstream.id,
            queue_id: Some(self.queue.id),
            widget_id: None,
            visitor_id: None,
            title: "Where is my order? It was promised for today".into(),
            priority: Priority::Normal,
            locale: Some("en-GB".into()),
            customer_name: "Customer".into(),
            customer: None,
            case_id: None,
            context: Vec::new(),
            active_agent_id: None,
            list_agent_id: Some(agent_id),
            last_agent_id: Some(agent_id),
            active_agent_assigned_at: Some(created_at),
            active_participant_id: None,
            last_session_id: None,
            created_at,
            modified_at: closed_at,
            status_changed_at: closed_at,
            started_at: Some(created_at),
            queued_at: Some(created_at),
            wrap_up_started_at: None,
            closed_at: Some(closed_at),
            first_wait_ms: Some(0),
            talk_ms: 0,
            wrap_up_ms: 0,
            transfer_count: 0,
            escalation_count: 0,
            accepted: true,
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
            demand: Demand::default(),
        }
    }

    fn id(&mut self) -> Uuid {
        self.random.id_at(self.data.created_from.as_millis())
    }

    async fn write_if_many(&mut self) -> Result<(), Failure> {
        match self.rows.len() < ROWS_AT_ONCE {
            true => Ok(()),
            false => self.write().await,
        }
    }

    /// Until all of it can be searched: what is measured later has the machine for itself.
    async fn settle(&self) -> Result<(), Failure> {
        let wanted = Wanted::parse("settled").ok_or_else(|| Failure::failed("there is no word to look for"))?;
        loop {
            let search = TextSearch { wanted: wanted.clone(), before: None, limit: 1 };
            if self.store.search_texts(self.organization.id, search).await.map_err(Failure::failed)?.complete {
                return Ok(());
            }
        }
    }

    async fn write(&mut self) -> Result<(), Failure> {
        let rows = std::mem::take(&mut self.rows);
        self.store.bulk_load(self.organization.id, rows).await.map_err(Failure::failed)
    }
}

/// Nobody is there when the server starts, and nobody's conversations shall move for that.
pub(super) fn organization(id: OrganizationId, created_at: Timestamp) -> Organization {
    let timers = Timers { agent_disconnected_ms: 10 * YEAR_MS, browser_restore_ms: 10 * YEAR_MS, ..Timers::default() };
    let settings = Settings { timers, sessions_max: 1_000_000, ..Settings::default() };
    Organization { id, name: "Bench".into(), created_at, settings, version: 0 }
}

const PRESENCES: [(&str, BasePresence); 6] = [
    ("Available", BasePresence::Available),
    ("Busy", BasePresence::Busy),
    ("Do not disturb", BasePresence::DoNotDisturb),
    ("Away", BasePresence::Away),
    ("Offline", BasePresence::Offline),
    ("Inactive", BasePresence::Inactive),
];

/// Those that every organisation begins with.
pub(super) fn presences(ids: [Uuid; PRESENCES.len()]) -> impl Iterator<Item = Row> {
    ids.into_iter().zip(PRESENCES).map(|(id, (name, base))| {
        let settable = base != BasePresence::Inactive;
        let id = PresenceId(id);
        Row::Presence(Presence { id, name: name.into(), base, settable, is_default: true, version: 0 })
    })
}

pub(super) fn agent(id: AgentId, name: String, role: Role, capacity_units: u32) -> Agent {
    let email = format!("{id}@frontdesk.invalid");
    Agent { id, name, email, role, active: true, capacity_units, ..Agent::default() }
}

/// With this secret one is the agent.
pub(super) fn access(id: TokenId, agent_id: AgentId, secret: &str) -> Token {
    let secret_hash = hash(secret);
    Token { id, agent_id, name: "bench".into(), secret_hash, created_at: Timestamp(0), expires_at: None }
}

fn workstream(id: WorkstreamId, fallback_queue_id: QueueId) -> Workstream {
    Workstream {
        id,
        name: "Chat".into(),
        channel: Channel::LiveChat,
        mode: ConversationMode::PersistentChat,
        distribution: DistributionMode::Push,
        capacity_units: 10,
        wrap_up_block: WrapUpBlock::Always,
        allowed_presences: vec![BasePresence::Available],
        notification: Notification::ScreenPopWithDecline,
        offer_timeout_ms: 120_000,
        close_after_inactivity_ms: None,
        reoffer_after_decline_ms: 60_000,
        reconnect_within_ms: None,
        agent_affinity: false,
        pick_from_push: false,
        fallback_queue_id,
        ..Workstream::default()
    }
}

fn session(id: SessionId, conversation: &Conversation, agent_id: AgentId) -> Session {
    let at = conversation.created_at;
    Session {
        id,
        conversation_id: conversation.id,
        queue_id: conversation.queue_id,
        channel: conversation.channel,
        status: SessionStatus::Open,
        created_at: at,
        queue_assigned_at: Some(at),
        agent_id: Some(agent_id),
        agent_assigned_at: Some(at),
        offer_displayed_at: Some(at),
        offer_expires_at: None,
        agent_accepted_at: Some(at),
        closed_at: None,
        closure_reason: None,
    }
}

fn participant(
    id: ParticipantId,
    session_id: SessionId,
    conversation: &Conversation,
    agent_id: AgentId,
) -> Participant {
    Participant {
        id,
        session_id,
        conversation_id: conversation.id,
        agent_id,
        mode: ParticipantMode::Primary,
        public: true,
        added_at: conversation.created_at,
        joined_at: Some(conversation.created_at),
        left_at: None,
        left_reason: None,
        assign_reason: None,
    }
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_filled_folder_is_sound_and_as_large_as_asked() {
        let folder = tempfile::tempdir().unwrap();
        let data = fill(folder.path(), Shape { stored: 100, agents: 2, open_each: 5 }).await.unwrap();
        assert_eq!((data.agents.len(), data.visitors.len()), (2, 10));
        let store = Sqlite::open(folder.path(), SqliteOptions::new(Timestamp(0))).unwrap();
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
        let organizations = store.organizations().await.unwrap();
        let snapshot = store.load(organizations[0].id).await.unwrap().unwrap();
        assert_eq!((snapshot.conversations.len(), snapshot.sessions.len(), snapshot.participants.len()), (10, 10, 10));
    }
}
