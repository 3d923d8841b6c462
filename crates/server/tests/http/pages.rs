//! What browsers load.

use crate::test_server::{TestServer, answer};
use reqwest::Method;
use serde_json::json;

fn navigation(server: &TestServer, path: &str) -> reqwest::RequestBuilder {
    server.anyone().request(Method::GET, path).header("accept", "text/html")
}

#[tokio::test]
async fn the_workspace_is_at_every_address_that_a_browser_goes_to() {
    let server = TestServer::start().await;
    for path in ["/", "/conversations/42", "/set-up"] {
        let page = answer(navigation(&server, path)).await.expect_status(200);
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'self'"), "{path}");
        assert!(page.header("content-security-policy").contains("default-src 'self'"), "{path}");
    }
    server.anyone().get("/assets/none.js").await.expect_problem(404, "resource_not_found");
    answer(navigation(&server, "/api/nothing")).await.expect_problem(404, "resource_not_found");
}

#[tokio::test]
async fn a_page_that_is_known_is_not_sent_again() {
    let server = TestServer::start().await;
    let page = answer(navigation(&server, "/")).await.expect_status(200);
    assert_eq!(page.header("cache-control"), "no-cache");
    let again = navigation(&server, "/").header("if-none-match", page.header("etag"));
    let again = answer(again).await.expect_status(304);
    assert_eq!((again.body.as_str(), again.header("etag")), ("", page.header("etag")));
}

#[tokio::test]
async fn framed_pages_and_embedding_sites_are_those_that_were_allowed() {
    let server = TestServer::start().await;
    let framed = json!({ "settings": { "framedOrigins": ["https://crm.example.com"] } });
    server.administrator.patch("/api/v1/organization", framed).await.expect_status(200);
    let page = answer(navigation(&server, "/")).await;
    assert!(page.header("content-security-policy").contains("frame-src 'self' https://crm.example.com;"));

    let chat = format!("/chat/{}", server.widget_id);
    let page = answer(navigation(&server, &chat)).await.expect_status(200);
    assert!(page.header("content-security-policy").ends_with("frame-ancestors *"));
    let path = format!("/api/v1/widgets/{}", server.widget_id);
    server.administrator.patch(&path, json!({ "allowedDomains": ["shop.example"] })).await.expect_status(200);
    let page = answer(navigation(&server, &chat)).await.expect_status(200);
    assert!(page.header("content-security-policy").ends_with("frame-ancestors 'self' shop.example"));
    let unknown = "/chat/00000000-0000-0000-0000-000000000009";
    answer(navigation(&server, unknown)).await.expect_problem(404, "widget_not_found");
}
