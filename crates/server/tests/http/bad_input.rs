//! Whatever is sent: a clear error in the API's shape, nothing changed, never a 500.

use crate::test_server::{TestServer, answer, text};
use reqwest::{Body, Method};
use serde_json::{Value, json};

fn conversations_of(id: &str, query: &str) -> String {
    format!("/api/v1/agents/{id}/conversations?{query}")
}

#[tokio::test]
async fn an_unknown_attribute_is_named_with_its_nearest_spelling() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let refused = ada.get(&conversations_of(&ada.id, "attributes=msdyn_titel")).await;
    refused.expect_problem(400, "attribute_unknown").expect_field("attributes[0]", "msdyn_title");
    let body = json!({ "agentId": ada.id, "attributes": ["msdyn_chanel"] });
    let refused = ada.post("/api/v1/omnichannel/getConversations", body).await;
    refused.expect_problem(400, "attribute_unknown").expect_field("attributes[0]", "msdyn_channel");
}

#[tokio::test]
async fn get_conversations_names_each_wrong_member() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    for (wrong, code, field) in [
        (json!({ "status": [9] }), "status_invalid", "status[0]"),
        (json!({ "orderBy": [{ "attributeName": "msdyn_nothing" }] }), "order_by_unknown", "orderBy[0].attributeName"),
        (
            json!({ "orderBy": [{ "attributeName": "msdyn_channel" }] }),
            "order_by_unsortable",
            "orderBy[0].attributeName",
        ),
        (json!({ "createdBeforeDays": -1 }), "created_before_days_invalid", "createdBeforeDays"),
        (json!({ "createdBeforeDays": 36_501 }), "created_before_days_invalid", "createdBeforeDays"),
        (json!({ "createdAfter": "yesterday" }), "created_after_invalid", "createdAfter"),
        (json!({ "top": 0 }), "top_invalid", "top"),
        (json!({ "skipToken": "forged" }), "skip_token_invalid", "skipToken"),
        (json!({ "agentId": "not-a-guid" }), "agent_id_invalid", "agentId"),
    ] {
        let mut input = json!({ "agentId": ada.id });
        let members = wrong.as_object().expect("members").clone();
        input.as_object_mut().expect("an object").extend(members);
        let refused = ada.post("/api/v1/omnichannel/getConversations", input).await;
        refused.expect_problem(400, code).expect_field(field, "");
    }
    ada.post("/api/v1/omnichannel/getConversations", json!({})).await.expect_problem(400, "agent_id_missing");
    ada.post("/api/v1/omnichannel/getConversations", json!([1])).await.expect_problem(400, "input_invalid");
    for (query, code) in [
        ("status=9", "status_invalid"),
        ("orderBy=nothing", "order_by_unknown"),
        ("createdBeforeDays=-1", "created_before_days_invalid"),
        ("createdBeforeDays=99999999999999999999", "created_before_days_invalid"),
        ("nonsense=1", "parameter_unknown"),
    ] {
        ada.get(&conversations_of(&ada.id, query)).await.expect_problem(400, code);
    }
}

