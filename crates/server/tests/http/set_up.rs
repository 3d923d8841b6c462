//! The set-up of routing over HTTP: made, changed, deleted, with versions; bad input as a table; who changed what.

use crate::test_server::{Answered, Person, TestServer, answer, text};
use reqwest::Method;
use serde_json::{Value, json};

const NOBODY: &str = "00000000-0000-0000-0000-000000000009";

async fn made(person: &Person, path: &str, body: Value) -> Value {
    person.post(path, body).await.expect_status(201).json
}

async fn if_match(person: &Person, method: Method, path: &str, tag: &str, body: Value) -> Answered {
    answer(person.request(method, path).header("if-match", tag).json(&body)).await
}

/// The nouns that routing brings, each made, found, changed and deleted.
#[tokio::test]
async fn every_noun_is_made_found_changed_and_deleted() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    server.agent("Ada").await;
    let (queue, stream) = (server.queue_id.clone(), workstream(&server).await);
    let hours =
        json!({ "timeZone": "Europe/Berlin", "weekly": [{ "days": ["monday"], "from": "09:00", "to": "17:00" }] });
    let rule =
        json!({ "name": "Gold", "when": "context.tier == \"gold\"", "queues": [{ "queueId": queue, "percent": 100 }] });
    let ruleset = json!({ "name": "Routes", "workstreamId": stream, "kind": "route_to_queue", "rules": [rule] });
    let other_stream = json!({ "name": "SMS", "channel": "sms", "fallbackQueueId": queue });
    let cases = [
        ("skills", json!({ "name": "German", "kind": "Language" }), json!({ "kind": "Tongue" })),
        ("capacity-profiles", json!({ "name": "Chats", "unitsMax": 3 }), json!({ "unitsMax": 0 })),
        ("operating-hours", json!({ "name": "Office", "hours": hours }), json!({ "name": "Desk" })),
        ("rulesets", ruleset, json!({ "position": 7 })),
        ("queues", json!({ "name": "Billing", "method": "advanced_round_robin" }), json!({ "serviceLevelMs": 20_000 })),
        ("workstreams", other_stream, json!({ "skillMatching": "closest" })),
        ("widgets", json!({ "name": "Shop", "workstreamId": stream }), json!({ "title": "Hello" })),
        ("presences", json!({ "name": "Training", "base": "away" }), json!({ "name": "Course" })),
        (
            "quick-replies",
            json!({ "title": "Hello", "text": "Hi {FirstName{Customer}}", "workstreamIds": [stream] }),
            json!({ "title": "Hallo", "locale": "de-DE", "tags": ["hello"], "workstreamIds": [] }),
        ),
        ("session-templates", json!({ "name": "Chat" }), json!({ "title": "{customerName}: {caseTitle}" })),
        (
            "notification-templates",
            json!({ "name": "Chat", "timeoutMs": 30_000, "notification": "screen_pop_with_timeout" }),
            json!({
                "icon": "star",
                "fields": [{ "header": "Order", "value": "{order}" }],
                "onTimeout": "accept",
                "countdownShown": false,
                "acceptText": "Take it",
                "desktop": "always",
            }),
        ),
    ];
    for (noun, new, change) in cases {
        let created = root.post(&format!("/api/v1/{noun}"), new).await.expect_status(201);
        let path = format!("/api/v1/{noun}/{}", text(&created.json["id"]));
        assert_eq!((created.header("etag"), &created.json["version"]), ("\"1\"", &json!(1)), "{noun}");
        let found = root.get(&path).await.expect_status(200);
        assert_eq!((found.header("etag"), &found.json), ("\"1\"", &created.json), "{noun}");
        let listed = root.get(&format!("/api/v1/{noun}")).await.expect_status(200).json;
        let ids: Vec<&Value> = listed["items"].as_array().expect("items").iter().map(|item| &item["id"]).collect();
        assert!(ids.contains(&&created.json["id"]), "{noun}");
        let changed = root.patch(&path, change.clone()).await.expect_status(200);
        assert_eq!(changed.header("etag"), "\"2\"", "{noun}");
        for (field, value) in change.as_object().expect("members") {
            assert_eq!(&changed.json[field], value, "{noun}");
        }
        root.delete(&path).await.expect_status(204);
        let word = noun.replace('-', "_");
        let word = match word.as_str() {
            "operating_hours" => &word,
            "quick_replies" => "quick_reply",
            _ => word.trim_end_matches('s'),
        };
        root.get(&path).await.expect_problem(404, &format!("{word}_not_found"));
        root.delete(&path).await.expect_problem(404, &format!("{word}_not_found"));
    }
}

