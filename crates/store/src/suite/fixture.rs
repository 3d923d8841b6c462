//! Rows to test with, and a small owner of one organisation that numbers its batches as a desk does.

use crate::{CommitError, Store};
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) fn id<T: From<Uuid>>(number: u64) -> T {
    Uuid::from_u64_pair(0x0190_0000_0000_7000, 0x8000_0000_0000_0000 | number).into()
}

/// Owns one organisation of a store: fence and journal number are kept for the test.
pub(crate) struct Desk {
    pub store: Arc<dyn Store>,
    pub organization_id: OrganizationId,
    pub fence: u64,
    pub head: u64,
}

impl Desk {
    pub async fn open(store: Arc<dyn Store>) -> Desk {
        Desk::open_as(store, id(1)).await
    }

    pub async fn open_as(store: Arc<dyn Store>, organization_id: OrganizationId) -> Desk {
        let mut founding = batch(organization_id, 0, 0);
        founding.rows.push(Row::Organization(organization(organization_id)));
        store.commit(founding).await.expect("founded");
        let fence = store.take_ownership(organization_id).await.expect("owned");
        Desk { store, organization_id, fence, head: 0 }
    }

    /// With one journal entry for each row.
    pub fn batch(&self, rows: Vec<Row>) -> Batch {
        let mut batch = batch(self.organization_id, self.fence, self.head);
        batch.journal = (1..=rows.len() as u64).map(|number| entry(self.head + number)).collect();
        batch.rows = rows;
        batch
    }

    pub async fn try_commit(&mut self, batch: Batch) -> Result<(), CommitError> {
        let head = batch.journal_before + batch.journal.len() as u64;
        self.store.commit(batch).await?;
        self.head = head;
        Ok(())
    }

    pub async fn commit(&mut self, rows: Vec<Row>) {
        let batch = self.batch(rows);
        self.try_commit(batch).await.expect("committed");
    }
}

pub(crate) fn batch(organization_id: OrganizationId, fence: u64, journal_before: u64) -> Batch {
    Batch { organization_id, fence, journal_before, rows: Vec::new(), journal: Vec::new(), commands: Vec::new() }
}

pub(crate) fn entry(sequence: u64) -> JournalEntry {
    JournalEntry {
        sequence,
        at: Timestamp(1_000 + sequence as i64),
        conversation_id: None,
        audience: Audience { everyone: true, ..Audience::default() },
        event: Event::ConfigurationChanged { noun: "queue".to_owned(), id: sequence.to_string() },
    }
}

pub(crate) fn command(key: &str) -> CommandRecord {
    CommandRecord {
        key: key.to_owned(),
        at: Timestamp(5),
        conversation_id: Some(id(7)),
        reply: format!("{{\"to\":\"{key}\"}}"),
    }
}

pub(crate) fn organization(organization_id: OrganizationId) -> Organization {
    Organization {
        id: organization_id,
        name: "Contoso".to_owned(),
        created_at: Timestamp(1),
        settings: Settings { sessions_max: 4, ..Settings::default() },
        version: 1,
    }
}

pub(crate) fn agent(number: u64) -> Agent {
    Agent {
        id: id(number),
        name: format!("Agent {number}"),
        email: format!("Agent.{number}@Example.com"),
        role: Role::Supervisor,
        active: true,
        capacity_units: 300,
        default_presence_id: Some(id(3)),
        password_hash: Some("$argon2id$…".to_owned()),
        created_at: Timestamp(2),
        ..Agent::default()
    }
}

/// Plain, open, without messages.
pub(crate) fn conversation(number: u64) -> Conversation {
    let at = Timestamp(1_000_000 + number as i64);
    Conversation {
        id: id(number),
        status: ConversationStatus::Open,
        status_reason: StatusReason::AwaitingAgentAssignment,
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        distribution: DistributionMode::Push,
        workstream_id: id(11),
        queue_id: Some(id(12)),
        widget_id: None,
        visitor_id: None,
        title: format!("Conversation {number}"),
        priority: Priority::Normal,
        locale: None,
        customer_name: "Ada".to_owned(),
        customer: None,
        case_id: None,
        context: Vec::new(),
        active_agent_id: None,
        list_agent_id: None,
        last_agent_id: None,
        active_agent_assigned_at: None,
        active_participant_id: None,
        last_session_id: None,
        created_at: at,
        modified_at: at,
        status_changed_at: at,
        started_at: None,
        queued_at: Some(at),
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
        demand: Demand::default(),
    }
}

pub(crate) fn row(conversation: &Conversation) -> Row {
    Row::Conversation(Arc::new(conversation.clone()))
}

/// Public, from the customer.
pub(crate) fn message(conversation_id: ConversationId, number: u64) -> Message {
    Message {
        conversation_id,
        number,
        public_number: Some(number),
        sent_at: Timestamp(2_000 + number as i64),
        sender: Sender::Customer { visitor_id: Some(id(21)), name: "Ada".to_owned() },
        visibility: Visibility::Public,
        text: format!("Message {number}: Grüße, 你好, \u{1f44b}"),
        attachments: Vec::new(),
        client_message_id: None,
    }
}

pub(crate) fn message_row(message: &Message) -> Row {
    Row::Message(Arc::new(message.clone()))
}

