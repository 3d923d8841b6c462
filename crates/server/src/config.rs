//! What an operator decides about the server. Knows the values and their defaults, not where they were read from.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct ServerConfig {
    /// 127.0.0.1:8080 by default: nothing is offered to the network unasked.
    pub listen: SocketAddr,
    /// Where `control.sock` and a self-signed certificate live. None: neither is made.
    pub data: Option<PathBuf>,
    pub tls: Tls,
    /// Where the bytes of files lie.
    pub files: FilesAt,
    /// What the address is called from outside, without a slash at the end; for links that are printed.
    pub public_url: Option<String>,
    /// Take the caller's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`.
    pub behind_proxy: bool,
    pub rate_limits: Option<RateLimits>,
    /// Larger bodies are answered with 413.
    pub body_limit_bytes: usize,
    pub request_timeout: Duration,
    /// The same for a file on its way in, while it keeps coming.
    pub upload_timeout: Duration,
    pub header_read_timeout: Duration,
    pub connections_max: usize,
    /// How long a browser stays signed in.
    pub sign_in_lasts: Duration,
    /// How long a visitor's token opens their conversations.
    pub visitor_token_lasts: Duration,
    pub set_up_link_lasts: Duration,
    /// Memory for encoded answers of getConversations and for the records in them.
    pub answer_cache_bytes: usize,
    /// How long a shutdown waits for requests under way.
    pub drain: Duration,
}

impl Default for ServerConfig {
    fn default() -> Self {
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        ServerConfig {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            data: None,
            tls: Tls::Off,
            files: FilesAt::Memory,
            public_url: None,
            behind_proxy: false,
            rate_limits: Some(RateLimits::default()),
            body_limit_bytes: 1 << 20,
            // Longer than the longest long-poll.
            request_timeout: Duration::from_secs(40),
            upload_timeout: Duration::from_secs(15 * 60),
            // It also ends connections that are kept alive without a request.
            header_read_timeout: Duration::from_secs(75),
            connections_max: 100_000,
            sign_in_lasts: DAY * 7,
            visitor_token_lasts: DAY * 30,
            set_up_link_lasts: DAY,
            answer_cache_bytes: 32 << 20,
            drain: Duration::from_secs(10),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FilesAt {
    /// Gone with the process.
    #[default]
    Memory,
    Folder(PathBuf),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    #[default]
    Off,
    /// PEM files: the chain and its key.
    Files { certificate: PathBuf, key: PathBuf },
    /// Made on first start and kept in the data folder.
    SelfSigned,
}

/// Requests a second, and how many may come at once after a pause. Generous: they stop loops and floods, not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Of one token or signed-in browser.
    pub per_credential_s: u32,
    pub credential_burst: u32,
    /// Of one address, for requests that bring no credentials or wrong ones.
    pub per_address_s: u32,
    pub address_burst: u32,
    /// Files that one visitor, and one address, may upload in a minute.
    pub uploads_per_minute: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        RateLimits {
            per_credential_s: 500,
            credential_burst: 3_000,
            per_address_s: 300,
            address_burst: 3_000,
            uploads_per_minute: 30,
        }
    }
}
