//! Rehearsals from the command line: of a recorded replay, which is decided again exactly; of drawn customers, with a
//! page; and of how many agents it takes.

mod support;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use support::{Server, administrator, free_port, post, run, text};

fn written(folder: &Path, name: &str, contents: &str) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, contents).expect("written");
    file
}

/// Short dialogues of two services.
fn dialogues(folder: &Path, count: usize) -> PathBuf {
    let lines = (0..count).map(|number| {
        let service = if number % 3 == 0 { "Banks" } else { "Hotels" };
        let turns = json!([
            { "from": "customer", "text": "Hello, is somebody there?" },
            { "from": "agent", "text": "Yes. How can I help?" },
            { "from": "customer", "text": "Thank you, it has solved itself." },
        ]);
        json!({ "id": format!("d{number}"), "services": [service], "turns": turns }).to_string() + "\n"
    });
    written(folder, "dialogues.jsonl", &lines.collect::<String>())
}

/// Busy by day, quiet by night.
fn day(folder: &Path, busiest: u32) -> PathBuf {
    let rates: Vec<String> =
        (0..24).map(|hour| if (8..18).contains(&hour) { busiest } else { 2 }.to_string()).collect();
    written(folder, "day.txt", &format!("# an hour\n{}\n", rates.join(" ")))
}

#[test]
fn a_recorded_replay_is_decided_again_just_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let file = dialogues(folder.path(), 40);
    let play = |server: &Server, token: &str, limit: &str| {
        let replay = ["replay", text(&file), "--server", &server.url, "--token", token, "--limit", limit, "--json"];
        run(&[&replay[..], &["--agents", "4", "--visitors", "20"]].concat()).answer();
    };
    let server = Server::start(&data, free_port());
    let token = administrator(&data);
    play(&server, &token, "40");
    server.terminate();
    // A restart takes the engine anew from what was written, and everybody's connection with it.
    let server = Server::start(&data, free_port());
    play(&server, &token, "10");
    // The server still runs: its folder is copied.
    let said = run(&["rehearse", "--data", text(&data), "--since", "1d", "--json"]).answer();
    let again = &said["again"];
    assert_eq!(again["firstDifference"], Value::Null, "{again}");
    assert_eq!(again["refused"], json!(0), "{again}");
    assert!(again["assignments"].as_u64() >= Some(50), "{again}");
    assert_eq!(said["runs"][0]["all"]["arrivals"], json!(50), "{said}");
    assert_eq!(said["runs"][0]["all"]["answered"], json!(50), "{said}");
}

#[test]
fn what_a_supervisor_said_to_many_is_said_again_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), free_port());
    let token = administrator(folder.path());
    let agent = ["user", "add", "bo@example.org", "--name", "Bo", "--role", "agent", "--data", text(folder.path())];
    let agent = run(&[&agent[..], &["--json"]].concat()).answer();
    let ask = |path: &str, token: &str, body: Value| {
        let (status, answer) = post(&server.url, path, token, &body);
        assert!((200..300).contains(&status), "{path}: {answer}");
        answer
    };
    let queue = ask("/api/v1/queues", &token, json!({ "name": "Mail", "members": [agent["id"]] }));
    let kind =
        json!({ "channel": "live_chat", "mode": "persistent_chat", "fallbackQueueId": queue["id"], "name": "Mail" });
    let workstream = ask("/api/v1/workstreams", &token, kind);
    let widget = ask("/api/v1/widgets", &token, json!({ "name": "Mail", "workstreamId": workstream["id"] }));
    let begin = json!({ "widgetId": widget["id"], "text": "Hello?" });
    let begun = [(); 3].map(|()| ask("/api/v1/visitor/conversations", "", begin.clone()));
    let ids = begun.each_ref().map(|begun| begun["conversationId"].clone());
    let many = |act: &str| {
        let body = json!({ "act": act, "text": "We are late today.", "conversationIds": ids });
        let answer = ask("/api/v1/conversations/bulk", &token, body);
        answer["items"].as_array().expect("answers").iter().filter(|item| item["done"] == json!(true)).count()
    };
    assert_eq!(many("message"), 3);
    for begun in &begun[..2] {
        let path =
            format!("/api/v1/visitor/conversations/{}/messages", begun["conversationId"].as_str().expect("an id"));
        ask(&path, begun["token"].as_str().expect("a token"), json!({ "text": "No matter." }));
    }
    let assign = json!({ "agentId": agent["id"], "regardless": true });
    ask(&format!("/api/v1/conversations/{}/assign", ids[0].as_str().expect("an id")), &token, assign);
    assert_eq!((many("notify"), many("message")), (1, 1));
    let said = run(&["rehearse", "--data", text(folder.path()), "--since", "1d", "--json"]).answer();
    let again = &said["again"];
    assert_eq!((&again["firstDifference"], &again["refused"]), (&Value::Null, &json!(0)), "{again}");
    assert_eq!(again["assignments"], json!(1), "{again}");
}