#[tokio::test]
async fn an_input_that_is_a_string_must_hold_json() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let good = json!(format!(r#"{{"agentId":"{}","status":[3]}}"#, ada.id));
    ada.post("/api/v1/omnichannel/getConversations", good).await.expect_status(200);
    let bad = json!(r#"{"agentId":"#);
    ada.post("/api/v1/omnichannel/getConversations", bad).await.expect_problem(400, "input_not_json");
    let raw =
        ada.request(Method::POST, "/api/v1/omnichannel/getConversations").header("content-type", "application/json");
    answer(raw.body("{agentId}")).await.expect_problem(400, "input_not_json");
}

#[tokio::test]
async fn an_id_that_is_none_is_named() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    ada.get("/api/v1/conversations/not-a-guid")
        .await
        .expect_problem(400, "invalid_field")
        .expect_field("conversationId", "GUID");
    ada.get("/api/v1/agents/42/conversations").await.expect_field("agentId", "'42' is not a GUID");
    ada.get("/api/v1/conversations?view=open&queueId=zero").await.expect_field("queueId", "");
    let braces = format!("/api/v1/agents/%7B{}%7D", ada.id.to_uppercase());
    ada.get(&braces).await.expect_status(200);
}

#[tokio::test]
async fn fifty_megabytes_are_refused_and_the_sender_hears_it() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let large = || vec![b' '; 50 << 20];
    let known = ada.request(Method::POST, "/api/v1/contacts").header("content-type", "application/json").body(large());
    answer(known).await.expect_problem(413, "body_too_large");
    let chunks = futures_util::stream::iter(
        large().chunks(1 << 16).map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec())).collect::<Vec<_>>(),
    );
    let unknown = ada.request(Method::POST, "/api/v1/contacts").header("content-type", "application/json");
    answer(unknown.body(Body::wrap_stream(chunks))).await.expect_problem(413, "body_too_large");
    assert_eq!(ada.get("/api/v1/contacts").await.json["items"], json!([]));
}

#[tokio::test]
async fn what_is_not_utf8_or_not_json_is_told_with_its_place() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let send = |body: Vec<u8>, kind: &'static str| {
        let request = ada.request(Method::POST, "/api/v1/contacts").header("content-type", kind).body(body);
        async move { answer(request).await }
    };
    let json = "application/json";
    let refused = send(b"{\"name\":\"\xff\"}".to_vec(), json).await.expect_problem(400, "invalid_utf8");
    assert!(text(&refused.json["detail"]).contains("byte 9"));
    let refused = send(b"{\"name\": }".to_vec(), json).await.expect_problem(400, "invalid_json");
    assert!(text(&refused.json["detail"]).contains("line 1 column 10"), "{}", refused.body);
    send(Vec::new(), json).await.expect_problem(400, "invalid_json");
    send(b"[1,2]".to_vec(), json).await.expect_problem(400, "invalid_field");
    send(b"{\"name\":\"A\"}x".to_vec(), json).await.expect_problem(400, "invalid_json");
    send(b"{\"name\":\"A\"}".to_vec(), "text/plain").await.expect_problem(415, "not_json");
    send(b"{\"nmae\":\"A\"}".to_vec(), json)
        .await
        .expect_problem(400, "invalid_field")
        .expect_field("nmae", "unknown field");
    send(b"{}".to_vec(), json).await.expect_field("name", "missing field");
    send(b"{\"name\":7}".to_vec(), json).await.expect_field("name", "expected a string");
    let deep = "[".repeat(100_000);
    send(deep.into_bytes(), json).await.expect_problem(400, "invalid_field");
    let body = b"{\"agentId\":\"\xff\"}".to_vec();
    let raw = ada.request(Method::POST, "/api/v1/omnichannel/getConversations").header("content-type", json).body(body);
    answer(raw).await.expect_problem(400, "invalid_utf8");
}

#[tokio::test]
async fn messages_are_neither_empty_nor_longer_than_allowed() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    for text in ["", " \n\t"] {
        customer.say(text).await.expect_problem(400, "invalid_field").expect_field("text", "empty");
        ada.command(&id, "messages", json!({ "text": text })).await.expect_field("text", "empty");
    }
    let long = "ü".repeat(6_001);
    customer.say(&long).await.expect_problem(400, "invalid_field").expect_field("text", "6000");
    ada.command(&id, "messages", json!({ "text": long })).await.expect_field("text", "6000");
    let before = customer.person.get(&customer.path("")).await.json["lastNumber"].clone();
    customer.say(&"ü".repeat(6_000)).await.expect_status(201);
    let after = customer.person.get(&customer.path("")).await.json["lastNumber"].clone();
    assert_eq!(after.as_u64(), before.as_u64().map(|number| number + 1), "only the last one was kept");
    let started = json!({ "widgetId": server.widget_id, "text": "" });
    server.anyone().post("/api/v1/visitor/conversations", started).await.expect_field("text", "empty");
}

