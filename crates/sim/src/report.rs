//! What people and scripts read after a run. Knows words and JSON, no engine.

use crate::checks::Broken;
use crate::coverage::Coverage;
use crate::many::Total;
use crate::run::{Failure, Script};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::time::Duration;

const LAST_STEPS: usize = 20;

#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub seeds: u64,
    pub steps: u64,
    pub threads: usize,
    pub elapsed: Duration,
}

impl Run {
    fn steps_per_second(&self, coverage: &Coverage) -> u64 {
        (coverage.steps as f64 / self.elapsed.as_secs_f64().max(1e-9)) as u64
    }
}

pub fn as_text(run: &Run, total: &Total, gaps: &[String]) -> String {
    let coverage = &total.coverage;
    let mut text = String::new();
    let counts = [
        table("what happened", &coverage.transitions),
        table("moves (data-model §12)", &coverage.moves),
        table("alarms", &coverage.alarms),
        table("decisions of routing", &coverage.decisions),
        table("refusals", &coverage.refusals),
    ];
    for count in counts {
        text.push_str(&count);
    }
    for gap in gaps {
        let _ = writeln!(text, "never happened: {gap}");
    }
    let _ = writeln!(
        text,
        "{} seeds × {} steps: {} steps in {:.1} s on {} threads, {} steps/s; {} commands done; {} broken",
        run.seeds,
        run.steps,
        coverage.steps,
        run.elapsed.as_secs_f64(),
        run.threads,
        run.steps_per_second(coverage),
        coverage.commands_done,
        total.failures.len(),
    );
    text
}

pub fn as_json(run: &Run, total: &Total, gaps: &[String]) -> Value {
    let coverage = &total.coverage;
    json!({
        "seeds": run.seeds,
        "stepsPerSeed": run.steps,
        "steps": coverage.steps,
        "threads": run.threads,
        "seconds": run.elapsed.as_secs_f64(),
        "stepsPerSecond": run.steps_per_second(coverage),
        "commandsDone": coverage.commands_done,
        "transitions": coverage.transitions,
        "moves": coverage.moves,
        "alarms": words(&coverage.alarms),
        "decisions": coverage.decisions,
        "refusals": coverage.refusals,
        "neverHappened": gaps,
        "broken": total.failures.iter().map(failure_as_json).collect::<Vec<_>>(),
    })
}

pub fn failure_as_text(failure: &Failure) -> String {
    let mut text = format!("BROKEN at seed {}, step {}: {}\n", failure.seed, failure.step, failure.broken);
    let steps = &failure.script.steps;
    let from = steps.len().saturating_sub(LAST_STEPS);
    let _ = writeln!(text, "the last {} steps:", steps.len() - from);
    text.push_str(&steps_as_text(&failure.script, from));
    let _ = writeln!(text, "repeat: {}", repeat(failure));
    text
}

pub fn shrunk_as_text(shrunk: &Script, broken: &Broken) -> String {
    format!("{} steps are enough: {broken}\n{}", shrunk.steps.len(), steps_as_text(shrunk, 0))
}

fn failure_as_json(failure: &Failure) -> Value {
    json!({
        "promise": failure.broken.promise.words(),
        "detail": failure.broken.detail,
        "seed": failure.seed,
        "step": failure.step,
        "repeat": repeat(failure),
    })
}

fn repeat(failure: &Failure) -> String {
    format!("cargo run --release -p frontdesk-sim -- --seed {} --steps {}", failure.seed, failure.step)
}

fn steps_as_text(script: &Script, from: usize) -> String {
    let mut text = String::new();
    for (number, step) in script.steps.iter().enumerate().skip(from) {
        let _ = writeln!(text, "{:>6}  +{} ms {:?}  {:?}", number + 1, step.wait_ms, step.lateness, step.what);
    }
    text
}

fn table<K: Debug>(title: &str, counts: &BTreeMap<K, u64>) -> String {
    let mut text = format!("{title}\n");
    for (key, count) in counts {
        let key = format!("{key:?}");
        let _ = writeln!(text, "  {count:>12}  {}", key.trim_matches('"'));
    }
    text
}

fn words<K: Debug>(counts: &BTreeMap<K, u64>) -> BTreeMap<String, u64> {
    counts.iter().map(|(key, count)| (format!("{key:?}"), *count)).collect()
}
