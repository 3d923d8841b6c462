//! Search through what was said.

use crate::test_server::{Person, TestServer, text};
use serde_json::{Value, json};

/// The passages found, marked with brackets, each with the number of its message.
async fn find(person: &Person, query: &str) -> Vec<(String, Option<u64>)> {
    let found = person.get(&format!("/api/v1/search?{query}")).await.expect_status(200).json;
    assert_eq!(found["complete"], json!(true));
    let passages = items(&found["items"]).iter().flat_map(|item| items(&item["passages"]));
    passages.map(|passage| (marked(passage), passage["messageNumber"].as_u64())).collect()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn marked(passage: &Value) -> String {
    let part = |part: &Value| match part["found"].as_bool() {
        Some(true) => format!("[{}]", text(&part["text"])),
        _ => text(&part["text"]),
    };
    items(&passage["parts"]).iter().map(part).collect()
}

#[tokio::test]
async fn what_was_said_is_found_at_once_by_whoever_may_see_it() {
    let server = TestServer::start_on_sqlite().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor_saying("Where is my crème brûlée?").await;
    let id = ada.accept_next(&mut stream).await;
    ada.command(&id, "messages", json!({ "text": "The brulee is on its way" })).await.expect_status(201);
    ada.command(&id, "messages", json!({ "text": "Brulee again!", "visibility": "internal" })).await.expect_status(201);

    let found = find(&ada, "text=BRULEE").await;
    let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, ["[Brulee] again!", "The [brulee] is on its way", "Where is my crème [brûlée]?"]);
    assert!(found.iter().all(|(_, number)| number.is_some()), "{found:?}");
    assert_eq!(find(&ada, "text=bru&status=active,open").await.len(), 3);
    assert_eq!(find(&ada, "text=bru&status=closed").await, []);
    assert_eq!(find(&ada, "text=%22brulee+again%22").await.len(), 1);

    customer.say("<b>brûlée</b>").await.expect_status(201);
    ada.command(&id, "end", json!({})).await.expect_status(200);
    ada.command(&id, "close-session", json!({})).await.expect_status(200);
    assert_eq!(find(&ada, "text=%3Cb&status=closed").await[0].0, "<[b]>brûlée</[b]>");

    let stranger = server.foreign_agent("Sven").await;
    assert_eq!(find(&stranger, "text=brulee").await, []);
    let colleague = server.administrator.get("/api/v1/search?text=brulee").await.expect_status(200).json;
    assert_eq!(colleague["items"][0]["conversation"]["id"], json!(id));
    server.stop().await;
}

#[tokio::test]
async fn who_is_in_none_of_its_queues_does_not_find_it() {
    let server = TestServer::start().await;
    server.visitor_saying("A secret recipe").await;
    let ada = server.agent("Ada").await;
    assert_eq!(find(&ada, "text=recipe").await.len(), 1);
    let members = json!({ "members": [server.agent("Ben").await.id] });
    let path = format!("/api/v1/queues/{}/members", server.queue_id);
    server.administrator.put(&path, members).await.expect_status(200);
    assert_eq!(find(&ada, "text=recipe").await, []);
    assert_eq!(find(&server.administrator, "text=recipe").await.len(), 1);
}

#[tokio::test]
async fn conversations_found_come_in_pages() {
    let server = TestServer::start_on_sqlite().await;
    for number in 0..7 {
        server.visitor_saying(&format!("Parcel {number} is late")).await;
    }
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/v1/search?text=parcel+late&limit=3{cursor}");
        let page = server.administrator.get(&path).await.expect_status(200).json;
        found.extend(items(&page["items"]).iter().map(|item| marked(&item["passages"][0])));
        let Some(next) = page["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    let expected: Vec<_> = (0..7).rev().map(|number| format!("[Parcel] {number} is [late]")).collect();
    assert_eq!(found, expected);
    server.stop().await;
}

#[tokio::test]
async fn a_search_that_says_nothing_is_refused() {
    let server = TestServer::start().await;
    let long = format!("text={}", "a".repeat(201));
    for (query, field, words) in [
        ("text=", "text", "letter or a digit"),
        ("text=%3F%21", "text", "letter or a digit"),
        (long.as_str(), "text", "200"),
        ("text=a&status=asleep", "status", "wrap_up"),
        ("text=a&limit=0", "limit", "from 1 to 100"),
        ("text=a&limit=101", "limit", "from 1 to 100"),
        ("text=a&cursor=now", "cursor", "previous page"),
    ] {
        server.administrator.get(&format!("/api/v1/search?{query}")).await.expect_field(field, words);
    }
    server.administrator.get("/api/v1/search").await.expect_status(400);
    server.anyone().get("/api/v1/search?text=a").await.expect_status(401);
}
