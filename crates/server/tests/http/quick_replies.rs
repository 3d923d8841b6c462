//! Quick replies over HTTP: who changes which, what may be used where, and how they are found.

use crate::test_server::{Person, TestServer, answer, text};
use reqwest::Method;
use serde_json::{Value, json};

const SHARED: &str = "/api/v1/quick-replies";
const OWN: &str = "/api/v1/agents/me/quick-replies";

async fn titles(person: &Person, path: &str) -> Vec<String> {
    let listed = person.get(path).await.expect_status(200).json;
    listed["items"].as_array().expect("items").iter().map(|item| text(&item["title"])).collect()
}

async fn make(person: &Person, path: &str, body: Value) -> Value {
    person.post(path, body).await.expect_status(201).json
}

#[tokio::test]
async fn agents_find_what_is_shared_with_the_workstream_and_their_own_by_language_title_and_tag() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let (ada, ben) = (server.agent("Ada").await, server.agent("Ben").await);
    let stream = text(&root.get("/api/v1/workstreams").await.json["items"][0]["id"]);
    let sms = json!({ "name": "SMS", "channel": "sms", "fallbackQueueId": server.queue_id });
    let sms = make(root, "/api/v1/workstreams", sms).await["id"].clone();
    let quick = |title: &str, words: &str, locale: &str, tags: Value, ids: Value| json!({ "title": title, "text": words, "locale": locale, "tags": tags, "workstreamIds": ids });
    for new in [
        quick("Refund", "The money is on its way.", "en-US", json!(["Refunds"]), json!([])),
        quick("Rückgeld", "Ihr Geld ist unterwegs.", "de-DE", json!(["refunds", "geld"]), json!([])),
        quick("Anrede", "Guten Tag {FullName{Customer}}", "de-AT", json!([]), json!([stream])),
        quick("Short hello", "Hi!", "en-US", json!([]), json!([sms])),
    ] {
        make(root, SHARED, new).await;
    }
    make(&ada, OWN, json!({ "title": "Bye", "text": "See you, refund or not", "locale": "en-GB" })).await;
    make(&ben, OWN, json!({ "title": "Ben's own", "text": "Ben" })).await;

    let path = |rest: &str| format!("/api/v1/workstreams/{stream}/quick-replies{rest}");
    let cases: [(&str, &[&str]); 9] = [
        ("?locale=en-US", &["Refund", "Bye", "Anrede", "Rückgeld"]),
        ("?locale=DE-de", &["Rückgeld", "Anrede", "Bye", "Refund"]),
        ("?locale=de", &["Anrede", "Rückgeld", "Bye", "Refund"]),
        ("?search=REFUND", &["Refund", "Bye"]),
        ("?search=%23refunds", &["Refund", "Rückgeld"]),
        ("?search=%23REF%20geld", &["Rückgeld"]),
        ("?search=%23refunds%20%23ge", &["Rückgeld"]),
        ("?search=nothing", &[]),
        ("", &["Anrede", "Bye", "Refund", "Rückgeld"]),
    ];
    for (query, expected) in cases {
        assert_eq!(titles(&ada, &path(query)).await, expected, "{query}");
    }
    assert_eq!(titles(&ben, &format!("/api/v1/workstreams/{}/quick-replies", text(&sms))).await.len(), 4);

    let customer = server.visitor_saying("Hello").await;
    let id = &customer.conversation_id;
    assert_eq!(titles(&ada, &format!("/api/v1/conversations/{id}/quick-replies?search=bye")).await, ["Bye"]);
    let found = ada.get(&path("?search=bye")).await.json["items"][0].clone();
    assert_eq!((&found["personal"], &found["text"]), (&json!(true), &json!("See you, refund or not")));
    let stranger = server.foreign_agent("Sven").await;
    let refused = stranger.get(&format!("/api/v1/conversations/{id}/quick-replies")).await;
    refused.expect_problem(404, "conversation_not_found");
    stranger.get(&path("")).await.expect_problem(404, "workstream_not_found");
    ada.get(&path("?limit=3")).await.expect_status(400);
}

