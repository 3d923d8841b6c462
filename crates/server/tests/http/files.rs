//! Files between customers and agents: what is taken and what not, who may read them, and how they are given out.

use crate::test_server::{Answered, Customer, Person, TestServer, answer, text};
use frontdesk_server::{FilesAt, RateLimits};
use frontdesk_store::Memory;
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
const PDF: &[u8] = b"%PDF-1.7\nan invoice";
const HOUR: Duration = Duration::from_secs(60 * 60);

struct Talk {
    server: TestServer,
    vera: Customer,
    ada: Person,
    id: String,
}

/// Vera and Ada, talking.
async fn talk() -> Talk {
    talk_on(TestServer::start().await).await
}

async fn talk_on(server: TestServer) -> Talk {
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let vera = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    Talk { server, vera, ada, id }
}

impl Talk {
    fn agents(&self, rest: &str) -> String {
        format!("/api/v1/conversations/{}{rest}", self.id)
    }

    async fn vera_sends(&self, name: &str, bytes: &[u8]) -> Answered {
        upload(&self.vera.person, &self.vera.path("/files"), name, bytes).await
    }

    async fn ada_sends(&self, name: &str, bytes: &[u8]) -> Answered {
        upload(&self.ada, &self.agents("/files"), name, bytes).await
    }

    async fn settings(&self, attachments: Value) {
        let body = json!({ "settings": { "attachments": attachments } });
        self.server.administrator.patch("/api/v1/organization", body).await.expect_status(200);
    }
}

async fn upload(person: &Person, path: &str, name: &str, bytes: &[u8]) -> Answered {
    let name: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let request = person.request(Method::POST, &format!("{path}?name={name}"));
    answer(request.header("content-type", "application/octet-stream").body(bytes.to_vec())).await
}

#[tokio::test]
async fn a_file_goes_each_way_with_its_message() {
    let talk = talk().await;
    let sent = talk.vera_sends("../holiday.png", PNG).await.expect_status(201).json;
    assert_eq!((&sent["name"], &sent["mediaType"]), (&json!("holiday.png"), &json!("image/png")));
    assert_eq!(sent["sizeBytes"], PNG.len());
    let mut agents = talk.ada.connect().await;
    let body = json!({ "text": "", "attachments": [sent["id"]] });
    talk.vera.person.post(&talk.vera.path("/messages"), body).await.expect_status(201);
    assert_eq!(agents.event("message_added").await["message"]["attachments"], json!([sent]));

    let mut visitors = talk.vera.connect().await;
    let answered = talk.ada_sends("invoice.pdf", PDF).await.expect_status(201).json;
    let body = json!({ "text": "Here it is", "attachments": [answered["id"]] });
    talk.ada.post(&talk.agents("/messages"), body).await.expect_status(201);
    loop {
        let message = visitors.frame("message").await["message"].clone();
        if message["text"] == "Here it is" {
            assert_eq!(message["attachments"], json!([answered]));
            break;
        }
    }
    for (person, path) in [(&talk.ada, talk.agents("")), (&talk.vera.person, talk.vera.path(""))] {
        let log = person.get(&format!("{path}/messages")).await.json;
        let files = log["items"].as_array().unwrap().iter().filter_map(|message| message.get("attachments"));
        let files: Vec<_> = files.filter(|files| **files != json!([])).collect();
        assert_eq!(files, [&json!([sent]), &json!([answered])]);
        for (file, bytes) in [(&sent, PNG), (&answered, PDF)] {
            let link = person.get(&format!("{path}/files/{}", text(&file["id"]))).await.expect_status(200).json;
            let given = talk.server.anyone().get(&text(&link["url"])).await.expect_status(200);
            assert_eq!(given.header("content-length"), bytes.len().to_string());
            assert_eq!(given.header("content-type"), text(&file["mediaType"]));
        }
    }
    let shown = talk.ada.get(&talk.agents("")).await.json;
    assert_eq!(shown["conversation"]["lastMessage"]["attachments"], 1, "{shown}");
}

