//! The live streams of one desk on a real port, without signing in, and clients for them. Knows no rules.

use super::test_desk::TestDesk;
use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Path, Query, State};
use axum::routing::any;
use frontdesk_model::{AgentId, ConversationId, Uuid};
use frontdesk_server::desk::Desk;
use frontdesk_server::live::{agent_stream, visitor_stream};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

/// As small as the system allows, so that a slow reader is felt soon.
const SOCKET_BUFFER_BYTES: u32 = 4_096;

pub struct LiveServer {
    pub address: SocketAddr,
    serving: JoinHandle<()>,
}

impl Drop for LiveServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

#[derive(Deserialize)]
struct Since {
    after: Option<u64>,
}

impl LiveServer {
    pub async fn start(test: &TestDesk) -> Self {
        let listener = listen();
        let address = listener.local_addr().expect("a bound socket has an address");
        let router = Router::new()
            .route(
                "/agents/{id}",
                any(
                    |State(desk): State<Desk>,
                     Path(id): Path<Uuid>,
                     Query(since): Query<Since>,
                     upgrade: WebSocketUpgrade| async move {
                        agent_stream(desk, AgentId(id), since.after, upgrade)
                    },
                ),
            )
            .route(
                "/visitors/{id}",
                any(
                    |State(desk): State<Desk>,
                     Path(id): Path<Uuid>,
                     Query(since): Query<Since>,
                     upgrade: WebSocketUpgrade| async move {
                        visitor_stream(desk, ConversationId(id), since.after.unwrap_or(0), upgrade)
                    },
                ),
            )
            .with_state(test.desk.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        LiveServer { address, serving }
    }

    pub async fn agent(&self, id: AgentId, after: Option<u64>) -> Client {
        let query = after.map(|after| format!("?after={after}")).unwrap_or_default();
        Client::connect(self.address, &format!("/agents/{id}{query}")).await
    }

    pub async fn visitor(&self, id: ConversationId, after: u64) -> Client {
        Client::connect(self.address, &format!("/visitors/{id}?after={after}")).await
    }
}

/// On a free port below those that the system gives to clients.
fn listen() -> TcpListener {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let first = std::process::id().wrapping_mul(61) % 20_000;
    loop {
        let port = 10_000 + (first + NEXT.fetch_add(1, Ordering::Relaxed)) % 20_000;
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_send_buffer_size(SOCKET_BUFFER_BYTES).expect("a small buffer");
        let address = SocketAddr::from(([127, 0, 0, 1], u16::try_from(port).expect("below 32768")));
        if socket.bind(address).is_ok()
            && let Ok(listener) = socket.listen(64)
        {
            return listener;
        }
    }
}

pub struct Client {
    socket: WebSocketStream<TcpStream>,
}

impl Client {
    async fn connect(address: SocketAddr, path: &str) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_recv_buffer_size(SOCKET_BUFFER_BYTES).expect("a small buffer");
        let stream = socket.connect(address).await.expect("the server listens");
        let url = format!("ws://{address}{path}");
        let (socket, _response) = tokio_tungstenite::client_async(url, stream).await.expect("the upgrade succeeds");
        Client { socket }
    }

    /// The next frame; none when the server has closed.
    pub async fn next(&mut self) -> Option<Value> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("frames are JSON")),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// The close code; frames before it are passed over.
    pub async fn close_code(&mut self) -> Option<u16> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Close(close)) => return close.map(|close| close.code.into()),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }

    /// The next frame of this type.
    pub async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await.expect("the stream goes on");
            if frame["type"] == kind {
                return frame;
            }
        }
    }

    /// The next event of this kind.
    pub async fn next_event(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next_of("event").await;
            if frame["event"]["kind"] == kind {
                return frame;
            }
        }
    }

    /// Everything up to the message with this text.
    pub async fn next_message(&mut self, text: &str) {
        while self.next_event("message_added").await["event"]["message"]["text"] != text {}
    }

    pub async fn say(&mut self, frame: Value) {
        self.socket.send(Message::text(frame.to_string())).await.expect("the stream is open");
    }
}
