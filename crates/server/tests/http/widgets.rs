//! A widget's set-up, and what a visitor meets of it: what is asked before a chat, when it is open, what it tells.

use crate::test_server::{Answered, TestServer, answer, text};
use reqwest::Method;
use serde_json::{Value, json};

/// What an administrator may say of the widget that every organisation begins with.
async fn changed(server: &TestServer, change: Value) -> Answered {
    server.administrator.patch(&format!("/api/v1/widgets/{}", server.widget_id), change).await
}

async fn start(server: &TestServer, more: Value) -> Answered {
    let mut body = json!({ "widgetId": server.widget_id, "text": "Hello" });
    body.as_object_mut().expect("an object").extend(more.as_object().expect("members").clone());
    server.anyone().post("/api/v1/visitor/conversations", body).await
}

fn question(more: Value) -> Value {
    let mut question = json!({ "name": "topic", "text": "What is it about?" });
    question.as_object_mut().expect("an object").extend(more.as_object().expect("members").clone());
    question
}

/// Open from this hour of a Monday until the afternoon; the test's clock begins at four.
async fn hours_from(server: &TestServer, from: &str) -> Value {
    let weekly = json!([{ "days": ["monday"], "from": from, "to": "17:00" }]);
    let hours = json!({ "name": from, "hours": { "timeZone": "UTC", "weekly": weekly } });
    server.administrator.post("/api/v1/operating-hours", hours).await.expect_status(201).json["id"].clone()
}

#[tokio::test]
async fn a_widget_whose_settings_make_no_sense_is_refused_by_the_field() {
    let server = TestServer::start().await;
    let many: Vec<Value> = (0..11).map(|number| question(json!({ "name": format!("q{number}") }))).collect();
    let asking = |more: Value| json!({ "preChat": [question(more)] });
    let cases = [
        (json!({ "messageColor": "red" }), "messageColor", "#0f6cbd"),
        (json!({ "logoUrl": "javascript:alert(1)" }), "logoUrl", "https://"),
        (json!({ "surveyUrl": "/survey" }), "surveyUrl", "https://"),
        (json!({ "locale": "tlh" }), "locale", "en, de, ar"),
        (json!({ "offlineText": "x".repeat(501) }), "offlineText", "500"),
        (json!({ "proactiveText": "x".repeat(501) }), "proactiveText", "500"),
        (json!({ "proactiveShownMs": 5 }), "proactiveShownMs", "1000"),
        (json!({ "onlyDuringHours": true }), "onlyDuringHours", "operating hours"),
        (json!({ "operatingHoursId": "00000000-0000-0000-0000-000000000009" }), "operatingHoursId", ""),
        (json!({ "position": "top" }), "position", "right"),
        (json!({ "preChat": many }), "preChat", "10"),
        (json!({ "preChat": [question(json!({})), question(json!({}))] }), "preChat[1]", "name of its own"),
        (asking(json!({ "text": "x".repeat(513) })), "preChat[0].text", "512"),
        (asking(json!({ "text": " " })), "preChat[0].text", "some text"),
        (asking(json!({ "name": "" })), "preChat[0].name", "some text"),
        (asking(json!({ "kind": "options" })), "preChat[0].options", "choose"),
        (asking(json!({ "kind": "options", "options": ["a", "a"] })), "preChat[0].options[1]", "once"),
        (asking(json!({ "options": ["a"] })), "preChat[0].options", "option sets"),
        (asking(json!({ "kind": "consent" })), "preChat[0].required", "always"),
        (asking(json!({ "link": "https://a.example" })), "preChat[0].link", "consent"),
    ];
    for (change, field, words) in cases {
        changed(&server, change).await.expect_field(field, words);
    }
    assert_eq!(server.administrator.get("/api/v1/widgets").await.json["items"][0]["version"], 0, "nothing changed");
}

#[tokio::test]
async fn a_page_learns_what_it_may_know_and_costs_nothing_when_nothing_changed() {
    let server = TestServer::start().await;
    let change = json!({
        "messageColor": "#102030", "logoUrl": "https://shop.example/logo.svg", "position": "left", "colorScheme": "dark",
        "locale": "de", "transcriptDownload": true, "surveyUrl": "https://survey.example/1", "sound": false,
        "proactiveText": "Need a hand?", "proactiveShownMs": 5_000, "allowedDomains": ["shop.example"],
        "preChat": [question(json!({ "kind": "options", "options": ["Orders", "Books"], "required": true }))],
    });
    let saved = changed(&server, change.clone()).await.expect_status(200).json;
    for (field, value) in change.as_object().expect("members").iter().filter(|(field, _)| *field != "preChat") {
        assert_eq!(&saved[field], value);
    }
    let path = format!("/api/v1/visitor/widgets/{}", server.widget_id);
    let shown = server.anyone().get(&path).await.expect_status(200);
    assert_eq!((&shown.json["locale"], &shown.json["preChat"][0]["options"][1]), (&json!("de"), &json!("Books")));
    assert!(shown.json.get("allowedDomains").is_none() && shown.json.get("name").is_none(), "{}", shown.body);
    let tag = shown.header("etag").to_owned();
    let ask_again = || answer(server.anyone().request(Method::GET, &path).header("if-none-match", &tag));
    let known = ask_again().await.expect_status(304);
    assert_eq!((known.header("etag"), known.body.as_str()), (tag.as_str(), ""));
    changed(&server, json!({ "title": "Ask us" })).await.expect_status(200);
    assert_eq!(ask_again().await.expect_status(200).json["title"], "Ask us");
}