async fn workstream(server: &TestServer) -> Value {
    server.administrator.get("/api/v1/workstreams").await.json["items"][0]["id"].clone()
}

#[tokio::test]
async fn what_was_changed_in_between_is_not_overwritten() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let skill = made(root, "/api/v1/skills", json!({ "name": "German" })).await;
    let path = format!("/api/v1/skills/{}", text(&skill["id"]));
    let change = |name: &str| json!({ "name": name });
    if_match(root, Method::PATCH, &path, "\"1\"", change("Deutsch")).await.expect_status(200);
    let late = if_match(root, Method::PATCH, &path, "\"1\"", change("Danish")).await;
    late.expect_problem(412, "version_conflict");
    if_match(root, Method::DELETE, &path, "\"1\"", Value::Null).await.expect_problem(412, "version_conflict");
    if_match(root, Method::PATCH, &path, "\"x\"", change("Danish")).await.expect_problem(412, "version_conflict");
    assert_eq!(root.get(&path).await.json["name"], "Deutsch");
    if_match(root, Method::PATCH, &path, "W/\"2\"", change("Danish")).await.expect_status(200);
    if_match(root, Method::PATCH, &path, "*", change("Dutch")).await.expect_status(200);
    if_match(root, Method::DELETE, &path, "\"3\", \"4\"", Value::Null).await.expect_status(204);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_changes_nothing_and_gets_the_first_answer() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let send = |method: Method, path: String, body: Value| {
        let request = root.request(method, &path).header("idempotency-key", "k1").header("if-match", "\"1\"");
        async move { answer(request.json(&body)).await }
    };
    let new = json!({ "name": "German" });
    let first = send(Method::POST, "/api/v1/skills".into(), new.clone()).await.expect_status(201).json;
    assert_eq!(send(Method::POST, "/api/v1/skills".into(), new).await.expect_status(201).json, first);
    let path = format!("/api/v1/skills/{}", text(&first["id"]));
    for _ in 0..2 {
        let changed = send(Method::PATCH, path.clone(), json!({ "name": "Deutsch" })).await.expect_status(200);
        assert_eq!(changed.json["version"], 2);
    }
}

#[tokio::test]
async fn one_rule_is_inserted_replaced_and_deleted_by_its_name() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let new = json!({ "name": "Tiers", "workstreamId": workstream(&server).await, "kind": "classification" });
    let ruleset = made(root, "/api/v1/rulesets", new).await;
    let path = format!("/api/v1/rulesets/{}", text(&ruleset["id"]));
    let rules = format!("{path}/rules");
    let rule = |name: &str, tier: &str, priority: &str| {
        let output = json!({ "set": "priority", "priority": priority });
        json!({ "name": name, "when": format!("context.tier == '{tier}'"), "outputs": [output] })
    };
    root.post(&rules, json!({ "rule": rule("Gold, or better", "gold", "high") })).await.expect_status(200);
    let first = json!({ "rule": rule("Platinum", "platinum", "high"), "before": "Gold, or better" });
    let summary = root.post(&rules, first).await.expect_status(200);
    assert_eq!((&summary.json["ruleCount"], summary.header("etag")), (&json!(2), "\"3\""));
    let named = |name: &str| format!("{rules}/{name}");
    let replaced = rule("Gold", "gold", "normal");
    root.put(&named("Gold,%20or%20better"), replaced).await.expect_status(200);
    let page = root.get(&format!("{rules}?offset=1&limit=1")).await.expect_status(200).json;
    assert_eq!((&page["total"], &page["items"][0]["name"]), (&json!(2), &json!("Gold")));
    assert_eq!(page["items"][0]["when"], "context.tier == \"gold\"");
    root.delete(&named("Platinum")).await.expect_status(200);
    root.delete(&named("Platinum")).await.expect_problem(404, "rule_not_found");
    let twice = json!({ "rule": rule("Gold", "silver", "low") });
    let refused = root.post(&rules, twice).await;
    assert_eq!(refused.status, 400, "{}", refused.body);
    let nowhere = json!({ "rule": rule("Silver", "silver", "low"), "before": "Platinum" });
    root.post(&rules, nowhere).await.expect_field("before", "no rule");
    let names = root.get(&path).await.json["rules"].as_array().expect("rules").clone();
    assert_eq!((names.len(), &names[0]["name"]), (1, &json!("Gold")));
}

