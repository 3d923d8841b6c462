//! Supervisors over HTTP: one conversation, many at once, presences; and whoever is none.

use crate::test_server::{Person, TestServer, answer, text};
use reqwest::Method;
use serde_json::{Value, json};

async fn participants(person: &Person, id: &str) -> Vec<(String, bool)> {
    let detail = person.get(&format!("/api/v1/conversations/{id}")).await.expect_status(200).json;
    let present = detail["participants"].as_array().expect("participants").iter();
    let present = present.filter(|row| row["leftAt"].is_null());
    present.map(|row| (text(&row["mode"]), row["public"] == true)).collect()
}

#[tokio::test]
async fn an_open_conversation_is_assigned_and_an_active_one_is_not() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let customer = server.visitor().await;
    let id = customer.conversation_id.clone();
    sue.command(&id, "assign", json!({ "agentId": ada.id })).await.expect_problem(409, "agent_not_available");
    sue.command(&id, "assign", json!({})).await.expect_problem(400, "invalid_assignment");
    ada.command(&id, "assign", json!({ "agentId": ada.id })).await.expect_problem(403, "supervisors_only");
    let regardless = json!({ "agentId": ada.id, "regardless": true });
    sue.command(&id, "assign", regardless.clone()).await.expect_status(200);
    let detail = sue.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert_eq!(detail["conversation"]["statusReason"], "assigned_by_supervisor");
    sue.command(&id, "assign", regardless).await.expect_problem(409, "conversation_not_open");
    let _ada = ada.connect().await;
    ada.command(&id, "accept", json!({})).await.expect_status(200);
}

#[tokio::test]
async fn who_monitors_reads_along_unseen_and_who_joins_is_announced() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    ada.command(&id, "monitor", json!({})).await.expect_problem(403, "supervisors_only");
    let monitors = sue.command(&id, "monitor", json!({})).await.expect_status(200);
    assert!(monitors.json["participantId"].is_string());
    assert_eq!(participants(&ada, &id).await, [("primary".to_owned(), true)], "nobody is told who reads along");
    assert_eq!(participants(&sue, &id).await.len(), 2);
    let visiting = sue.get("/api/v1/conversations?view=visiting").await.expect_status(200).json;
    assert_eq!(visiting["items"][0]["id"], json!(id));

    sue.command(&id, "messages", json!({ "text": "Hi" })).await.expect_problem(403, "not_assigned_to_you");
    sue.command(&id, "join", json!({})).await.expect_status(200);
    sue.command(&id, "messages", json!({ "text": "Hi" })).await.expect_status(201);
    let heard = customer.person.get(&customer.path("/messages")).await.json;
    assert!(heard["items"].as_array().expect("items").iter().any(|item| item["event"] == "agent_joined"), "{heard}");
    sue.command(&id, "leave", json!({})).await.expect_status(200);
    sue.command(&id, "leave", json!({})).await.expect_problem(409, "not_taking_part");
    let visiting = sue.get("/api/v1/conversations?view=visiting").await.json;
    assert_eq!(visiting["items"], json!([]));
}

#[tokio::test]
async fn a_conversation_is_forced_closed_once_and_never_ones_own() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let customer = server.visitor().await;
    ada.command(&customer.conversation_id, "force-close", json!({})).await.expect_problem(403, "supervisors_only");
    sue.command(&customer.conversation_id, "force-close", json!({})).await.expect_status(200);
    sue.command(&customer.conversation_id, "force-close", json!({})).await.expect_problem(409, "conversation_closed");
    customer.say("Hello?").await.expect_problem(409, "conversation_closed");

    let own = server.visitor().await.conversation_id;
    let _sue = sue.connect().await;
    sue.command(&own, "pick", json!({})).await.expect_status(200);
    for command in ["force-close", "monitor", "join"] {
        sue.command(&own, command, json!({})).await.expect_problem(409, "own_conversation");
    }
}

#[tokio::test]
async fn many_are_decided_each_by_itself_and_a_repeat_is_answered_as_before() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(server.visitor().await.conversation_id);
    }
    let missing = server.queue_id.clone();
    let body = json!({ "act": "force_close", "conversationIds": [ids[0], missing, ids[1]] });
    ada.post("/api/v1/conversations/bulk", body.clone()).await.expect_problem(403, "supervisors_only");
    let once = || async {
        let request = sue.request(Method::POST, "/api/v1/conversations/bulk").header("idempotency-key", "b-1");
        answer(request.json(&body)).await.expect_status(200).json
    };
    let first = once().await;
    let done: Vec<_> = first["items"].as_array().expect("items").iter().map(|item| item["done"].clone()).collect();
    assert_eq!(done, [true, false, true]);
    assert_eq!(first["items"][1]["code"], "conversation_not_found");
    assert_eq!(once().await, first);

    let assign = json!({ "act": "assign", "conversationIds": [ids[2]], "agentId": ada.id, "regardless": true });
    let answered = sue.post("/api/v1/conversations/bulk", assign).await.expect_status(200).json;
    assert_eq!(answered["items"][0], json!({ "conversationId": ids[2], "done": true, "code": null, "detail": null }));
}