#[tokio::test]
async fn a_file_is_given_out_so_that_nothing_in_it_can_run() {
    let talk = talk().await;
    for (name, bytes, disposition) in [("a.png", PNG, "inline"), ("<script>.pdf", PDF, "attachment")] {
        let sent = talk.vera_sends(name, bytes).await.expect_status(201).json;
        let link = talk.vera.person.get(&talk.vera.path(&format!("/files/{}", text(&sent["id"])))).await.json;
        let given = talk.server.anyone().get(&text(&link["url"])).await.expect_status(200);
        assert!(given.header("content-disposition").starts_with(&format!("{disposition}; filename=")));
        assert_eq!(given.header("x-content-type-options"), "nosniff");
        assert_eq!(given.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(given.header("cache-control").starts_with("private, max-age="));
        assert!(!text(&link["url"]).contains(name), "names are nobody's to log");
    }
}

#[tokio::test]
async fn what_is_not_taken_is_said_in_words_and_leaves_nothing() {
    let talk = talk().await;
    talk.settings(json!({ "sizeKilobytesMax": 64 })).await;
    let large = [PDF, &[b' '; 65 * 1_024]].concat();
    let cases: [(&str, &[u8], u16, &str); 8] = [
        ("setup.exe", PDF, 415, "file_type_blocked"),
        ("setup.EXE. ", PDF, 415, "file_type_blocked"),
        ("setup.pdf", b"MZ\x90\0\x03\0\0\0", 415, "file_type_blocked"),
        ("holiday.png", b"<script>alert(1)</script>", 415, "file_type_blocked"),
        ("notes.txt", PNG, 415, "file_content_differs"),
        ("large.pdf", &large, 413, "file_too_large"),
        ("empty.txt", b"", 400, "file_empty"),
        ("..", PDF, 400, "invalid_field"),
    ];
    for (name, bytes, status, code) in cases {
        talk.vera_sends(name, bytes).await.expect_problem(status, code);
        talk.ada_sends(name, bytes).await.expect_problem(status, code);
    }
    let declared = talk.vera.person.request(Method::POST, &talk.vera.path("/files?name=holiday")).body(PNG);
    answer(declared.header("content-type", "text/plain")).await.expect_problem(415, "file_content_differs");
    let refused = talk.vera_sends("large.pdf", &large).await;
    assert!(refused.json["detail"].as_str().unwrap().contains("64 kB"), "{}", refused.body);

    talk.settings(json!({ "fromCustomers": false, "blockedExtensions": [".PDF"] })).await;
    talk.vera_sends("a.png", PNG).await.expect_problem(403, "attachments_off");
    talk.ada_sends("a.pdf", PDF).await.expect_problem(415, "file_type_blocked");
    talk.ada_sends("a.png", PNG).await.expect_status(201);
    let widget = talk.server.anyone().get(&format!("/api/v1/visitor/widgets/{}", talk.server.widget_id)).await.json;
    assert_eq!(widget["files"], Value::Null);
}

#[tokio::test]
async fn a_page_is_told_what_may_be_sent_and_wrong_rules_are_refused() {
    let talk = talk().await;
    let widget = format!("/api/v1/visitor/widgets/{}", talk.server.widget_id);
    let files = talk.server.anyone().get(&widget).await.json["files"].clone();
    assert_eq!((&files["sizeBytesMax"], &files["imageSizeBytesMax"]), (&json!(5 << 20), &json!(5 << 20)));
    assert!(files["blockedExtensions"].as_array().unwrap().contains(&json!("exe")));
    talk.settings(json!({ "sizeKilobytesMax": 128 * 1_024 })).await;
    let files = talk.server.anyone().get(&widget).await.json["files"].clone();
    assert_eq!((&files["sizeBytesMax"], &files["imageSizeBytesMax"]), (&json!(128 << 20), &json!(20 << 20)));
    for wrong in [
        json!({ "sizeKilobytesMax": 0 }),
        json!({ "sizeKilobytesMax": 131_073 }),
        json!({ "blockedExtensions": ["a/b"] }),
        json!({ "blockedExtensions": [""] }),
    ] {
        let body = json!({ "settings": { "attachments": wrong } });
        let refused = talk.server.administrator.patch("/api/v1/organization", body).await;
        assert_eq!(refused.status, 400, "{}", refused.body);
    }
}

#[tokio::test]
async fn an_upload_and_its_message_that_are_repeated_are_one() {
    let talk = talk().await;
    let again = |bytes: &'static [u8]| {
        let request = talk.vera.person.request(Method::POST, &talk.vera.path("/files?name=a.pdf"));
        answer(request.header("idempotency-key", "file-1").body(bytes))
    };
    let first = again(PDF).await.expect_status(201).json;
    assert_eq!(again(PDF).await.expect_status(201).json, first);
    assert_eq!(again(b"%PDF-1.7\nanother").await.expect_status(201).json, first, "the first one counts");
    let says = || {
        let body = json!({ "attachments": [first["id"]], "clientMessageId": "m-1" });
        let (vera, path) = (talk.vera.person.clone(), talk.vera.path("/messages"));
        async move { vera.post(&path, body).await.expect_status(201).json }
    };
    assert_eq!(says().await, says().await);
}

