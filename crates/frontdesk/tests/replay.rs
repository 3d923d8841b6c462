//! Dialogues replayed through the public interfaces: whole, in order, once, also when the server is killed meanwhile.

mod support;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use support::{Server, administrator, binary, free_port, get, run, text};

/// The shop's conversations, as a file of dialogues.
fn dialogues(folder: &Path, copies: usize) -> PathBuf {
    let scenarios = include_str!("../src/demo/scenarios.txt");
    let mut lines = String::new();
    for copy in 0..copies {
        for scenario in scenarios.split("\n== ").skip(1) {
            let key = scenario.split(" | ").next().expect("a key");
            let turns: Vec<Value> = scenario.lines().filter_map(turn).collect();
            lines += &json!({ "id": format!("{key}-{copy}"), "services": ["Shop"], "turns": turns }).to_string();
            lines.push('\n');
        }
    }
    let file = folder.join("dialogues.jsonl");
    std::fs::write(&file, lines).expect("written");
    file
}

fn turn(line: &str) -> Option<Value> {
    let (from, text) = match line.split_once(": ")? {
        ("C", text) => ("customer", text),
        ("A", text) => ("agent", text),
        _ => return None,
    };
    Some(json!({ "from": from, "text": text }))
}

fn assert_flawless(report: &Value) {
    for fault in ["missing", "doubled", "outOfOrder", "wrongText", "errors"] {
        assert_eq!(report[fault], json!(0), "{report}");
    }
    assert_eq!(report["conversations"]["played"], report["conversations"]["inFile"], "{report}");
    assert_eq!(report["messages"]["played"], report["messages"]["inFile"], "{report}");
    assert_eq!(report["lists"]["disagreements"], json!(0), "{report}");
    assert_eq!(report["lists"]["closed"], report["conversations"]["inFile"], "{report}");
}

fn start_replay(file: &Path, server: &str, token: &str) -> Child {
    let mut command = binary();
    command.args(["replay", text(file), "--server", server, "--token", token]);
    command.args(["--agents", "3", "--visitors", "12", "--json"]).stdout(Stdio::piped());
    command.spawn().expect("the replay starts")
}

/// The journal's last number: how far things have come.
fn sequence(server: &str, token: &str) -> u64 {
    let listed = get(server, "/api/v1/conversations?view=mine", token).unwrap_or(Value::Null);
    listed["sequence"].as_u64().unwrap_or(0)
}

#[test]
fn every_dialogue_arrives_whole_and_in_order_on_both_sides() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let server = Server::start(&data, free_port());
    let token = administrator(&data);
    let file = dialogues(folder.path(), 2);
    let arguments = ["replay", text(&file), "--server", &server.url, "--token", &token, "--agents", "3", "--json"];
    assert_flawless(&run(&arguments).answer());
    // The set-up of the first run is used again.
    assert_flawless(&run(&[&arguments[..], &["--limit", "5"]].concat()).answer());
}

#[test]
fn ten_kills_during_a_replay_lose_and_double_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let port = free_port();
    let mut server = Server::start(&data, port);
    let token = administrator(&data);
    let file = dialogues(folder.path(), 3);
    let replay = start_replay(&file, &server.url, &token);
    let mut next = sequence(&server.url, &token);
    for _ in 0..10 {
        next += 90;
        while sequence(&server.url, &token) < next {}
        server.kill();
        server = Server::start(&data, port);
    }
    let output = replay.wait_with_output().expect("the replay ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_flawless(&report);
    assert!(output.status.success(), "{report}");
    assert!(report["streamsReconnected"].as_u64() > Some(0), "{report}");
    server.terminate();
    assert_eq!(run(&["check", "--data", text(&data), "--json"]).answer()["findings"], json!([]));
}

#[test]
fn a_replay_without_a_server_or_with_a_bad_file_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = dialogues(folder.path(), 1);
    let nowhere = format!("http://127.0.0.1:{}", free_port());
    let ran = run(&["replay", text(&file), "--server", &nowhere, "--token", "t", "--patience", "1", "--json"]);
    assert_eq!(ran.refusal(6).0, "unreachable");
    std::fs::write(&file, "{\"id\":\"x\"}\n").expect("written");
    let (code, message) = run(&["replay", text(&file), "--server", &nowhere, "--token", "t", "--json"]).refusal(2);
    assert_eq!(code, "usage");
    assert!(message.contains("line 1"), "{message}");
}
