//! What a file makes of a set-up: ids by name, whole sections, renames, order.

use crate::support::{AT, empty, ids, random};
use frontdesk_model::{SetUpEdit, SetUpNoun, SetUpPiece};
use frontdesk_setup::{SetUp, changes, export, plan, read};

const FILE: &str = "\
format = 1

[[skills]]
name = \"English\"

[[agents]]
email = \"mara@example.org\"
name = \"Mara\"
skills = { English = 5 }

[[queues]]
name = \"Orders\"
members = [\"mara@example.org\"]

[[workstreams]]
name = \"Chat\"
channel = \"live_chat\"
fallbackQueue = \"Orders\"
capacityUnits = 30

[[widgets]]
name = \"Website\"
workstream = \"Chat\"
title = \"Shop\"
color = \"#123456\"
";

fn edits(text: &str, into: &SetUp) -> Vec<SetUpEdit> {
    let document = read(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    plan(&document, into, AT, ids(1_000)).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn filled() -> SetUp {
    empty().with(&edits(FILE, &empty()))
}

fn lines(text: &str, into: &SetUp) -> Vec<String> {
    changes(into, &edits(text, into))
}

#[test]
fn what_is_referred_to_is_put_first_and_deleted_last() {
    let nouns = |edits: Vec<SetUpEdit>| -> Vec<SetUpNoun> {
        let noun = |edit: &SetUpEdit| match edit {
            SetUpEdit::Put { piece, .. } => piece.noun(),
            SetUpEdit::Delete { noun, .. } => *noun,
        };
        edits.iter().map(noun).collect()
    };
    let puts = nouns(edits(FILE, &empty()));
    assert!(puts.is_sorted(), "{puts:?}");
    assert_eq!(puts.len(), 5);
    let nothing = "format = 1\nskills = []\nqueues = []\nworkstreams = []\nwidgets = []\n";
    let deletes = nouns(edits(nothing, &filled()));
    assert_eq!(deletes, [SetUpNoun::Widget, SetUpNoun::Workstream, SetUpNoun::Queue, SetUpNoun::Skill]);
}

#[test]
fn a_section_stands_for_all_of_its_kind_and_without_it_the_kind_stays() {
    assert_eq!(lines("format = 1\n", &filled()), Vec::<String>::new());
    assert_eq!(lines("format = 1\nwidgets = []\n", &filled()), ["- widget 'Website'"]);
}

#[test]
fn an_agent_who_is_missing_is_deactivated_and_comes_back_as_they_were() {
    let there = filled();
    let without = FILE.replace("mara@example.org", "tom@example.org");
    let after = there.clone().with(&edits(&without, &there));
    let mara = after.agents.iter().find(|agent| agent.email == "mara@example.org").expect("kept");
    assert!(!mara.active);
    assert!(!export(&after).contains("mara@example.org"));
    assert_eq!(edits(&export(&after), &after), []);
    let back = edits(FILE, &after);
    let put = back.iter().find_map(|edit| match edit {
        SetUpEdit::Put { piece: SetUpPiece::Agent(agent), .. } if agent.id == mara.id => Some(agent),
        _ => None,
    });
    assert!(put.expect("put").active);
    assert!(changes(&after, &back).contains(&"+ agent 'mara@example.org': active again".to_owned()));
}

#[test]
fn a_rename_keeps_the_id_where_the_former_name_is_given() {
    let there = filled();
    let renamed = FILE.replace("\"Orders\"", "\"Sales\"");
    let with_former = renamed.replace("name = \"Sales\"", "name = \"Sales\"\nformerName = \"Orders\"");
    let edits_with = edits(&with_former, &there);
    let after = there.clone().with(&edits_with);
    assert_eq!(after.queues[0].id, there.queues[0].id);
    // Nobody who refers to it is touched.
    assert_eq!(changes(&there, &edits_with), ["~ queue 'Orders'", "    name: \"Orders\" → \"Sales\""]);
    // It may stay in the file once it is done.
    assert_eq!(edits(&with_former, &after), []);
    let anew = lines(&renamed, &there);
    assert!(anew.contains(&"+ queue 'Sales'".to_owned()) && anew.contains(&"- queue 'Orders'".to_owned()), "{anew:?}");
    let moved =
        FILE.replace("email = \"mara@example.org\"", "email = \"m@example.org\"\nformerEmail = \"mara@example.org\"");
    let moved = moved.replace("[\"mara@example.org\"]", "[\"m@example.org\"]");
    assert_eq!(
        lines(&moved, &there),
        ["~ agent 'mara@example.org'", "    email: \"mara@example.org\" → \"m@example.org\""]
    );
}

#[test]
fn changes_are_told_in_the_words_of_the_file() {
    let changed = FILE.replace("skills = { English = 5 }", "skills = { English = 3 }\nrole = \"supervisor\"").replace(
        "members = [\"mara@example.org\"]",
        "serviceLevel = \"2m\"\noverflowWaiting = { after = \"5m\", do = \"end_conversation\" }",
    ) + "[[rulesets]]\nworkstream = \"Chat\"\nname = \"Language\"\nkind = \"classification\"\n";
    let expected = [
        "~ agent 'mara@example.org'",
        "    role: \"agent\" → \"supervisor\"",
        "    skills.English: 5 → 3",
        "~ queue 'Orders'",
        "    serviceLevel: \"1m\" → \"2m\"",
        "    members: - \"mara@example.org\"",
        "    overflowWaiting: nothing → { after = \"5m\", do = \"end_conversation\" }",
        "+ ruleset 'Language'",
    ];
    assert_eq!(lines(&changed, &filled()), expected);
}

#[test]
fn what_was_read_before_somebody_else_changed_it_is_not_overwritten() {
    let there = random(11);
    let expected = |edit: SetUpEdit| match edit {
        SetUpEdit::Put { piece, expected_version } => (piece.id(), expected_version),
        SetUpEdit::Delete { id, expected_version, .. } => (id, expected_version),
    };
    for (id, expected) in edits(FILE, &there).into_iter().map(expected) {
        let version = there.queues.iter().find(|queue| queue.id.0 == id).map(|queue| queue.version);
        assert!(version.is_none() || expected == version);
    }
    assert!(edits(FILE, &empty()).into_iter().all(|edit| expected(edit).1.is_none()));
}

#[test]
fn quick_replies_are_known_by_title_within_their_language() {
    let reply = |title: &str, locale: &str, rest: &str| {
        format!("\n[[quickReplies]]\ntitle = \"{title}\"\nlocale = \"{locale}\"\n{rest}text = \"Hi\"\n")
    };
    let file = |replies: &[String]| format!("format = 1\n{}", replies.concat());
    let both = file(&[reply("Hello", "en-US", ""), reply("Hello", "de-DE", "tags = [\"gruss\"]\n")]);
    let there = empty().with(&edits(&both, &empty()));
    assert_eq!(there.quick_replies.len(), 2);
    assert_eq!(lines(&both, &there), Vec::<String>::new());

    let renamed = file(&[reply("Hello", "en-US", ""), reply("Hallo", "de-DE", "formerTitle = \"Hello\"\n")]);
    let after = there.clone().with(&edits(&renamed, &there));
    let ids = |set_up: &SetUp| set_up.quick_replies.iter().map(|reply| reply.id).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&there), "renamed, not made anew");
    assert_eq!((after.quick_replies[1].title.as_str(), after.quick_replies[1].tags.len()), ("Hallo", 0));

    let twice = file(&[reply("Hello", "en-US", ""), reply("hello", "EN-us", "")]);
    let faults = read(&twice).expect_err("one title twice");
    assert!(faults[0].message.contains("quick reply 'hello' stands in line 3 already"), "{faults:?}");
}
