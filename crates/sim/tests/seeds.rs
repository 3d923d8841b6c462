//! A few dozen worlds on every run of the tests; the many are the command's. Knows no single case.

use frontdesk_engine::Engine;
use frontdesk_sim::{World, report, run_many, run_seed, run_seed_twice};

const STEPS: u64 = 2_000;

fn make(world: &World) -> Engine {
    Engine::new(world.organization.clone())
}

#[test]
fn thirty_two_worlds_keep_every_promise_and_meet_every_move() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let total = run_many(1, 32, threads, 1, |seed| run_seed(seed, STEPS, false, make), |_| ());
    let broken: Vec<String> = total.failures.iter().map(report::failure_as_text).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert_eq!(total.coverage.gaps(), Vec::<String>::new());
}

#[test]
fn the_same_seed_gives_the_same_outputs() {
    for seed in 100..104 {
        let outcome = run_seed_twice(seed, STEPS, make);
        assert!(outcome.failure.is_none(), "{:?}", outcome.failure.map(|failure| failure.broken));
    }
}
