//! The set-up: presences, queues, workstreams, widgets, settings, users, records.

use crate::test_server::{PASSWORD, TestServer, text};
use serde_json::{Value, json};

#[tokio::test]
async fn a_new_organisation_can_chat_at_once() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let presences = root.get("/api/v1/presences").await.expect_status(200).json;
    let names: Vec<String> =
        presences["items"].as_array().expect("items").iter().map(|presence| text(&presence["name"])).collect();
    for name in ["Available", "Busy", "Do not disturb", "Away", "Offline", "Inactive", "Lunch"] {
        assert!(names.iter().any(|other| other == name), "{name} in {names:?}");
    }
    let widget = server.anyone().get(&format!("/api/v1/visitor/widgets/{}", server.widget_id)).await.expect_status(200);
    assert_eq!(widget.json["mode"], "live_chat");
}

#[tokio::test]
async fn an_agent_chooses_among_the_presences_that_may_be_chosen() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let _browser = ada.connect().await;
    let presences = ada.get("/api/v1/presences").await.json;
    let id_of = |name: &str| {
        let items = presences["items"].as_array().expect("items");
        items
            .iter()
            .find(|presence| presence["name"] == name)
            .map(|presence| presence["id"].clone())
            .expect("a presence")
    };
    let set = |id: Value| ada.put("/api/v1/agents/me/presence", json!({ "presenceId": id }));
    let status =
        ada.put("/api/v1/agents/me/presence", json!({ "presenceId": id_of("Lunch") })).await.expect_status(200);
    assert_eq!((&status.json["base"], &status.json["source"]), (&json!("away"), &json!("agent")));
    assert_eq!(ada.get("/api/v1/agents/me/presence").await.json["presenceId"], id_of("Lunch"));
    let refused = ada.put("/api/v1/agents/me/presence", json!({ "presenceId": id_of("Inactive") })).await;
    assert!((400..500).contains(&refused.status), "{}", refused.body);
    let unknown = json!("00000000-0000-0000-0000-000000000009");
    let refused = set(unknown).await;
    assert!((400..500).contains(&refused.status), "{}", refused.body);
}

#[tokio::test]
async fn queues_workstreams_and_widgets_are_made_and_changed() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let queue = root.post("/api/v1/queues", json!({ "name": "Billing", "priority": 2 })).await.expect_status(201).json;
    let path = format!("/api/v1/queues/{}", text(&queue["id"]));
    let changed = root.patch(&path, json!({ "priority": 5 })).await.expect_status(200).json;
    assert_eq!((&changed["name"], &changed["priority"]), (&json!("Billing"), &json!(5)));
    root.patch(&path, json!({ "priority": 0 })).await.expect_field("priority", "1 to 10000");
    root.post("/api/v1/queues", json!({ "name": " " })).await.expect_field("name", "empty");

    let new = json!({ "name": "SMS", "channel": "sms", "fallbackQueueId": queue["id"], "offerTimeoutMs": 60_000 });
    let workstream = root.post("/api/v1/workstreams", new).await.expect_status(201).json;
    assert_eq!((&workstream["mode"], &workstream["offerTimeoutMs"]), (&json!("asynchronous"), &json!(60_000)));
    let path = format!("/api/v1/workstreams/{}", text(&workstream["id"]));
    let block = json!({ "wrapUpBlock": { "for": { "milliseconds": 60_000 } }, "closeAfterInactivityMs": null });
    let changed = root.patch(&path, block).await.expect_status(200).json;
    assert_eq!(changed["wrapUpBlock"], json!({ "for": { "milliseconds": 60_000 } }));
    assert!(changed["closeAfterInactivityMs"].is_null());
    let block = json!({ "wrapUpBlock": { "for": { "milliseconds": 1 } } });
    root.patch(&path, block).await.expect_field("wrapUpBlock.for.milliseconds", "30000");
    root.patch(&path, json!({ "distribution": "pick" })).await.expect_field("distribution", "unknown field");
    let new = json!({ "name": "X", "channel": "sms", "mode": "live_chat", "fallbackQueueId": queue["id"] });
    root.post("/api/v1/workstreams", new).await.expect_field("mode", "channel");

    let new = json!({ "name": "W", "workstreamId": workstream["id"] });
    root.post("/api/v1/widgets", new).await.expect_field("workstreamId", "web-chat");
    let path = format!("/api/v1/widgets/{}", server.widget_id);
    root.patch(&path, json!({ "color": "red" })).await.expect_field("color", "#0f6cbd");
    let changed = root.patch(&path, json!({ "color": "#AABBCC", "greeting": "Hi" })).await.expect_status(200).json;
    assert_eq!((&changed["color"], &changed["greeting"]), (&json!("#aabbcc"), &json!("Hi")));
    root.patch(&path, json!({ "allowedDomains": ["https://x"] })).await.expect_field("allowedDomains[0]", "host name");
}

