//! A bounded load of HTTP requests over keep-alive connections. Knows no routes.

use super::Round;
use crate::failure::Failure;
use crate::figures::Percentiles;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// No round asks more than this, however fast the answers come.
const REQUESTS_MAX: usize = 2_000_000;

/// What to ask: by connection and by count on that connection.
pub type Asking = Arc<dyn Fn(usize, usize) -> Ask + Send + Sync>;

#[derive(Clone, Debug)]
pub struct Ask {
    pub path: String,
    pub token: String,
    pub body: Option<String>,
}

#[derive(Clone)]
pub struct Load {
    pub address: SocketAddr,
    pub connections: usize,
    pub lasts: Duration,
    pub asking: Asking,
}

impl Load {
    /// Answers a second, and how long they took. Any answer but a success ends it: a refused load measures nothing.
    pub async fn run(&self) -> Result<Round, Failure> {
        let started = Instant::now();
        let mut connections = JoinSet::new();
        for number in 0..self.connections {
            connections.spawn(one_connection(self.clone(), number, started + self.lasts));
        }
        let mut latencies = Vec::new();
        while let Some(done) = connections.join_next().await {
            latencies.extend(done.map_err(Failure::failed)??);
        }
        let value = latencies.len() as f64 / started.elapsed().as_secs_f64();
        Ok(Round { value, latency: Percentiles::of_us(&latencies) })
    }
}

async fn one_connection(load: Load, number: usize, until: Instant) -> Result<Vec<u64>, Failure> {
    let mut connection = Connection::open(load.address).await?;
    let mut latencies = Vec::new();
    while Instant::now() < until && latencies.len() < REQUESTS_MAX / load.connections.max(1) {
        let ask = (load.asking)(number, latencies.len());
        let asked = Instant::now();
        connection.ask(&ask).await?;
        latencies.push(u64::try_from(asked.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(latencies)
}

/// One keep-alive connection.
pub struct Connection {
    sender: SendRequest<Full<Bytes>>,
    host: String,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Connection, Failure> {
        let stream = TcpStream::connect(address).await.map_err(Failure::failed)?;
        stream.set_nodelay(true).map_err(Failure::failed)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(Failure::failed)?;
        tokio::spawn(connection);
        Ok(Connection { sender, host: address.to_string() })
    }

    /// The body of a successful answer.
    pub async fn ask(&mut self, ask: &Ask) -> Result<Bytes, Failure> {
        let method = if ask.body.is_some() { Method::POST } else { Method::GET };
        let request = Request::builder()
            .method(method)
            .uri(&ask.path)
            .header(HOST, &self.host)
            .header(AUTHORIZATION, format!("Bearer {}", ask.token))
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(ask.body.clone().unwrap_or_default()))
            .map_err(Failure::failed)?;
        let response = self.sender.send_request(request).await.map_err(Failure::failed)?;
        let status = response.status();
        let body = response.into_body().collect().await.map_err(Failure::failed)?.to_bytes();
        match status {
            StatusCode::OK | StatusCode::CREATED => Ok(body),
            _ => Err(Failure::failed(format!("{} answered {status}: {}", ask.path, String::from_utf8_lossy(&body)))),
        }
    }
}