#[tokio::test]
async fn what_is_wrong_with_a_set_up_is_said_with_its_place_and_nothing_is_changed() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    server.agent("Ada").await;
    let (queue, stream) = (server.queue_id.clone(), workstream(&server).await);
    let skill = made(root, "/api/v1/skills", json!({ "name": "German" })).await["id"].clone();
    let empty = made(root, "/api/v1/queues", json!({ "name": "Empty" })).await["id"].clone();
    let agent = format!("/api/v1/agents/{}", root.id);
    let hours = |change: Value| {
        let mut hours =
            json!({ "timeZone": "Europe/Berlin", "weekly": [{ "days": ["monday"], "from": "09:00", "to": "17:00" }] });
        hours.as_object_mut().expect("an object").extend(change.as_object().expect("members").clone());
        json!({ "name": "Hours", "hours": hours })
    };
    let route = |rule: Value| {
        let mut whole = json!({ "name": "R", "when": "true", "queues": [{ "queueId": queue, "percent": 100 }] });
        whole.as_object_mut().expect("an object").extend(rule.as_object().expect("members").clone());
        json!({ "name": "Routes", "workstreamId": stream, "kind": "route_to_queue", "rules": [whole] })
    };
    let share = |id: &Value, percent: u32| json!([{ "queueId": id, "percent": percent }]);
    let own_queue = format!("/api/v1/queues/{queue}");
    let (own_stream, templates) = (format!("/api/v1/workstreams/{}", text(&stream)), "/api/v1/notification-templates");
    let to = |id: &Value| json!({ "do": "transfer_to_queue", "queueId": id });
    let waiting =
        |action: Value, after_ms: u64| json!({ "overflowWaiting": { "afterMs": after_ms, "action": action } });
    let before_audit = root.get("/api/v1/audit?limit=1").await.expect_status(200).json;
    let cases = [
        (Method::POST, "/api/v1/skills", json!({ "name": "german" }), 409, "name"),
        (
            Method::POST,
            "/api/v1/skills",
            json!({ "name": "D", "rating": { "minimum": 3, "maximum": 3 } }),
            400,
            "rating",
        ),
        (
            Method::POST,
            "/api/v1/skills",
            json!({ "name": "D", "rating": { "minimum": -1, "maximum": 3 } }),
            400,
            "rating.minimum",
        ),
        (Method::POST, "/api/v1/capacity-profiles", json!({ "name": "P", "unitsMax": 101 }), 400, "unitsMax"),
        (Method::POST, "/api/v1/capacity-profiles", json!({ "name": "P", "unitsMax": -1 }), 400, "unitsMax"),
        (Method::PATCH, &agent, json!({ "capacityUnits": -1 }), 400, "capacityUnits"),
        (
            Method::PATCH,
            &agent,
            json!({ "skills": [{ "skillId": skill, "proficiency": 11 }] }),
            400,
            "skills[0].proficiency",
        ),
        (
            Method::PATCH,
            &agent,
            json!({ "skills": [{ "skillId": NOBODY, "proficiency": 1 }] }),
            400,
            "skills[0].skillId",
        ),
        (Method::PATCH, &agent, json!({ "operatingHoursId": NOBODY }), 400, "operatingHoursId"),
        (Method::POST, "/api/v1/operating-hours", hours(json!({ "timeZone": "Berlin" })), 400, "hours.timeZone"),
        (Method::POST, "/api/v1/operating-hours", hours(json!({ "weekly": [] })), 400, "hours"),
        (
            Method::POST,
            "/api/v1/operating-hours",
            hours(json!({ "holidays": [{ "name": "X", "date": "31.12." }] })),
            400,
            "hours.holidays[0].date",
        ),
        (
            Method::PATCH,
            "/api/v1/organization",
            json!({ "settings": { "timeZone": "Mars" } }),
            400,
            "settings.timeZone",
        ),
        (Method::POST, "/api/v1/rulesets", route(json!({ "when": "context.tier = 5" })), 400, "rules[0].when"),
        (
            Method::POST,
            "/api/v1/rulesets",
            route(json!({ "when": "conversation.chanel == \"sms\"" })),
            400,
            "rules[0].when",
        ),
        (
            Method::POST,
            "/api/v1/rulesets",
            route(json!({ "queues": share(&json!(queue), 99) })),
            400,
            "rules[0].queues",
        ),
        (
            Method::POST,
            "/api/v1/rulesets",
            route(json!({ "queues": share(&json!(NOBODY), 100) })),
            400,
            "rules[0].queues[0].queueId",
        ),
        (
            Method::POST,
            "/api/v1/rulesets",
            route(json!({ "queues": share(&empty, 100) })),
            400,
            "rules[0].queues[0].queueId",
        ),
        (Method::POST, "/api/v1/rulesets", route(json!({ "outputs": [] })), 400, "rules[0].outputs"),
        (Method::PATCH, &own_queue, waiting(to(&json!(queue)), 60_000), 400, "overflowWaiting"),
        (Method::PATCH, &own_queue, waiting(to(&json!(NOBODY)), 60_000), 400, "overflowWaiting.action.queueId"),
        (
            Method::PATCH,
            &own_queue,
            waiting(json!({ "do": "end_conversation" }), 59_999),
            400,
            "overflowWaiting.afterMs",
        ),
        (Method::PATCH, &own_queue, json!({ "priority": -2 }), 400, "priority"),
        (Method::POST, "/api/v1/session-templates", json!({ "name": "T", "title": "{customerName" }), 400, "title"),
        (Method::POST, templates, json!({ "name": "T", "title": "" }), 400, "title"),
        (Method::POST, templates, json!({ "name": "T", "timeoutMs": 9_999 }), 400, "timeoutMs"),
        (Method::POST, templates, json!({ "name": "T", "rejectText": " " }), 400, "rejectText"),
        (
            Method::POST,
            templates,
            json!({ "name": "T", "fields": [{ "header": "", "value": "x" }] }),
            400,
            "fields[0].header",
        ),
        (Method::POST, templates, json!({ "name": "T", "icon": "unicorn" }), 400, "icon"),
        (Method::POST, "/api/v1/quick-replies", json!({ "title": " ", "text": "x" }), 400, "title"),
        (Method::POST, "/api/v1/quick-replies", json!({ "title": "T", "text": "" }), 400, "text"),
        (
            Method::POST,
            "/api/v1/quick-replies",
            json!({ "title": "T", "text": "x", "workstreamIds": [NOBODY] }),
            400,
            "workstreamIds[0]",
        ),
        (Method::PATCH, &own_stream, json!({ "sessionTemplateId": NOBODY }), 400, "sessionTemplateId"),
        (
            Method::PATCH,
            &own_stream,
            json!({ "notificationTemplates": { "transfer": NOBODY } }),
            400,
            "notificationTemplates.transfer",
        ),
        (Method::POST, &format!("{own_stream}/copy"), json!({ "name": "Live chat" }), 409, "name"),
        (Method::POST, &format!("{own_stream}/copy"), json!({ "name": " " }), 400, "name"),
    ];
    for (method, path, body, status, field) in cases {
        let refused = answer(root.request(method, path).json(&body)).await;
        assert_eq!(refused.status, status, "{path} {body}: {}", refused.body);
        let errors = refused.json["errors"].as_array().cloned().unwrap_or_default();
        let place = |error: &Value| text(&error["field"]);
        assert!(
            errors.iter().any(|error| place(error) == field),
            "'{field}' is not named for {body}: {}",
            refused.body
        );
    }
    assert_eq!(root.get("/api/v1/audit?limit=1").await.json, before_audit, "nothing was changed");
}

