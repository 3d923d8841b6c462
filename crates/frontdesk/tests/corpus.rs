//! A corpus of real dialogues through the public interfaces, 200 customers and 20 agents at once; then the same with the
//! server killed ten times on the way.
//!
//! The corpus is not part of the project: where `../shared/data` does not hold it, the shop's own conversations are played
//! instead. An optimised build plays all of it, a debug build its beginning.

mod support;

use flate2::read::GzDecoder;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use support::{Server, administrator, binary, free_port, get, run, text, token};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/sgd-dev.jsonl.gz");
const DIALOGUES_MAX: usize = if cfg!(debug_assertions) { 100 } else { usize::MAX };

/// The first dialogues as a file, and how many messages are in it.
fn corpus(folder: &Path) -> (PathBuf, u64) {
    let lines: Vec<String> = match File::open(CORPUS) {
        Ok(file) => {
            let lines = BufReader::new(GzDecoder::new(file)).lines();
            lines.take(DIALOGUES_MAX).map(|line| line.expect("a line of the corpus")).collect()
        }
        Err(_) => {
            eprintln!("{CORPUS} is not there: playing the shop's own conversations");
            (0..4).flat_map(own_dialogues).collect()
        }
    };
    let turns = |line: &String| -> u64 {
        let dialogue: Value = serde_json::from_str(line).expect("a dialogue");
        dialogue["turns"].as_array().expect("its turns").len() as u64
    };
    let messages = lines.iter().map(turns).sum();
    let file = folder.join("corpus.jsonl");
    std::fs::write(&file, lines.join("\n")).expect("written");
    (file, messages)
}

fn own_dialogues(copy: usize) -> Vec<String> {
    let scenarios = include_str!("../src/demo/scenarios.txt").split("\n== ").skip(1).enumerate();
    let dialogue = |(index, scenario): (usize, &str)| {
        let turns: Vec<Value> = scenario
            .lines()
            .filter_map(|line| match line.split_once(": ")? {
                ("C", text) => Some(json!({ "from": "customer", "text": text })),
                ("A", text) => Some(json!({ "from": "agent", "text": text })),
                _ => None,
            })
            .collect();
        json!({ "id": format!("{copy}-{index}"), "turns": turns }).to_string()
    };
    scenarios.map(dialogue).collect()
}

fn play(file: &Path, server: &str, token: &str) -> Child {
    let mut command = binary();
    command.args(["replay", text(file), "--server", server, "--token", token]);
    command.args(["--agents", "20", "--visitors", "200", "--json"]).stdout(Stdio::piped());
    command.spawn().expect("the replay starts")
}

/// Nothing missing, doubled or reordered; every agent's list agrees with the file.
fn assert_flawless(replay: Child) {
    let output = replay.wait_with_output().expect("the replay ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    println!("{report}");
    for fault in ["missing", "doubled", "outOfOrder", "wrongText", "errors"] {
        assert_eq!(report[fault], json!(0), "{report}");
    }
    assert_eq!(report["conversations"]["played"], report["conversations"]["inFile"], "{report}");
    assert_eq!(report["messages"]["played"], report["messages"]["inFile"], "{report}");
    assert_eq!(report["lists"]["disagreements"], json!(0), "{report}");
    assert_eq!(report["lists"]["closed"], report["conversations"]["inFile"], "{report}");
    assert!(output.status.success(), "{report}");
}

fn assert_sound(data: &Path) {
    assert_eq!(run(&["check", "--data", text(data), "--json"]).answer()["findings"], json!([]));
}

#[test]
fn two_hundred_customers_and_twenty_agents_play_the_corpus_flawlessly() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let server = Server::start(&data, free_port());
    let token = administrator(&data);
    let (file, _) = corpus(folder.path());
    assert_flawless(play(&file, &server.url, &token));
    server.terminate();
    assert_sound(&data);
}

#[test]
fn ten_kills_while_the_corpus_is_played_lose_and_double_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let port = free_port();
    let mut server = Server::start(&data, port);
    let player = administrator(&data);
    // Another one: looking all the time takes whatever one token may ask for, and would leave nothing for the replay.
    let onlooker = token(&data, "ada@example.org");
    let (file, messages) = corpus(folder.path());
    let replay = play(&file, &server.url, &player);
    let sequence = |server: &Server| -> u64 {
        let listed = get(&server.url, "/api/v1/conversations?view=mine", &onlooker).unwrap_or(Value::Null);
        listed["sequence"].as_u64().unwrap_or(0)
    };
    // Each message is at least one entry of the journal, so that all ten kills come before the end.
    let mut next = sequence(&server);
    for _ in 0..10 {
        next += messages / 11;
        while sequence(&server) < next {}
        server.kill();
        server = Server::start(&data, port);
    }
    assert_flawless(replay);
    server.terminate();
    assert_sound(&data);
}
