//! Flags that several commands share, and the layer of configuration they make.

use crate::config::{Configuration, no_flags};
use crate::failure::Failure;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Which data folder
#[derive(Clone, Debug, Args)]
pub struct FolderOptions {
    /// The data folder
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// A configuration file; environment variables (FRONTDESK_*) win over it, flags over both
    #[arg(long, value_name = "FILE", env = "FRONTDESK_CONFIG")]
    config: Option<PathBuf>,
}

impl FolderOptions {
    pub fn configuration(&self) -> Result<Configuration, Failure> {
        let mut flags = no_flags();
        flags.data = self.data.clone();
        Configuration::load(self.config.as_deref(), flags)
    }
}

/// How to serve
#[derive(Clone, Debug, Args)]
pub struct ServeOptions {
    #[command(flatten)]
    folder: FolderOptions,
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
    /// Certificate chain, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Make a certificate of our own, kept in the data folder
    #[arg(long, conflicts_with = "tls_cert")]
    tls_self_signed: bool,
}

impl ServeOptions {
    pub fn configuration(&self) -> Result<Configuration, Failure> {
        let mut flags = no_flags();
        flags.data = self.folder.data.clone();
        flags.listen = self.listen;
        flags.tls.cert = self.tls_cert.clone();
        flags.tls.key = self.tls_key.clone();
        flags.tls.self_signed = self.tls_self_signed.then_some(true);
        Configuration::load(self.folder.config.as_deref(), flags)
    }
}
