//! What a new organisation starts with, so that a chat can begin a minute after it. Knows no clock and makes no ids.

use frontdesk_model::{
    Agent, AgentId, AssignmentMethod, BasePresence, Channel, ConversationMode, DistributionMode, Notification,
    Organization, OrganizationId, Presence, PresenceId, Queue, QueueId, Role, Row, Settings, Timestamp, Uuid, Widget,
    WidgetId, Workstream, WorkstreamId, WrapUpBlock,
};

pub const DEFAULT_CAPACITY_UNITS: u32 = 100;
pub const DEFAULT_COLOR: &str = "#0f6cbd";

/// An organisation and the ids of what it starts with.
#[derive(Clone, Debug)]
pub struct NewOrganization {
    pub organization: Organization,
    pub queue_id: QueueId,
    pub workstream_id: WorkstreamId,
    pub widget_id: WidgetId,
    /// Besides the organisation.
    pub rows: Vec<Row>,
}

/// Presences (the five that people set, Inactive for the system, and "Lunch"), one queue, live chat, and a widget for it.
pub fn new_organization(name: &str, now: Timestamp, mut new_id: impl FnMut() -> Uuid) -> NewOrganization {
    let organization = Organization {
        id: OrganizationId(new_id()),
        name: name.to_owned(),
        created_at: now,
        settings: Settings::default(),
        version: 0,
    };
    let queue = Queue {
        id: QueueId(new_id()),
        name: "Support".to_owned(),
        priority: 1,
        method: AssignmentMethod::HighestCapacity,
        members: Vec::new(),
        ..Queue::default()
    };
    let workstream = workstream(WorkstreamId(new_id()), "Live chat", Channel::LiveChat, queue.id);
    let widget = Widget {
        id: WidgetId(new_id()),
        name: "Website".to_owned(),
        workstream_id: workstream.id,
        title: name.to_owned(),
        greeting: "Hello! How can we help?".to_owned(),
        color: DEFAULT_COLOR.to_owned(),
        ..Widget::default()
    };
    let ids = (queue.id, workstream.id, widget.id);
    let mut rows: Vec<Row> = presences(&mut new_id).into_iter().map(Row::Presence).collect();
    rows.extend([Row::Queue(queue), Row::Workstream(workstream), Row::Widget(widget)]);
    NewOrganization { organization, queue_id: ids.0, workstream_id: ids.1, widget_id: ids.2, rows }
}

fn presences(mut new_id: impl FnMut() -> Uuid) -> Vec<Presence> {
    let standard = [
        ("Available", BasePresence::Available),
        ("Busy", BasePresence::Busy),
        ("Do not disturb", BasePresence::DoNotDisturb),
        ("Away", BasePresence::Away),
        ("Offline", BasePresence::Offline),
        ("Inactive", BasePresence::Inactive),
    ];
    let mut presence = |name: &str, base, is_default| Presence {
        id: PresenceId(new_id()),
        name: name.to_owned(),
        base,
        settable: base != BasePresence::Inactive,
        is_default,
        version: 0,
    };
    let mut presences: Vec<Presence> = standard.into_iter().map(|(name, base)| presence(name, base, true)).collect();
    presences.push(presence("Lunch", BasePresence::Away, false));
    presences
}

/// A workstream of this channel with the defaults that fit it.
pub fn workstream(id: WorkstreamId, name: &str, channel: Channel, fallback_queue_id: QueueId) -> Workstream {
    const MINUTE_MS: u64 = 60_000;
    const DAY_MS: u64 = 24 * 60 * MINUTE_MS;
    let is_live = channel == Channel::LiveChat;
    Workstream {
        id,
        name: name.to_owned(),
        channel,
        mode: if is_live { ConversationMode::LiveChat } else { ConversationMode::Asynchronous },
        distribution: DistributionMode::Push,
        capacity_units: 30,
        wrap_up_block: WrapUpBlock::Always,
        allowed_presences: vec![BasePresence::Available, BasePresence::Busy],
        notification: Notification::ScreenPopWithDecline,
        offer_timeout_ms: 2 * MINUTE_MS,
        close_after_inactivity_ms: (!is_live).then_some(28 * DAY_MS),
        reoffer_after_decline_ms: 5 * MINUTE_MS,
        reconnect_within_ms: None,
        agent_affinity: !is_live,
        pick_from_push: false,
        fallback_queue_id,
        ..Workstream::default()
    }
}

/// A user who can be assigned work.
pub fn agent(id: AgentId, name: &str, email: &str, role: Role, now: Timestamp) -> Agent {
    Agent {
        id,
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        active: true,
        capacity_units: DEFAULT_CAPACITY_UNITS,
        default_presence_id: None,
        password_hash: None,
        created_at: now,
        ..Agent::default()
    }
}