#[tokio::test]
async fn settings_and_timers_change_one_by_one() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let before = root.get("/api/v1/organization").await.json;
    let change = json!({ "settings": { "timers": { "liveChatActiveCloseMs": 3_600_000 }, "declinesAllowed": 2 } });
    let after = root.patch("/api/v1/organization", change).await.expect_status(200).json;
    assert_eq!(after["settings"]["timers"]["liveChatActiveCloseMs"], 3_600_000);
    assert_eq!(after["settings"]["declinesAllowed"], 2);
    assert_eq!(after["settings"]["timers"]["browserRestoreMs"], before["settings"]["timers"]["browserRestoreMs"]);
    let change = json!({ "settings": { "timers": { "liveChatActiveCloseMs": null } } });
    let after = root.patch("/api/v1/organization", change).await.expect_status(200).json;
    assert!(after["settings"]["timers"]["liveChatActiveCloseMs"].is_null());
    let change = json!({ "settings": { "declinesAllowed": 9 } });
    root.patch("/api/v1/organization", change).await.expect_field("settings.declinesAllowed", "1 to 5");
    let change = json!({ "settings": { "framedOrigins": ["x; script-src *"] } });
    root.patch("/api/v1/organization", change).await.expect_field("settings.framedOrigins[0]", "origin");
    let change = json!({ "settings": { "timers": { "browserRestore": 1 } } });
    root.patch("/api/v1/organization", change).await.expect_field("settings.timers.browserRestore", "unknown field");
}

#[tokio::test]
async fn users_are_added_and_changed_and_one_administrator_remains() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let new = json!({ "name": "Ada", "email": "ada@example.com", "role": "agent", "password": PASSWORD });
    let ada = root.post("/api/v1/agents", new.clone()).await.expect_status(201).json["agent"].clone();
    root.post("/api/v1/agents", new).await.expect_problem(409, "email_taken");
    let body = json!({ "email": "ada@example.com", "password": PASSWORD });
    server.anyone().post("/api/v1/sign-in", body).await.expect_status(200);
    let path = format!("/api/v1/agents/{}", text(&ada["id"]));
    let changed = root.patch(&path, json!({ "name": "Ada L.", "capacityUnits": 50 })).await.expect_status(200).json;
    assert_eq!((&changed["agent"]["name"], &changed["agent"]["capacityUnits"]), (&json!("Ada L."), &json!(50)));
    root.patch(&path, json!({ "password": "short" })).await.expect_field("password", "8");
    root.patch(&path, json!({ "email": "ROOT@example.com" })).await.expect_problem(409, "email_taken");
    let own = format!("/api/v1/agents/{}", root.id);
    root.patch(&own, json!({ "role": "agent" })).await.expect_problem(409, "last_administrator");
    root.patch(&own, json!({ "active": false })).await.expect_problem(409, "last_administrator");
}

#[tokio::test]
async fn records_are_found_by_a_piece_of_what_they_say() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let account = ada.post("/api/v1/accounts", json!({ "name": "Lind AB" })).await.expect_status(201).json;
    let contact = json!({ "name": "Vera Lind", "email": "vera@lind.example", "accountId": account["id"] });
    let contact = ada.post("/api/v1/contacts", contact).await.expect_status(201).json;
    let found = ada.get("/api/v1/contacts?search=lind").await.expect_status(200).json;
    assert_eq!(found["items"], json!([contact]));
    let path = format!("/api/v1/contacts/{}", text(&contact["id"]));
    let changed = ada.patch(&path, json!({ "phone": "+46 1", "accountId": null })).await.expect_status(200).json;
    assert_eq!(
        (&changed["phone"], &changed["accountId"], &changed["email"]),
        (&json!("+46 1"), &json!(null), &contact["email"])
    );
    let case = json!({ "title": "Broken", "customer": { "kind": "contact", "id": contact["id"] } });
    let case = ada.post("/api/v1/cases", case).await.expect_status(201).json;
    assert!(text(&case["ticketNumber"]).starts_with("CAS-"));
    let path = format!("/api/v1/cases/{}", text(&case["id"]));
    let changed = ada.patch(&path, json!({ "status": "resolved" })).await.expect_status(200).json;
    assert_eq!((&changed["status"], &changed["customer"]), (&json!("resolved"), &case["customer"]));
    ada.patch("/api/v1/cases/00000000-0000-0000-0000-000000000009", json!({}))
        .await
        .expect_problem(404, "case_not_found");
}
