//! `frontdesk serve`: the server itself.

use crate::answer::Answer;
use crate::data_folder::{from_anyhow, open_store};
use crate::failure::Failure;
use crate::options::ServeOptions;
use crate::{limits, logging};
use clap::Args;
use frontdesk_server::RunningServer;
use serde_json::json;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Serve customers and agents on one data folder
#[derive(Debug, Args)]
#[command(after_help = "The first start prints a one-time link by which the first administrator is made.\n\
SIGTERM or SIGINT stops in good order; a second one at once.\n\
With --json, one line {url, setUpUrl, processId} is printed when the server is ready.\n\n\
Examples:\n  frontdesk serve --data /var/lib/frontdesk --listen 0.0.0.0:443 --tls-cert chain.pem --tls-key key.pem\n  \
frontdesk serve --config /etc/frontdesk.toml")]
pub struct Arguments {
    #[command(flatten)]
    options: ServeOptions,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let configuration = arguments.options.configuration()?;
    logging::start(configuration.log.format, &configuration.log.level)?;
    limits::raise_open_files();
    let signals = Signals::new()?;
    let store = open_store(&configuration)?;
    let server = frontdesk_server::serve(configuration.to_server(), store).await.map_err(from_anyhow)?;
    answer.give(
        words(&server),
        &json!({ "url": server.url(), "setUpUrl": server.set_up_link(), "processId": std::process::id() }),
    );
    until_told(server, signals).await
}

fn words(server: &RunningServer) -> String {
    match server.set_up_link() {
        Some(link) => format!("Frontdesk serves {}\nMake the first administrator here, once: {link}", server.url()),
        None => format!("Frontdesk serves {}", server.url()),
    }
}

/// Serves until a signal comes or it cannot go on.
pub async fn until_told(mut server: RunningServer, mut signals: Signals) -> Result<(), Failure> {
    tokio::select! {
        error = server.failed() => Err(from_anyhow(error)),
        () = signals.next() => {
            tokio::select! {
                () = server.shutdown() => Ok(()),
                () = signals.next() => Err(Failure::failed("stopped at once by a second signal")),
            }
        }
    }
}

pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// From now on signals are waited for, and no longer end the process.
    pub fn new() -> Result<Signals, Failure> {
        let listen = |kind| signal(kind).map_err(|error| Failure::failed(format!("signals cannot be heard: {error}")));
        Ok(Signals { terminate: listen(SignalKind::terminate())?, interrupt: listen(SignalKind::interrupt())? })
    }

    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
