//! A small organisation to test with: one queue, one live-chat workstream to pick from, a handful of people. Knows
//! nothing of servers.

use frontdesk_engine::{FirstMessage, Input, NewConversation};
use frontdesk_model::*;

pub const START: Timestamp = Timestamp(1_795_406_400_000);

pub fn organization_id() -> OrganizationId {
    OrganizationId(Uuid::from_u128(0xf0))
}

pub fn queue_id() -> QueueId {
    QueueId(Uuid::from_u128(0xa1))
}

pub fn workstream_id() -> WorkstreamId {
    WorkstreamId(Uuid::from_u128(0xb1))
}

/// A member of the queue.
pub fn ana() -> AgentId {
    AgentId(Uuid::from_u128(0xc1))
}

/// A member of the queue, too.
pub fn ben() -> AgentId {
    AgentId(Uuid::from_u128(0xc2))
}

/// In no queue.
pub fn cyd() -> AgentId {
    AgentId(Uuid::from_u128(0xc3))
}

pub fn supervisor() -> AgentId {
    AgentId(Uuid::from_u128(0xc9))
}

pub fn conversation_id(number: u64) -> ConversationId {
    ConversationId(Uuid::from_u64_pair(0xd0, number))
}

pub fn organization() -> Organization {
    Organization {
        id: organization_id(),
        name: "Contoso".to_owned(),
        created_at: START,
        settings: Settings::default(),
        version: 0,
    }
}

/// Everything but the organisation itself.
pub fn rows() -> Vec<Row> {
    let presences = [
        (BasePresence::Available, "Available"),
        (BasePresence::Busy, "Busy"),
        (BasePresence::DoNotDisturb, "Do not disturb"),
        (BasePresence::Away, "Away"),
        (BasePresence::Offline, "Offline"),
        (BasePresence::Inactive, "Inactive"),
    ];
    let presences = presences.iter().zip(1..).map(|((base, name), number)| {
        let settable = *base != BasePresence::Inactive;
        let id = PresenceId(Uuid::from_u128(number));
        Row::Presence(Presence { id, name: (*name).to_owned(), base: *base, settable, is_default: true, version: 0 })
    });
    let people = [
        (ana(), "Ana", Role::Agent),
        (ben(), "Ben", Role::Agent),
        (cyd(), "Cyd", Role::Agent),
        (supervisor(), "Sue", Role::Supervisor),
    ];
    let people = people.into_iter().map(|(id, name, role)| Row::Agent(agent(id, name, role)));
    presences.chain(people).chain([Row::Queue(queue()), Row::Workstream(workstream())]).collect()
}

pub fn agent(id: AgentId, name: &str, role: Role) -> Agent {
    Agent {
        id,
        name: name.to_owned(),
        email: format!("{}@contoso.example", name.to_lowercase()),
        role,
        active: true,
        capacity_units: 100,
        default_presence_id: None,
        password_hash: None,
        created_at: START,
        ..Agent::default()
    }
}

pub fn queue() -> Queue {
    Queue {
        id: queue_id(),
        name: "Support".to_owned(),
        priority: 1,
        method: AssignmentMethod::HighestCapacity,
        members: vec![ana(), ben()],
        ..Queue::default()
    }
}

pub fn workstream() -> Workstream {
    Workstream {
        id: workstream_id(),
        name: "Chat".to_owned(),
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        distribution: DistributionMode::Pick,
        capacity_units: 10,
        wrap_up_block: WrapUpBlock::Always,
        allowed_presences: vec![BasePresence::Available, BasePresence::Busy],
        notification: Notification::OpenSession,
        offer_timeout_ms: 120_000,
        close_after_inactivity_ms: None,
        reoffer_after_decline_ms: 60_000,
        reconnect_within_ms: None,
        agent_affinity: false,
        pick_from_push: false,
        fallback_queue_id: queue_id(),
        ..Workstream::default()
    }
}

pub fn start(number: u64) -> Input {
    Input::StartConversation(Box::new(NewConversation {
        id: conversation_id(number),
        workstream_id: workstream_id(),
        widget_id: None,
        visitor_id: Some(VisitorId(Uuid::from_u64_pair(0xe0, number))),
        customer_name: format!("Customer {number}"),
        customer: None,
        case_id: None,
        title: String::new(),
        priority: Priority::Normal,
        locale: None,
        context: Vec::new(),
        facts: Vec::new(),
        preferred_agents: Vec::new(),
        queue_id: None,
        first_message: None,
    }))
}

/// The customer writes; the text is its own key.
/// A conversation that begins with this message, which is also its key.
pub fn start_saying(number: u64, text: &str) -> Input {
    let Input::StartConversation(mut new) = start(number) else { unreachable!("it starts one") };
    new.first_message = Some(FirstMessage { text: text.to_owned(), client_message_id: Some(text.to_owned()) });
    Input::StartConversation(new)
}

pub fn say(number: u64, text: &str) -> Input {
    Input::CustomerMessage {
        conversation_id: conversation_id(number),
        text: text.to_owned(),
        attachments: Vec::new(),
        client_message_id: Some(text.to_owned()),
    }
}

pub fn answer(number: u64, agent_id: AgentId, text: &str, visibility: Visibility) -> Input {
    Input::AgentMessage {
        conversation_id: conversation_id(number),
        agent_id,
        text: text.to_owned(),
        attachments: Vec::new(),
        visibility,
        client_message_id: Some(text.to_owned()),
    }
}
