//! Who may know whom: the crates of this workspace, and the libraries that only one of them may name.

use crate::shell::root;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Each crate and the crates of ours that it may know.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("frontdesk-calendar", &[]),
    ("frontdesk-predicate", &[]),
    ("frontdesk-model", &["frontdesk-calendar", "frontdesk-predicate"]),
    ("frontdesk-engine", &["frontdesk-model", "frontdesk-calendar", "frontdesk-predicate"]),
    ("frontdesk-sim", &["frontdesk-model", "frontdesk-engine", "frontdesk-calendar", "frontdesk-predicate"]),
    ("frontdesk-rehearsal", &["frontdesk-model", "frontdesk-calendar", "frontdesk-predicate", "frontdesk-engine"]),
    ("frontdesk-setup", &["frontdesk-model", "frontdesk-calendar", "frontdesk-predicate"]),
    ("frontdesk-store", &["frontdesk-model"]),
    ("frontdesk-files", &["frontdesk-model"]),
    ("frontdesk-bus", &["frontdesk-model"]),
    ("frontdesk-dataverse", &["frontdesk-model", "frontdesk-predicate"]),
    ("frontdesk-ui", &[]),
    (
        "frontdesk-server",
        &[
            "frontdesk-model",
            "frontdesk-calendar",
            "frontdesk-predicate",
            "frontdesk-engine",
            "frontdesk-setup",
            "frontdesk-store",
            "frontdesk-files",
            "frontdesk-bus",
            "frontdesk-dataverse",
            "frontdesk-ui",
        ],
    ),
    (
        "frontdesk",
        &[
            "frontdesk-model",
            "frontdesk-predicate",
            "frontdesk-calendar",
            "frontdesk-predicate",
            "frontdesk-engine",
            "frontdesk-setup",
            "frontdesk-rehearsal",
            "frontdesk-store",
            "frontdesk-files",
            "frontdesk-server",
        ],
    ),
];

/// The pure crates may depend on nothing with input, output, a clock or chance.
const PURE: &[(&str, &[&str])] = &[
    ("frontdesk-calendar", &["serde", "jiff", "thiserror"]),
    ("frontdesk-predicate", &["serde", "thiserror", "jiff"]),
    ("frontdesk-model", &["serde", "uuid", "jiff"]),
    ("frontdesk-engine", &["serde"]),
    ("frontdesk-rehearsal", &["serde", "serde_json", "jiff", "thiserror"]),
    ("frontdesk-setup", &["serde", "toml", "toml_writer"]),
    ("frontdesk-dataverse", &["serde", "serde_json", "jiff", "uuid", "thiserror"]),
    ("frontdesk-ui", &[]),
];

/// Libraries, and the only crates that may name them.
const ONLY: &[(&str, &[&str])] = &[
    ("rusqlite", &["frontdesk-store"]),
    ("tokio-postgres", &["frontdesk-store"]),
    ("async-nats", &["frontdesk-bus"]),
    ("axum", &["frontdesk-server", "frontdesk"]),
    ("axum-server", &["frontdesk-server"]),
    ("argon2", &["frontdesk-server"]),
    ("clap", &["frontdesk", "frontdesk-sim", "xtask"]),
];

/// A second TLS stack or SQLite must never get in.
const BANNED: &[&str] = &["aws-lc-rs", "aws-lc-sys", "openssl-sys", "native-tls", "sqlx", "refinery"];

pub fn faults() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, dependencies) in manifests()? {
        let allowed = MAY_KNOW.iter().find(|(owner, _)| *owner == name).map(|(_, allowed)| *allowed);
        for dependency in dependencies {
            if dependency.starts_with("frontdesk") && !allowed.unwrap_or_default().contains(&dependency.as_str()) {
                faults.push(format!("{name} may not know {dependency}"));
            }
            if let Some((_, pure)) = PURE.iter().find(|(owner, _)| *owner == name)
                && !dependency.starts_with("frontdesk")
                && !pure.contains(&dependency.as_str())
            {
                faults.push(format!("{name} is pure and may not depend on {dependency}"));
            }
            if let Some((_, owners)) = ONLY.iter().find(|(library, _)| *library == dependency)
                && !owners.contains(&name.as_str())
            {
                faults.push(format!("only {} may name {dependency}, not {name}", owners.join(" and ")));
            }
        }
    }
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
    let locked: BTreeSet<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    faults.extend(BANNED.iter().filter(|banned| locked.contains(**banned)).map(|banned| {
        format!("{banned} is in Cargo.lock: one TLS provider (rustls with ring) and one SQLite (rusqlite's) only")
    }));
    Ok(faults)
}

/// Package names and what their `[dependencies]` name.
fn manifests() -> Result<BTreeMap<String, Vec<String>>> {
    let mut manifests = BTreeMap::new();
    for entry in fs::read_dir(root().join("crates"))? {
        let path = entry?.path().join("Cargo.toml");
        let manifest: toml::Table = fs::read_to_string(&path)?.parse().with_context(|| path.display().to_string())?;
        let name = manifest["package"]["name"].as_str().unwrap_or_default().to_owned();
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
        manifests.insert(name, dependencies.map(|table| table.keys().cloned().collect()).unwrap_or_default());
    }
    Ok(manifests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_know_only_whom_they_may() {
        assert_eq!(faults().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_crate_has_its_place_in_the_list() {
        for name in manifests().unwrap().into_keys() {
            assert!(MAY_KNOW.iter().any(|(owner, _)| *owner == name), "say whom {name} may know");
        }
    }
}
