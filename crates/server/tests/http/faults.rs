//! A store that fails, commits that hang, a proxy in front, TLS: what callers are told.

use crate::support::faulty_store::{Fault, FaultyStore};
use crate::test_server::{PASSWORD, TestServer, answer};
use frontdesk_server::config::{ServerConfig, Tls};
use frontdesk_store::Memory;
use reqwest::Method;
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

async fn start(change: impl FnOnce(&mut ServerConfig)) -> (TestServer, Arc<FaultyStore>) {
    let store = FaultyStore::new(Arc::new(Memory::new()));
    (TestServer::start_with(store.clone(), change).await, store)
}

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_changed() {
    let (server, store) = start(|_| {}).await;
    let root = &server.administrator;
    store.fail_next_commit(Fault::Full);
    let refused = root.post("/api/v1/contacts", json!({ "name": "Vera" })).await.expect_problem(503, "storage_full");
    assert_eq!(refused.header("retry-after"), "30");
    assert_eq!(root.get("/api/v1/contacts").await.json["items"], json!([]));
    root.post("/api/v1/contacts", json!({ "name": "Vera" })).await.expect_status(201);
}

#[tokio::test]
async fn after_an_unknown_outcome_the_same_key_tells_what_became_of_it() {
    let (server, store) = start(|_| {}).await;
    let root = &server.administrator;
    for fault in [Fault::LostBefore, Fault::LostAfter] {
        let name = format!("{fault:?}");
        let post = || {
            root.request(Method::POST, "/api/v1/contacts")
                .header("idempotency-key", &name)
                .json(&json!({ "name": name }))
        };
        store.fail_next_commit(fault);
        let unknown = answer(post()).await.expect_problem(503, "outcome_unknown");
        assert_eq!(unknown.header("retry-after"), "1");
        answer(post()).await.expect_status(201);
        answer(post()).await.expect_status(201);
        let found = root.get(&format!("/api/v1/contacts?search={name}")).await.json;
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{name}");
    }
}

#[tokio::test]
async fn a_commit_that_hangs_ends_in_a_503_and_the_same_key_finds_it() {
    let (server, store) = start(|config| config.request_timeout = Duration::from_millis(300)).await;
    let root = &server.administrator;
    let post = || {
        root.request(Method::POST, "/api/v1/contacts").header("idempotency-key", "k").json(&json!({ "name": "Vera" }))
    };
    store.hold();
    answer(post()).await.expect_problem(503, "outcome_unknown");
    store.release();
    answer(post()).await.expect_status(201);
    assert_eq!(root.get("/api/v1/contacts").await.json["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_store_that_is_away_is_said_and_not_ready() {
    let (server, store) = start(|_| {}).await;
    store.go_away();
    server.anyone().get("/readyz").await.expect_problem(503, "store_unavailable");
    server.administrator.get("/api/v1/contacts").await.expect_problem(503, "store_unavailable");
    server.anyone().get("/healthz").await.expect_status(200);
    store.come_back();
    server.administrator.get("/api/v1/contacts").await.expect_status(200);
    server.anyone().get("/readyz").await.expect_status(200);
}

#[tokio::test]
async fn behind_a_proxy_the_page_the_scheme_and_the_address_are_what_it_says() {
    let (server, _) = start(|config| config.behind_proxy = true).await;
    let ada = server.agent("Ada").await;
    let sign_in = |origin: &str, address: &str, password: &str| {
        let request = server.anyone().request(Method::POST, "/api/v1/sign-in").header("origin", origin);
        let request = request.header("x-forwarded-host", "desk.example").header("x-forwarded-proto", "https");
        let request = request.header("x-forwarded-for", format!("192.0.2.66, {address}"));
        answer(request.json(&json!({ "email": ada.email, "password": password })))
    };
    let signed_in = sign_in("https://desk.example", "192.0.2.1", PASSWORD).await.expect_status(200);
    assert!(signed_in.header("set-cookie").ends_with("; Secure"));
    sign_in("https://evil.example", "192.0.2.1", PASSWORD).await.expect_problem(403, "cross_site");
    for _ in 0..5 {
        sign_in("https://desk.example", "192.0.2.9", "not the password").await.expect_status(401);
    }
    sign_in("https://desk.example", "192.0.2.9", PASSWORD).await.expect_status(429);
    sign_in("https://desk.example", "192.0.2.1", PASSWORD).await.expect_status(200);
}

#[tokio::test]
async fn a_self_signed_certificate_is_made_once_and_serves() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_owned();
    let mut certificates = Vec::new();
    for _ in 0..2 {
        let data = data.clone();
        let (server, _) = start(|config| {
            config.tls = Tls::SelfSigned;
            config.data = Some(data);
        })
        .await;
        assert!(server.url.starts_with("https://127.0.0.1:"));
        let body = json!({ "email": "root@example.com", "password": PASSWORD });
        let signed_in = server.anyone().post("/api/v1/sign-in", body).await.expect_status(200);
        assert!(signed_in.header("set-cookie").ends_with("; Secure"));
        let cookie = signed_in.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        let post = server.anyone().request(Method::POST, "/api/v1/tokens").header("cookie", cookie);
        answer(post.header("origin", &server.url).json(&json!({}))).await.expect_status(201);
        certificates.push(std::fs::read(folder.path().join("self-signed.crt")).expect("the certificate"));
        server.stop().await;
    }
    assert_eq!(certificates[0], certificates[1]);
}

#[tokio::test]
async fn a_shutdown_lets_what_is_under_way_finish_and_takes_no_more() {
    let server = TestServer::start().await;
    let customer = server.visitor().await;
    let path = customer.path("/messages?after=99&waitMs=25000");
    let person = customer.person.clone();
    let poll = tokio::spawn(async move { person.get(&path).await });
    let mut stream = customer.connect().await;
    let url = server.url.clone();
    let http = server.http.clone();
    let (_, ended, polled) = tokio::join!(server.stop(), stream.ended(), poll);
    assert!(ended, "the live stream is sent away in words");
    assert!(matches!(polled.expect("a poll").status, 200 | 503));
    assert!(http.get(format!("{url}/healthz")).send().await.is_err());
}
