//! The hub alone: who is reached, who is let go, and what is still in memory.

use super::*;
use crate::clock::ManualClock;
use crate::live::outbox::Item;
use frontdesk_model::{
    Agent, AssignmentMethod, Audience, Event, Organization, OrganizationId, Queue, Settings, Snapshot, Timestamp, Uuid,
};
use std::time::Duration;

const QUEUE: QueueId = QueueId(Uuid::from_u128(1));

fn agent_id(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

fn agent(number: u128, role: Role) -> Agent {
    Agent {
        id: agent_id(number),
        name: String::new(),
        email: format!("{number}@contoso.example"),
        role,
        active: true,
        capacity_units: 100,
        default_presence_id: None,
        password_hash: None,
        created_at: Timestamp(0),
        ..Agent::default()
    }
}

/// Agents 1 to n; the first two serve the queue, the last one is a supervisor.
fn hub(agents: u128) -> (Hub, Arc<ManualClock>) {
    let organization = Organization {
        id: OrganizationId(Uuid::nil()),
        name: String::new(),
        created_at: Timestamp(0),
        settings: Settings::default(),
        version: 0,
    };
    let method = AssignmentMethod::HighestCapacity;
    let queue = Queue {
        id: QUEUE,
        name: String::new(),
        priority: 1,
        method,
        members: vec![agent_id(1), agent_id(2)],
        ..Queue::default()
    };
    let role = |number| if number == agents { Role::Supervisor } else { Role::Agent };
    let snapshot = Snapshot {
        organization,
        agents: (1..=agents).map(|number| agent(number, role(number))).collect(),
        agent_statuses: Vec::new(),
        queues: vec![queue],
        workstreams: Vec::new(),
        presences: Vec::new(),
        widgets: Vec::new(),
        skills: Vec::new(),
        capacity_profiles: Vec::new(),
        operating_hours: Vec::new(),
        rulesets: Vec::new(),
        session_templates: Vec::new(),
        notification_templates: Vec::new(),
        quick_replies: Vec::new(),
        set_up_changes: 0,
        segments: Vec::new(),
        paces: Vec::new(),
        conversations: Vec::new(),
        sessions: Vec::new(),
        participants: Vec::new(),
        journal_sequence: 0,
    };
    let clock = Arc::new(ManualClock::new(Timestamp(0)));
    (Hub::new(&View::new(&snapshot), clock.clone(), Arc::default()), clock)
}

fn entry(sequence: u64, audience: Audience) -> Arc<JournalEntry> {
    let event = Event::ConfigurationChanged { noun: "queue".to_owned(), id: QUEUE.to_string() };
    Arc::new(JournalEntry { sequence, at: Timestamp(0), conversation_id: None, audience, event })
}

fn heard(subscription: &Subscription<'_>) -> Vec<u64> {
    let items = subscription.outbox.take_items();
    let sequences = items.into_iter().map(|item| match item {
        Item::Published(published) => published.entry.sequence,
        Item::Fleeting(_) => 0,
    });
    sequences.collect()
}

#[test]
fn an_entry_reaches_those_it_is_meant_for_once_and_nobody_else() {
    let (hub, _clock) = hub(1_000);
    let listening: Vec<_> = (1..=1_000).map(|number| hub.subscribe_agent(agent_id(number))).collect();
    let both = Audience { agents: vec![agent_id(1), agent_id(7)], queue: Some(QUEUE), ..Audience::default() };
    hub.publish(&[entry(1, both), entry(2, Audience::default())], &[]);
    let reached: Vec<(usize, Vec<u64>)> =
        listening.iter().map(heard).enumerate().filter(|(_, heard)| !heard.is_empty()).collect();
    assert_eq!(reached, [(0, vec![1]), (1, vec![1]), (6, vec![1]), (999, vec![1, 2])]);
    hub.publish(&[entry(3, Audience { everyone: true, ..Audience::default() })], &[]);
    assert!(listening.iter().all(|subscription| heard(subscription) == [3]));
    let told = Event::Told { inputs: Vec::new(), loaded_at: None };
    let record = JournalEntry { event: told, ..(*entry(4, Audience::default())).clone() };
    hub.publish(&[Arc::new(record)], &[]);
    assert!(listening.iter().all(|subscription| heard(subscription).is_empty()), "a record is for nobody's ears");
    assert_eq!((hub.sequence(), hub.recent(3).map(|recent| recent.len())), (4, Some(1)));
}

#[test]
fn roles_and_queues_are_followed_while_connected() {
    let (hub, _clock) = hub(3);
    let listening = hub.subscribe_agent(agent_id(1));
    hub.publish(&[], &[Row::Agent(agent(1, Role::Supervisor))]);
    hub.publish(&[entry(1, Audience::default())], &[]);
    assert_eq!(heard(&listening), [1]);
    hub.publish(&[], &[Row::Agent(agent(1, Role::Agent))]);
    hub.publish(&[entry(2, Audience::default())], &[]);
    assert_eq!(heard(&listening), Vec::<u64>::new());
    hub.publish(&[], &[Row::Agent(Agent { active: false, ..agent(1, Role::Agent) })]);
    assert_eq!(listening.outbox.end_reason(), Some(End::SignedOut));
    assert_eq!(hub.subscribe_agent(agent_id(1)).outbox.end_reason(), Some(End::SignedOut));
}

#[test]
fn whoever_answers_no_ping_is_let_go_after_75_seconds_and_whoever_answers_stays() {
    let (hub, clock) = hub(3);
    let (silent, alive) = (hub.subscribe_agent(agent_id(1)), hub.subscribe_agent(agent_id(2)));
    for step in 0..15 {
        clock.advance(Duration::from_secs(5));
        assert_eq!(silent.outbox.end_reason(), None, "after {} s", step * 5);
        hub.beat(step % 6, 6, 75_000);
        alive.outbox.heard(hub.now_ms());
    }
    assert_eq!((silent.outbox.end_reason(), alive.outbox.end_reason()), (Some(End::Silent), None));
}

#[test]
fn a_clock_that_jumps_cuts_nobody_who_was_not_asked() {
    let (hub, clock) = hub(1);
    let listening = hub.subscribe_agent(agent_id(1));
    clock.advance(Duration::from_secs(3_600));
    for step in 0..6 {
        hub.beat(step, 6, 75_000);
    }
    assert_eq!(listening.outbox.end_reason(), None);
}

#[test]
fn what_was_told_lately_is_in_memory_and_what_is_older_is_the_stores() {
    let (hub, _clock) = hub(1);
    let told = RING_ENTRIES_MAX as u64 + 10;
    for sequence in 1..=told {
        hub.publish(&[entry(sequence, Audience::default())], &[]);
    }
    let sequences = |after| {
        let recent = hub.recent(after)?;
        Some(recent.iter().map(|published| published.entry.sequence).collect::<Vec<_>>())
    };
    assert_eq!(sequences(told), Some(vec![]));
    assert_eq!(sequences(told - 2), Some(vec![told - 1, told]));
    assert_eq!(sequences(10).map(|recent| recent.len()), Some(RING_ENTRIES_MAX));
    assert_eq!(sequences(9), None);
}

#[test]
fn whoever_is_gone_is_forgotten() {
    let (hub, _clock) = hub(3);
    drop((hub.subscribe_agent(agent_id(1)), hub.subscribe_agent(agent_id(3))));
    assert_eq!(hub.connections(), 0);
    let state = hub.state();
    assert!(state.agents.is_empty() && state.overseers.is_empty() && state.members.is_empty());
}
