//! Commands on conversations: repeated, stale, refused; lists right after.

use crate::test_server::{Answered, Person, TestServer, answer, text};
use reqwest::Method;
use serde_json::{Value, json};

async fn with_key(person: &Person, path: &str, key: &str, body: Value) -> Answered {
    answer(person.request(Method::POST, path).header("idempotency-key", key).json(&body)).await
}

#[tokio::test]
async fn a_repeated_command_gets_the_first_answer_and_changes_nothing() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = text(&stream.event("offer_made").await["conversationId"]);
    let accept = format!("/api/v1/conversations/{id}/accept");
    let first = with_key(&ada, &accept, "a-1", json!({})).await.expect_status(200).json;
    let again = with_key(&ada, &accept, "a-1", json!({})).await.expect_status(200).json;
    assert_eq!(first, again);
    with_key(&ada, &accept, "a-2", json!({})).await.expect_status(409);

    let messages = format!("/api/v1/conversations/{id}/messages");
    let body = json!({ "text": "Hello!", "clientMessageId": "m-1" });
    let first = ada.post(&messages, body.clone()).await.expect_status(201).json;
    assert_eq!(ada.post(&messages, body).await.expect_status(201).json, first);
    let first = with_key(&ada, &messages, "m-2", json!({ "text": "Again" })).await.expect_status(201).json;
    assert_eq!(with_key(&ada, &messages, "m-2", json!({ "text": "Again" })).await.expect_status(201).json, first);
    let shown = customer.person.get(&customer.path("/messages")).await.json;
    let said = shown["items"].as_array().expect("items").iter().filter(|item| item["from"] == "agent").count();
    assert_eq!(said, 2, "{shown}");
}

#[tokio::test]
async fn two_callers_may_choose_the_same_key() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let first =
        with_key(&server.administrator, "/api/v1/contacts", "k", json!({ "name": "One" })).await.expect_status(201);
    let second = with_key(&ada, "/api/v1/contacts", "k", json!({ "name": "Two" })).await.expect_status(201);
    assert_ne!(first.json["id"], second.json["id"]);
    let again = with_key(&ada, "/api/v1/contacts", "k", json!({ "name": "Two" })).await.expect_status(201);
    assert_eq!(again.json["id"], second.json["id"]);
    with_key(&ada, "/api/v1/accounts", "k", json!({ "name": "Two Ltd" })).await.expect_status(201);
    assert_eq!(ada.get("/api/v1/contacts").await.json["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_stale_command_is_a_conflict_in_words() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    ada.command(&id, "accept", json!({})).await.expect_status(409);
    ada.command(&id, "pick", json!({})).await.expect_status(409);
    ada.command(&id, "end", json!({})).await.expect_status(200);
    ada.command(&id, "end", json!({})).await.expect_status(409);
    ada.command(&id, "close-session", json!({})).await.expect_status(200);
    ada.command(&id, "messages", json!({ "text": "Late" })).await.expect_problem(409, "conversation_closed");
    customer.say("Still there?").await.expect_problem(409, "conversation_closed");
    ada.command(&id, "close-session", json!({})).await.expect_problem(409, "conversation_closed");
}

#[tokio::test]
async fn only_the_assigned_agent_writes_and_ends() {
    let server = TestServer::start().await;
    let (ada, bob) = (server.agent("Ada").await, server.agent("Bob").await);
    let mut stream = ada.connect().await;
    server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    bob.command(&id, "messages", json!({ "text": "Hi" })).await.expect_status(403);
    bob.command(&id, "end", json!({})).await.expect_status(403);
    bob.command(&id, "transfer", json!({ "agentId": bob.id })).await.expect_status(403);
}

#[tokio::test]
async fn an_open_item_is_picked_released_and_transferred() {
    let server = TestServer::start().await;
    let (ada, bob) = (server.agent("Ada").await, server.agent("Bob").await);
    let workstream = json!({
        "name": "Pick", "channel": "live_chat", "fallbackQueueId": server.queue_id, "distribution": "pick",
    });
    let workstream = server.administrator.post("/api/v1/workstreams", workstream).await.expect_status(201).json;
    let widget = json!({ "name": "Pick", "workstreamId": workstream["id"] });
    let widget = server.administrator.post("/api/v1/widgets", widget).await.expect_status(201).json;
    let (_ada, mut bobs) = (ada.connect().await, bob.connect().await);
    let started = json!({ "widgetId": widget["id"], "text": "Anyone?" });
    let started = server.anyone().post("/api/v1/visitor/conversations", started).await.expect_status(201).json;
    let id = text(&started["conversationId"]);

    let picked = ada.command(&id, "pick", json!({})).await.expect_status(200);
    assert!(picked.json["sessionId"].is_string());
    ada.command(&id, "release", json!({})).await.expect_status(200);
    let open = ada.get("/api/v1/conversations?view=open").await.json;
    assert_eq!(open["items"][0]["id"], json!(id));
    ada.command(&id, "pick", json!({})).await.expect_status(200);
    ada.command(&id, "transfer", json!({})).await.expect_problem(400, "invalid_transfer");
    ada.command(&id, "transfer", json!({ "agentId": bob.id })).await.expect_status(200);
    assert_eq!(bob.accept_next(&mut bobs).await, id);
    bob.command(&id, "transfer", json!({ "queueId": server.queue_id })).await.expect_status(200);
    let detail = bob.get(&format!("/api/v1/conversations/{id}")).await.expect_status(200).json;
    assert_eq!(detail["conversation"]["status"], "open");
    assert!(detail["sessions"].as_array().map_or(0, Vec::len) >= 4, "{detail}");
}

#[tokio::test]
async fn a_customer_and_a_case_are_linked_and_unlinked() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let contact = ada.post("/api/v1/contacts", json!({ "name": "Vera Lind" })).await.expect_status(201).json;
    let account = ada.post("/api/v1/accounts", json!({ "name": "Lind AB" })).await.expect_status(201).json;
    let case = ada.post("/api/v1/cases", json!({ "title": "Broken" })).await.expect_status(201).json;
    let link = |kind: &str, record: &Value| json!({ "recordType": kind, "recordId": record["id"] });
    ada.command(&id, "link", link("contact", &contact)).await.expect_status(200);
    ada.command(&id, "link", link("incident", &case)).await.expect_status(200);
    let detail = ada.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert_eq!((&detail["customer"]["kind"], &detail["customer"]["name"]), (&json!("contact"), &json!("Vera Lind")));
    assert_eq!(detail["case"]["title"], "Broken");
    assert_eq!(detail["conversation"]["customerName"], "Vera Lind");

    ada.command(&id, "link", link("account", &account)).await.expect_status(200);
    let detail = ada.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert_eq!(detail["customer"]["kind"], "account", "an account takes the contact's place");
    ada.command(&id, "unlink", link("contact", &contact)).await.expect_status(409);
    ada.command(&id, "unlink", link("account", &account)).await.expect_status(200);
    ada.command(&id, "unlink", link("incident", &case)).await.expect_status(200);
    let detail = ada.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert!(detail["customer"].is_null() && detail["case"].is_null());
    ada.command(&id, "end", json!({})).await.expect_status(200);
    ada.command(&id, "link", link("contact", &contact)).await.expect_status(409);
}

