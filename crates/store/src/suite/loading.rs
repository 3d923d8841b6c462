//! What an engine starts from.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) fn status(agent: u64) -> AgentStatus {
    AgentStatus {
        agent_id: id(agent),
        presence_id: id(3),
        base: BasePresence::Inactive,
        source: PresenceSource::System,
        presence_modified_at: Timestamp(8),
        available_units: -20,
        open_sessions: 3,
        last_assigned_at: Some(Timestamp(9)),
        lost: Some(LostBrowser { at: Timestamp(10), presence_id: id(4), source: PresenceSource::Agent }),
        load: AgentLoad::default(),
    }
}

pub(crate) async fn loading_gives_the_set_up_and_what_is_not_closed(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let presence = |number, base| Presence {
        id: id(number),
        name: "Lunch".to_owned(),
        base,
        settable: true,
        is_default: false,
        version: 0,
    };
    let queue = Queue {
        id: id(12),
        name: "Billing".to_owned(),
        priority: 2,
        method: AssignmentMethod::HighestCapacity,
        members: vec![id(2), id(1)],
        ..Queue::default()
    };
    let workstream = Workstream {
        id: id(11),
        name: "Chat".to_owned(),
        channel: Channel::Line,
        mode: ConversationMode::Asynchronous,
        distribution: DistributionMode::Pick,
        capacity_units: 30,
        wrap_up_block: WrapUpBlock::For { milliseconds: 60_000 },
        allowed_presences: vec![BasePresence::Available],
        notification: Notification::ScreenPopWithDecline,
        offer_timeout_ms: 120_000,
        close_after_inactivity_ms: None,
        reoffer_after_decline_ms: 1,
        reconnect_within_ms: Some(5),
        agent_affinity: true,
        pick_from_push: false,
        fallback_queue_id: id(12),
        ..Workstream::default()
    };
    let widget = Widget {
        id: id(13),
        name: "Shop".to_owned(),
        workstream_id: id(11),
        title: "Ask us".to_owned(),
        greeting: "Hello".to_owned(),
        color: "#102030".to_owned(),
        allowed_domains: vec!["example.com".to_owned()],
        message_color: Some("#203040".to_owned()),
        pre_chat: vec![PreChatQuestion {
            name: "topic".to_owned(),
            text: "What is it about?".to_owned(),
            kind: QuestionKind::Options,
            required: true,
            options: vec!["Orders".to_owned(), "Books".to_owned()],
            link: None,
        }],
        expected_wait_shown: false,
        ..Widget::default()
    };
    let open = conversation(71);
    let wrapping_up = Conversation { status: ConversationStatus::WrapUp, ..conversation(72) };
    let closed = Conversation { status: ConversationStatus::Closed, ..conversation(73) };
    let (here, gone) = (session(open.id, 51), Session { status: SessionStatus::Completed, ..session(open.id, 52) });
    let of_closed = session(closed.id, 53);
    let present = participant(&here, 61);
    let left = Participant { left_at: Some(Timestamp(1)), ..participant(&here, 62) };
    let elsewhere = [participant(&gone, 63), participant(&of_closed, 64)];
    let idle = AgentStatus { lost: None, last_assigned_at: None, ..status(1) };

    desk.commit(vec![
        Row::Agent(agent(1)),
        Row::Agent(agent(2)),
        Row::AgentStatus(idle.clone()),
        Row::AgentStatus(status(2)),
        Row::Queue(Queue { name: "Old name".to_owned(), ..queue.clone() }),
        Row::Queue(queue.clone()),
        Row::Workstream(workstream.clone()),
        Row::Presence(presence(3, BasePresence::Away)),
        Row::Widget(widget.clone()),
        row(&open),
        row(&wrapping_up),
        row(&closed),
        Row::Session(here.clone()),
        Row::Session(gone),
        Row::Session(of_closed),
        Row::Participant(present.clone()),
        Row::Participant(left),
    ])
    .await;
    desk.commit(elsewhere.into_iter().map(Row::Participant).collect()).await;

    let loaded = store.load(desk.organization_id).await.unwrap().unwrap();
    let expected = Snapshot {
        organization: organization(desk.organization_id),
        agents: vec![agent(1), agent(2)],
        agent_statuses: vec![idle, status(2)],
        queues: vec![queue],
        workstreams: vec![workstream],
        presences: vec![presence(3, BasePresence::Away)],
        widgets: vec![widget],
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
        conversations: vec![Arc::new(open), Arc::new(wrapping_up)],
        sessions: vec![here],
        participants: vec![present],
        journal_sequence: desk.head,
    };
    assert_eq!(loaded, expected);
}

pub(crate) async fn loading_nothing_gives_nothing(store: Arc<dyn Store>) {
    assert_eq!(store.load(id(1)).await.unwrap(), None);
    assert_eq!(store.organizations().await.unwrap(), []);
    assert!(store.find_conversation(id(1), id(2)).await.unwrap().is_none());
    assert_eq!(store.list_sessions(id(1), id(2)).await.unwrap(), (vec![], vec![]));
}

pub(crate) async fn bulk_rows_are_there_without_journal(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    desk.commit(vec![Row::Agent(agent(1))]).await;
    let mut dice = Dice::new(11);
    let conversations: Vec<_> = (0..200).map(|number| dice.conversation(1_000 + 7 * number % 1_400)).collect();
    let mut rows: Vec<_> = conversations.iter().map(row).collect();
    rows.extend(conversations.iter().map(|c| message_row(&message(c.id, 1))));
    store.bulk_load(desk.organization_id, rows).await.unwrap();
    for expected in &conversations {
        let found = store.find_conversation(desk.organization_id, expected.id).await.unwrap();
        assert_eq!(found.as_deref(), Some(expected));
    }
    assert_eq!(store.list_journal(desk.organization_id, 0, 100).await.unwrap().items.len(), 1);
    desk.commit(vec![Row::Agent(agent(2))]).await;
}
