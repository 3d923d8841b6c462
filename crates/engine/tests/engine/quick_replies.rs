//! Quick replies: what may be saved, what keeps its workstream, and that a restart forgets none.

use crate::world::World;
use frontdesk_engine::{Input, Refusal, check_personal_quick_reply};
use frontdesk_model::*;

fn reply(world: &mut World, title: &str, locale: &str) -> QuickReply {
    QuickReply {
        id: world.next_id().into(),
        title: title.to_owned(),
        text: "Hello {FirstName{Customer}}".to_owned(),
        locale: locale.to_owned(),
        ..QuickReply::default()
    }
}

fn put(world: &mut World, reply: QuickReply) -> Result<(), Refusal> {
    let edits = SetUpEdits { by: None, edits: vec![SetUpEdit::put(reply)] };
    world.tell(Input::Configure(Box::new(edits))).map(drop)
}

fn delete(world: &mut World, noun: SetUpNoun, id: Uuid) -> Result<(), Refusal> {
    let edits = SetUpEdits { by: None, edits: vec![SetUpEdit::delete(noun, id)] };
    world.tell(Input::Configure(Box::new(edits))).map(drop)
}

#[test]
fn quick_replies_survive_a_restart_with_their_versions() {
    let mut world = World::live_chat();
    let hello = reply(&mut world, "Hello", "en-US");
    put(&mut world, hello.clone()).unwrap();
    put(&mut world, QuickReply { text: "Hi {not a slug".to_owned(), ..hello.clone() }).unwrap();
    world.restart();
    let kept = world.engine.quick_reply(hello.id).unwrap();
    assert_eq!((kept.version, kept.text.as_str()), (2, "Hi {not a slug"));
    delete(&mut world, SetUpNoun::QuickReply, hello.id.0).unwrap();
    assert_eq!(world.engine.quick_replies().count(), 0);
    assert_eq!(delete(&mut world, SetUpNoun::QuickReply, hello.id.0).unwrap_err().code, "quick_reply_not_found");
}

#[test]
fn a_title_stands_once_in_its_language() {
    let mut world = World::live_chat();
    let [hello, hallo, again] = [("Hello", "en-US"), ("Hello", "de-DE"), ("hELLO ", "EN-us")]
        .map(|(title, locale)| reply(&mut world, title, locale));
    put(&mut world, hello.clone()).unwrap();
    put(&mut world, hallo).unwrap();
    let refusal = put(&mut world, again.clone()).unwrap_err();
    assert_eq!((refusal.code, refusal.faults[0].field.as_str()), ("title_taken", "title"));
    delete(&mut world, SetUpNoun::QuickReply, hello.id.0).unwrap();
    put(&mut world, again).unwrap();
}

#[test]
fn a_workstream_that_a_quick_reply_names_stays() {
    let mut world = World::live_chat();
    let spare = Workstream { id: world.next_id().into(), name: "Spare".to_owned(), ..world.workstream.clone() };
    world.configure(spare.clone());
    let named = QuickReply { workstreams: vec![spare.id], ..reply(&mut world, "Hello", "en-US") };
    put(&mut world, named.clone()).unwrap();
    let refusal = delete(&mut world, SetUpNoun::Workstream, spare.id.0).unwrap_err();
    assert_eq!(refusal.code, "in_use");
    assert!(refusal.detail.contains("the quick reply 'Hello'"), "{}", refusal.detail);
    delete(&mut world, SetUpNoun::QuickReply, named.id.0).unwrap();
    delete(&mut world, SetUpNoun::Workstream, spare.id.0).unwrap();
}

#[test]
fn what_is_wrong_with_a_quick_reply_is_named() {
    type Change = fn(&mut QuickReply);
    let cases: [(Change, &str, &str); 17] = [
        (|one| one.title = " ".into(), "text_missing", "title"),
        (|one| one.title = "x".repeat(101), "too_long", "title"),
        (|one| one.text = "\n".into(), "text_missing", "text"),
        (|one| one.text = "x".repeat(4_001), "too_long", "text"),
        (|one| one.locale = String::new(), "broken_locale", "locale"),
        (|one| one.locale = "English".into(), "broken_locale", "locale"),
        (|one| one.locale = "en_US".into(), "broken_locale", "locale"),
        (|one| one.locale = "en-".into(), "broken_locale", "locale"),
        (|one| one.locale = "en-ninechars".into(), "broken_locale", "locale"),
        (|one| one.tags = vec!["a".into(), "#b".into()], "broken_tag", "tags[1]"),
        (|one| one.tags = vec!["two words".into()], "broken_tag", "tags[0]"),
        (|one| one.tags = vec![String::new()], "broken_tag", "tags[0]"),
        (|one| one.tags = vec!["x".repeat(51)], "too_long", "tags[0]"),
        (|one| one.tags = vec!["bye".into(), "Bye".into()], "twice", "tags[1]"),
        (|one| one.tags = (0..21).map(|number| format!("tag{number}")).collect(), "too_many", "tags"),
        (|one| one.workstreams = vec![WorkstreamId::default()], "unknown_workstream", "workstreamIds[0]"),
        (|one| one.workstreams = vec![WorkstreamId::default(); 2], "twice", "workstreamIds[1]"),
    ];
    for (change, code, field) in cases {
        let mut world = World::live_chat();
        let mut wrong = reply(&mut world, "Hello", "en-US");
        change(&mut wrong);
        let refusal = put(&mut world, wrong.clone()).unwrap_err();
        assert_eq!((refusal.code, refusal.faults[0].field.as_str()), (code, field));
        assert_eq!(world.engine.quick_replies().count(), 0);
        if wrong.workstreams.is_empty() {
            let QuickReply { id, title, text, locale, tags, .. } = wrong;
            let agent_id = AgentId::default();
            let own = PersonalQuickReply { id, agent_id, title, text, locale, tags, version: 1 };
            assert_eq!(check_personal_quick_reply(&own).unwrap_err().code, code, "one's own is checked alike");
        }
    }
    let mut world = World::live_chat();
    let longest = QuickReply {
        title: "ü".repeat(100),
        text: "ü".repeat(4_000),
        locale: "zh-Hant-TW".to_owned(),
        tags: (0..20).map(|number| format!("tag{number}")).collect(),
        workstreams: vec![world.workstream.id],
        ..reply(&mut world, "", "")
    };
    put(&mut world, longest).unwrap();
}
