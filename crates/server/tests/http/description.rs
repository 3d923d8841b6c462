//! The API's description is the committed one, and whole.

use crate::test_server::TestServer;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The source of the browser's types. `UPDATE_SNAPSHOT=1 cargo test -p frontdesk-server` writes it anew.
#[test]
fn the_committed_description_is_the_one_that_is_served() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let described = frontdesk_server::openapi().to_pretty_json().expect("a description") + "\n";
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        std::fs::write(&file, &described).expect("the snapshot is written");
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == described, "openapi.json is stale: run this test with UPDATE_SNAPSHOT=1 and commit the file");
}

#[tokio::test]
async fn every_operation_says_what_it_answers_and_who_may_ask() {
    let server = TestServer::start().await;
    let described = server.anyone().get("/openapi.json").await.expect_status(200).json;
    assert_eq!(described["openapi"], "3.1.0");
    let mut operations = BTreeSet::new();
    for (path, item) in described["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("methods") {
            let name = format!("{method} {path}");
            assert!(operations.insert(operation["operationId"].to_string()), "{name}");
            assert!(operation["summary"].is_string() && operation["tags"].is_array(), "{name}");
            let answers = operation["responses"].as_object().expect("responses");
            assert!(answers.keys().any(|status| status.starts_with('2') || status == "101"), "{name}");
            assert_eq!(
                answers["default"]["content"]["application/problem+json"]["schema"]["$ref"],
                "#/components/schemas/Problem",
                "{name}"
            );
            let open = ["/set-up", "/sign-in", "/visitor/widgets/{widgetId}"].iter().any(|end| path.ends_with(end));
            assert_eq!(operation["security"].is_null(), open, "{name}");
        }
    }
    assert!(operations.len() > 60, "{}", operations.len());
    assert_references_resolve(&described, &described);
}

fn assert_references_resolve(value: &Value, root: &Value) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                let pointer = reference.trim_start_matches('#');
                assert!(root.pointer(pointer).is_some(), "{reference} leads nowhere");
            }
            members.values().for_each(|member| assert_references_resolve(member, root));
        }
        Value::Array(items) => items.iter().for_each(|item| assert_references_resolve(item, root)),
        _ => {}
    }
}

/// Whatever is described is there: nobody signed in gets a problem in the API's shape, never "no such address".
#[tokio::test]
async fn every_described_operation_is_there_and_asks_who_one_is() {
    let server = TestServer::start().await;
    let described = server.anyone().get("/openapi.json").await.json;
    for (path, item) in described["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("methods") {
            if operation["security"].is_null() || path == "/api/v1/visitor/conversations" {
                continue;
            }
            let address = fill(path);
            let method = method.to_uppercase().parse().expect("a method");
            let request =
                server.anyone().request(method, &address).body("{}").header("content-type", "application/json");
            crate::test_server::answer(request).await.expect_problem(401, "not_signed_in");
        }
    }
}

fn fill(path: &str) -> String {
    let parts = path.split('/').map(|part| match part.starts_with('{') {
        true => "00000000-0000-0000-0000-000000000001",
        false => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn the_page_to_try_it_is_self_contained() {
    let server = TestServer::start().await;
    for (path, kind) in [("/docs", "text/html"), ("/docs/docs.js", "text/javascript"), ("/docs/docs.css", "text/css")] {
        let page = server.anyone().get(path).await.expect_status(200);
        assert!(page.header("content-type").starts_with(kind), "{path}");
        assert!(page.header("content-security-policy").starts_with("default-src 'self'"));
        assert!(
            !page.body.contains("https://") && !page.body.contains("http://"),
            "{path} loads nothing from elsewhere"
        );
    }
    server.anyone().get("/docs/nothing").await.expect_problem(404, "page_not_found");
}