#[tokio::test]
async fn queries_are_read_strictly() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    ada.get("/api/v1/conversations").await.expect_problem(400, "invalid_field").expect_field("view", "missing");
    ada.get("/api/v1/conversations?view=all").await.expect_field("view", "unknown variant");
    ada.get("/api/v1/conversations?view=mine&limit=0").await.expect_field("limit", "1 to 500");
    ada.get("/api/v1/conversations?view=mine&limit=x").await.expect_field("limit", "");
    ada.get("/api/v1/conversations?view=mine&cursor=forged").await.expect_field("cursor", "");
    ada.get("/api/v1/conversations?view=mine&colour=red").await.expect_field("colour", "unknown field");
    let customer = server.visitor().await;
    let messages = format!("/api/v1/conversations/{}/messages", customer.conversation_id);
    ada.get(&format!("{messages}?after=1&before=2")).await.expect_field("before", "");
    ada.get(&format!("{messages}?after=-1")).await.expect_field("after", "");
    ada.get(&format!("{messages}?after=18446744073709551615")).await.expect_status(200);
    customer.person.get(&customer.path("/messages?waitMs=25001")).await.expect_field("waitMs", "25000");
}

#[tokio::test]
async fn an_address_or_a_method_that_is_not_there_is_a_problem_too() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    ada.get("/api/v1/nothing").await.expect_problem(404, "resource_not_found");
    ada.get("/api/v2/me").await.expect_problem(404, "resource_not_found");
    ada.delete("/api/v1/me").await.expect_problem(405, "method_not_allowed");
    ada.post("/healthz", Value::Null).await.expect_problem(405, "method_not_allowed");
}

#[tokio::test]
async fn keys_and_client_ids_have_their_limits() {
    let server = TestServer::start().await;
    let customer = server.visitor().await;
    let long = "k".repeat(201);
    let post = customer.person.request(Method::POST, &customer.path("/messages")).json(&json!({ "text": "Hi" }));
    answer(post.header("idempotency-key", &long)).await.expect_field("Idempotency-Key", "200");
    let body = json!({ "text": "Hi", "clientMessageId": long });
    customer.person.post(&customer.path("/messages"), body).await.expect_field("clientMessageId", "200");
}

#[tokio::test]
async fn what_a_visitor_says_of_themselves_is_checked() {
    let server = TestServer::start().await;
    let anyone = server.anyone();
    let start = |extra: Value| {
        let mut body = json!({ "widgetId": server.widget_id });
        body.as_object_mut().expect("an object").extend(extra.as_object().expect("members").clone());
        let anyone = anyone.clone();
        async move { anyone.post("/api/v1/visitor/conversations", body).await }
    };
    start(json!({ "name": "n".repeat(101) })).await.expect_field("name", "100");
    start(json!({ "email": "nobody" })).await.expect_field("email", "e-mail");
    start(json!({ "context": { "plan": "x".repeat(513) } })).await.expect_field("context.plan", "512");
    let many: serde_json::Map<String, Value> = (0..101).map(|number| (format!("k{number}"), json!("v"))).collect();
    start(json!({ "context": many })).await.expect_field("context", "100");
    start(json!({ "widgetId": "00000000-0000-0000-0000-000000000009" })).await.expect_problem(404, "widget_not_found");
    start(json!({ "text": 5 })).await.expect_field("text", "string");
}

#[tokio::test]
async fn a_wrong_value_is_told_by_its_field_and_not_by_a_position_in_the_body() {
    let server = TestServer::start().await;
    let refused = server.administrator.post("/api/v1/queues", json!({ "name": 7 })).await.expect_status(400).json;
    let told = json!([{ "field": "name", "detail": "invalid type: integer `7`, expected a string" }]);
    assert_eq!(refused["errors"], told);
}
