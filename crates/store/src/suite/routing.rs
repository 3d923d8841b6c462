//! Routing's set-up, its decisions and the stays in queues.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) async fn routing_s_set_up_is_put_replaced_and_deleted(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let skill = Skill { id: id(70), name: "German".to_owned(), kind: "Language".to_owned(), ..Skill::default() };
    let better = Skill { rating: RatingModel { minimum: 0, maximum: 5 }, version: 2, ..skill.clone() };
    let profile = CapacityProfile { id: id(71), name: "Chats".to_owned(), units_max: 3, ..CapacityProfile::default() };
    let hours = OperatingHours { id: id(72), name: "Office".to_owned(), ..OperatingHours::default() };
    let tab = SessionTemplate { id: id(74), name: "Chat".to_owned(), ..SessionTemplate::default() };
    let toast = NotificationTemplate { id: id(75), name: "Chat".to_owned(), ..NotificationTemplate::default() };
    let reply =
        QuickReply { id: id(77), title: "Hello".to_owned(), text: "Hello!".to_owned(), ..QuickReply::default() };
    let ruleset = Ruleset { id: id(73), name: "Products".to_owned(), position: 1, ..Ruleset::default() };
    desk.commit(vec![
        Row::Skill(skill),
        Row::CapacityProfile(profile.clone()),
        Row::OperatingHours(hours.clone()),
        Row::Ruleset(ruleset.clone()),
        Row::SessionTemplate(tab.clone()),
        Row::NotificationTemplate(toast.clone()),
        Row::QuickReply(reply.clone()),
        Row::QuickReply(QuickReply { id: id(78), ..reply.clone() }),
        Row::NotificationTemplate(NotificationTemplate { id: id(76), ..toast.clone() }),
    ])
    .await;
    let gone = [
        (SetUpNoun::Ruleset, ruleset.id.0),
        (SetUpNoun::NotificationTemplate, id::<NotificationTemplateId>(76).0),
        (SetUpNoun::QuickReply, id::<QuickReplyId>(78).0),
    ];
    let gone = gone.map(|(noun, id)| Row::DeletedSetUp(noun, id));
    desk.commit([Row::Skill(better.clone())].into_iter().chain(gone).collect()).await;

    let loaded = store.load(desk.organization_id).await.unwrap().unwrap();
    assert_eq!((loaded.skills, loaded.rulesets), (vec![better], vec![]));
    assert_eq!((loaded.capacity_profiles, loaded.operating_hours), (vec![profile], vec![hours]));
    assert_eq!((loaded.session_templates, loaded.notification_templates), (vec![tab], vec![toast]));
    assert_eq!(loaded.quick_replies, [reply]);
}

pub(crate) async fn changes_to_the_set_up_are_kept_and_read_newest_first(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let change = |number| SetUpChange {
        number,
        at: Timestamp(number as i64),
        by: Some(id(2)),
        noun: SetUpNoun::Skill,
        id: id(70),
        before: None,
        after: Some(SetUpPiece::Skill(Skill { id: id(70), version: number, ..Skill::default() })),
    };
    desk.commit((1..=3).map(|number| Row::SetUpChange(Box::new(change(number)))).collect()).await;

    let read = |before, limit| store.list_set_up_changes(desk.organization_id, before, limit);
    assert_eq!(read(u64::MAX >> 1, 2).await.unwrap(), vec![change(3), change(2)]);
    assert_eq!(read(2, 5).await.unwrap(), vec![change(1)]);
    assert_eq!(store.load(desk.organization_id).await.unwrap().unwrap().set_up_changes, 3);
}

pub(crate) async fn decisions_and_stays_come_in_order_and_open_stays_are_loaded(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let open = conversation(7);
    let decision = |number| RoutingDecision {
        conversation_id: open.id,
        number,
        at: Timestamp(5),
        step: RoutingStep::Waits {
            queue_id: id(3),
            demand: DemandSeen { units: 1, ..DemandSeen::default() },
            considered: Considered::default(),
        },
    };
    let stay = |number, ended_at| QueueSegment {
        conversation_id: open.id,
        number,
        queue_id: id(3),
        source_queue_id: None,
        target_queue_id: None,
        started_at: Timestamp(4),
        ended_at,
        agent_assigned_at: None,
        agent_accepted_at: None,
        agent_id: None,
        closed_at: None,
        abandoned: false,
        creation_reason: SegmentCreation::DirectQueueEntry,
        closure_reason: None,
        session_closure: None,
        first_wait_ms: None,
        talk_ms: 0,
        wrap_up_ms: 0,
        declines: 0,
    };
    let rows = [decision(1), decision(2)].map(|decision| Row::RoutingDecision(Box::new(decision)));
    desk.commit(rows.into_iter().chain([row(&open), Row::QueueSegment(stay(1, None))]).collect()).await;
    let ended = stay(1, Some(Timestamp(9)));
    desk.commit(vec![Row::QueueSegment(ended.clone()), Row::QueueSegment(stay(2, None))]).await;

    let (decisions, stays) = store.list_routing(desk.organization_id, open.id).await.unwrap();
    assert_eq!(decisions, vec![decision(1), decision(2)]);
    assert_eq!(stays, vec![ended, stay(2, None)]);
    let pace = |accepted| QueuePace { queue_id: id(3), accepted, mean_wait_ms: 90_000, last_accepted_at: Timestamp(9) };
    desk.commit(vec![Row::QueuePace(pace(1))]).await;
    desk.commit(vec![Row::QueuePace(pace(2))]).await;
    let loaded = store.load(desk.organization_id).await.unwrap().unwrap();
    assert_eq!((loaded.segments, loaded.paces), (vec![stay(2, None)], vec![pace(2)]));
}