pub(crate) fn session(conversation_id: ConversationId, number: u64) -> Session {
    Session {
        id: id(number),
        conversation_id,
        queue_id: Some(id(12)),
        channel: Channel::Sms,
        status: SessionStatus::Open,
        created_at: Timestamp(3_000 - number as i64),
        queue_assigned_at: Some(Timestamp(1)),
        agent_id: Some(id(2)),
        agent_assigned_at: Some(Timestamp(2)),
        offer_displayed_at: Some(Timestamp(3)),
        offer_expires_at: Some(Timestamp(4)),
        agent_accepted_at: Some(Timestamp(5)),
        closed_at: None,
        closure_reason: None,
    }
}

pub(crate) fn participant(session: &Session, number: u64) -> Participant {
    Participant {
        id: id(number),
        session_id: session.id,
        conversation_id: session.conversation_id,
        agent_id: id(2),
        mode: ParticipantMode::Consult,
        public: true,
        added_at: Timestamp(4_000 - number as i64),
        joined_at: Some(Timestamp(2)),
        left_at: None,
        left_reason: None,
        assign_reason: Some("AgentPick".to_owned()),
    }
}

/// The same numbers for the same seed, on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % end
    }

    pub fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize].clone()
    }

    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }

    fn id<T: From<Uuid>>(&mut self) -> T {
        id(self.below(6))
    }

    fn at(&mut self) -> Timestamp {
        Timestamp(self.below(8) as i64 - 2)
    }

    fn text(&mut self) -> String {
        self.of(&["", "a", "A", "B", "b", "ß", "Éa", "éB", "Z", "\u{1f600}", "a\0b", "_", "aa"]).to_owned()
    }

    fn demand(&mut self) -> Demand {
        Demand {
            skills: self.maybe(|some| SkillRating { skill_id: some.id(), proficiency: 3 }).into_iter().collect(),
            facts: self
                .maybe(|some| ContextVariable { name: "case.title".into(), value: some.text() })
                .into_iter()
                .collect(),
            expected_wait_ms: self.maybe(|some| some.below(9)),
            ..Demand::default()
        }
    }

    /// Every attribute by chance, from few values, so that many are equal.
    pub fn conversation(&mut self, number: u64) -> Conversation {
        use StatusReason::*;
        Conversation {
            id: id(number),
            status: self.of(&ConversationStatus::ALL),
            status_reason: self.of(&[AwaitingAgentAssignment, InConversation, EndedByAgent, AssignedBySupervisor]),
            channel: self.of(&[Channel::LiveChat, Channel::Email, Channel::Custom]),
            mode: self.of(&[ConversationMode::PersistentChat, ConversationMode::Asynchronous]),
            distribution: self.of(&[DistributionMode::Push, DistributionMode::Pick]),
            workstream_id: self.id(),
            queue_id: self.maybe(Self::id),
            widget_id: self.maybe(Self::id),
            visitor_id: self.maybe(Self::id),
            title: self.text(),
            priority: self.of(&[Priority::Low, Priority::Normal, Priority::High]),
            locale: self.maybe(Self::text),
            customer_name: self.text(),
            customer: self.maybe(|dice| {
                let (contact, account) = (dice.id(), dice.id());
                dice.of(&[CustomerRef::Contact(contact), CustomerRef::Account(account)])
            }),
            case_id: self.maybe(Self::id),
            context: (0..self.below(3)).map(|_| ContextVariable { name: self.text(), value: self.text() }).collect(),
            active_agent_id: self.maybe(Self::id),
            list_agent_id: self.maybe(|dice| id(dice.below(2))),
            last_agent_id: self.maybe(Self::id),
            active_agent_assigned_at: self.maybe(Self::at),
            active_participant_id: self.maybe(Self::id),
            last_session_id: self.maybe(Self::id),
            created_at: self.at(),
            modified_at: self.at(),
            status_changed_at: self.at(),
            started_at: self.maybe(Self::at),
            queued_at: self.maybe(Self::at),
            wrap_up_started_at: self.maybe(Self::at),
            closed_at: self.maybe(Self::at),
            first_wait_ms: self.maybe(|dice| dice.below(3)),
            talk_ms: self.below(3),
            wrap_up_ms: self.below(3),
            transfer_count: self.below(3) as u32,
            escalation_count: self.below(3) as u32,
            accepted: self.below(2) == 0,
            abandoned: self.below(2) == 0,
            held_units: self.below(300) as u32,
            held_until: self.maybe(Self::at),
            declines: (0..self.below(3))
                .map(|_| AgentDeclines { agent_id: self.id(), count: self.below(9) as u32, last_at: self.at() })
                .collect(),
            last_message_number: self.below(9),
            last_public_number: self.below(9),
            unread: self.below(9) as u32,
            last_message: self.maybe(|dice| MessagePreview {
                from_customer: dice.below(2) == 0,
                sender_name: dice.text(),
                text: dice.text(),
                attachments: dice.below(3) as u32,
                sent_at: dice.at(),
            }),
            customer_waiting_since: self.maybe(Self::at),
            marks: ReadMarks {
                customer_delivered: self.below(9),
                customer_read: self.below(9),
                agent_delivered: self.below(9),
                agent_read: self.below(9),
            },
            customer_presence: match self.below(3) {
                0 => CustomerPresence::Unknown,
                1 => CustomerPresence::Connected,
                _ => CustomerPresence::Disconnected { since: self.at() },
            },
            demand: self.demand(),
        }
    }
}
