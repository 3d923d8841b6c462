//! The set-up: what is refused, and that what is taken is in force.

use crate::world::{MINUTE, SECOND, World, presence};
use frontdesk_engine::{Engine, Input};
use frontdesk_model::*;

fn refused(world: &mut World, piece: SetUpPiece) -> &'static str {
    world.refused(Input::put(piece))
}

#[test]
fn a_queue_needs_a_name_a_priority_and_members_that_exist_once() {
    let mut world = World::live_chat();
    let (agent, nobody) = (world.agent(), AgentId(world.next_id()));
    let queue = world.queue.clone();
    let with = |change: fn(&mut Queue)| {
        let mut queue = queue.clone();
        change(&mut queue);
        SetUpPiece::Queue(queue)
    };
    assert_eq!(refused(&mut world, with(|queue| queue.name = " ".into())), "name_missing");
    assert_eq!(refused(&mut world, with(|queue| queue.priority = 0)), "out_of_range");
    let unknown = SetUpPiece::Queue(Queue { members: vec![nobody], ..queue.clone() });
    assert_eq!(refused(&mut world, unknown), "unknown_agent");
    let twice = SetUpPiece::Queue(Queue { members: vec![agent, agent], ..queue.clone() });
    assert_eq!(refused(&mut world, twice), "member_twice");
}

#[test]
fn a_workstream_stays_within_its_limits_and_keeps_its_distribution() {
    let mut world = World::live_chat();
    let nowhere = QueueId(world.next_id());
    let original = world.workstream.clone();
    let mut check = |change: &dyn Fn(&mut Workstream), code: &str| {
        let mut workstream = original.clone();
        change(&mut workstream);
        assert_eq!(refused(&mut world, SetUpPiece::Workstream(workstream)), code);
    };
    check(&|it| it.fallback_queue_id = nowhere, "unknown_queue");
    check(&|it| it.capacity_units = 0, "out_of_range");
    check(&|it| it.wrap_up_block = WrapUpBlock::For { milliseconds: 29 * SECOND }, "out_of_range");
    check(&|it| it.wrap_up_block = WrapUpBlock::For { milliseconds: 61 * MINUTE }, "out_of_range");
    check(&|it| it.offer_timeout_ms = 9 * SECOND, "out_of_range");
    check(&|it| it.offer_timeout_ms = 11 * MINUTE, "out_of_range");
    check(&|it| it.allowed_presences.clear(), "allowed_presences_missing");
    check(&|it| it.distribution = DistributionMode::Pick, "distribution_fixed");
    let picks_and_returns = |it: &mut Workstream| {
        it.id = WorkstreamId(Uuid::from_u128(77));
        it.name = "Picked".into();
        (it.distribution, it.agent_affinity) = (DistributionMode::Pick, true);
    };
    check(&picks_and_returns, "affinity_needs_push");
}

#[test]
fn an_agent_has_an_address_of_their_own_and_a_presence_to_start_in() {
    let mut world = World::live_chat();
    let first = world.agent_with(|agent| agent.email = "Ada@contoso.example".into());
    let mut agent = world.engine.agent(first).unwrap().clone();
    agent.id = AgentId(world.next_id());
    agent.email = "ADA@contoso.example".into();
    assert_eq!(refused(&mut world, SetUpPiece::Agent(agent.clone())), "email_taken");
    agent.email = String::new();
    assert_eq!(refused(&mut world, SetUpPiece::Agent(agent.clone())), "email_missing");
    agent.email = "bob@contoso.example".into();
    agent.default_presence_id = Some(PresenceId(world.next_id()));
    assert_eq!(refused(&mut world, SetUpPiece::Agent(agent.clone())), "unknown_presence");
    agent.default_presence_id = Some(presence(BasePresence::Inactive).id);
    assert_eq!(refused(&mut world, SetUpPiece::Agent(agent)), "presence_not_settable");
}

#[test]
fn every_base_has_exactly_one_default_presence() {
    let mut world = World::live_chat();
    let away = presence(BasePresence::Away);
    let bereft = Presence { is_default: false, ..away.clone() };
    assert_eq!(refused(&mut world, SetUpPiece::Presence(bereft)), "default_presence_required");
    let moved = Presence { base: BasePresence::Busy, is_default: false, ..away.clone() };
    assert_eq!(refused(&mut world, SetUpPiece::Presence(moved)), "default_presence_required");

    let lunch = Presence { id: PresenceId(world.next_id()), name: "Lunch".into(), ..away.clone() };
    world.configure(lunch.clone());
    let defaults: Vec<_> =
        world.engine.presences().filter(|it| it.base == BasePresence::Away && it.is_default).map(|it| it.id).collect();
    assert_eq!(defaults, [lunch.id]);
    let demoted = |row: &Row| matches!(row, Row::Presence(row) if row.id == away.id && !row.is_default);
    assert!(world.set_up_rows().iter().any(demoted));
}

