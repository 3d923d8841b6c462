//! Setting up, signing in and out, tokens, and what a cookie may be used for.

use crate::test_server::{PASSWORD, Person, START, TestServer, answer, client, start_empty, text};
use frontdesk_server::clock::ManualClock;
use frontdesk_store::Memory;
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// The session cookie as a browser would send it.
async fn cookie_of(server: &TestServer, email: &str) -> String {
    let body = json!({ "email": email, "password": PASSWORD });
    let signed_in = server.anyone().post("/api/v1/sign-in", body).await.expect_status(200);
    let cookie = signed_in.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    cookie.split(';').next().unwrap_or_default().to_owned()
}

fn with_cookie(person: &Person, cookie: &str, method: Method, path: &str) -> RequestBuilder {
    person.request(method, path).header("cookie", cookie)
}

#[tokio::test]
async fn the_set_up_link_makes_one_administrator_and_then_is_worth_nothing() {
    let running = start_empty(Arc::new(Memory::new()), Arc::new(ManualClock::new(START)), |_| {}).await;
    let link = running.set_up_link().expect("a link").to_owned();
    let anyone =
        Person { id: String::new(), email: String::new(), token: None, http: client(), url: running.url().to_owned() };
    assert_eq!(anyone.get("/api/v1/set-up").await.json, json!({ "needed": true }));
    let mut body = json!({
        "token": "fdu_guess", "organizationName": "Contoso", "email": "root@example.com", "name": "Root",
        "password": PASSWORD,
    });
    anyone.post("/api/v1/set-up", body.clone()).await.expect_problem(401, "set_up_link_unknown");
    body["token"] = json!(link.split("#token=").nth(1));
    let me = anyone.post("/api/v1/set-up", body.clone()).await.expect_status(200);
    assert_eq!(
        (me.json["role"].as_str(), me.json["organizationName"].as_str()),
        (Some("administrator"), Some("Contoso"))
    );
    assert!(me.header("set-cookie").starts_with("frontdesk_session="));
    anyone.post("/api/v1/set-up", body).await.expect_problem(401, "set_up_link_unknown");
    assert_eq!(anyone.get("/api/v1/set-up").await.json, json!({ "needed": false }));
    running.shutdown().await;
}

#[tokio::test]
async fn the_set_up_link_expires() {
    let clock = Arc::new(ManualClock::new(START));
    let running = start_empty(Arc::new(Memory::new()), clock.clone(), |_| {}).await;
    let token = running.set_up_link().and_then(|link| link.split("#token=").nth(1)).map(str::to_owned);
    let anyone =
        Person { id: String::new(), email: String::new(), token: None, http: client(), url: running.url().to_owned() };
    clock.advance(Duration::from_secs(24 * 60 * 60));
    let body = json!({
        "token": token, "organizationName": "Contoso", "email": "root@example.com", "name": "Root", "password": PASSWORD,
    });
    anyone.post("/api/v1/set-up", body).await.expect_problem(401, "expired");
    running.shutdown().await;
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let anyone = server.anyone();
    let cookie = cookie_of(&server, &ada.email).await;
    let me = answer(with_cookie(&anyone, &cookie, Method::GET, "/api/v1/me")).await.expect_status(200);
    assert_eq!((me.json["id"].as_str(), me.json["email"].as_str()), (Some(&*ada.id), Some(&*ada.email)));
    let sign_out = with_cookie(&anyone, &cookie, Method::POST, "/api/v1/sign-out").header("origin", &server.url);
    let out = answer(sign_out).await.expect_status(204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    answer(with_cookie(&anyone, &cookie, Method::GET, "/api/v1/me")).await.expect_problem(401, "unknown_credentials");
}

#[tokio::test]
async fn a_cookie_changes_nothing_for_another_sites_page() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let anyone = server.anyone();
    let cookie = cookie_of(&server, &ada.email).await;
    let post = || with_cookie(&anyone, &cookie, Method::POST, "/api/v1/tokens").json(&json!({ "name": "x" }));
    answer(post()).await.expect_problem(403, "cross_site");
    answer(post().header("origin", "https://evil.example")).await.expect_problem(403, "cross_site");
    answer(post().header("sec-fetch-site", "cross-site")).await.expect_problem(403, "cross_site");
    answer(post().header("origin", &server.url)).await.expect_status(201);
    answer(post().header("sec-fetch-site", "same-origin")).await.expect_status(201);
    let evil = anyone.request(Method::POST, "/api/v1/sign-in").header("origin", "https://evil.example");
    answer(evil.json(&json!({ "email": ada.email, "password": PASSWORD }))).await.expect_problem(403, "cross_site");
}