#[tokio::test]
async fn what_is_in_use_stays_and_says_by_whom() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let skill = made(root, "/api/v1/skills", json!({ "name": "German" })).await["id"].clone();
    let rated = json!({ "skills": [{ "skillId": skill, "proficiency": 7 }] });
    root.patch(&format!("/api/v1/agents/{}", root.id), rated).await.expect_status(200);
    let refused = root.delete(&format!("/api/v1/skills/{}", text(&skill))).await.expect_problem(409, "in_use");
    assert!(text(&refused.json["detail"]).contains("the agent 'Root'"), "{}", refused.body);
    let refused = root.delete(&format!("/api/v1/queues/{}", server.queue_id)).await.expect_problem(409, "in_use");
    assert!(text(&refused.json["detail"]).contains("the workstream"), "{}", refused.body);
    let stream = format!("/api/v1/workstreams/{}", text(&workstream(&server).await));
    root.delete(&stream).await.expect_problem(409, "in_use");

    let toast = made(root, "/api/v1/notification-templates", json!({ "name": "Toast" })).await["id"].clone();
    let tab = made(root, "/api/v1/session-templates", json!({ "name": "Tab" })).await["id"].clone();
    let used = json!({ "sessionTemplateId": tab, "notificationTemplates": { "consult": toast } });
    let changed = root.patch(&stream, used).await.expect_status(200).json;
    assert_eq!((&changed["sessionTemplateId"], &changed["notificationTemplates"]["consult"]), (&tab, &toast));
    let paths = [
        format!("/api/v1/session-templates/{}", text(&tab)),
        format!("/api/v1/notification-templates/{}", text(&toast)),
    ];
    for path in &paths {
        let refused = root.delete(path).await.expect_problem(409, "in_use");
        assert!(text(&refused.json["detail"]).contains("the workstream 'Live chat'"), "{}", refused.body);
    }
    let unused = json!({ "sessionTemplateId": null, "notificationTemplates": { "consult": null } });
    root.patch(&stream, unused).await.expect_status(200);
    for path in &paths {
        root.delete(path).await.expect_status(204);
    }
}

