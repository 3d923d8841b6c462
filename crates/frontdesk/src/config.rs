//! The configuration: file, then environment (`FRONTDESK_*`), then flags, each stronger than the one before. A wrong key or
//! value is named with where it stands. Knows nothing of what the server does with it.

use crate::failure::Failure;
use crate::logging::LogFormat;
use confique::meta::{FieldKind, Meta};
use confique::{Config, Layer};
use frontdesk_server::{FilesAt, RateLimits, ServerConfig};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// Frontdesk's configuration. Environment variables win over this file, flags win over both.
#[derive(Clone, Debug, Config)]
#[config(layer_attr(derive(Clone, Debug)))]
pub struct Configuration {
    /// The folder that holds everything: conversations, users, settings. One server at a time uses it.
    #[config(env = "FRONTDESK_DATA", default = "frontdesk-data")]
    pub data: PathBuf,

    /// The address to listen on.
    #[config(env = "FRONTDESK_LISTEN", default = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// What people call this server from outside, as in "https://chat.example.org"; for links that are printed.
    #[config(env = "FRONTDESK_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// Believe X-Forwarded-For and X-Forwarded-Proto. Only where a proxy of yours sets them.
    #[config(env = "FRONTDESK_BEHIND_PROXY", default = false)]
    pub behind_proxy: bool,

    #[config(nested)]
    pub tls: Tls,

    #[config(nested)]
    pub limits: Limits,

    #[config(nested)]
    pub files: Files,

    #[config(nested)]
    pub log: Log,
}

/// Files that people send one another.
#[derive(Clone, Debug, Config)]
#[config(layer_attr(derive(Clone, Debug)))]
pub struct Files {
    /// The folder they are kept in; "files" in the data folder when absent. No web server may serve it.
    #[config(env = "FRONTDESK_FILES_FOLDER")]
    pub folder: Option<PathBuf>,
}

/// What one caller may ask for. They stop loops and floods, not work.
#[derive(Clone, Debug, Config)]
#[config(layer_attr(derive(Clone, Debug)))]
pub struct Limits {
    /// Limit the rate of requests at all.
    #[config(env = "FRONTDESK_LIMITS_ENABLED", default = true)]
    pub enabled: bool,

    /// Requests a second of one token or signed-in browser.
    #[config(env = "FRONTDESK_LIMITS_PER_CREDENTIAL_S", default = 500)]
    pub per_credential_s: u32,

    /// Of these, how many may come at once after a pause.
    #[config(env = "FRONTDESK_LIMITS_CREDENTIAL_BURST", default = 3000)]
    pub credential_burst: u32,

    /// Requests a second of one address without valid credentials.
    #[config(env = "FRONTDESK_LIMITS_PER_ADDRESS_S", default = 300)]
    pub per_address_s: u32,

    /// Of these, how many may come at once after a pause.
    #[config(env = "FRONTDESK_LIMITS_ADDRESS_BURST", default = 3000)]
    pub address_burst: u32,

    /// Files that one visitor, and one address, may upload in a minute.
    #[config(env = "FRONTDESK_LIMITS_UPLOADS_PER_MINUTE", default = 30)]
    pub uploads_per_minute: u32,

    /// Larger request bodies are refused with 413.
    #[config(env = "FRONTDESK_LIMITS_BODY_BYTES", default = 1048576)]
    pub body_bytes: usize,

    /// Connections at once, live streams included.
    #[config(env = "FRONTDESK_LIMITS_CONNECTIONS", default = 100000)]
    pub connections: usize,

    /// The database may grow to this; then writing is refused as on a full disk. Without it, the disk is the limit.
    #[config(env = "FRONTDESK_LIMITS_DATABASE_BYTES")]
    pub database_bytes: Option<u64>,
}

/// Encryption. Without any of these the server speaks plain HTTP, for use behind a proxy or on this machine alone.
#[derive(Clone, Debug, Config)]
#[config(layer_attr(derive(Clone, Debug)))]
pub struct Tls {
    /// The certificate chain, PEM.
    #[config(env = "FRONTDESK_TLS_CERT")]
    pub cert: Option<PathBuf>,

    /// The certificate's private key, PEM.
    #[config(env = "FRONTDESK_TLS_KEY")]
    pub key: Option<PathBuf>,

