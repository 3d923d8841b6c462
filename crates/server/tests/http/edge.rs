//! What every answer has: correlation id, security headers, figures, limits.

use crate::test_server::{START, TestServer, answer};
use frontdesk_server::config::RateLimits;
use frontdesk_store::Memory;
use reqwest::Method;
use std::sync::Arc;

#[tokio::test]
async fn the_correlation_id_is_taken_or_made_and_comes_back() {
    let server = TestServer::start().await;
    let ask = |id: &str| server.anyone().request(Method::GET, "/api/v1/me").header("x-correlation-id", id);
    let answered = answer(ask("form-42")).await;
    assert_eq!(
        (answered.header("x-correlation-id"), answered.json["correlationId"].as_str()),
        ("form-42", Some("form-42"))
    );
    let made = server.anyone().get("/healthz").await.expect_status(200);
    assert_eq!(made.header("x-correlation-id").len(), 36);
    let long = "x".repeat(129);
    assert_ne!(answer(ask(&long)).await.header("x-correlation-id"), long);
}

#[tokio::test]
async fn every_answer_has_its_security_headers() {
    let server = TestServer::start().await;
    for path in ["/healthz", "/api/v1/me", "/nothing-here", "/docs", "/"] {
        let answered = server.anyone().get(path).await;
        assert_eq!(answered.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answered.header("referrer-policy"), "same-origin", "{path}");
        assert!(answered.header("content-security-policy").contains("frame-ancestors"), "{path}");
        assert_eq!(answered.header("strict-transport-security"), "", "not over plain HTTP");
    }
    assert_eq!(server.anyone().get("/api/v1/me").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn it_lives_is_ready_and_tells_its_figures() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    server.visitor().await;
    ada.get("/api/v1/me").await.expect_status(200);
    server.anyone().get("/healthz").await.expect_status(200);
    server.anyone().get("/readyz").await.expect_status(200);
    let figures = server.anyone().get("/metrics").await.expect_status(200);
    assert!(figures.header("content-type").starts_with("application/openmetrics-text"));
    for line in [
        r#"frontdesk_http_request_seconds_count{method="GET",route="/api/v1/me",status="200"} 1"#,
        r#"frontdesk_conversations{status="open"} 1"#,
        "frontdesk_mailbox_depth 0",
        "frontdesk_answer_cache_bytes",
        "commits_total",
    ] {
        assert!(figures.body.contains(line), "{line} in\n{}", figures.body);
    }
    assert!(!figures.body.contains("@example.com"));
}

#[tokio::test]
async fn a_flood_is_told_when_to_come_back() {
    let limits = RateLimits {
        per_credential_s: 1,
        credential_burst: 3,
        per_address_s: 1,
        address_burst: 1_000,
        ..RateLimits::default()
    };
    let server = TestServer::start_with(Arc::new(Memory::new()), |config| config.rate_limits = Some(limits)).await;
    let ada = server.agent("Ada").await;
    let mut refused = None;
    for _ in 0..8 {
        let answered = ada.get("/api/v1/me").await;
        if answered.status == 429 {
            refused = Some(answered);
            break;
        }
        answered.expect_status(200);
    }
    let refused = refused.expect("a limit").expect_problem(429, "too_many_requests");
    assert!(refused.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds >= 1));
}

#[tokio::test]
async fn guessing_tokens_costs_the_address() {
    let limits = RateLimits {
        per_credential_s: 1,
        credential_burst: 1_000,
        per_address_s: 1,
        address_burst: 20,
        ..RateLimits::default()
    };
    let server = TestServer::start_with(Arc::new(Memory::new()), |config| config.rate_limits = Some(limits)).await;
    let mut statuses = Vec::new();
    for number in 0..30 {
        let mut guess = server.anyone();
        guess.token = Some(format!("fdt_{number}"));
        statuses.push(guess.get("/api/v1/me").await.status);
    }
    assert_eq!((statuses.first(), statuses.last()), (Some(&401), Some(&429)));
    server.administrator.get("/api/v1/me").await.expect_status(200);
}

#[tokio::test]
async fn the_store_on_disk_serves_the_same() {
    let server = TestServer::start_on_sqlite().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    let customer = server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    assert_eq!(id, customer.conversation_id);
    let listed = ada.get(&format!("/api/v1/agents/{}/conversations", ada.id)).await.expect_status(200).json;
    assert_eq!(listed["result"]["values"][0]["createdon"], START.to_string());
    server.stop().await;
}
