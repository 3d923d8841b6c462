//! The control socket: what the command line asks of a running server.

use crate::test_server::TestServer;
use axum::body::Body;
use frontdesk_store::{Sqlite, SqliteOptions, Store};
use http_body_util::BodyExt;
use hyper::Request;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tokio::net::UnixStream;

async fn ask(data: &Path, path: &str, body: Option<Value>) -> (u16, Value) {
    let stream = UnixStream::connect(data.join("control.sock")).await.expect("the socket is there");
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    let method = if body.is_some() { "POST" } else { "GET" };
    let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    let response = sender.send_request(request.body(body).expect("a request")).await.expect("an answer");
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

#[tokio::test]
async fn users_tokens_and_backups_are_made_while_the_server_runs() {
    let server = TestServer::start_on_sqlite().await;
    let data = server.running().app.config.data.clone().expect("a data folder");
    let mode = std::fs::metadata(data.join("control.sock")).expect("the socket").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let user = json!({ "email": "eve@example.com", "name": "Eve", "role": "supervisor" });
    let (status, added) = ask(&data, "/users", Some(user.clone())).await;
    assert_eq!(status, 200, "{added}");
    let sign_in = json!({ "email": "eve@example.com", "password": added["password"] });
    server.anyone().post("/api/v1/sign-in", sign_in).await.expect_status(200);
    let (status, refused) = ask(&data, "/users", Some(user)).await;
    assert_eq!((status, refused["code"].as_str()), (409, Some("email_taken")));

    let (status, created) = ask(&data, "/tokens", Some(json!({ "user": "eve@example.com" }))).await;
    assert_eq!(status, 200, "{created}");
    let mut eve = server.anyone();
    eve.token = created["token"].as_str().map(str::to_owned);
    assert_eq!(eve.get("/api/v1/me").await.expect_status(200).json["role"], "supervisor");
    let (status, refused) = ask(&data, "/tokens", Some(json!({ "user": "nobody@example.com" }))).await;
    assert_eq!((status, refused["code"].as_str()), (404, Some("user_not_found")));

    let copy = tempfile::tempdir().expect("a folder");
    let file = copy.path().join("copy.db");
    let (status, done) = ask(&data, "/backup", Some(json!({ "file": file }))).await;
    assert_eq!(status, 200, "{done}");
    assert!(file.exists());
    let (status, _) = ask(&data, "/backup", Some(json!({ "file": "/nowhere/at/all" }))).await;
    assert_eq!(status, 409);
    let (status, info) = ask(&data, "/info", None).await;
    assert_eq!((status, info["processId"].as_u64()), (200, Some(u64::from(std::process::id()))));
    server.stop().await;
    assert!(!data.join("control.sock").exists());
}

#[tokio::test]
async fn without_a_server_the_same_is_done_in_ones_own_process() {
    use frontdesk_server::operations::{self, AddUser, CreateToken};
    use frontdesk_server::{Parts, ServerConfig, close, open};
    let folder = tempfile::tempdir().expect("a folder");
    let options = || SqliteOptions::new(crate::test_server::START);
    let store = std::sync::Arc::new(Sqlite::open(folder.path(), options()).expect("a store"));
    let app = open(ServerConfig::default(), Parts::real(store.clone())).await.expect("it opens");
    let user = AddUser {
        email: "root@example.com".to_owned(),
        name: "Root".to_owned(),
        role: frontdesk_model::Role::Administrator,
        password: None,
        organization: Some("Contoso".to_owned()),
    };
    let added = operations::add_user(&app, user).await.expect("the first user founds the organisation");
    assert!(added.password.is_some_and(|password| password.len() >= 16));
    let request = CreateToken { user: "root@example.com".to_owned(), name: String::new(), expires_at: None };
    operations::create_token(&app, request).await.expect("a token");
    close(&app).await;
    let organizations = store.organizations().await.expect("they can be read");
    assert_eq!(organizations.iter().map(|organization| organization.name.as_str()).collect::<Vec<_>>(), ["Contoso"]);
}
