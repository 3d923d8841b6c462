//! The door for the command line of the same machine while the server runs: a Unix socket in the data folder that only
//! the server's own user may open. Knows how it is asked; `operations` knows what is done.

use crate::app::App;
use crate::errors::{Answer, Problem};
use crate::extract::{Json, parse_json};
use crate::operations::{self, AddUser, CreateToken, TokenCreated, UserAdded};
use crate::set_up_file::{self, ExportSetUp, SetUpImported, SetUpText};
use anyhow::Context;
use axum::Json as Answered;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tokio::net::UnixListener;
use tokio::task::JoinHandle;

pub const SOCKET: &str = "control.sock";
pub const SET_UP_BYTES_MAX: usize = 64 << 20;

#[derive(Debug, Serialize, Deserialize)]
pub struct Backup {
    /// On the server's machine; must not be there yet.
    pub file: PathBuf,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Findings {
    /// Empty: the data is sound.
    pub findings: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerInfo {
    pub process_id: u32,
    pub version: String,
}

/// Listens until the task is aborted. The data folder is this process's alone, so a socket that is there is a leftover.
pub fn listen(app: App, data: &Path) -> anyhow::Result<JoinHandle<()>> {
    let path = data.join(SOCKET);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot replace {}", path.display()));
        }
        _ => {}
    }
    let listener = UnixListener::bind(&path).with_context(|| format!("cannot listen on {}", path.display()))?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600))
        .with_context(|| format!("cannot protect {}", path.display()))?;
    Ok(tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router(app)).await {
            tracing::error!(%error, "the control socket has failed");
        }
    }))
}

fn router(app: App) -> Router {
    Router::new()
        .route("/info", get(info))
        .route("/users", post(add_user))
        .route("/tokens", post(create_token))
        .route("/backup", post(backup))
        .route("/check", post(check))
        .route("/set-up/export", post(export_set_up))
        .route("/set-up/import", post(import_set_up))
        .layer(axum::middleware::from_fn(write_problems))
        .with_state(app)
}

/// On the public side the middleware does this, and more.
async fn write_problems(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem.render("control"),
        None => response,
    }
}

async fn info() -> Answered<ServerInfo> {
    Answered(ServerInfo { process_id: std::process::id(), version: env!("CARGO_PKG_VERSION").to_owned() })
}

async fn add_user(State(app): State<App>, Json(user): Json<AddUser>) -> Answer<Answered<UserAdded>> {
    operations::add_user(&app, user).await.map(Answered)
}

async fn create_token(State(app): State<App>, Json(request): Json<CreateToken>) -> Answer<Answered<TokenCreated>> {
    operations::create_token(&app, request).await.map(Answered)
}

async fn backup(State(app): State<App>, Json(request): Json<Backup>) -> Answer<Answered<Backup>> {
    operations::backup(&app, request.file.clone()).await?;
    Ok(Answered(request))
}

async fn export_set_up(State(app): State<App>, Json(request): Json<ExportSetUp>) -> Answer<Answered<SetUpText>> {
    set_up_file::export_set_up(&app, &request).map(Answered)
}

/// A file of ten thousand rules is larger than anything the public side takes.
async fn import_set_up(State(app): State<App>, request: Request) -> Answer<Answered<SetUpImported>> {
    let body = to_bytes(request.into_body(), SET_UP_BYTES_MAX).await;
    let body = body.map_err(|_| Problem::too_large(SET_UP_BYTES_MAX))?;
    set_up_file::import_set_up(&app, parse_json(&body)?).await.map(Answered)
}

async fn check(State(app): State<App>) -> Answer<Answered<Findings>> {
    Ok(Answered(Findings { findings: app.store.check().await? }))
}