#[tokio::test]
async fn what_is_asked_before_a_chat_is_answered_and_shown_to_the_agent() {
    let server = TestServer::start().await;
    let questions = json!([
        { "name": "Name", "text": "Who are you?" },
        { "name": "topic", "text": "What is it about?", "kind": "options", "options": ["Orders", "Books"], "required": true },
        { "name": "terms", "text": "I agree", "kind": "consent", "required": true, "link": "https://shop.example/terms" },
        { "name": "more", "text": "Tell us more", "kind": "multiple_lines" },
    ]);
    changed(&server, json!({ "preChat": questions })).await.expect_status(200);
    let told = |answers: Value| start(&server, json!({ "preChat": answers }));
    start(&server, json!({})).await.expect_field("preChat.topic", "answered");
    told(json!({ "topic": "Cars", "terms": "true" })).await.expect_field("preChat.topic", "Orders; Books");
    told(json!({ "topic": "Books", "terms": "no" })).await.expect_field("preChat.terms", "consent");
    told(json!({ "topic": "Books", "terms": "true", "x": "y" })).await.expect_field("preChat.x", "no question");
    let answers = json!({ "Name": "a\nb", "topic": "Books", "terms": "true" });
    told(answers).await.expect_field("preChat.Name", "one line");

    let answers = json!({ "Name": " Vera ", "topic": "Books", "terms": "true", "more": "" });
    let started = told(answers).await.expect_status(201).json;
    let path = format!("/api/v1/conversations/{}", text(&started["conversationId"]));
    let seen = server.administrator.get(&path).await.expect_status(200).json;
    let seen = if seen["conversation"].is_object() { seen["conversation"].clone() } else { seen };
    assert_eq!(seen["customerName"], "Vera");
    let asked =
        [("Name", "Who are you?", "Vera"), ("topic", "What is it about?", "Books"), ("terms", "I agree", "true")];
    let shown = asked.map(|(name, question, answer)| json!({ "name": name, "question": question, "answer": answer }));
    assert_eq!(seen["preChat"], json!(shown));
    let context = seen["context"].as_array().expect("variables");
    assert!(context.contains(&json!({ "name": "topic", "value": "Books" })), "{context:?}");
}

#[tokio::test]
async fn outside_its_hours_a_widget_says_so_and_begins_nothing() {
    let server = TestServer::start().await;
    let (later, now) = (hours_from(&server, "09:00").await, hours_from(&server, "03:00").await);
    let change = json!({ "operatingHoursId": later, "onlyDuringHours": true, "offlineText": "Back at nine." });
    changed(&server, change).await.expect_status(200);
    let path = format!("/api/v1/visitor/widgets/{}", server.widget_id);
    let hours = server.anyone().get(&path).await.json["hours"].clone();
    let expected = json!({
        "isOpen": false, "changesAt": "2026-11-23T09:00:00.000Z", "onlyDuringHours": true, "offlineText": "Back at nine.",
    });
    assert_eq!(hours, expected);
    start(&server, json!({})).await.expect_problem(409, "outside_operating_hours");
    let hours_path = format!("/api/v1/operating-hours/{}", text(&later));
    server.administrator.delete(&hours_path).await.expect_problem(409, "in_use");

    changed(&server, json!({ "operatingHoursId": now })).await.expect_status(200);
    assert_eq!(server.anyone().get(&path).await.json["hours"]["isOpen"], true);
    start(&server, json!({})).await.expect_status(201);
}

#[tokio::test]
async fn a_widget_that_does_not_tell_the_place_in_line_keeps_it_to_itself() {
    let server = TestServer::start().await;
    changed(&server, json!({ "queuePositionShown": false })).await.expect_status(200);
    let vera = server.visitor().await;
    let path = format!("/api/v1/visitor/conversations/{}", vera.conversation_id);
    let seen = vera.person.get(&path).await.expect_status(200).json;
    assert!(seen.get("queuePosition").is_none() && seen.get("nextInLine").is_none(), "{seen}");
}