#[tokio::test]
async fn a_copied_workstream_has_the_settings_and_rulesets_but_not_the_widgets() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let stream = workstream(&server).await;
    let path = format!("/api/v1/workstreams/{}", text(&stream));
    let toast = made(root, "/api/v1/notification-templates", json!({ "name": "Toast" })).await["id"].clone();
    let change = json!({ "capacityUnits": 7, "notificationTemplates": { "incomingUnauthenticated": toast } });
    root.patch(&path, change).await.expect_status(200);
    let rule =
        |name: &str, output: Value| json!({ "name": name, "when": "context.vip == \"yes\"", "outputs": [output] });
    let urgent = rule("Urgent", json!({ "set": "priority", "priority": "high" }));
    for position in [1, 2] {
        let ruleset = json!({
            "name": format!("Tiers {position}"), "workstreamId": stream, "kind": "classification", "position": position,
            "rules": [urgent],
        });
        made(root, "/api/v1/rulesets", ruleset).await;
    }

    let copy_it = || async {
        let request = root.request(Method::POST, &format!("{path}/copy")).header("idempotency-key", "copy");
        answer(request.json(&json!({ "name": "Second chat" }))).await.expect_status(201)
    };
    let copied = copy_it().await;
    assert_eq!(copied.header("etag"), "\"1\"");
    assert_eq!(copy_it().await.json, copied.json, "a repeat makes no third one");
    let mut expected = root.get(&path).await.json;
    let id = copied.json["id"].clone();
    assert_ne!(id, stream);
    for (field, value) in [("id", id.clone()), ("name", json!("Second chat")), ("version", json!(1))] {
        expected[field] = value;
    }
    assert_eq!(copied.json, expected);

    let rulesets = root.get(&format!("/api/v1/rulesets?workstreamId={}", text(&id))).await.expect_status(200).json;
    let items = rulesets["items"].as_array().expect("items");
    let shown: Vec<(&Value, &Value)> = items.iter().map(|item| (&item["name"], &item["position"])).collect();
    assert_eq!(shown, [(&json!("Tiers 1"), &json!(1)), (&json!("Tiers 2"), &json!(2))]);
    let whole = root.get(&format!("/api/v1/rulesets/{}", text(&items[1]["id"]))).await.expect_status(200).json;
    assert_eq!(whole["rules"], json!([urgent]));
    let widgets = root.get("/api/v1/widgets").await.json["items"].clone();
    assert!(widgets.as_array().expect("items").iter().all(|widget| widget["workstreamId"] == stream));
    let changes = root.get("/api/v1/audit?limit=3").await.json["items"].clone();
    let nouns: Vec<String> = changes.as_array().expect("items").iter().map(|change| text(&change["noun"])).collect();
    assert_eq!(nouns, ["ruleset", "ruleset", "workstream"], "newest first");
    root.post(&format!("/api/v1/workstreams/{NOBODY}/copy"), json!({ "name": "X" }))
        .await
        .expect_problem(404, "workstream_not_found");
}