#[tokio::test]
async fn only_those_who_may_read_the_conversation_get_a_link() {
    let talk = talk().await;
    let (bob, walt) = (talk.server.foreign_agent("Bob").await, talk.server.visitor().await);
    let file = text(&talk.vera_sends("a.png", PNG).await.expect_status(201).json["id"]);
    let note = text(&talk.ada_sends("b.png", PNG).await.expect_status(201).json["id"]);
    let (agents, visitors) =
        (|id: &str| talk.agents(&format!("/files/{id}")), |id: &str| talk.vera.path(&format!("/files/{id}")));
    talk.ada.get(&agents(&file)).await.expect_problem(404, "file_not_found");
    let body = json!({ "text": "See", "attachments": [file] });
    talk.vera.person.post(&talk.vera.path("/messages"), body).await.expect_status(201);
    talk.ada.get(&agents(&file)).await.expect_status(200);
    bob.get(&agents(&file)).await.expect_problem(404, "conversation_not_found");
    walt.person.get(&visitors(&file)).await.expect_problem(404, "conversation_not_found");
    walt.person.get(&walt.path(&format!("/files/{file}"))).await.expect_problem(404, "file_not_found");
    talk.server.anyone().get(&agents(&file)).await.expect_status(401);

    let body = json!({ "text": "Look", "visibility": "internal", "attachments": [note] });
    talk.ada.post(&talk.agents("/messages"), body).await.expect_status(201);
    talk.vera.person.get(&visitors(&note)).await.expect_problem(404, "file_not_found");
    let log = talk.vera.person.get(&talk.vera.path("/messages")).await;
    assert!(!log.body.contains(&note));
}

#[tokio::test]
async fn a_message_names_only_files_of_its_sender_in_its_conversation() {
    let talk = talk().await;
    let walt = talk.server.visitor().await;
    let of_vera = talk.vera_sends("a.png", PNG).await.json["id"].clone();
    let of_walt = upload(&walt.person, &walt.path("/files"), "a.png", PNG).await.json["id"].clone();
    let unknown = json!("00000000-0000-0000-0000-000000000001");
    let many: Vec<_> = (0..11).map(|_| of_vera.clone()).collect();
    for wrong in [json!([of_walt]), json!([unknown]), json!([of_vera, of_vera]), json!(many)] {
        let body = json!({ "text": "See", "attachments": wrong });
        let refused = talk.vera.person.post(&talk.vera.path("/messages"), body).await;
        refused.expect_problem(400, "invalid_field");
    }
    let body = json!({ "text": "See", "attachments": [of_vera] });
    talk.ada.post(&talk.agents("/messages"), body).await.expect_problem(400, "invalid_field");
    talk.vera.person.post(&talk.vera.path("/messages"), json!({})).await.expect_problem(400, "invalid_field");
}

