//! One WebSocket and its outbox: reading, writing in bulk, and ending in good order. Knows nothing of what frames say.

use super::outbox::{Due, End, Item, Outbox};
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade, close_code};
use axum::response::Response;
use bytes::Bytes;
use futures_util::{FutureExt, SinkExt};
use std::collections::VecDeque;
use std::future::Future;
use std::sync::Arc;

pub(super) const PROTOCOL: &str = "frontdesk.v1";

/// What people type into a stream is tiny.
const INCOMING_BYTES_MAX: usize = 16 * 1024;
/// Idle connections are many, and each keeps these.
const BUFFER_BYTES: usize = 1_024;

pub(super) fn serve<F>(upgrade: WebSocketUpgrade, run: impl FnOnce(WebSocket) -> F + Send + 'static) -> Response
where
    F: Future<Output = ()> + Send + 'static,
{
    upgrade
        .protocols([PROTOCOL])
        .read_buffer_size(BUFFER_BYTES)
        .write_buffer_size(BUFFER_BYTES)
        .max_message_size(INCOMING_BYTES_MAX)
        .max_frame_size(INCOMING_BYTES_MAX)
        .on_upgrade(run)
}

/// The connection is over: nothing more can be sent or heard.
#[derive(Debug)]
pub(super) struct Gone;

pub(super) struct Connection {
    socket: WebSocket,
    outbox: Arc<Outbox>,
}

pub(super) enum Next {
    Said(Utf8Bytes),
    Due(Due),
}

impl Connection {
    pub fn new(socket: WebSocket, outbox: Arc<Outbox>) -> Self {
        Connection { socket, outbox }
    }

    /// What the peer says, or what there is to send; `elapsed_ms` is asked when the peer gives a sign of life.
    pub async fn next(&mut self, elapsed_ms: impl Fn() -> u64) -> Result<Next, Gone> {
        loop {
            let message = tokio::select! {
                due = self.outbox.due() => return Ok(Next::Due(due)),
                message = self.socket.recv() => message,
            };
            let Some(Ok(message)) = message else { return Err(Gone) };
            self.outbox.heard(elapsed_ms());
            match message {
                Message::Text(text) => return Ok(Next::Said(text)),
                Message::Binary(_) => {
                    self.refuse(close_code::UNSUPPORTED, None);
                    return Err(Gone);
                }
                Message::Close(_) => return Err(Gone),
                Message::Ping(_) | Message::Pong(_) => {}
            }
        }
    }

    /// All of them with as few writes as the buffer allows. A peer that does not read is left when its outbox says so.
    pub async fn send_all(&mut self, frames: impl IntoIterator<Item = Utf8Bytes>) -> Result<(), Gone> {
        let socket = &mut self.socket;
        let sending = async {
            for frame in frames {
                socket.feed(Message::Text(frame)).await.map_err(|_broken| Gone)?;
            }
            socket.flush().await.map_err(|_broken| Gone)
        };
        tokio::select! {
            biased;
            sent = sending => sent,
            _end = self.outbox.ended() => Err(Gone),
        }
    }

    pub async fn send(&mut self, frame: Utf8Bytes) -> Result<(), Gone> {
        self.send_all([frame]).await
    }

    /// What has come in for it meanwhile.
    pub fn take_items(&self) -> VecDeque<Item> {
        self.outbox.take_items()
    }

    pub async fn ping(&mut self) -> Result<(), Gone> {
        let socket = &mut self.socket;
        tokio::select! {
            biased;
            sent = socket.send(Message::Ping(Bytes::new())) => sent.map_err(|_broken| Gone),
            _end = self.outbox.ended() => Err(Gone),
        }
    }

    /// Says why, as far as the peer takes it without making us wait.
    pub fn refuse(&mut self, code: u16, last_words: Option<Utf8Bytes>) {
        if let Some(frame) = last_words {
            let _ = self.socket.send(Message::Text(frame)).now_or_never();
        }
        let close = Message::Close(Some(CloseFrame { code, reason: Utf8Bytes::default() }));
        let _ = self.socket.send(close).now_or_never();
    }
}

/// The words and the close code for each end from our side.
pub(super) fn last_words(end: End) -> (u16, &'static str, &'static str) {
    match end {
        End::TooSlow => (close_code::AGAIN, "too_slow", "The connection read too slowly; resume from the last number."),
        End::Silent => (close_code::AWAY, "silent", "Nothing was heard for too long."),
        End::SignedOut => (close_code::POLICY, "unauthenticated", "Signed out, or no longer active; sign in again."),
        End::ShuttingDown => (close_code::RESTART, "restarting", "The server is restarting; resume in a moment."),
    }
}
