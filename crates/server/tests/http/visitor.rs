//! The customer's side: starting, starting again, long-polls, other sites' pages.

use crate::test_server::{TestServer, answer, text};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_start_that_is_repeated_is_one_conversation_and_the_new_token_works() {
    let server = TestServer::start().await;
    let start = |key: &str| {
        let body = json!({ "widgetId": server.widget_id, "name": "Vera", "text": "Hello", "clientMessageId": "m-1" });
        let request = server.anyone().request(Method::POST, "/api/v1/visitor/conversations");
        let request = request.header("idempotency-key", key).json(&body);
        async move { answer(request).await.expect_status(201).json }
    };
    let first = start("0b6f3c52-5d0e-4a8e-9d30-000000000001").await;
    let again = start("0b6f3c52-5d0e-4a8e-9d30-000000000001").await;
    assert_eq!(first["conversationId"], again["conversationId"]);
    assert_eq!(first["visitorId"], again["visitorId"]);
    for started in [&first, &again] {
        let mut person = server.anyone();
        person.token = Some(text(&started["token"]));
        let path = format!("/api/v1/visitor/conversations/{}/messages", text(&first["conversationId"]));
        // The message may be repeated alone as well.
        let alone = person.post(&path, json!({ "text": "Hello", "clientMessageId": "m-1" })).await.json;
        assert_eq!(alone["number"], 1, "{alone}");
        let messages = person.get(&path).await.expect_status(200).json;
        assert_eq!(messages["items"].as_array().map(Vec::len), Some(1));
    }
    let other = start("0b6f3c52-5d0e-4a8e-9d30-000000000002").await;
    assert_ne!(first["conversationId"], other["conversationId"]);
}

#[tokio::test]
async fn a_visitor_who_comes_back_is_the_same_visitor() {
    let server = TestServer::start().await;
    let vera = server.visitor().await;
    let body = json!({ "widgetId": server.widget_id, "text": "Me again" });
    let started = vera.person.post("/api/v1/visitor/conversations", body).await.expect_status(201).json;
    assert_eq!(started["visitorId"], json!(vera.person.id));
    assert!(started.get("token").is_none());
    assert_ne!(started["conversationId"], json!(vera.conversation_id));
    let own = vera.person.get("/api/v1/visitor/conversations").await.json;
    assert_eq!(own["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn persistent_chat_goes_on_where_it_was() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let workstream = json!({
        "name": "Messages", "channel": "live_chat", "mode": "persistent_chat", "fallbackQueueId": server.queue_id,
    });
    let workstream = root.post("/api/v1/workstreams", workstream).await.expect_status(201).json;
    let widget = root.post("/api/v1/widgets", json!({ "name": "M", "workstreamId": workstream["id"] })).await.json;
    let body = |words: &str| json!({ "widgetId": widget["id"], "text": words });
    let started = server.anyone().post("/api/v1/visitor/conversations", body("One")).await.expect_status(201).json;
    let mut vera = server.anyone();
    vera.token = Some(text(&started["token"]));
    let again = vera.post("/api/v1/visitor/conversations", body("Two")).await.expect_status(201).json;
    assert_eq!(started["conversationId"], again["conversationId"]);
    assert_eq!(again["conversation"]["lastNumber"], 2);
    assert_eq!(again["conversation"]["mode"], "persistent_chat");
}

#[tokio::test]
async fn a_long_poll_ends_with_the_message_or_with_its_time() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let last = customer.person.get(&customer.path("")).await.json["lastNumber"].as_u64().expect("a number");

    let path = customer.path(&format!("/messages?after={last}&waitMs=25000"));
    let person = customer.person.clone();
    let poll = tokio::spawn(async move { person.get(&path).await });
    let sent = ada.command(&id, "messages", json!({ "text": "Here I am" })).await.expect_status(201).json;
    let polled = poll.await.expect("a poll").expect_status(200).json;
    assert_eq!(polled["items"][0]["text"], "Here I am");
    assert_eq!(polled["items"][0]["number"], sent["publicNumber"]);

    let path = customer.path(&format!("/messages?after={}&waitMs=1000", last + 1));
    let person = customer.person.clone();
    let poll = tokio::spawn(async move { person.get(&path).await });
    while !poll.is_finished() {
        server.clock.advance(Duration::from_millis(250));
        tokio::task::yield_now().await;
    }
    assert_eq!(poll.await.expect("a poll").expect_status(200).json["items"], json!([]));
}

