//! What must never be in the log: words, names, e-mails, passwords, tokens. And what must: the correlation id.

#[allow(dead_code, reason = "other test files use the rest")]
#[path = "support/test_server.rs"]
mod test_server;

use serde_json::json;
use std::io::Write;
use std::sync::{Arc, Mutex};
use test_server::{PASSWORD, TestServer, answer};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Captured {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("the log")).into_owned()
    }
}

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Captured;
    fn make_writer(&'a self) -> Captured {
        self.clone()
    }
}

/// At the most talkative level, over everything that people say and are.
#[tokio::test]
async fn the_log_knows_requests_by_their_correlation_id_and_nobody_by_name() {
    let log = Captured::default();
    let subscriber =
        tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    // One test a file: nobody else sets it.
    tracing::subscriber::set_global_default(subscriber).expect("the first subscriber");

    let server = TestServer::start().await;
    let ada = server.agent("Adalind").await;
    let mut stream = ada.connect().await;
    let body = json!({
        "widgetId": server.widget_id, "name": "Veronika", "email": "veronika@private.example", "phone": "+46701234567",
        "text": "my secret question", "context": { "iban": "DE001234" },
    });
    let started = server.anyone().post("/api/v1/visitor/conversations", body).await.expect_status(201);
    let id = ada.accept_next(&mut stream).await;
    ada.command(&id, "messages", json!({ "text": "my confidential reply" })).await.expect_status(201);
    ada.command(&id, "messages", json!({ "text": "" })).await.expect_status(400);
    ada.post("/api/v1/contacts", json!({ "name": "Veronika Hidden", "email": "v@hidden.example" }))
        .await
        .expect_status(201);
    ada.get("/api/v1/contacts?search=v@hidden.example").await.expect_status(200);
    let wrong = json!({ "email": ada.email, "password": "a wrong guess" });
    server.anyone().post("/api/v1/sign-in", wrong).await.expect_status(401);
    let right = json!({ "email": ada.email, "password": PASSWORD });
    let cookie =
        server.anyone().post("/api/v1/sign-in", right).await.expect_status(200).header("set-cookie").to_owned();
    let traced =
        ada.request(reqwest::Method::GET, "/api/v1/conversations/none").header("x-correlation-id", "trace-me-7");
    answer(traced).await.expect_status(400);
    server.stop().await;

    let ours: String =
        log.text().lines().filter(|line| line.contains(r#""target":"frontdesk"#)).collect::<Vec<_>>().join("\n");
    assert!(ours.contains("trace-me-7") && ours.contains("/api/v1/conversations/{conversationId}"), "{ours}");
    let cookie = cookie.split(['=', ';']).nth(1).unwrap_or_default().to_owned();
    let visitors_token = started.json["token"].as_str().unwrap_or_default().to_owned();
    let agents_token = ada.token.clone().unwrap_or_default();
    for secret in [
        "Adalind",
        "adalind@example.com",
        "Veronika",
        "private.example",
        "+46701234567",
        "secret question",
        "DE001234",
        "confidential reply",
        "hidden.example",
        "wrong guess",
        PASSWORD,
        &*cookie,
        &*visitors_token,
        &*agents_token,
    ] {
        assert!(!secret.is_empty() && !ours.contains(secret), "'{secret}' is in the log");
    }
}