#[tokio::test]
async fn administrators_alone_change_what_all_share() {
    let server = TestServer::start().await;
    let (root, supervisor) = (&server.administrator, server.supervisor("Sue").await);
    let new = json!({ "title": "Hello", "text": "Hello!" });
    let made = make(root, SHARED, new.clone()).await;
    assert_eq!((&made["locale"], &made["tags"], &made["workstreamIds"]), (&json!("en-US"), &json!([]), &json!([])));
    root.post(SHARED, new.clone()).await.expect_problem(409, "title_taken");
    let path = format!("{SHARED}/{}", text(&made["id"]));
    supervisor.get(&path).await.expect_status(200);
    supervisor.post(SHARED, new).await.expect_problem(403, "forbidden");
    supervisor.patch(&path, json!({ "text": "Hi" })).await.expect_problem(403, "forbidden");
    supervisor.delete(&path).await.expect_problem(403, "forbidden");

    root.patch(&path, json!({ "text": "Hi" })).await.expect_status(200);
    let change = &root.get("/api/v1/audit?limit=1").await.json["items"][0];
    assert_eq!((&change["noun"], &change["name"]), (&json!("quick_reply"), &json!("Hello")));
    assert_eq!((&change["before"]["text"], &change["after"]["text"]), (&json!("Hello!"), &json!("Hi")));
}

#[tokio::test]
async fn an_agents_own_quick_replies_are_nobody_elses() {
    let server = TestServer::start_on_sqlite().await;
    let (ada, ben) = (server.agent("Ada").await, server.agent("Ben").await);
    let before = server.administrator.get("/api/v1/audit?limit=1").await.json;
    let new = json!({ "title": "Bye", "text": "See you", "tags": ["end"] });
    let send = || ada.request(Method::POST, OWN).header("idempotency-key", "k1").json(&new);
    let made = answer(send()).await.expect_status(201);
    assert_eq!((made.header("etag"), &made.json["locale"]), ("\"1\"", &json!("en-US")));
    let path = format!("{OWN}/{}", text(&made.json["id"]));

    for method in [Method::PATCH, Method::DELETE] {
        for person in [&ben, &server.administrator] {
            let refused = answer(person.request(method.clone(), &path).json(&json!({ "text": "x" }))).await;
            refused.expect_problem(404, "quick_reply_not_found");
        }
    }
    assert_eq!(titles(&ben, OWN).await, Vec::<String>::new());
    let changed = ada.patch(&path, json!({ "text": "Tschüss", "locale": "de" })).await.expect_status(200);
    assert_eq!((changed.header("etag"), &changed.json["tags"]), ("\"2\"", &json!(["end"])));
    let late = ada.request(Method::PATCH, &path).header("if-match", "\"1\"").json(&json!({ "text": "x" }));
    answer(late).await.expect_problem(412, "version_conflict");
    assert_eq!(answer(send()).await.expect_status(201).json, changed.json, "a repeat makes no second one");
    assert_eq!(titles(&ada, OWN).await, ["Bye"]);
    assert_eq!(server.administrator.get("/api/v1/audit?limit=1").await.json, before, "no part of the set-up");

    for (body, field) in [
        (json!({ "title": " " }), "title"),
        (json!({ "title": "x".repeat(101) }), "title"),
        (json!({ "text": "" }), "text"),
        (json!({ "text": "x".repeat(4_001) }), "text"),
        (json!({ "locale": "en_US" }), "locale"),
        (json!({ "tags": ["#end"] }), "tags[0]"),
    ] {
        let refused = ada.patch(&path, body).await.expect_status(400);
        assert_eq!(text(&refused.json["errors"][0]["field"]), field);
    }
    ada.patch(&path, json!({ "workstreamIds": [] })).await.expect_status(400);
    ada.delete(&path).await.expect_status(204);
    ada.delete(&path).await.expect_problem(404, "quick_reply_not_found");
    assert_eq!(titles(&ada, OWN).await, Vec::<String>::new());
}