    /// Make a certificate of our own at the first start and keep it in the data folder. Browsers will warn.
    #[config(env = "FRONTDESK_TLS_SELF_SIGNED", default = false)]
    pub self_signed: bool,
}

/// Log lines, on standard error.
#[derive(Clone, Debug, Config)]
#[config(layer_attr(derive(Clone, Debug)))]
pub struct Log {
    /// "human", "json", or "auto": readable on a terminal, JSON otherwise.
    #[config(env = "FRONTDESK_LOG_FORMAT", default = "auto")]
    pub format: LogFormat,

    /// "error", "warn", "info", "debug" or "trace", or directives such as "info,frontdesk_server=debug". RUST_LOG wins.
    #[config(env = "FRONTDESK_LOG_LEVEL", default = "info")]
    pub level: String,
}

pub type Layered = <Configuration as Config>::Layer;

impl Configuration {
    /// `flags` holds what the command line said; the file is read if one is named.
    pub fn load(file: Option<&Path>, flags: Layered) -> Result<Configuration, Failure> {
        let environment = Layered::from_env().map_err(|error| Failure::usage(one_line(&error)))?;
        let from_file = match file {
            Some(file) => read(file)?,
            None => Layered::empty(),
        };
        let merged = flags.with_fallback(environment).with_fallback(from_file).with_fallback(Layered::default_values());
        let configuration = Configuration::from_layer(merged).map_err(|error| Failure::usage(one_line(&error)))?;
        configuration.check()?;
        Ok(configuration)
    }

    pub fn to_server(&self) -> ServerConfig {
        let limits = &self.limits;
        let rate_limits = limits.enabled.then_some(RateLimits {
            per_credential_s: limits.per_credential_s,
            credential_burst: limits.credential_burst,
            per_address_s: limits.per_address_s,
            address_burst: limits.address_burst,
            uploads_per_minute: limits.uploads_per_minute,
        });
        let tls = match (&self.tls.cert, &self.tls.key) {
            (Some(certificate), Some(key)) => {
                frontdesk_server::Tls::Files { certificate: certificate.clone(), key: key.clone() }
            }
            _ if self.tls.self_signed => frontdesk_server::Tls::SelfSigned,
            _ => frontdesk_server::Tls::Off,
        };
        ServerConfig {
            listen: self.listen,
            data: Some(self.data.clone()),
            tls,
            files: FilesAt::Folder(self.files.folder.clone().unwrap_or_else(|| self.data.join("files"))),
            public_url: self.public_url.clone(),
            behind_proxy: self.behind_proxy,
            rate_limits,
            body_limit_bytes: limits.body_bytes,
            connections_max: limits.connections,
            ..ServerConfig::default()
        }
    }

    fn check(&self) -> Result<(), Failure> {
        match (&self.tls.cert, &self.tls.key) {
            (Some(_), None) => Err(Failure::usage("a certificate without its key: tls.key (--tls-key) is missing")),
            (None, Some(_)) => Err(Failure::usage("a key without its certificate: tls.cert (--tls-cert) is missing")),
            (Some(_), Some(_)) if self.tls.self_signed => {
                Err(Failure::usage("either a certificate of yours or a self-signed one, not both"))
            }
            _ => Ok(()),
        }
    }
}

/// A flags layer in which nothing was said.
pub fn no_flags() -> Layered {
    Layered::empty()
}

pub fn template() -> String {
    confique::toml::template::<Configuration>(confique::toml::FormatOptions::default())
}

/// Reads a file and says, with line and nearest key, what is wrong in it.
pub fn read(file: &Path) -> Result<Layered, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    parse(&text).map_err(|wrong| {
        let place = wrong.line.map(|line| format!(":{line}")).unwrap_or_default();
        Failure::usage(format!("{}{place}: {}", file.display(), wrong.detail))
    })
}

/// As `read`, and whether the values go together.
pub fn check_file(file: &Path) -> Result<(), Failure> {
    let layer = read(file)?.with_fallback(Layered::default_values());
    Configuration::from_layer(layer).map_err(|error| Failure::usage(one_line(&error)))?.check()
}

#[derive(Debug, PartialEq)]
struct Wrong {
    line: Option<usize>,
    detail: String,
}

