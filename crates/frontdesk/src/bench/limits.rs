//! The limits that our server is held against: bare handlers on the same libraries, without rights, routes, journal or
//! state. Run as child processes, like the server itself.

use crate::answer::Answer;
use crate::failure::Failure;
use crate::process::{ServerProcess, free_port, own_binary};
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::{any, get};
use bytes::Bytes;
use clap::Args;
use serde_json::json;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;

const SOCKET_BUFFER_BYTES: usize = 1_024;

pub const COMMAND: &str = "bench-limit";

#[derive(Debug, Args)]
pub struct LimitOptions {
    #[arg(long)]
    listen: SocketAddr,
    /// The bytes that every GET is answered with
    #[arg(long)]
    body: Option<PathBuf>,
}

pub async fn serve(options: &LimitOptions) -> Result<(), Failure> {
    crate::limits::raise_open_files();
    let body = match &options.body {
        Some(file) => Bytes::from(std::fs::read(file).map_err(Failure::failed)?),
        None => Bytes::new(),
    };
    let router = Router::new().route("/socket", any(socket)).fallback(get(answer)).with_state(body);
    let listener = TcpListener::bind(options.listen).await.map_err(Failure::failed)?;
    let url = format!("http://{}", options.listen);
    Answer { json: true }.give("", &json!({ "url": url }));
    axum::serve(listener, router).await.map_err(Failure::failed)
}

async fn answer(State(body): State<Bytes>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], body)
}

async fn socket(upgrade: WebSocketUpgrade) -> impl IntoResponse {
    // As small as ours: the library's own would be 128 KiB each.
    upgrade
        .read_buffer_size(SOCKET_BUFFER_BYTES)
        .write_buffer_size(0)
        .on_upgrade(|mut socket: WebSocket| async move { while let Some(Ok(_)) = socket.recv().await {} })
}

/// A limit server, answering with these bytes.
pub async fn start(folder: &Path, body: &[u8]) -> Result<(ServerProcess, SocketAddr), Failure> {
    let file = folder.join("limit-body.json");
    std::fs::write(&file, body).map_err(Failure::failed)?;
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()?));
    let mut command = own_binary()?;
    command.arg(COMMAND).arg("--listen").arg(listen.to_string()).arg("--body").arg(file);
    Ok((ServerProcess::spawn(command).await?, listen))
}