#[tokio::test]
async fn a_visitors_stream_resumes_and_shows_each_message_once() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut agents = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut agents).await;
    let mut stream = customer.connect().await;
    ada.command(&id, "messages", json!({ "text": "Welcome" })).await.expect_status(201);
    let mut last = 0;
    loop {
        let frame = stream.frame("message").await;
        let number = frame["message"]["number"].as_u64().expect("a number");
        assert_eq!(number, last + 1);
        last = number;
        if frame["message"]["text"] == "Welcome" {
            break;
        }
    }
    customer.say("Thanks").await.expect_status(201);
    let message = agents.event("message_added").await["message"].clone();
    assert!(message["text"].is_string());
}

#[tokio::test]
async fn pages_of_the_widgets_sites_may_ask_and_others_may_not_begin() {
    let server = TestServer::start().await;
    let path = format!("/api/v1/widgets/{}", server.widget_id);
    let domains = json!({ "allowedDomains": ["shop.example", "*.shop.example"] });
    server.administrator.patch(&path, domains).await.expect_status(200);
    let start = |origin: &str| {
        let request = server.anyone().request(Method::POST, "/api/v1/visitor/conversations").header("origin", origin);
        answer(request.json(&json!({ "widgetId": server.widget_id })))
    };
    let refused = start("https://evil.example").await.expect_problem(403, "page_not_allowed");
    assert_eq!(refused.header("access-control-allow-origin"), "https://evil.example", "the page may read why");
    let started = start("https://www.shop.example").await.expect_status(201);
    assert_eq!(started.header("access-control-allow-origin"), "https://www.shop.example");
    start(&server.url).await.expect_status(201);

    let preflight = server.anyone().request(Method::OPTIONS, "/api/v1/visitor/conversations");
    let preflight = preflight.header("origin", "https://shop.example").header("access-control-request-method", "POST");
    let allowed = answer(preflight).await.expect_status(204);
    assert!(allowed.header("access-control-allow-headers").contains("authorization"));
    assert_eq!(allowed.header("access-control-allow-credentials"), "", "no cookie ever counts there");
    let agents = server.anyone().request(Method::GET, "/api/v1/me").header("origin", "https://shop.example");
    assert_eq!(answer(agents).await.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn the_customer_ends_a_live_chat() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    ada.accept_next(&mut stream).await;
    customer.person.post(&customer.path("/typing"), json!({})).await.expect_status(204);
    assert_eq!(stream.frame("typing").await["from"], "customer");
    customer.person.post(&customer.path("/end"), json!({})).await.expect_status(204);
    let shown = customer.person.get(&customer.path("")).await.json;
    assert!(["wrap_up", "closed"].contains(&shown["status"].as_str().unwrap_or("")), "{shown}");
}

#[tokio::test]
async fn whoever_waits_is_told_where_they_stand_in_line() {
    let server = TestServer::start().await;
    let (vera, walt) = (server.visitor().await, server.visitor().await);
    for (visitor, position) in [(&vera, 1), (&walt, 2)] {
        let path = format!("/api/v1/visitor/conversations/{}", visitor.conversation_id);
        let seen = visitor.person.get(&path).await.expect_status(200).json;
        assert_eq!(seen["queuePosition"], json!(position));
        assert_eq!(seen["nextInLine"], json!(position == 1));
        assert!(seen.get("expectedWaitMs").is_none());
    }
    vera.person.post(&format!("/api/v1/visitor/conversations/{}/end", vera.conversation_id), json!({})).await;
    let path = format!("/api/v1/visitor/conversations/{}", walt.conversation_id);
    assert_eq!(walt.person.get(&path).await.json["queuePosition"], json!(1));
    let path = format!("/api/v1/visitor/conversations/{}", vera.conversation_id);
    assert!(vera.person.get(&path).await.json.get("queuePosition").is_none());
}