#[tokio::test]
async fn notes_are_for_agents_and_numbers_stay_dense_for_the_customer() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let note = json!({ "text": "Angry", "visibility": "internal" });
    let note = ada.command(&id, "messages", note).await.expect_status(201).json;
    assert!(note["publicNumber"].is_null());
    ada.command(&id, "messages", json!({ "text": "Hello" })).await.expect_status(201);
    let shown = customer.person.get(&customer.path("/messages")).await.expect_status(200);
    assert!(!shown.body.contains("Angry"));
    let numbers: Vec<u64> =
        shown.json["items"].as_array().expect("items").iter().filter_map(|item| item["number"].as_u64()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    let all = ada.get(&format!("/api/v1/conversations/{id}/messages?after=0")).await.json;
    assert_eq!(all["items"].as_array().map(Vec::len), Some(numbers.len() + 1));

    customer.person.post(&customer.path("/marks"), json!({ "delivered": 9, "read": 9 })).await.expect_status(204);
    let marks = customer.person.get(&customer.path("")).await.json["marks"].clone();
    assert_eq!(marks["customerRead"].as_u64(), numbers.last().copied(), "{marks}");
    customer.person.post(&customer.path("/marks"), json!({ "read": 1 })).await.expect_status(204);
    ada.command(&id, "marks", json!({ "delivered": 1, "read": 1 })).await.expect_status(204);
    let again = customer.person.get(&customer.path("")).await.json["marks"].clone();
    assert_eq!(again["customerRead"], marks["customerRead"], "marks only move forward");
    assert!(again["agentRead"].as_u64() >= Some(1));
}

#[tokio::test]
async fn lists_come_in_pages_that_miss_and_repeat_nothing() {
    let server = TestServer::start().await;
    let mut ids = Vec::new();
    for number in 0..7 {
        server.clock.advance(std::time::Duration::from_millis(number % 2));
        ids.push(server.visitor().await.conversation_id);
    }
    let root = &server.administrator;
    let mut listed = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = root.get(&format!("/api/v1/conversations?view=open&limit=3{cursor}")).await.expect_status(200).json;
        listed.extend(page["items"].as_array().expect("items").iter().map(|item| text(&item["id"])));
        match page["nextCursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let distinct: std::collections::BTreeSet<_> = listed.iter().collect();
    assert_eq!((listed.len(), distinct.len()), (7, 7));
    assert!(ids.iter().all(|id| distinct.contains(id)));
}
