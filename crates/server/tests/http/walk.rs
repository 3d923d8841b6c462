//! One conversation from hello to closed.

use crate::test_server::{TestServer, text};
use serde_json::json;

#[tokio::test]
async fn a_customer_writes_an_agent_accepts_answers_and_ends() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    assert_eq!(id, customer.conversation_id);

    let sent = ada.command(&id, "messages", json!({ "text": "How can I help?" })).await.expect_status(201);
    assert_eq!(sent.json["number"].as_u64().map(|number| number > 1), Some(true));
    let read = customer.person.get(&customer.path("/messages?after=0")).await.expect_status(200).json;
    let texts: Vec<String> = read["items"].as_array().expect("items").iter().map(|item| text(&item["text"])).collect();
    assert!(texts.contains(&"Hello".to_owned()) && texts.contains(&"How can I help?".to_owned()), "{texts:?}");

    let shown = customer.person.get(&customer.path("")).await.expect_status(200).json;
    assert_eq!((shown["status"].as_str(), shown["agentName"].as_str()), (Some("active"), Some("Ada")));

    let mine = ada.get("/api/v1/conversations?view=mine").await.expect_status(200).json;
    assert_eq!(mine["items"][0]["id"], json!(id));
    let listed = ada.get(&format!("/api/v1/agents/{}/conversations?status=2", ada.id)).await.expect_status(200).json;
    assert_eq!(listed["result"]["values"][0]["msdyn_ocliveworkitemid"], json!(id));

    ada.command(&id, "end", json!({})).await.expect_status(200);
    ada.command(&id, "close-session", json!({})).await.expect_status(200);
    let closed = ada.get("/api/v1/conversations?view=closed").await.expect_status(200).json;
    assert_eq!(closed["items"][0]["id"], json!(id));
    let listed = ada.get(&format!("/api/v1/agents/{}/conversations?status=4", ada.id)).await.expect_status(200).json;
    assert_eq!(listed["result"]["values"][0]["statuscode"], json!(4));
    server.stop().await;
}

#[tokio::test]
async fn the_earlier_conversations_of_the_same_customer_are_told_and_nobody_elses() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let first = ada.accept_next(&mut stream).await;
    ada.command(&first, "end", json!({})).await.expect_status(200);
    ada.command(&first, "close-session", json!({})).await.expect_status(200);
    server.visitor_saying("Somebody else").await;
    ada.accept_next(&mut stream).await;

    let again = json!({ "widgetId": server.widget_id, "text": "Me again" });
    customer.person.post("/api/v1/visitor/conversations", again).await.expect_status(201);
    let second = ada.accept_next(&mut stream).await;
    let earlier = ada.get(&format!("/api/v1/conversations/{second}/earlier")).await.expect_status(200).json;
    let ids: Vec<String> = earlier["items"].as_array().expect("items").iter().map(|item| text(&item["id"])).collect();
    assert_eq!(ids, [first]);

    let stranger = server.foreign_agent("Eve").await;
    let refused = stranger.get(&format!("/api/v1/conversations/{second}/earlier")).await;
    refused.expect_problem(404, "conversation_not_found");
    server.stop().await;
}