#[tokio::test]
async fn too_many_none_or_nowhere_is_refused_whole() {
    let server = TestServer::start().await;
    let sue = server.supervisor("Sue").await;
    let id = server.visitor().await.conversation_id;
    for count in [1_001, 2_000] {
        let body = json!({ "act": "force_close", "conversationIds": vec![id.clone(); count] });
        sue.post("/api/v1/conversations/bulk", body).await.expect_problem(400, "too_many_conversations");
    }
    let none = json!({ "act": "force_close", "conversationIds": [] });
    sue.post("/api/v1/conversations/bulk", none).await.expect_problem(400, "no_conversations");
    for wrong in [
        json!({ "act": "assign", "conversationIds": [id] }),
        json!({ "act": "force_close", "conversationIds": [id], "agentId": id }),
    ] {
        sue.post("/api/v1/conversations/bulk", wrong).await.expect_problem(400, "invalid_bulk");
    }
    let detail = sue.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert_eq!(detail["conversation"]["status"], "open");
}

#[tokio::test]
async fn customers_who_can_wait_are_written_to_once_and_read_it() {
    let server = TestServer::start().await;
    let sue = server.supervisor("Sue").await;
    let (live, persistent) = (server.visitor().await, server.persistent_visitor().await);
    let mut stream = persistent.connect().await;
    let body = json!({
        "act": "message", "text": "We are late today.",
        "conversationIds": [persistent.conversation_id, live.conversation_id],
    });
    let once = || async {
        let request = sue.request(Method::POST, "/api/v1/conversations/bulk").header("idempotency-key", "m-1");
        answer(request.json(&body)).await.expect_status(200).json
    };
    let first = once().await;
    assert_eq!((&first["items"][0]["done"], &first["items"][1]["code"]), (&json!(true), &json!("live_chat")));
    assert_eq!(once().await, first);
    assert_eq!(stream.frame("message").await["message"]["text"], "Hello");
    assert_eq!(stream.frame("status").await["status"], "waiting");
    assert_eq!(stream.frame("message").await["message"]["text"], "We are late today.");
    let read = persistent.messages().await;
    assert_eq!(read.as_array().map(Vec::len), Some(2), "{read}");
    assert_eq!((&read[1]["text"], &read[1]["from"]), (&json!("We are late today."), &json!("agent")));
    let detail = sue.get(&format!("/api/v1/conversations/{}", persistent.conversation_id)).await.json;
    assert_eq!(detail["conversation"]["status"], "waiting");
    persistent.say("Thank you").await.expect_status(201);
    let detail = sue.get(&format!("/api/v1/conversations/{}", persistent.conversation_id)).await.json;
    assert_eq!(detail["conversation"]["status"], "open");
}

#[tokio::test]
async fn the_agent_of_a_conversation_hears_a_notice_and_it_stands_in_the_conversation() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let body = json!({ "act": "notify", "text": "The shop closes at noon.", "conversationIds": [id] });
    let done = sue.post("/api/v1/conversations/bulk", body).await.expect_status(200).json;
    assert_eq!(done["items"][0]["done"], true);
    let heard = stream.event("agent_notified").await;
    let expected = [
        ("conversationId", json!(id)),
        ("agentId", json!(ada.id)),
        ("by", json!(sue.id)),
        ("customerName", json!("Vera")),
    ];
    expected.iter().for_each(|(key, value)| assert_eq!(&heard[key], value, "{heard}"));
    assert_eq!((&heard["byName"], &heard["text"]), (&json!("Sue"), &json!("The shop closes at noon.")));
    let messages = ada.get(&format!("/api/v1/conversations/{id}/messages")).await.json;
    let note = messages["items"].as_array().and_then(|all| all.last()).expect("a note");
    assert_eq!((&note["number"], &note["visibility"]), (&heard["number"], &json!("internal")));
    let read = customer.messages().await;
    assert!(!read.to_string().contains("noon"), "{read}");
}