fn parse(text: &str) -> Result<Layered, Wrong> {
    let wrong = |error: toml::de::Error| Wrong {
        line: error.span().map(|span| line_of(text, span.start)),
        detail: error.message().replace('\n', " "),
    };
    let table = DeTable::parse(text).map_err(wrong)?;
    check_keys(text, table.get_ref(), &Configuration::META, "")?;
    toml::from_str(text).map_err(wrong)
}

/// Every key must be one that we know.
fn check_keys(text: &str, table: &DeTable<'_>, known: &Meta, prefix: &str) -> Result<(), Wrong> {
    for (key, value) in table.iter() {
        let name: &str = key.get_ref();
        let line = Some(line_of(text, key.span().start));
        let Some(field) = known.fields.iter().find(|field| field.name == name) else {
            let names: Vec<&str> = known.fields.iter().map(|field| field.name).collect();
            let suggestion = match nearest(name, &names) {
                Some(nearest) => format!("did you mean '{prefix}{nearest}'?"),
                None => format!("known here: {}", names.join(", ")),
            };
            return Err(Wrong { line, detail: format!("unknown key '{prefix}{name}'; {suggestion}") });
        };
        match (&field.kind, value.get_ref()) {
            (FieldKind::Nested { meta }, DeValue::Table(inner)) => {
                check_keys(text, inner, meta, &format!("{prefix}{name}."))?;
            }
            (FieldKind::Nested { .. }, _) => {
                return Err(Wrong { line, detail: format!("'{prefix}{name}' is a section: write [{prefix}{name}]") });
            }
            (FieldKind::Leaf { .. }, _) => {}
        }
    }
    Ok(())
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// The closest of the names, if it is close at all.
fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    names
        .iter()
        .map(|name| (distance(wrong, name), *name))
        .filter(|(distance, name)| *distance <= name.len().max(3) / 2)
        .min()
        .map(|(_, name)| name)
}

/// Letters to add, drop or change to get from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (done, letter) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = done + 1;
        for (index, other) in to.iter().enumerate() {
            let substituted = diagonal + usize::from(letter != *other);
            diagonal = row[index + 1];
            row[index + 1] = substituted.min(row[index] + 1).min(row[index + 1] + 1);
        }
    }
    row[to.len()]
}

fn one_line(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    text.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_is_named_with_its_line_and_the_nearest_one() {
        let wrong = parse("data = \"d\"\n\nlissten = \"127.0.0.1:1\"\n").unwrap_err();
        assert_eq!(wrong, Wrong { line: Some(3), detail: "unknown key 'lissten'; did you mean 'listen'?".into() });
        let wrong = parse("[tls]\nself_singed = true\n").unwrap_err();
        assert_eq!(wrong.line, Some(2));
        assert!(wrong.detail.contains("'tls.self_signed'"), "{}", wrong.detail);
    }

    #[test]
    fn a_wrong_value_is_named_with_its_line() {
        assert_eq!(parse("\nlisten = \"nowhere\"\n").unwrap_err().line, Some(2));
        assert_eq!(parse("[tls]\nself_signed = 3\n").unwrap_err().line, Some(2));
        assert_eq!(parse("tls = 4\n").unwrap_err().line, Some(1));
        assert_eq!(parse("data = \"unfinished\n").unwrap_err().line, Some(1));
    }

    #[test]
    fn the_template_is_a_valid_file_as_it_is_and_with_its_examples_in_force() {
        parse(&template()).unwrap();
        let in_force: String = template()
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with([' ', '#']) && !rest.is_empty() && !rest.ends_with('=') => rest,
                _ => line,
            })
            .flat_map(|line| [line, "\n"])
            .collect();
        let layer = parse(&in_force).unwrap();
        assert_eq!(layer.listen, Some("127.0.0.1:8080".parse().unwrap()));
    }

    #[test]
    fn flags_win_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("frontdesk.toml");
        std::fs::write(&file, "data = \"from-file\"\nlisten = \"127.0.0.1:9001\"\n").unwrap();
        let mut flags = no_flags();
        flags.listen = Some("127.0.0.1:9002".parse().unwrap());
        let configuration = Configuration::load(Some(&file), flags).unwrap();
        assert_eq!(configuration.listen.port(), 9002);
        assert_eq!(configuration.data, PathBuf::from("from-file"));
    }
}
