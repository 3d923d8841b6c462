//! Builds the browser parts with npm and Vite, in the target folder, one build at a time. Leaves the source tree alone.

use crate::copy_tree;
use crate::sources::Sources;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Finished builds that are kept: going back to another branch then costs nothing.
const BUILDS_KEPT: usize = 4;

/// Fills `dist`, whose `.ok` is written last. The reason of a failure is for people.
pub fn build(sources: &Sources, cache: &Path, dist: &Path) -> Result<(), String> {
    if sources.files.is_empty() {
        return Err(format!("There are no browser sources in {}.", sources.web.display()));
    }
    run(Command::new("node").arg("--version"), "Node is needed (20.19 or newer) to build the workspace")?;
    run(npm().arg("--version"), "npm is needed (10 or newer) to build the workspace")?;
    let failed = |error: std::io::Error| format!("Cannot build the workspace: {error}");
    fs::create_dir_all(cache).map_err(failed)?;
    let lock = File::create(cache.join(".lock")).map_err(failed)?;
    lock.lock().map_err(failed)?;
    if dist.join(".ok").is_file() {
        return Ok(()); // another build did it meanwhile
    }
    let started = Instant::now();
    let work = cache.join("work");
    lay_out(sources, &work).map_err(failed)?;
    install(sources, &work)?;
    let mut vite = Command::new("node");
    vite.arg("scripts/build.mjs").arg(dist).current_dir(&work).env_remove("NODE_OPTIONS").env("NODE_ENV", "production");
    run(&mut vite, "The browser parts do not build")?;
    fs::write(dist.join(".ok"), "").map_err(failed)?;
    println!("cargo::warning=Built the workspace, the widget and the JS SDK in {} s.", started.elapsed().as_secs());
    prune(cache, dist);
    Ok(())
}

/// A fresh copy of the sources; what npm has installed before stays.
fn lay_out(sources: &Sources, work: &Path) -> std::io::Result<()> {
    fs::create_dir_all(work)?;
    for entry in fs::read_dir(work)? {
        let entry = entry?;
        match entry.file_name().to_string_lossy().as_ref() {
            "node_modules" | ".installed" => {}
            _ if entry.file_type()?.is_dir() => fs::remove_dir_all(entry.path())?,
            _ => fs::remove_file(entry.path())?,
        }
    }
    copy_tree(&sources.web, work, sources.files.iter().map(|path| path.as_path()))
}

fn install(sources: &Sources, work: &Path) -> Result<(), String> {
    let lock_hash = sources.hash_of("package-lock.json").map_err(|error| format!("No package-lock.json: {error}"))?;
    let installed = work.join(".installed");
    if fs::read_to_string(&installed).is_ok_and(|hash| hash == lock_hash) && work.join("node_modules").is_dir() {
        return Ok(());
    }
    // The stamp goes first: an interrupted install must not look finished.
    if installed.exists() {
        fs::remove_file(&installed).map_err(|error| error.to_string())?;
    }
    let mut ci = npm();
    ci.args(["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
    run(ci.current_dir(work), "npm could not install what the workspace is built with (is the registry reachable?)")?;
    fs::write(installed, lock_hash).map_err(|error| error.to_string())
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn run(command: &mut Command, meaning: &str) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{meaning}: {error}."))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    // npm says what is wrong first, Vite and Node last.
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.len().saturating_sub(8).max(8);
    let shown: Vec<&str> = lines.iter().take(8).chain(lines.iter().skip(last)).copied().collect();
    Err(format!("{meaning} ({}):\n{}", output.status, shown.join("\n")))
}

/// Drops the oldest builds. Nothing refers to them: what is embedded is copied first.
fn prune(cache: &Path, newest: &Path) {
    let Ok(entries) = fs::read_dir(cache) else { return };
    let mut builds: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.path() != newest && entry.path().join(".ok").is_file())
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    builds.sort();
    let surplus = (builds.len() + 1).saturating_sub(BUILDS_KEPT);
    for (_, path) in builds.into_iter().take(surplus) {
        // Best effort: a build that stays only takes room.
        let _ = fs::remove_dir_all(path);
    }
}