#[tokio::test]
async fn what_is_written_to_many_has_a_text_and_goes_to_nobody_else() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let id = server.visitor().await.conversation_id;
    let bulk = "/api/v1/conversations/bulk";
    for act in ["message", "notify"] {
        let of = |more: Value| {
            let mut body = json!({ "act": act, "conversationIds": [id], "text": "Hello" });
            more.as_object().expect("an object").iter().for_each(|(key, value)| body[key] = value.clone());
            body
        };
        ada.post(bulk, of(json!({}))).await.expect_problem(403, "supervisors_only");
        sue.post(bulk, of(json!({ "text": null }))).await.expect_field("text", "is missing");
        sue.post(bulk, of(json!({ "text": " " }))).await.expect_problem(400, "message_empty");
        sue.post(bulk, of(json!({ "text": "x".repeat(1_001) }))).await.expect_problem(400, "message_too_long");
        sue.post(bulk, of(json!({ "agentId": ada.id }))).await.expect_problem(400, "invalid_bulk");
        let too_many = of(json!({ "conversationIds": vec![id.clone(); 1_001] }));
        sue.post(bulk, too_many).await.expect_problem(400, "too_many_conversations");
    }
    let closing = json!({ "act": "force_close", "conversationIds": [id], "text": "Goodbye" });
    sue.post(bulk, closing).await.expect_problem(400, "invalid_bulk");
    let detail = sue.get(&format!("/api/v1/conversations/{id}")).await.json;
    assert_eq!(
        (&detail["conversation"]["status"], &detail["conversation"]["lastMessageNumber"]),
        (&json!("open"), &json!(1))
    );
}

#[tokio::test]
async fn a_supervisor_sets_a_presence_that_its_agent_hears_of() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let presences = sue.get("/api/v1/presences").await.expect_status(200).json;
    let busy = presences["items"].as_array().expect("items").iter().find(|one| one["base"] == "busy").expect("busy");
    let choice: Value = json!({ "presenceId": busy["id"] });
    let path = format!("/api/v1/agents/{}/presence", ada.id);
    sue.post(&path, choice.clone()).await.expect_problem(409, "agent_not_connected");
    let _ada = ada.connect().await;
    ada.post(&path, choice.clone()).await.expect_problem(403, "supervisors_only");
    let set = sue.post(&path, choice).await.expect_status(200).json;
    assert_eq!((set["base"].clone(), set["source"].clone()), (json!("busy"), json!("system")));
}

#[tokio::test]
async fn a_supervisor_gives_an_agent_other_queues() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let other = server.administrator.post("/api/v1/queues", json!({ "name": "Other" })).await.expect_status(201).json;
    let path = format!("/api/v1/agents/{}/queues", ada.id);
    let body = json!({ "queueIds": [other["id"]] });
    ada.put(&path, body.clone()).await.expect_problem(403, "forbidden");
    let wrong = json!({ "queueIds": [other["id"], ada.id] });
    sue.put(&path, wrong).await.expect_field("queueIds[1]", "no queue");
    // Nobody would answer what the workstream sends to her own queue.
    let refused = sue.put(&path, body.clone()).await.expect_problem(409, "queue_without_members");
    assert!(text(&refused.json["detail"]).contains("the workstream 'Live chat'"), "{}", refused.body);
    server.agent("Bob").await;
    assert_eq!(sue.put(&path, body.clone()).await.expect_status(200).json, body);
    let queues = sue.get("/api/v1/queues").await.json;
    let serves = |queue: &&Value| queue["members"].as_array().expect("members").contains(&json!(ada.id));
    assert_eq!(queues["items"].as_array().expect("items").iter().filter(serves).count(), 1);
    sue.put(&path, body).await.expect_status(200);
}

#[tokio::test]
async fn each_right_of_supervisors_is_switched_off_by_an_administrator() {
    let server = TestServer::start().await;
    let (ada, sue) = (server.agent("Ada").await, server.supervisor("Sue").await);
    let mut stream = ada.connect().await;
    server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let off = json!({ "monitor": false, "assign": false, "transfer": false, "forceClose": false });
    let change = json!({ "settings": { "supervisors": off } });
    server.administrator.patch("/api/v1/organization", change).await.expect_status(200);
    for (command, body, code) in [
        ("monitor", json!({}), "monitoring_off"),
        ("join", json!({}), "monitoring_off"),
        ("assign", json!({ "agentId": ada.id }), "assigning_off"),
        ("transfer", json!({ "agentId": sue.id }), "transferring_off"),
        ("force-close", json!({}), "force_closing_off"),
    ] {
        sue.command(&id, command, body).await.expect_problem(403, code);
    }
}
