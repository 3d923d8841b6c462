//! The mutation list: each promise is broken on purpose, by an engine spoiled in one small way, and the check of that promise
//! must see it. A check that does not notice is the defect this looks for. Knows no way to lie.
//!
//! `cargo test -p frontdesk-sim --test every_check_can_fail -- --nocapture` prints the list.

mod planted;
mod saboteur;

use frontdesk_sim::{Promise, run_seed, run_seed_twice};
use planted::{Notice, PLANTED, Planted};
use saboteur::spoil;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn every_planted_bug_is_noticed_by_the_promise_it_breaks() {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(planted) = PLANTED.get(number) else { return };
            let noticed = noticed(planted);
            found.lock().unwrap().insert(number, noticed);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut unnoticed = Vec::new();
    for (planted, noticed) in PLANTED.iter().zip(found.into_inner().unwrap().into_values()) {
        println!("{} {}", planted.as_text(), if noticed.is_ok() { "noticed" } else { "NOT NOTICED" });
        unnoticed.extend(noticed.err().map(|instead| format!("{}, but {instead:?}", planted.as_text())));
    }
    assert_eq!(unnoticed, Vec::<String>::new());
}

#[test]
fn every_promise_is_broken_by_some_planted_bug() {
    let broken: BTreeSet<Promise> = PLANTED.iter().map(|planted| planted.breaks).collect();
    let never: Vec<&Promise> = Promise::ALL.iter().filter(|promise| !broken.contains(promise)).collect();
    assert_eq!(never, Vec::<&Promise>::new());
}

/// Otherwise what was noticed instead.
fn noticed(planted: &Planted) -> Result<(), Vec<Promise>> {
    let mut instead = Vec::new();
    let (seeds, steps) = match planted.notice {
        Notice::First => (1..=40, 2_000),
        Notice::OnSomeSeed => (1..=120, 800),
        Notice::OnASecondRun => (1..=1, 500),
    };
    for seed in seeds {
        let outcome = match planted.notice {
            Notice::OnASecondRun => run_seed_twice(seed, steps, |world| spoil(planted.how, world)),
            _ => run_seed(seed, steps, false, |world| spoil(planted.how, world)),
        };
        let Some(failure) = outcome.failure else { continue };
        if failure.broken.promise == planted.breaks {
            return Ok(());
        }
        instead.push(failure.broken.promise);
        if planted.notice == Notice::First {
            break;
        }
    }
    Err(instead)
}
