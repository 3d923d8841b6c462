//! Leaves steps out of a failing script for as long as it still fails the same way. Knows no steps' meaning.

use crate::checks::Promise;
use crate::run::{Script, run_script};
use crate::system::System;
use crate::world::World;
use frontdesk_model::Timestamp;

/// So many steps are run at most, all attempts together: a few seconds.
const STEPS_MAX: usize = 3_000_000;

/// The shortest script found that breaks the same promise.
pub fn shrink<S: System>(script: &Script, promise: Promise, make: impl Fn(&World) -> S) -> Script {
    let mut best = script.clone();
    let mut chunk = best.steps.len().div_ceil(2);
    let mut spent = 0;
    while chunk > 0 && spent < STEPS_MAX {
        let mut from = 0;
        let mut shorter = false;
        while from < best.steps.len() && spent < STEPS_MAX {
            let attempt = without(&best, from, chunk);
            spent += attempt.steps.len() + 1;
            match run_script(&attempt, &make) {
                Err((failed_at, broken)) if broken.promise == promise => {
                    best = attempt;
                    best.steps.truncate(failed_at as usize);
                    shorter = true;
                }
                _ => from += chunk,
            }
        }
        // One by one, until nothing more can go.
        chunk = if chunk == 1 && shorter { 1 } else { chunk / 2 };
    }
    best
}

/// Time passes all the same: the waits of what is left out are kept.
fn without(script: &Script, from: usize, count: usize) -> Script {
    let to = (from + count).min(script.steps.len());
    let wait_ms = script.steps[from..to].iter().fold(Timestamp(0), |sum, step| sum + step.wait_ms).since(Timestamp(0));
    let mut steps = script.steps[..from].to_vec();
    steps.extend_from_slice(&script.steps[to..]);
    if let Some(next) = steps.get_mut(from) {
        next.wait_ms = next.wait_ms.saturating_add(wait_ms);
    }
    Script { world: script.world.clone(), steps }
}