#[tokio::test]
async fn links_expire_and_cannot_be_made_up() {
    let talk = talk().await;
    let file = text(&talk.vera_sends("a.png", PNG).await.json["id"]);
    let path = talk.vera.path(&format!("/files/{file}"));
    let url = text(&talk.vera.person.get(&path).await.json["url"]);
    talk.server.anyone().get(&url).await.expect_status(200);
    talk.server.anyone().get(&format!("{}A", &url[..url.len() - 1])).await.expect_problem(404, "file_not_found");
    talk.server.anyone().get("/files/x").await.expect_problem(404, "file_not_found");
    talk.server.clock.advance(HOUR);
    talk.server.anyone().get(&url).await.expect_problem(410, "link_expired");
    let url = text(&talk.vera.person.get(&path).await.json["url"]);
    talk.server.anyone().get(&url).await.expect_status(200);
}

#[tokio::test]
async fn files_that_no_message_names_are_swept_and_others_stay() {
    let talk = talk().await;
    let (kept, loose) = (talk.ada_sends("a.png", PNG).await.json, talk.ada_sends("b.png", PNG).await.json);
    let names = |file: &Value| json!({ "text": "See", "attachments": [file["id"]] });
    talk.ada.post(&talk.agents("/messages"), names(&kept)).await.expect_status(201);
    let path = |file: &Value| talk.agents(&format!("/files/{}", text(&file["id"])));
    talk.ada.get(&path(&loose)).await.expect_status(200);
    talk.server.clock.advance(24 * HOUR);
    let refused = talk.ada.post(&talk.agents("/messages"), names(&loose)).await;
    refused.expect_problem(400, "invalid_field").expect_field("attachments[0]", "upload it again");
    while talk.ada.get(&path(&loose)).await.status == 200 {
        talk.server.clock.advance(HOUR);
    }
    let url = text(&talk.ada.get(&path(&kept)).await.expect_status(200).json["url"]);
    talk.server.anyone().get(&url).await.expect_status(200);
}

#[tokio::test]
async fn files_lie_whole_in_their_folder_and_what_is_refused_leaves_nothing_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("files");
    let store = Arc::new(Memory::new());
    let server = TestServer::start_with(store.clone(), |config| config.files = FilesAt::Folder(place.clone())).await;
    let talk = talk_on(server).await;
    let large = [PDF, &[b'x'; 3 << 20]].concat();
    let sent = talk.vera_sends("large.pdf", &large).await.expect_status(201).json;
    talk.vera_sends("broken.png", &large).await.expect_problem(415, "file_content_differs");
    let files = walk(&place);
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(std::fs::read(&files[0]).expect("the file"), large);
    let link = talk.vera.person.get(&talk.vera.path(&format!("/files/{}", text(&sent["id"])))).await.json;
    let response = talk.server.anyone().request(Method::GET, &text(&link["url"])).send().await.expect("an answer");
    assert_eq!(response.bytes().await.expect("bytes"), large);
}

#[tokio::test]
async fn one_visitor_uploads_only_so_often() {
    let limits = RateLimits { uploads_per_minute: 3, ..RateLimits::default() };
    let server = TestServer::start_with(Arc::new(Memory::new()), |config| config.rate_limits = Some(limits)).await;
    let vera = server.visitor().await;
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(upload(&vera.person, &vera.path("/files"), "a.png", PNG).await.status);
    }
    assert_eq!(statuses, [201, 201, 201, 429, 429]);
    vera.say("Words are not files").await.expect_status(201);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files.extend(walk(&path)),
            false => files.push(path),
        }
    }
    files
}
