//! A data folder, by whichever door is open: the control socket of the server that runs on it, or directly. Knows the
//! doors, not what goes through them.

use crate::config::Configuration;
use crate::failure::{Failure, FailureKind};
use bytes::Bytes;
use frontdesk_model::Timestamp;
use frontdesk_server::control::SOCKET;
use frontdesk_server::errors::Problem;
use frontdesk_server::{App, Parts};
use frontdesk_store::{DataError, Sqlite, SqliteOptions, Store};
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1::handshake;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper_util::rt::TokioIo;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::UnixStream;

const PAGE_BYTES: u64 = 4_096;

pub enum Door {
    /// Ask the server that runs on the folder.
    Running(Control),
    /// Nobody is there: do it here, and `close` afterwards.
    Here(App),
}

/// A folder that is there, or for `may_be_new` one that is made.
pub async fn enter(configuration: &Configuration, may_be_new: bool) -> Result<Door, Failure> {
    let data = &configuration.data;
    if let Some(control) = Control::reach(data).await {
        return Ok(Door::Running(control));
    }
    if !may_be_new {
        must_be_there(data)?;
    }
    let store = open_store(configuration)?;
    let app = frontdesk_server::open(configuration.to_server(), Parts::real(store)).await.map_err(from_anyhow)?;
    Ok(Door::Here(app))
}

pub fn open_store(configuration: &Configuration) -> Result<Arc<dyn Store>, Failure> {
    let pages = configuration.limits.database_bytes.map(|bytes| u32::try_from(bytes / PAGE_BYTES).unwrap_or(u32::MAX));
    let options = SqliteOptions { pages_max: pages, ..SqliteOptions::new(now()) };
    Ok(Arc::new(Sqlite::open(&configuration.data, options)?))
}

pub fn must_be_there(data: &Path) -> Result<(), Failure> {
    match data.join("frontdesk.sqlite").is_file() {
        true => Ok(()),
        false => Err(Failure::failed(format!("{} holds no data of Frontdesk", data.display()))),
    }
}

pub fn now() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_millisecond())
}

/// The server's control socket.
pub struct Control {
    stream: UnixStream,
    path: PathBuf,
}

impl Control {
    /// None: nobody listens there, or left the socket behind.
    pub async fn reach(data: &Path) -> Option<Control> {
        let path = data.join(SOCKET);
        let stream = UnixStream::connect(&path).await.ok()?;
        Some(Control { stream, path })
    }

    pub async fn ask<T: DeserializeOwned>(self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        let broken = |error: &dyn std::fmt::Display| {
            Failure::new(FailureKind::Unreachable, format!("{}: {error}", self.path.display()))
        };
        let (mut sender, connection) = handshake(TokioIo::new(self.stream)).await.map_err(|error| broken(&error))?;
        tokio::spawn(connection);
        let body = serde_json::to_vec(body).map_err(|error| broken(&error))?;
        let request = Request::post(path)
            .header(HOST, "frontdesk")
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(body)))
            .map_err(|error| broken(&error))?;
        let response = sender.send_request(request).await.map_err(|error| broken(&error))?;
        let status = response.status();
        let body = response.into_body().collect().await.map_err(|error| broken(&error))?.to_bytes();
        if status.is_success() {
            return serde_json::from_slice(&body).map_err(|error| broken(&error));
        }
        let problem: Value = serde_json::from_slice(&body).unwrap_or_default();
        Err(Failure::failed(problem["detail"].as_str().unwrap_or("the server refused")))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::failed(problem.detail)
    }
}

/// What a server says when it cannot start.
pub fn from_anyhow(error: anyhow::Error) -> Failure {
    if let Some(DataError::InUse { .. }) = error.downcast_ref() {
        return Failure::new(FailureKind::InUse, format!("{error:#}"));
    }
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    let kind = match io.map(std::io::Error::kind) {
        Some(std::io::ErrorKind::AddrInUse) => FailureKind::InUse,
        _ => FailureKind::Failed,
    };
    Failure::new(kind, format!("{error:#}"))
}
