//! Certificates: an operator's own, or one made here for tests and small offices. Knows files, not requests.

use crate::config::Tls;
use anyhow::{Context, bail};
use axum_server::tls_rustls::RustlsConfig;
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// What to serve TLS with; none = plain HTTP.
pub async fn load(tls: &Tls, data: Option<&Path>) -> anyhow::Result<Option<RustlsConfig>> {
    // A second call finds it installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (certificate, key) = match tls {
        Tls::Off => return Ok(None),
        Tls::Files { certificate, key } => (certificate.clone(), key.clone()),
        Tls::SelfSigned => {
            let Some(data) = data else { bail!("a self-signed certificate needs a data folder to be kept in") };
            let paths = (data.join("self-signed.crt"), data.join("self-signed.key"));
            if !paths.0.exists() || !paths.1.exists() {
                make(&paths.0, &paths.1)?;
            }
            paths
        }
    };
    let config = RustlsConfig::from_pem_file(&certificate, &key)
        .await
        .with_context(|| format!("cannot use {} with {}", certificate.display(), key.display()))?;
    Ok(Some(config))
}

fn make(certificate: &Path, key: &Path) -> anyhow::Result<()> {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).context("cannot make a certificate")?;
    write_private(key, &made.signing_key.serialize_pem())?;
    fs::write(certificate, made.cert.pem()).with_context(|| format!("cannot write {}", certificate.display()))
}

fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("cannot write {}", path.display()))
}