#[tokio::test]
async fn a_foreign_page_cannot_open_the_live_stream_with_the_cookie() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let cookie = cookie_of(&server, &ada.email).await;
    let handshake = |origin: &str| {
        with_cookie(&server.anyone(), &cookie, Method::GET, "/api/v1/live")
            .header("upgrade", "websocket")
            .header("connection", "upgrade")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("origin", origin)
    };
    answer(handshake("https://evil.example")).await.expect_problem(403, "cross_site");
    let opened = handshake(&server.url).send().await.expect("an answer");
    assert_eq!(opened.status().as_u16(), 101);
}

#[tokio::test]
async fn unknown_users_and_wrong_passwords_look_alike() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let sign_in = |email: String, password: &str| {
        let (anyone, body) = (server.anyone(), json!({ "email": email, "password": password }));
        async move { anyone.post("/api/v1/sign-in", body).await }
    };
    let wrong = sign_in(ada.email.clone(), "not the password").await.expect_problem(401, "wrong_credentials");
    let unknown = sign_in("nobody@example.com".to_owned(), PASSWORD).await.expect_problem(401, "wrong_credentials");
    assert_eq!(wrong.json["detail"], unknown.json["detail"]);
    sign_in(ada.email.to_uppercase(), PASSWORD).await.expect_status(200);
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down_and_waiting_helps() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let guess = |password: &str| {
        let (anyone, body) = (server.anyone(), json!({ "email": ada.email, "password": password }));
        async move { anyone.post("/api/v1/sign-in", body).await }
    };
    for _ in 0..5 {
        guess("not the password").await.expect_problem(401, "wrong_credentials");
    }
    let refused = guess(PASSWORD).await.expect_problem(429, "too_many_requests");
    assert_eq!(refused.header("retry-after"), "15");
    server.clock.advance(Duration::from_secs(15));
    guess(PASSWORD).await.expect_status(200);
}

#[tokio::test]
async fn a_token_works_until_it_is_deleted() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let created = ada.post("/api/v1/tokens", json!({ "name": "script" })).await.expect_status(201).json;
    let script = Person { token: Some(text(&created["token"])), ..ada.clone() };
    script.get("/api/v1/me").await.expect_status(200);
    let listed = ada.get("/api/v1/tokens").await.expect_status(200);
    assert!(listed.body.contains("script") && !listed.body.contains(script.token.as_deref().unwrap_or_default()));
    ada.delete(&format!("/api/v1/tokens/{}", text(&created["id"]))).await.expect_status(204);
    script.get("/api/v1/me").await.expect_problem(401, "unknown_credentials");
    ada.delete(&format!("/api/v1/tokens/{}", text(&created["id"]))).await.expect_problem(404, "token_not_found");
}

#[tokio::test]
async fn a_repeated_token_request_gets_the_first_token() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let create =
        || ada.request(Method::POST, "/api/v1/tokens").header("idempotency-key", "k-1").json(&json!({ "name": "x" }));
    let first = answer(create()).await.expect_status(201).json;
    let second = answer(create()).await.expect_status(201).json;
    assert_eq!(first, second);
    Person { token: Some(text(&first["token"])), ..ada.clone() }.get("/api/v1/me").await.expect_status(200);
}

#[tokio::test]
async fn an_expired_token_is_told_apart_from_an_unknown_one() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let expires_at = (START + 60_000).to_string();
    let created = ada.post("/api/v1/tokens", json!({ "expiresAt": expires_at })).await.expect_status(201).json;
    let script = Person { token: Some(text(&created["token"])), ..ada.clone() };
    script.get("/api/v1/me").await.expect_status(200);
    server.clock.advance(Duration::from_secs(60));
    script.get("/api/v1/me").await.expect_problem(401, "expired");
    Person { token: Some("fdt_unknown".to_owned()), ..ada.clone() }
        .get("/api/v1/me")
        .await
        .expect_problem(401, "unknown_credentials");
    ada.post("/api/v1/tokens", json!({ "expiresAt": START.to_string() })).await.expect_field("expiresAt", "past");
}

#[tokio::test]
async fn a_session_and_a_visitors_token_expire_too() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let cookie = cookie_of(&server, &ada.email).await;
    let customer = server.visitor().await;
    server.clock.advance(Duration::from_secs(31 * 24 * 60 * 60));
    answer(with_cookie(&server.anyone(), &cookie, Method::GET, "/api/v1/me")).await.expect_problem(401, "expired");
    customer.person.get(&customer.path("")).await.expect_problem(401, "expired");
}

#[tokio::test]
async fn somebody_who_is_deactivated_is_out_at_once() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    ada.get("/api/v1/me").await.expect_status(200);
    let path = format!("/api/v1/agents/{}", ada.id);
    server.administrator.patch(&path, json!({ "active": false })).await.expect_status(200);
    ada.get("/api/v1/me").await.expect_problem(401, "signed_out");
    let body = json!({ "email": ada.email, "password": PASSWORD });
    server.anyone().post("/api/v1/sign-in", body).await.expect_problem(401, "wrong_credentials");
}
