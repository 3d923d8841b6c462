//! A server as a child process of this very binary, for what must be measured or killed from outside. Knows its command
//! line and its ready line, nothing of its insides.

use crate::failure::Failure;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::{Instant, timeout};

const READY_WITHIN: Duration = Duration::from_secs(120);
/// Below the ports that the system hands out to clients, so that no connection of ours can sit on it.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

/// What a server says when it can be used.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ready {
    pub url: String,
    /// While there is no administrator.
    pub set_up_url: Option<String>,
}

/// Stopped with -9 when it is dropped.
pub struct ServerProcess {
    child: Child,
    pub ready: Ready,
    /// From the start of the process to its ready line.
    pub ready_after: Duration,
}

#[derive(Clone, Debug)]
pub struct ServerOptions {
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// Rate limits would be what a benchmark measures.
    pub unlimited: bool,
}

impl ServerOptions {
    pub fn new(data: &Path) -> Result<ServerOptions, Failure> {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()?));
        Ok(ServerOptions { data: data.to_owned(), listen, unlimited: false })
    }
}

impl ServerProcess {
    pub async fn start(options: &ServerOptions) -> Result<ServerProcess, Failure> {
        let mut command = own_binary()?;
        command.arg("serve").arg("--json").arg("--data").arg(&options.data);
        command.arg("--listen").arg(options.listen.to_string());
        command.env("RUST_LOG", "warn");
        if options.unlimited {
            command.env("FRONTDESK_LIMITS_ENABLED", "false");
        }
        ServerProcess::spawn(command).await
    }

    pub async fn spawn(mut command: Command) -> Result<ServerProcess, Failure> {
        let started = Instant::now();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child =
            command.spawn().map_err(|error| Failure::failed(format!("a server could not be started: {error}")))?;
        let stdout = child.stdout.take().ok_or_else(|| Failure::failed("a server without output"))?;
        let mut lines = BufReader::new(stdout).lines();
        let line = match timeout(READY_WITHIN, lines.next_line()).await {
            Ok(Ok(Some(line))) => line,
            Ok(Ok(None)) => {
                let status = child.wait().await.map_err(Failure::failed)?;
                return Err(Failure::failed(format!("the server ended before it was ready ({status})")));
            }
            Ok(Err(error)) => return Err(Failure::failed(error)),
            Err(_) => return Err(Failure::failed("the server did not become ready in time")),
        };
        let ready_after = started.elapsed();
        let ready = serde_json::from_str(&line)
            .map_err(|error| Failure::failed(format!("the server's ready line is unreadable: {error}")))?;
        Ok(ServerProcess { child, ready, ready_after })
    }

    /// As a power cut would, but for the disk.
    pub async fn kill(mut self) -> Result<(), Failure> {
        self.child.kill().await.map_err(|error| Failure::failed(format!("the server could not be killed: {error}")))
    }

    pub fn resident_bytes(&self) -> Result<u64, Failure> {
        let id = self.child.id().ok_or_else(|| Failure::failed("the server has ended"))?;
        resident_bytes(id)
    }

    /// That all of its threads have been on a processor so far.
    pub fn processor_seconds(&self) -> Result<f64, Failure> {
        let id = self.child.id().ok_or_else(|| Failure::failed("the server has ended"))?;
        processor_seconds(id)
    }
}

pub fn own_binary() -> Result<Command, Failure> {
    let path =
        std::env::current_exe().map_err(|error| Failure::failed(format!("our own binary is not found: {error}")))?;
    Ok(Command::new(path))
}

/// A port that was free a moment ago.
pub fn free_port() -> Result<u16, Failure> {
    let mut random = crate::random::Random::new(crate::random::fresh_seed());
    let drawn = (0..200).map(|_| random.within(u64::from(PORTS.start)..u64::from(PORTS.end)) as u16);
    let mut free = drawn.filter(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok());
    free.next().ok_or_else(|| Failure::failed("no free port was found"))
}

pub fn resident_bytes(process: u32) -> Result<u64, Failure> {
    let path = format!("/proc/{process}/status");
    let status = std::fs::read_to_string(&path)
        .map_err(|error| Failure::failed(format!("memory is measured through {path}, which is not there: {error}")))?;
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.map(|kilobytes| kilobytes * 1_024).ok_or_else(|| Failure::failed(format!("{path} tells no memory")))
}

fn processor_seconds(process: u32) -> Result<f64, Failure> {
    let path = format!("/proc/{process}/stat");
    let stat = std::fs::read_to_string(&path)
        .map_err(|error| Failure::failed(format!("work is measured through {path}, which is not there: {error}")))?;
    // After the name, which may hold anything, and its bracket: the twelfth and thirteenth are user's and system's ticks.
    let fields = stat.rsplit_once(") ").map(|(_, fields)| fields).unwrap_or_default();
    let ticks: Vec<u64> = fields.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    match ticks[..] {
        [user, system] => Ok((user + system) as f64 / rustix::param::clock_ticks_per_second() as f64),
        _ => Err(Failure::failed(format!("{path} tells no processor time"))),
    }
}