#[test]
fn everyone_is_told_of_a_new_agent_and_they_of_their_own_status() {
    let mut world = World::live_chat();
    let id = world.colleague_with(|_| {});
    let hired = |event: &Event| matches!(event, Event::AgentChanged { agent } if agent.id == id);
    assert!(world.events.iter().any(|(audience, event)| audience.everyone && hired(event)));
    let status = |event: &Event| matches!(event, Event::AgentStatusChanged { status } if status.agent_id == id);
    assert!(world.events.iter().any(|(audience, event)| audience.agents == [id] && status(event)));
}

#[test]
fn agents_wait_for_the_presences() {
    let world = World::live_chat();
    let mut engine = Engine::new(world.engine.organization().clone());
    let mut other = World::live_chat();
    let id = other.agent();
    let agent = other.engine.agent(id).unwrap().clone();
    let refusal = engine.handle(Input::put(SetUpPiece::Agent(agent)), world.now, &mut Uuid::nil).unwrap_err();
    assert_eq!(refusal.code, "presences_missing");
}

#[test]
fn settings_stay_within_their_limits() {
    let mut world = World::live_chat();
    let mut organization = world.engine.organization().clone();
    organization.settings.declines_allowed = 6;
    assert_eq!(refused(&mut world, SetUpPiece::Organization(organization.clone())), "out_of_range");
    organization.settings.declines_allowed = 3;
    organization.id = OrganizationId(world.next_id());
    assert_eq!(refused(&mut world, SetUpPiece::Organization(organization)), "other_organization");
}

#[test]
fn a_widget_belongs_to_a_workstream_and_conversations_to_what_exists() {
    let mut world = World::live_chat();
    let nowhere = WorkstreamId(world.next_id());
    let widget = Widget {
        id: WidgetId(world.next_id()),
        name: "Site".into(),
        workstream_id: nowhere,
        title: "Chat".into(),
        greeting: "Hi".into(),
        color: "#0f6cbd".into(),
        ..Widget::default()
    };
    assert_eq!(refused(&mut world, SetUpPiece::Widget(widget.clone())), "unknown_workstream");
    let new = world.new_conversation();
    let start = |change: &dyn Fn(&mut frontdesk_engine::NewConversation)| {
        let mut new = new.clone();
        change(&mut new);
        Input::StartConversation(Box::new(new))
    };
    assert_eq!(world.refused(start(&|new| new.workstream_id = nowhere)), "workstream_not_found");
    assert_eq!(world.refused(start(&|new| new.widget_id = Some(widget.id))), "widget_not_found");
    assert_eq!(world.refused(start(&|new| new.queue_id = Some(QueueId(widget.id.0)))), "queue_not_found");
    let variable = |name: &str, value: String| ContextVariable { name: name.into(), value };
    let long = start(&|new| new.context = vec![variable("plan", "x".repeat(513))]);
    assert_eq!(world.refused(long), "context_variable_too_long");
    let many = start(&|new| new.context = vec![variable("plan", String::new()); 101]);
    assert_eq!(world.refused(many), "too_many_context_variables");
    world.ok(start(&|_| {}));
    assert_eq!(world.refused(start(&|_| {})), "conversation_exists");
}

#[test]
fn a_deactivated_agent_gives_everything_back_and_may_do_nothing() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let (accepted, offered, ended) = (world.start(), world.start(), world.start());
    world.accept(accepted, agent);
    world.accept(ended, agent);
    world.end(ended, agent);
    world.change_agent(agent, |agent| agent.active = false);
    for id in [accepted, offered] {
        assert_eq!((world.status(id), world.agent_of(id)), (ConversationStatus::Open, None));
    }
    assert_eq!(world.status(ended), ConversationStatus::Closed);
    assert_eq!(world.presence_of(agent), BasePresence::Offline);
    assert_eq!(world.pick(accepted, agent).unwrap_err().code, "agent_inactive");
    assert_eq!(world.refused(Input::AgentConnected { agent_id: agent }), "agent_inactive");
}

#[test]
fn records_pass_through_as_rows() {
    let mut world = World::live_chat();
    let (id, now) = (ContactId(world.next_id()), world.now);
    let name = "Ada".to_owned();
    let contact = Contact { id, name, email: None, phone: None, account_id: None, created_at: now, modified_at: now };
    world.ok(Input::PutRecord(Record::Contact(contact.clone())));
    assert!(world.set_up_rows().contains(&Row::Contact(contact)));
    let told = |event: &Event| matches!(event, Event::ConfigurationChanged { noun, .. } if noun == "contact");
    assert!(world.events.iter().any(|(_, event)| told(event)));
}