#[tokio::test]
async fn agents_change_their_own_skills_where_the_organisation_lets_them() {
    let server = TestServer::start().await;
    let (root, ada) = (&server.administrator, server.agent("Ada").await);
    let skill = made(root, "/api/v1/skills", json!({ "name": "German" })).await["id"].clone();
    let own = json!({ "skills": [{ "skillId": skill, "proficiency": 7 }] });
    ada.put("/api/v1/agents/me/skills", own.clone()).await.expect_problem(403, "forbidden");
    root.patch("/api/v1/organization", json!({ "settings": { "agentsEditSkills": true } })).await.expect_status(200);
    let changed = ada.put("/api/v1/agents/me/skills", own.clone()).await.expect_status(200).json;
    assert_eq!(changed["agent"]["skills"], own["skills"]);
    for (path, body) in [("/api/v1/skills", json!({ "name": "X" })), ("/api/v1/queues", json!({ "name": "X" }))] {
        ada.post(path, body).await.expect_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn supervisors_read_who_changed_what_page_by_page() {
    let server = TestServer::start().await;
    let (root, ada, sue) = (&server.administrator, server.agent("Ada").await, server.supervisor("Sue").await);
    let skill = made(root, "/api/v1/skills", json!({ "name": "German" })).await;
    let path = format!("/api/v1/skills/{}", text(&skill["id"]));
    root.patch(&path, json!({ "name": "Deutsch" })).await.expect_status(200);
    root.delete(&path).await.expect_status(204);
    ada.get("/api/v1/audit").await.expect_problem(403, "forbidden");
    let page = sue.get("/api/v1/audit?limit=2").await.expect_status(200).json;
    let [deleted, renamed] = [&page["items"][0], &page["items"][1]];
    assert_eq!((&deleted["noun"], &deleted["after"]), (&json!("skill"), &Value::Null));
    assert_eq!((&renamed["before"]["name"], &renamed["after"]["name"]), (&json!("German"), &json!("Deutsch")));
    assert_eq!((&renamed["by"]["id"], &renamed["by"]["name"]), (&json!(root.id), &json!("Root")));
    let next = sue.get(&format!("/api/v1/audit?limit=2&before={}", page["nextBefore"])).await.expect_status(200).json;
    assert_eq!((&next["items"][0]["after"]["name"], &next["items"][0]["before"]), (&json!("German"), &Value::Null));
    let new = json!({ "name": "Bob", "email": "bob@example.com", "role": "agent", "password": "a long password" });
    root.post("/api/v1/agents", new).await.expect_status(201);
    let page = sue.get("/api/v1/audit?limit=1").await.expect_status(200);
    assert!(page.body.contains("bob@example.com") && !page.body.contains("argon2"), "{}", page.body);
}

#[tokio::test]
async fn everyone_serves_a_queue_of_everyone_whoever_comes_and_goes() {
    let server = TestServer::start().await;
    let root = &server.administrator;
    let named = json!({ "name": "Everyone", "everyone": true, "members": [root.id] });
    root.post("/api/v1/queues", named).await.expect_field("members", "not named");
    let queue = root.post("/api/v1/queues", json!({ "name": "Everyone", "everyone": true })).await;
    let path = format!("/api/v1/queues/{}", text(&queue.expect_status(201).json["id"]));
    let ada = server.agent("Ada").await;
    let serves = || async {
        let queue = root.get(&path).await.expect_status(200).json;
        queue["members"].as_array().expect("members").contains(&json!(ada.id))
    };
    assert!(serves().await);
    let members = json!({ "members": [] });
    root.put(&format!("{path}/members"), members).await.expect_problem(409, "queue_of_everyone");
    let queues = root.put(&format!("/api/v1/agents/{}/queues", ada.id), json!({ "queueIds": [server.queue_id] })).await;
    assert_eq!(queues.expect_status(200).json["queueIds"].as_array().map(Vec::len), Some(2));
    let agent = format!("/api/v1/agents/{}", ada.id);
    root.patch(&agent, json!({ "active": false })).await.expect_status(200);
    assert!(!serves().await);
    root.patch(&agent, json!({ "active": true })).await.expect_status(200);
    assert!(serves().await);
    root.patch(&path, json!({ "everyone": false })).await.expect_status(200);
    assert!(serves().await);
    root.put(&format!("{path}/members"), json!({ "members": [] })).await.expect_status(200);
    assert!(!serves().await);
}
