//! A full disk: writing is refused in clear words, nothing acknowledged is lost, and with room again it goes on.

mod support;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Server, administrator, free_port, get, post, run, text};

const MEBIBYTE: u64 = 1 << 20;

/// A place with little room: a file system of its own where this machine lets us mount one, the server's own limit
/// elsewhere. The server meets the same refusal from SQLite in both.
enum SmallPlace {
    Mounted(PathBuf),
    Limited(PathBuf),
}

impl SmallPlace {
    fn new(folder: &Path) -> SmallPlace {
        let place = folder.join("small");
        std::fs::create_dir(&place).expect("made");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs", text(&place)]).output();
        match mount {
            Ok(output) if output.status.success() => SmallPlace::Mounted(place),
            _ => SmallPlace::Limited(place),
        }
    }

    fn data(&self) -> PathBuf {
        match self {
            SmallPlace::Mounted(place) | SmallPlace::Limited(place) => place.join("data"),
        }
    }

    fn start(&self, bytes: u64) -> Server {
        match self {
            SmallPlace::Mounted(place) => {
                let size = format!("remount,size={bytes}");
                let resized = Command::new("mount").args(["-o", &size, text(place)]).status().expect("mount runs");
                assert!(resized.success());
                Server::start(&self.data(), free_port())
            }
            SmallPlace::Limited(_) => {
                let limit = bytes.to_string();
                Server::start_with(&self.data(), free_port(), &[("FRONTDESK_LIMITS_DATABASE_BYTES", &limit)])
            }
        }
    }
}

impl Drop for SmallPlace {
    fn drop(&mut self) {
        if let SmallPlace::Mounted(place) = self {
            // Lazily, since a server may still be on its way out.
            let _ = Command::new("umount").arg("--lazy").arg(place).status();
        }
    }
}

struct Visitor {
    path: String,
    token: String,
}

fn start_conversation(server: &Server, administrator: &str) -> Visitor {
    let widgets = get(&server.url, "/api/v1/widgets", administrator).expect("widgets");
    let start = json!({ "widgetId": widgets["items"][0]["id"], "text": "first", "clientMessageId": "first" });
    let (status, started) = post(&server.url, "/api/v1/visitor/conversations", "", &start);
    assert_eq!(status, 201, "{started}");
    let text = |key: &str| started[key].as_str().expect("a text").to_owned();
    Visitor { path: format!("/api/v1/visitor/conversations/{}/messages", text("conversationId")), token: text("token") }
}

fn send(server: &Server, visitor: &Visitor, number: usize) -> (u16, Value) {
    let body = json!({ "text": "x".repeat(5_000), "clientMessageId": format!("message-{number}") });
    post(&server.url, &visitor.path, &visitor.token, &body)
}

#[test]
fn a_full_disk_refuses_in_clear_words_loses_nothing_and_goes_on_with_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = SmallPlace::new(folder.path());
    let token = administrator(&place.data());
    let server = place.start(6 * MEBIBYTE);
    let visitor = start_conversation(&server, &token);
    let mut acknowledged = 1;
    let refused = loop {
        let (status, answer) = send(&server, &visitor, acknowledged);
        if status != 201 {
            break (status, answer);
        }
        acknowledged += 1;
        assert!(acknowledged < 20_000, "the disk never filled");
    };
    assert_eq!((refused.0, &refused.1["code"]), (503, &json!("storage_full")), "{}", refused.1);
    assert!(refused.1["detail"].as_str().expect("words").contains("disk is full"));
    // Reading goes on, and shows what was acknowledged and no more.
    assert_eq!(last_number(&server, &visitor), acknowledged);
    drop(server);

    let server = place.start(64 * MEBIBYTE);
    assert_eq!(last_number(&server, &visitor), acknowledged);
    let (status, answer) = send(&server, &visitor, acknowledged);
    assert_eq!(status, 201, "{answer}");
    assert_eq!(answer["number"], json!(acknowledged + 1));
    server.terminate();
    assert_eq!(run(&["check", "--data", text(&place.data()), "--json"]).answer()["findings"], json!([]));
}

fn last_number(server: &Server, visitor: &Visitor) -> usize {
    let mut last = 0;
    loop {
        let path = format!("{}?after={last}&limit=200", visitor.path);
        let page = get(&server.url, &path, &visitor.token).expect("messages");
        for message in page["items"].as_array().expect("items") {
            assert_eq!(message["number"], json!(last + 1));
            last += 1;
        }
        if page["more"] != json!(true) {
            return last;
        }
    }
}