#[test]
fn a_new_set_up_stands_beside_the_old_one_in_table_json_and_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let server = Server::demo(&data, &[]);
    let (file, rates) = (dialogues(folder.path(), 10), day(folder.path(), 30));
    let html = folder.path().join("report.html");
    let rehearse = ["rehearse", "--dialogues", text(&file), "--arrivals", text(&rates), "--days", "1"];
    let old_and_new = ["--data", text(&data), "--agents", "2", "--html", text(&html)];
    let arguments = [&rehearse[..], &old_and_new[..], &["--json"]].concat();
    let said = run(&arguments).answer();
    assert_eq!(said, run(&arguments).answer(), "the same seed tells the same story");
    let [old, new] = [0, 1].map(|number| &said["runs"][number]);
    assert_eq!((&old["name"], &new["name"], &new["agents"]), (&json!("old"), &json!("new"), &json!(2)));
    assert_eq!(old["all"]["arrivals"], new["all"]["arrivals"]);
    assert_eq!(new["hours"].as_array().map(Vec::len), Some(168));
    let page = std::fs::read_to_string(&html).expect("a page");
    assert!(page.contains("<svg") && page.contains("prefers-color-scheme: dark"));
    assert!(!page.contains("src=") && !page.contains("href="), "the page needs no other file");
    drop(server);
}

#[test]
fn staffing_follows_the_arrivals() {
    let folder = tempfile::tempdir().expect("a folder");
    let rates = day(folder.path(), 40);
    let arguments = ["staff", "--target", "80% in 60s", "--arrivals", text(&rates), "--talk", "3m", "--runs", "3"];
    let said = run(&[&arguments[..], &["--json"]].concat()).answer();
    let agents = |hour: usize| said["hours"][hour]["agents"].as_u64().expect("a number");
    assert!(agents(12) > agents(3) && agents(3) > 0, "{said}");
    assert!(said["serviceLevelOfWeek"].as_f64() > Some(0.8), "{said}");
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (few, good) = (written(folder.path(), "few.txt", "1 2 3"), day(folder.path(), 1));
    let missing = folder.path().join("nowhere");
    let broken = written(folder.path(), "new.toml", "[[queue]");
    let cases: [(&[&str], i32, &str); 7] = [
        (&["rehearse", "--arrivals", text(&few)], 2, "3 rates, not 24"),
        (&["rehearse", "--since", "soon"], 2, "not a length of time"),
        (&["rehearse", "--since", "7d", "--data", text(&missing)], 1, "holds no data"),
        (&["rehearse", "--arrivals", text(&good), "--config", text(&broken)], 2, "new.toml: line 1"),
        (&["rehearse", "--arrivals", text(&good), "--workstream", "Nobody's"], 2, "no workstream 'Nobody's'"),
        (&["staff", "--target", "lots", "--arrivals", text(&good)], 2, "not a target"),
        (&["staff", "--target", "80% in 60s", "--arrivals", text(&missing)], 2, "cannot be read"),
    ];
    for (arguments, code, expected) in cases {
        let (_, message) = run(&[arguments, &["--json"]].concat()).refusal(code);
        assert!(message.contains(expected), "{arguments:?}: {message}");
    }
}
