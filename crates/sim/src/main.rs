//! The simulator as a command: many seeds on all cores, or one seed again. Knows arguments and exit codes.

use clap::Parser;
use frontdesk_engine::Engine;
use frontdesk_sim::histories::{explore, stages};
use frontdesk_sim::{
    Failure, Outcome, Run, Script, World, report, run_many, run_script, run_seed, run_seed_twice, shrink,
};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Every so many seeds are run twice and compared.
const SEEDS_BETWEEN_REPLAYS: u64 = 16;
const FAILURES_MAX: usize = 5;
/// Fewer steps than this cannot be expected to meet everything.
const STEPS_FOR_COVERAGE: u64 = 500_000;

/// Drives the engine through random worlds and checks every promise after every step.
#[derive(Parser)]
struct Arguments {
    /// How many seeds to run.
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// The first of them.
    #[arg(long, default_value_t = 1)]
    first_seed: u64,
    #[arg(long, default_value_t = 10_000)]
    steps: u64,
    /// This one alone, twice, with its fingerprint.
    #[arg(long)]
    seed: Option<u64>,
    /// A script saved by --save instead of a seed.
    #[arg(long, conflicts_with = "seed")]
    script: Option<PathBuf>,
    /// Where to keep the shortest script that fails.
    #[arg(long)]
    save: Option<PathBuf>,
    /// Default: as many as there are cores.
    #[arg(long)]
    threads: Option<usize>,
    #[arg(long)]
    json: bool,
    /// Instead, all histories of up to so many inputs of one conversation and two agents.
    #[arg(long, value_name = "INPUTS", conflicts_with_all = ["seed", "script"])]
    histories: Option<u32>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match (&arguments.script, arguments.histories) {
        (Some(path), _) => replay(path),
        (None, Some(inputs_max)) => explore_histories(inputs_max, &arguments),
        (None, None) => simulate(&arguments),
    }
}

impl Arguments {
    fn threads(&self) -> usize {
        self.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
    }
}

fn make(world: &World) -> Engine {
    Engine::new(world.organization.clone())
}

fn simulate(arguments: &Arguments) -> ExitCode {
    let (first, count) = arguments.seed.map_or((arguments.first_seed, arguments.seeds), |seed| (seed, 1));
    let threads = arguments.threads();
    let steps = arguments.steps;
    let started = Instant::now();
    let run_one = |seed: u64| -> Outcome {
        if arguments.seed.is_some() || seed.is_multiple_of(SEEDS_BETWEEN_REPLAYS) {
            run_seed_twice(seed, steps, make)
        } else {
            run_seed(seed, steps, false, make)
        }
    };
    let progress = |done: u64| {
        if done.is_multiple_of((count / 20).max(1)) {
            eprintln!("{done} of {count} seeds, {:.0} s", started.elapsed().as_secs_f64());
        }
    };
    let total = run_many(first, count, threads, FAILURES_MAX, run_one, progress);
    let run = Run { seeds: count, steps, threads, elapsed: started.elapsed() };
    let gaps = if total.coverage.steps < STEPS_FOR_COVERAGE { Vec::new() } else { total.coverage.gaps() };
    if arguments.json {
        println!("{:#}", report::as_json(&run, &total, &gaps));
    } else {
        print!("{}", report::as_text(&run, &total, &gaps));
    }
    for failure in &total.failures {
        eprint!("\n{}", report::failure_as_text(failure));
    }
    if let Some(failure) = total.failures.first() {
        explain(failure, arguments.save.as_ref());
    }
    if total.failures.is_empty() && gaps.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Shows the first failure without the steps that do not matter.
fn explain(failure: &Failure, save: Option<&PathBuf>) {
    let shrunk = shrink(&failure.script, failure.broken.promise, make);
    if let Err((_, broken)) = run_script(&shrunk, make) {
        eprint!("\n{}", report::shrunk_as_text(&shrunk, &broken));
    }
    let Some(path) = save else { return };
    let kept = serde_json::to_vec_pretty(&shrunk).map_err(std::io::Error::from);
    match kept.and_then(|bytes| std::fs::write(path, bytes)) {
        Ok(()) => {
            eprintln!("kept in {0}; repeat: cargo run --release -p frontdesk-sim -- --script {0}", path.display())
        }
        Err(error) => eprintln!("could not keep the script in {}: {error}", path.display()),
    }
}

fn explore_histories(inputs_max: u32, arguments: &Arguments) -> ExitCode {
    for stage in stages::all() {
        let started = Instant::now();
        match explore(&stage, inputs_max, arguments.threads(), make) {
            Ok(explored) => println!("{}, {:.0} s", explored.as_text(&stage), started.elapsed().as_secs_f64()),
            Err(broken) => {
                eprint!("BROKEN: {}: {}", stage.name, report::shrunk_as_text(&broken.script, &broken.broken));
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn replay(path: &PathBuf) -> ExitCode {
    let read = std::fs::read(path).and_then(|bytes| Ok(serde_json::from_slice::<Script>(&bytes)?));
    let script = match read {
        Ok(script) => script,
        Err(error) => {
            eprintln!("{} is not a script: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    match run_script(&script, make) {
        Ok(()) => {
            println!("{} steps, no promise broken", script.steps.len());
            ExitCode::SUCCESS
        }
        Err((step, broken)) => {
            eprint!("BROKEN at step {step}: {broken}\n{}", report::shrunk_as_text(&script, &broken));
            ExitCode::FAILURE
        }
    }
}
