//! One live stream that goes on over lost connections and restarts, from its last number. Knows the envelope of the frames
//! only as far as their numbers.

use super::api::{Api, Counters};
use super::wire::{AgentFrame, VisitorFrame};
use futures_util::{SinkExt, StreamExt};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

const FIRST_PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const PING_EVERY: Duration = Duration::from_secs(15);
/// Nothing heard for so long, our pings unanswered: the connection is dead.
const SILENCE: Duration = Duration::from_secs(45);
const FRAMES_AHEAD: usize = 256;

/// A frame that may carry the number to resume from.
pub trait Numbered: DeserializeOwned + Send + 'static {
    fn resume_from(&self) -> Option<u64>;
}

impl Numbered for AgentFrame {
    fn resume_from(&self) -> Option<u64> {
        match self {
            AgentFrame::Hello { sequence, resumed: false } => Some(*sequence),
            AgentFrame::Event { sequence, .. } | AgentFrame::Progress { sequence } => Some(*sequence),
            _ => None,
        }
    }
}

impl Numbered for VisitorFrame {
    fn resume_from(&self) -> Option<u64> {
        match self {
            VisitorFrame::Message { message } => Some(message.number),
            _ => None,
        }
    }
}

#[derive(Debug)]
pub enum Heard<F> {
    Frame(F),
    /// The server said something that no client understands; the stream goes on.
    Nonsense(String),
    /// The server refuses this stream for good, or was away longer than our patience.
    Ended(String),
}

/// A stream that lives until it is dropped.
pub struct Live<F> {
    frames: mpsc::Receiver<Heard<F>>,
    outgoing: mpsc::Sender<String>,
    task: tokio::task::JoinHandle<()>,
}

impl<F> Drop for Live<F> {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl<F: Numbered> Live<F> {
    /// `path` without `after`, which the stream adds itself.
    pub fn open(api: &Api, path: String, after: Option<u64>) -> Live<F> {
        let (frames_in, frames) = mpsc::channel(FRAMES_AHEAD);
        let (outgoing, outgoing_out) = mpsc::channel(16);
        let stream = Stream { api: api.clone(), path, after, frames: frames_in, outgoing: outgoing_out };
        Live { frames, outgoing, task: tokio::spawn(stream.run()) }
    }

    pub async fn next(&mut self) -> Heard<F> {
        self.frames.recv().await.unwrap_or_else(|| Heard::Ended("the stream is closed".into()))
    }

    pub fn teller(&self) -> Teller {
        Teller(self.outgoing.clone())
    }
}

/// Says fleeting things, such as typing, into a stream: lost when there is no connection.
#[derive(Clone)]
pub struct Teller(mpsc::Sender<String>);

impl Teller {
    pub fn tell(&self, frame: &serde_json::Value) {
        let _ = self.0.try_send(frame.to_string());
    }
}

struct Stream<F> {
    api: Api,
    path: String,
    after: Option<u64>,
    frames: mpsc::Sender<Heard<F>>,
    outgoing: mpsc::Receiver<String>,
}

type Socket = WebSocketStream<TcpStream>;

/// Why a connection is no more.
enum Lost {
    /// Worth trying again.
    Connection(String),
    Refused(String),
    /// Whoever listened is gone.
    Unheard,
}

impl<F: Numbered> Stream<F> {
    async fn run(mut self) {
        let mut pause = FIRST_PAUSE;
        let mut silent_since = Instant::now();
        loop {
            let lost = match timeout(CONNECT_WITHIN, connect(&self.api, &self.path, self.after)).await {
                Ok(Ok(mut socket)) => {
                    let lost = self.listen(&mut socket).await;
                    pause = FIRST_PAUSE;
                    silent_since = Instant::now();
                    lost
                }
                Ok(Err(lost)) => lost,
                Err(_) => Lost::Connection("the connection is not answered".into()),
            };
            let ended = match lost {
                Lost::Unheard => return,
                Lost::Refused(detail) => Some(detail),
                Lost::Connection(detail) if silent_since.elapsed() > self.api.patience() => Some(detail),
                Lost::Connection(_) => None,
            };
            if let Some(detail) = ended {
                let _ = self.frames.send(Heard::Ended(detail)).await;
                return;
            }
            note_reconnect(&self.api.counters);
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn listen(&mut self, socket: &mut Socket) -> Lost {
        let mut ping = tokio::time::interval(PING_EVERY);
        ping.tick().await;
        loop {
            tokio::select! {
                heard = timeout(SILENCE, socket.next()) => match heard {
                    Ok(Some(Ok(Message::Text(text)))) => {
                        if self.pass_on(text.as_str()).await.is_err() {
                            return Lost::Unheard;
                        }
                    }
                    Ok(Some(Ok(Message::Close(_))) | None) => return Lost::Connection("closed".into()),
                    Ok(Some(Ok(_))) => {}
                    Ok(Some(Err(error))) => return Lost::Connection(error.to_string()),
                    Err(_) => return Lost::Connection("silence".into()),
                },
                frame = self.outgoing.recv() => match frame {
                    Some(frame) => if let Err(error) = socket.send(Message::text(frame)).await {
                        return Lost::Connection(error.to_string());
                    },
                    None => return Lost::Unheard,
                },
                _ = ping.tick() => if let Err(error) = socket.send(Message::text(r#"{"type":"ping"}"#)).await {
                    return Lost::Connection(error.to_string());
                },
            }
        }
    }

    async fn pass_on(&mut self, text: &str) -> Result<(), mpsc::error::SendError<Heard<F>>> {
        let heard = match serde_json::from_str::<F>(text) {
            Ok(frame) => {
                if let Some(number) = frame.resume_from() {
                    self.after = Some(number);
                }
                Heard::Frame(frame)
            }
            Err(error) => Heard::Nonsense(format!("{error}: {text}")),
        };
        self.frames.send(heard).await
    }
}

fn note_reconnect(counters: &Arc<Counters>) {
    counters.reconnected.fetch_add(1, Ordering::Relaxed);
}

async fn connect(api: &Api, path: &str, after: Option<u64>) -> Result<Socket, Lost> {
    let lost = |error: &dyn std::fmt::Display| Lost::Connection(error.to_string());
    let Some(authority) = api.base().strip_prefix("http://") else {
        return Err(Lost::Refused("live streams are followed over http:// only".into()));
    };
    let query = after.map(|number| format!("?after={number}")).unwrap_or_default();
    let mut request = format!("ws://{authority}{path}{query}")
        .into_client_request()
        .map_err(|error| Lost::Refused(error.to_string()))?;
    if let Some(token) = api.token() {
        let bearer =
            HeaderValue::from_str(&format!("Bearer {token}")).map_err(|error| Lost::Refused(error.to_string()))?;
        request.headers_mut().insert("authorization", bearer);
    }
    let address = if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
    let stream = TcpStream::connect(address).await.map_err(|error| lost(&error))?;
    stream.set_nodelay(true).map_err(|error| lost(&error))?;
    match client_async_with_config(request, stream, None).await {
        Ok((socket, _)) => Ok(socket),
        Err(tungstenite::Error::Http(response)) if (400..500).contains(&response.status().as_u16()) => {
            match response.status().as_u16() {
                429 => Err(lost(&"too many requests")),
                status => Err(Lost::Refused(format!("the live stream was refused with {status}"))),
            }
        }
        Err(error) => Err(lost(&error)),
    }
}
