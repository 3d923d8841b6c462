//! All there is to test, in the order in which a fault shows soonest. Knows each suite's command, not what it checks.

use crate::shell::{is_installed, root, run};
use crate::tidy;
use anyhow::{Result, ensure};
use std::time::Instant;

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("prepare", prepare),
    ("tidy", tidy::run),
    ("lint", lint),
    ("unit", unit),
    ("web", web),
    ("build", build),
    ("simulate", simulate),
    ("torture", torture),
    ("browser", browser),
    ("corpus", corpus),
];

/// All steps, or those with one of `only` in their name.
pub fn run_steps(only: &[String]) -> Result<()> {
    let wanted = |name: &str| only.is_empty() || only.iter().any(|part| name.contains(part.as_str()));
    let steps: Vec<&Step> = STEPS.iter().filter(|(name, _)| wanted(name)).collect();
    let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
    ensure!(!steps.is_empty(), "no step is named like that; there are {}", names.join(", "));
    let mut times = Vec::new();
    for (name, step) in steps {
        println!("\n== {name}");
        let started = Instant::now();
        step()?;
        times.push(format!("{name} {:.0} s", started.elapsed().as_secs_f64()));
    }
    println!("\nall steps passed: {}", times.join(", "));
    Ok(())
}

/// The README's pictures.
pub fn screenshots() -> Result<()> {
    prepare()?;
    web_packages()?;
    build()?;
    run("web", "npm", &["run", "screenshots"], &[("FRONTDESK_BIN", &binary())])
}

/// A browser for the end-to-end tests, by the system's package manager where it is missing.
fn prepare() -> Result<()> {
    if is_installed("chromium") {
        return Ok(());
    }
    ensure!(is_installed("apt-get"), "the browser tests need Chromium as `chromium` on the PATH");
    run(".", "apt-get", &["update", "-q"], &[])?;
    run(
        ".",
        "apt-get",
        &["install", "-y", "-q", "--no-install-recommends", "chromium"],
        &[("DEBIAN_FRONTEND", "noninteractive")],
    )
}

fn lint() -> Result<()> {
    run(".", "cargo", &["fmt", "--all", "--check"], &[])?;
    run(".", "cargo", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[])
}

fn unit() -> Result<()> {
    run(".", "cargo", &["test", "--workspace", "--locked", "--no-fail-fast"], &[])
}

fn web_packages() -> Result<()> {
    run("web", "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"], &[])
}

fn web() -> Result<()> {
    web_packages()?;
    run("web", "npm", &["run", "check"], &[])
}

/// As the README's first command builds it, the browser parts included.
fn build() -> Result<()> {
    run(".", "cargo", &["build", "--release", "--locked", "-p", "frontdesk", "-p", "frontdesk-sim"], &[])
}

/// The promises of the engine: after every step of two thousand worlds, in every short history, and against theory; and that
/// the checks notice each bug that is planted.
fn simulate() -> Result<()> {
    let sim = "target/release/frontdesk-sim";
    run(".", sim, &["--histories", "6"], &[])?;
    run(".", sim, &["--seeds", "2000", "--steps", "10000"], &[])?;
    let mutations = ["test", "--locked", "-p", "frontdesk-sim", "--test", "every_check_can_fail", "--", "--nocapture"];
    run(".", "cargo", &mutations, &[])?;
    let theory = ["run", "--release", "--locked", "-p", "frontdesk-rehearsal", "--example", "erlang"];
    run(".", "cargo", &theory, &[])
}

/// Kills under load: nothing acknowledged is lost, nothing happens twice.
fn torture() -> Result<()> {
    run(".", "target/release/frontdesk", &["torture", "--kills", "200", "--seed", "1"], &[])
}

/// Real dialogues, all of them where the corpus is there, with and without kills.
fn corpus() -> Result<()> {
    run(".", "cargo", &["test", "--release", "--locked", "-p", "frontdesk", "--test", "corpus"], &[])
}

fn browser() -> Result<()> {
    run("web", "npm", &["run", "e2e"], &[("FRONTDESK_BIN", &binary())])
}

fn binary() -> String {
    root().join("target/release/frontdesk").to_string_lossy().into_owned()
}
