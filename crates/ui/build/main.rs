//! Decides which browser parts the binary embeds and writes them as a table. Standard library only.
//!
//! 1. `UI_DIST=/path`: that folder, as built elsewhere (packagers, containers).
//! 2. `UI_SKIP=1`: the placeholder page.
//! 3. What `target/ui/<hash of the sources>` holds, if these very sources were built before, by whatever profile.
//! 4. A release build, or any build with `UI_BUILD=1`: build them with npm into that folder.
//! 5. Else the placeholder page, so that work on the server does not wait for npm.
//!
//! Without npm, or when it fails, a release build embeds the placeholder, says so, and tries again next time.
//! `UI_BUILD=1` makes such a failure an error.

mod npm;
mod sources;
mod table;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    for variable in ["UI_DIST", "UI_SKIP", "UI_BUILD"] {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    let out = PathBuf::from(required("OUT_DIR"));
    let web = Path::new(&required("CARGO_MANIFEST_DIR")).join("../../web");
    let dist = find_dist(&web, &out);
    if let Err(error) = table::write(dist.as_deref(), &out) {
        panic!("cannot embed the browser parts: {error}");
    }
}

/// The folder to embed; none = the placeholder.
fn find_dist(web: &Path, out: &Path) -> Option<PathBuf> {
    if let Some(dist) = set("UI_DIST") {
        let dist = PathBuf::from(dist);
        assert!(dist.join("index.html").is_file(), "UI_DIST={} has no index.html", dist.display());
        println!("cargo::rerun-if-changed={}", dist.display());
        return Some(dist);
    }
    let sources = sources::find(web);
    for input in &sources.watched {
        println!("cargo::rerun-if-changed={}", input.display());
    }
    if set("UI_SKIP").is_some() {
        return None;
    }
    let cache = target_folder(out).join("ui");
    let dist = cache.join(sources.hash().unwrap_or_else(|error| panic!("cannot read {}: {error}", web.display())));
    if dist.join(".ok").is_file() {
        return Some(dist);
    }
    let wanted = set("UI_BUILD").is_some();
    if !wanted && required("PROFILE") != "release" {
        return None;
    }
    match npm::build(&sources, &cache, &dist) {
        Ok(()) => Some(dist),
        Err(reason) if wanted => panic!("{reason}"),
        Err(reason) => {
            for line in reason.lines() {
                println!("cargo::warning={line}");
            }
            println!("cargo::warning=The binary has a placeholder page instead of the workspace; the API works.");
            // A path that is never there: cargo runs this again next time, when npm may be present.
            println!("cargo::rerun-if-changed={}", out.join("try-again").display());
            None
        }
    }
}

/// Cargo's target folder, which all profiles share: the nearest folder above that cargo has tagged as a cache.
fn target_folder(out: &Path) -> PathBuf {
    let tagged = out.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    tagged.or_else(|| out.ancestors().nth(4)).unwrap_or(out).to_path_buf()
}

fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty() && value != "0")
}

fn required(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

/// Makes `to` a copy of the files in `from` that `wanted` names, by their path within it.
fn copy_tree<'a>(from: &Path, to: &Path, wanted: impl Iterator<Item = &'a Path>) -> std::io::Result<()> {
    for path in wanted {
        let target = to.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from.join(path), target)?;
    }
    Ok(())
}
