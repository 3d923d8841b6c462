//! Templates: what an offer may ask of its agent, and for how long; what may be saved.

use crate::world::{MINUTE, SECOND, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

fn template(world: &mut World, change: impl FnOnce(&mut NotificationTemplate)) -> NotificationTemplateId {
    let id: NotificationTemplateId = world.next_id().into();
    let mut template = NotificationTemplate { id, name: format!("Template {id}"), ..NotificationTemplate::default() };
    change(&mut template);
    world.configure(template);
    id
}

/// Each kind of offer with a countdown of its own: 20, 30, … seconds.
fn world_of_templates() -> World {
    let mut world = World::live_chat();
    let mut lasting = |seconds: u64| Some(template(&mut world, |one| one.timeout_ms = seconds * SECOND));
    let templates = NotificationTemplates {
        incoming_authenticated: lasting(20),
        incoming_unauthenticated: lasting(30),
        consult: lasting(40),
        transfer: lasting(50),
        supervisor_assign: lasting(60),
    };
    world.change_workstream(|workstream| workstream.notification_templates = templates);
    world
}

fn countdown_seconds(world: &World, id: ConversationId) -> u64 {
    world.engine.session(id).unwrap().offer_expires_at.unwrap().since(world.now) / SECOND
}

#[test]
fn each_kind_of_offer_has_the_countdown_of_its_own_template() {
    let mut world = world_of_templates();
    let contact = CustomerRef::Contact(world.next_id().into());
    let agent = world.agent_with(|agent| agent.capacity_units = 9);
    let stranger = world.start();
    assert_eq!(countdown_seconds(&world, stranger), 30);
    let known = world.start_with(|new| new.customer = Some(contact));
    assert_eq!(countdown_seconds(&world, known), 20);

    world.accept(stranger, agent);
    let colleague = world.agent();
    world.ok(Input::TransferToAgent { conversation_id: stranger, agent_id: agent, to_agent_id: colleague });
    assert_eq!(countdown_seconds(&world, stranger), 50);
    world.accept(stranger, colleague);
    world.ok(Input::ConsultAgent { conversation_id: stranger, agent_id: colleague, to_agent_id: agent });
    world.pass(39 * SECOND);
    assert!(world.present(stranger).iter().any(|(who, ..)| *who == agent), "still invited");
    world.pass(SECOND);
    assert_eq!(world.left(stranger, agent), Some(ClosureReason::AgentTimeout));

    let mut world = world_of_templates();
    let (supervisor, id) = (world.supervisor(), world.start());
    let (agent_id, to_agent_id) = (supervisor, world.colleague_with(|_| {}));
    world.connect(to_agent_id);
    world.ok(Input::AssignToAgent { conversation_id: id, agent_id, to_agent_id, regardless: false });
    assert_eq!(countdown_seconds(&world, id), 60);
}

#[test]
fn a_template_says_how_an_offer_is_answered_whatever_the_workstream_says() {
    let mut world = World::with(|workstream| workstream.notification = Notification::OpenSession);
    let asks = template(&mut world, |one| one.notification = Notification::ScreenPopWithTimeout);
    let use_it =
        |id| move |workstream: &mut Workstream| workstream.notification_templates.incoming_unauthenticated = id;
    world.change_workstream(use_it(Some(asks)));
    let (agent_id, id) = (world.agent(), world.start());
    let reject = Input::RejectOffer { conversation_id: id, session_id: None, agent_id };
    assert_eq!(world.refused(reject.clone()), "reject_not_allowed");
    // In force at once, for what is on offer too.
    let softer = NotificationTemplate { name: "Softer".into(), id: asks, ..NotificationTemplate::default() };
    world.configure(softer);
    world.ok(reject);
    world.change_workstream(use_it(None));
    world.pass(MINUTE);
    assert_eq!(world.conversation(id).status_reason, StatusReason::InConversation, "as the workstream says");
}

#[test]
fn an_offer_that_nobody_answers_opens_by_itself_where_its_template_says_so() {
    let mut world = World::live_chat();
    let opens = template(&mut world, |one| one.on_timeout = OfferTimeout::Accept);
    world.change_workstream(|workstream| workstream.notification_templates.incoming_unauthenticated = Some(opens));
    let agent = world.agent();
    let seen = world.start();
    world.displayed(seen, agent);
    world.pass(2 * MINUTE);
    assert_eq!(world.state(seen), (ConversationStatus::Active, StatusReason::InConversation));
    // What was never shown is nobody's yes.
    let unseen = world.start();
    world.pass(2 * MINUTE);
    assert_ne!(world.state(unseen).1, StatusReason::InConversation);
    assert!(world.closures(unseen).contains(&Some(ClosureReason::AgentTimeout)));
}

#[test]
fn a_template_survives_a_restart() {
    let mut world = world_of_templates();
    world.restart();
    world.agent();
    let id = world.start();
    assert_eq!(countdown_seconds(&world, id), 30);
}

#[test]
fn a_template_that_a_workstream_uses_cannot_be_deleted() {
    let mut world = world_of_templates();
    let tab = SessionTemplate { id: world.next_id().into(), name: "Tab".into(), ..SessionTemplate::default() };
    world.configure(tab.clone());
    world.change_workstream(|workstream| workstream.session_template_id = Some(tab.id));
    let toast = world.workstream.notification_templates.transfer.unwrap();
    let delete =
        |noun, id| Input::Configure(Box::new(SetUpEdits { by: None, edits: vec![SetUpEdit::delete(noun, id)] }));
    let both = [delete(SetUpNoun::SessionTemplate, tab.id.0), delete(SetUpNoun::NotificationTemplate, toast.0)];
    for deletion in both.clone() {
        assert_eq!(world.refused(deletion), "in_use");
    }
    world.change_workstream(|workstream| {
        workstream.session_template_id = None;
        workstream.notification_templates = NotificationTemplates::default();
    });
    for deletion in both {
        world.ok(deletion);
    }
}

#[test]
fn what_is_wrong_with_a_template_is_named() {
    type Change = fn(&mut NotificationTemplate);
    let cases: [(Change, &str, &str); 14] = [
        (|one| one.name = " ".into(), "name_missing", "name"),
        (|one| one.title = String::new(), "text_missing", "title"),
        (|one| one.title = "x".repeat(201), "too_long", "title"),
        (|one| one.title = "Chat with {customerName".into(), "broken_slug", "title"),
        (|one| one.title = "Chat with customerName}".into(), "broken_slug", "title"),
        (|one| one.title = "Chat with {}".into(), "broken_slug", "title"),
        (|one| one.title = "Chat with {{customerName}}".into(), "broken_slug", "title"),
        (|one| one.timeout_ms = 9_999, "out_of_range", "timeoutMs"),
        (|one| one.timeout_ms = 600_001, "out_of_range", "timeoutMs"),
        (|one| one.accept_text = " ".into(), "text_missing", "acceptText"),
        (|one| one.reject_text = "x".repeat(41), "too_long", "rejectText"),
        (|one| one.fields = vec![TemplateField::default(); 11], "too_many", "fields"),
        (|one| one.fields = vec![field("", "{caseTitle}")], "text_missing", "fields[0].header"),
        (|one| one.fields = vec![field("Case", "{caseTitle}"), field("Queue", "{")], "broken_slug", "fields[1].value"),
    ];
    for (change, code, field) in cases {
        let mut world = World::live_chat();
        let mut template = NotificationTemplate { name: "T".into(), ..NotificationTemplate::default() };
        change(&mut template);
        let edits = SetUpEdits { by: None, edits: vec![SetUpEdit::put(template)] };
        let refusal = world.tell(Input::Configure(Box::new(edits))).unwrap_err();
        let fields: Vec<&str> = refusal.faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!((refusal.code, fields), (code, vec![field]));
    }
    let mut world = World::live_chat();
    world.change_workstream(|_| {});
    for (change, field) in [
        (
            (|one| one.session_template_id = Some(SessionTemplateId::default())) as fn(&mut Workstream),
            "sessionTemplateId",
        ),
        (
            |one| one.notification_templates.consult = Some(NotificationTemplateId::default()),
            "notificationTemplates.consult",
        ),
    ] {
        let mut workstream = world.workstream.clone();
        change(&mut workstream);
        let edits = SetUpEdits { by: None, edits: vec![SetUpEdit::put(workstream)] };
        let refusal = world.tell(Input::Configure(Box::new(edits))).unwrap_err();
        assert_eq!(refusal.faults[0].field, field);
    }
}

fn field(header: &str, value: &str) -> TemplateField {
    TemplateField { header: header.to_owned(), value: value.to_owned() }
}
