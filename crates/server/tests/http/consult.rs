//! Advice over HTTP and the streams: asked, answered, let in, sent out; the customer hears only what is meant for them.

use crate::test_server::{Person, TestServer, text};
use serde_json::json;

/// A conversation in hand, and the invitation of a colleague who is in no queue of it.
async fn asked(server: &TestServer, ada: &Person, bob: &Person) -> (String, String) {
    let mut stream = ada.connect().await;
    let mut bobs = bob.connect().await;
    let id = ada.accept_next(&mut stream).await;
    let invited = ada.command(&id, "consult", json!({ "agentId": bob.id })).await.expect_status(200).json;
    let told = bobs.event("participant_changed").await;
    assert_eq!(told["participant"]["id"], invited["participantId"]);
    assert_eq!(told["participant"]["joinedAt"], json!(null));
    let _ = server;
    (id, text(&invited["participantId"]))
}

#[tokio::test]
async fn a_colleague_of_no_queue_reads_along_advises_and_is_let_in() {
    let server = TestServer::start().await;
    let customer = server.visitor_saying("I need help").await;
    let ada = server.agent("Ada").await;
    let queue = format!("/api/v1/queues/{}/members", server.queue_id);
    let bob = server.agent("Bob").await;
    server.administrator.put(&queue, json!({ "members": [ada.id] })).await.expect_status(200);
    bob.get(&format!("/api/v1/conversations/{}", customer.conversation_id)).await.expect_status(404);

    let (id, invitation) = asked(&server, &ada, &bob).await;
    bob.get(&format!("/api/v1/conversations/{id}/messages")).await.expect_status(200);
    let consult = |act: &str| format!("consult/{invitation}/{act}");
    ada.command(&id, &consult("accept"), json!({})).await.expect_problem(409, "offer_expired");
    bob.command(&id, &consult("accept"), json!({})).await.expect_status(200);
    let note = json!({ "text": "Refund it", "visibility": "internal" });
    bob.command(&id, "messages", note).await.expect_status(201);
    bob.command(&id, "messages", json!({ "text": "Hello" })).await.expect_problem(403, "not_assigned_to_you");
    ada.command(&id, &consult("add-to-public"), json!({})).await.expect_status(200);
    bob.command(&id, "messages", json!({ "text": "Hello" })).await.expect_status(201);

    let heard = customer.person.get(&customer.path("/messages")).await.json.to_string();
    assert!(heard.contains("Hello") && heard.contains("agent_joined"), "{heard}");
    assert!(!heard.contains("Refund it") && !heard.contains("consult"), "{heard}");

    ada.command(&id, &consult("remove"), json!({})).await.expect_status(200);
    ada.command(&id, &consult("remove"), json!({})).await.expect_problem(404, "consultant_not_found");
    bob.get(&format!("/api/v1/conversations/{id}")).await.expect_status(404);
}

#[tokio::test]
async fn nobody_asks_themselves_nor_the_same_one_twice_nor_who_is_away() {
    let server = TestServer::start().await;
    server.visitor().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let id = ada.accept_next(&mut stream).await;
    let bob = server.agent("Bob").await;
    let ask = |who: &str| json!({ "agentId": who });
    ada.command(&id, "consult", ask(&bob.id)).await.expect_problem(409, "agent_not_available");
    ada.command(&id, "transfer", ask(&bob.id)).await.expect_problem(409, "agent_not_available");
    ada.command(&id, "transfer", ask(&ada.id)).await.expect_problem(409, "already_assigned");
    let _bob = bob.connect().await;
    ada.command(&id, "consult", ask(&bob.id)).await.expect_status(200);
    ada.command(&id, "consult", ask(&bob.id)).await.expect_problem(409, "already_taking_part");
    ada.command(&id, "consult", ask(&ada.id)).await.expect_problem(409, "consult_oneself");
    ada.command(&id, "consult", json!({})).await.expect_problem(400, "invalid_consult");
    ada.command(&id, "consult", json!({ "queueId": server.queue_id })).await.expect_problem(409, "nobody_available");
    ada.command(&id, "consult/nonsense/accept", json!({})).await.expect_field("participantId", "not a GUID");
}

#[tokio::test]
async fn an_invitation_is_rejected_or_left() {
    let server = TestServer::start().await;
    server.visitor().await;
    let (ada, bob) = (server.agent("Ada").await, server.agent("Bob").await);
    let (id, invitation) = asked(&server, &ada, &bob).await;
    bob.command(&id, &format!("consult/{invitation}/reject"), json!({})).await.expect_status(200);
    let detail = ada.get(&format!("/api/v1/conversations/{id}")).await.json;
    let rows = detail["participants"].as_array().expect("participants").clone();
    assert!(rows.iter().any(|row| row["leftReason"] == "agent_reject"), "{rows:?}");
    bob.command(&id, "leave", json!({})).await.expect_problem(409, "not_taking_part");
}
