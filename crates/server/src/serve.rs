//! From a configuration and a store to a server that answers, and back again in good order. Knows sockets and the order
//! of starting and stopping, not what is served.

use crate::app::{App, AppState};
use crate::clock::{Clock, SystemClock};
use crate::config::{ServerConfig, Tls};
use crate::desk::{DeskMetrics, Loader, Surroundings};
use crate::ids::{Ids, RandomIds};
use crate::organizations::Organizations;
use crate::{control, files, router, set_up, tls};
use anyhow::Context;
use axum_server::Handle;
use axum_server::accept::Accept;
use axum_server::tls_rustls::RustlsAcceptor;
use frontdesk_bus::InProcess;
use frontdesk_store::Store;
use hyper_util::rt::TokioTimer;
use std::future::{Ready, ready};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;

/// Connections that may wait to be taken: thousands of clients come back at once after a restart.
const BACKLOG: u32 = 4_096;

/// What a server is made of besides its configuration.
#[derive(Clone)]
pub struct Parts {
    pub store: Arc<dyn Store>,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub loader: Loader,
}

impl Parts {
    /// The machine's clock, random ids and the engine.
    pub fn real(store: Arc<dyn Store>) -> Self {
        Parts {
            store,
            clock: Arc::new(SystemClock::new()),
            ids: Arc::new(RandomIds),
            loader: crate::desk::engine_loader(),
        }
    }
}

/// A server that answers. Dropping it stops nothing: call `shutdown`.
pub struct RunningServer {
    pub app: App,
    local_addr: SocketAddr,
    url: String,
    set_up_link: Option<String>,
    handle: Handle<SocketAddr>,
    serving: JoinHandle<io::Result<()>>,
    sweeping: JoinHandle<()>,
    control: Option<(JoinHandle<()>, PathBuf)>,
}

/// Serves with the real clock, ids and engine.
pub async fn serve(config: ServerConfig, store: Arc<dyn Store>) -> anyhow::Result<RunningServer> {
    serve_parts(config, Parts::real(store)).await
}

pub async fn serve_parts(config: ServerConfig, parts: Parts) -> anyhow::Result<RunningServer> {
    let listener = bind(config.listen)?;
    let local_addr = listener.local_addr().context("the listening address is not known")?;
    let tls = tls::load(&config.tls, config.data.as_deref()).await?;
    let app = open(config, parts).await?;
    let control = match &app.config.data {
        Some(data) => Some((control::listen(app.clone(), data)?, data.join(control::SOCKET))),
        None => None,
    };
    let sweeping = tokio::spawn(files::sweep_for_ever(Arc::downgrade(&app)));
    let url = url(&app.config, local_addr);
    let set_up_link = set_up::open(&app).await?.map(|token| format!("{url}/set-up#token={token}"));

    let handle = Handle::new();
    let door = Door { handle: handle.clone(), connections_max: app.config.connections_max };
    let service = router::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let mut server = axum_server::from_tcp(listener)
        .context("cannot listen")?
        .acceptor(door)
        .handle(handle.clone())
        .first_request_timeout(app.config.header_read_timeout)
        .accept_error_handler(|_, error| tracing::debug!(%error, "a connection was not taken"));
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(app.config.header_read_timeout);
    let serving = match tls {
        Some(config) => tokio::spawn(server.map(|door| RustlsAcceptor::new(config).acceptor(door)).serve(service)),
        None => tokio::spawn(server.serve(service)),
    };
    tracing::info!(url, "serving");
    Ok(RunningServer { app, local_addr, url, set_up_link, handle, serving, sweeping, control })
}

/// Everything but the sockets: what a command line needs when no server runs. Close with `close`.
pub async fn open(config: ServerConfig, parts: Parts) -> anyhow::Result<App> {
    let metrics = Arc::new(DeskMetrics::default());
    let surroundings = Surroundings {
        store: parts.store.clone(),
        bus: Arc::new(InProcess::new()),
        clock: parts.clock.clone(),
        ids: parts.ids.clone(),
        metrics: metrics.clone(),
        loader: parts.loader,
    };
    let files = files::open(&config.files).await.context("cannot open the folder for files")?;
    let organizations = Organizations::open(surroundings).await.context("cannot load the organisations")?;
    Ok(Arc::new(AppState::new(config, organizations, &metrics, parts.store, parts.clock, parts.ids, files)?))
}

/// Writes what was taken in.
pub async fn close(app: &App) {
    app.organizations.close().await;
}

impl RunningServer {
    pub fn local_addr(&self) -> SocketAddr {
        self.local_addr
    }

    /// As it is called from outside, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where the first administrator is made, while there is none.
    pub fn set_up_link(&self) -> Option<&str> {
        self.set_up_link.as_deref()
    }

    /// Ends when the server can serve no more, by a fault.
    pub async fn failed(&mut self) -> anyhow::Error {
        match (&mut self.serving).await {
            Ok(Ok(())) => anyhow::anyhow!("the server has stopped"),
            Ok(Err(error)) => anyhow::Error::new(error).context("the server has stopped"),
            Err(error) => anyhow::Error::new(error).context("the server has stopped"),
        }
    }

    /// Takes no more connections, sends the live streams away, lets requests under way finish, and writes what was
    /// taken in.
    pub async fn shutdown(self) {
        self.handle.graceful_shutdown(Some(self.app.config.drain));
        for desk in self.app.desks() {
            desk.live().shut_down().await;
        }
        if let Ok(Err(error)) = self.serving.await {
            tracing::warn!(%error, "the server did not stop cleanly");
        }
        self.sweeping.abort();
        if let Some((control, path)) = self.control {
            control.abort();
            let _ = std::fs::remove_file(path);
        }
        close(&self.app).await;
        tracing::info!("stopped");
    }
}

fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let bound = (|| {
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)?.into_std()
    })();
    bound.with_context(|| format!("cannot listen on {address}"))
}

fn url(config: &ServerConfig, local_addr: SocketAddr) -> String {
    match &config.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => {
            let scheme = if config.tls == Tls::Off { "http" } else { "https" };
            let mut address = local_addr;
            if address.ip().is_unspecified() {
                address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
            }
            format!("{scheme}://{address}")
        }
    }
}

/// Takes connections up to a number, and sends small answers at once.
#[derive(Clone)]
struct Door {
    handle: Handle<SocketAddr>,
    connections_max: usize,
}

impl<S> Accept<TcpStream, S> for Door {
    type Stream = TcpStream;
    type Service = S;
    type Future = Ready<io::Result<(TcpStream, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        if self.handle.connection_count() > self.connections_max {
            return ready(Err(io::Error::other("there are too many connections")));
        }
        ready(stream.set_nodelay(true).map(|()| (stream, service)))
    }
}
