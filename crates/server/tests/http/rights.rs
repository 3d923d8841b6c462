//! Who may see and do what. What is not one's to see is not there.

use crate::test_server::TestServer;
use serde_json::json;

#[tokio::test]
async fn a_foreign_organisations_ids_are_not_there() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let stranger = server.foreign_agent("Sven").await;

    stranger.get(&format!("/api/v1/conversations/{id}")).await.expect_problem(404, "conversation_not_found");
    stranger.get(&format!("/api/v1/conversations/{id}/messages")).await.expect_problem(404, "conversation_not_found");
    for (command, body) in [
        ("messages", json!({ "text": "Hi" })),
        ("end", json!({})),
        ("accept", json!({})),
        ("marks", json!({ "read": 1 })),
        ("transfer", json!({ "agentId": stranger.id })),
    ] {
        stranger.command(&id, command, body).await.expect_problem(404, "conversation_not_found");
    }
    stranger.get(&format!("/api/v1/agents/{}", ada.id)).await.expect_problem(404, "agent_not_found");
    stranger.get(&format!("/api/v1/agents/{}/conversations", ada.id)).await.expect_problem(404, "agent_not_found");
    let input = json!({ "agentId": ada.id });
    stranger.post("/api/v1/omnichannel/getConversations", input).await.expect_problem(404, "agent_not_found");
    let members = json!({ "members": [stranger.id] });
    stranger
        .put(&format!("/api/v1/queues/{}/members", server.queue_id), members.clone())
        .await
        .expect_problem(404, "queue_not_found");
    server
        .administrator
        .put(&format!("/api/v1/queues/{}/members", server.queue_id), members)
        .await
        .expect_field("members[0]", "no user of this organisation");
    ada.command(&id, "transfer", json!({ "agentId": stranger.id })).await.expect_status(404);
    let started = json!({ "widgetId": server.widget_id });
    customer.person.post("/api/v1/visitor/conversations", started).await.expect_status(201);
    let contact =
        stranger.post("/api/v1/contacts", json!({ "name": "Nils" })).await.expect_status(201).json["id"].clone();
    let link = json!({ "recordType": "contact", "recordId": contact });
    ada.command(&id, "link", link).await.expect_problem(404, "contact_not_found");
    assert_eq!(ada.get("/api/v1/contacts?search=Nils").await.json["items"], json!([]));
    let account = json!({ "name": "Bo", "accountId": contact });
    ada.post("/api/v1/contacts", account).await.expect_field("accountId", "no account");
}

#[tokio::test]
async fn a_visitor_sees_their_own_conversation_and_nobody_elses() {
    let server = TestServer::start().await;
    let (vera, victor) = (server.visitor().await, server.visitor().await);
    vera.person.get(&vera.path("")).await.expect_status(200);
    for path in ["", "/messages"] {
        vera.person.get(&victor.path(path)).await.expect_problem(404, "conversation_not_found");
    }
    for path in ["/messages", "/marks", "/typing", "/end"] {
        let body = if path == "/messages" { json!({ "text": "Hi" }) } else { json!({}) };
        vera.person.post(&victor.path(path), body).await.expect_problem(404, "conversation_not_found");
    }
    let own = vera.person.get("/api/v1/visitor/conversations").await.expect_status(200).json;
    assert_eq!(own["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(own["items"][0]["id"], json!(vera.conversation_id));
}

#[tokio::test]
async fn a_visitors_token_is_no_agents_and_an_agents_is_no_visitors() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let vera = server.visitor().await;
    vera.person.get("/api/v1/me").await.expect_problem(403, "forbidden");
    vera.person.get("/api/v1/conversations?view=mine").await.expect_problem(403, "forbidden");
    ada.get("/api/v1/visitor/conversations").await.expect_problem(403, "forbidden");
    server.anyone().get(&vera.path("")).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn agents_read_their_own_conversations_supervisors_anyones() {
    let server = TestServer::start().await;
    let (ada, bob) = (server.agent("Ada").await, server.agent("Bob").await);
    let sue = server.supervisor("Sue").await;
    let of_ada = format!("/api/v1/agents/{}/conversations", ada.id);
    ada.get(&of_ada).await.expect_status(200);
    bob.get(&of_ada).await.expect_problem(403, "forbidden");
    sue.get(&of_ada).await.expect_status(200);
    server.administrator.get(&of_ada).await.expect_status(200);
    let input = json!({ "agentId": ada.id });
    bob.post("/api/v1/omnichannel/getConversations", input.clone()).await.expect_problem(403, "forbidden");
    sue.post("/api/v1/omnichannel/getConversations", input).await.expect_status(200);
    let nobody = "/api/v1/agents/00000000-0000-0000-0000-000000000009/conversations";
    bob.get(nobody).await.expect_problem(403, "forbidden");
    sue.get(nobody).await.expect_problem(404, "agent_not_found");
}

#[tokio::test]
async fn a_conversation_is_seen_by_its_agent_its_queue_and_supervisors() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let outsider = server.agent("Olga").await;
    let members = json!({ "members": [ada.id] });
    server.administrator.put(&format!("/api/v1/queues/{}/members", server.queue_id), members).await.expect_status(200);
    let sue = server.supervisor("Sue").await;
    let customer = server.visitor().await;
    let path = format!("/api/v1/conversations/{}", customer.conversation_id);
    ada.get(&path).await.expect_status(200);
    sue.get(&path).await.expect_status(200);
    outsider.get(&path).await.expect_problem(404, "conversation_not_found");
    outsider.command(&customer.conversation_id, "pick", json!({})).await.expect_problem(404, "conversation_not_found");
    let open = |person: &crate::test_server::Person| {
        let person = person.clone();
        async move {
            person.get("/api/v1/conversations?view=open").await.expect_status(200).json["items"]
                .as_array()
                .map(Vec::len)
        }
    };
    assert_eq!(open(&ada).await, Some(1));
    assert_eq!(open(&sue).await, Some(1));
    assert_eq!(open(&outsider).await, Some(0));
    let of_queue = format!("/api/v1/conversations?view=open&queueId={}", server.queue_id);
    outsider.get(&of_queue).await.expect_problem(403, "forbidden");
    ada.get("/api/v1/conversations?view=ongoing").await.expect_problem(403, "forbidden");
    let ongoing = sue.get("/api/v1/conversations?view=ongoing").await.expect_status(200).json;
    assert_eq!(ongoing["items"][0]["id"], json!(customer.conversation_id));
}

#[tokio::test]
async fn only_administrators_change_the_set_up() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    for person in [&ada, &sue] {
        person.post("/api/v1/queues", json!({ "name": "Mine" })).await.expect_problem(403, "forbidden");
        person
            .post("/api/v1/presences", json!({ "name": "Nap", "base": "away" }))
            .await
            .expect_problem(403, "forbidden");
        person.patch("/api/v1/organization", json!({ "name": "Mine" })).await.expect_problem(403, "forbidden");
        let path = format!("/api/v1/agents/{}", person.id);
        person.patch(&path, json!({ "role": "administrator" })).await.expect_problem(403, "forbidden");
        person.get("/api/v1/queues").await.expect_status(200);
        person.get("/api/v1/organization").await.expect_status(200);
    }
}

#[tokio::test]
async fn e_mails_are_for_oneself_and_those_who_oversee() {
    let server = TestServer::start().await;
    let (ada, bob) = (server.agent("Ada").await, server.agent("Bob").await);
    let of_bob = format!("/api/v1/agents/{}", bob.id);
    assert!(ada.get(&of_bob).await.expect_status(200).json["agent"]["email"].is_null());
    assert_eq!(bob.get(&of_bob).await.json["agent"]["email"], json!(bob.email));
    assert_eq!(server.administrator.get(&of_bob).await.json["agent"]["email"], json!(bob.email));
    assert!(!server.administrator.get("/api/v1/agents").await.body.contains("argon2"));
}
