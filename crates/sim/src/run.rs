//! One seed, from its world to its end or its broken promise; and a script, step by step. Knows no threads or output.

use crate::checks::{Broken, Promise};
use crate::choose::{self, Mood};
use crate::coverage::Coverage;
use crate::digest::Digest;
use crate::random::Random;
use crate::simulation::Simulation;
use crate::system::System;
use crate::transition::Step;
use crate::world::World;
use serde::{Deserialize, Serialize};

/// A world and what happens in it: all there is to repeat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Script {
    pub world: World,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Failure {
    pub seed: u64,
    /// From 1; 0 = while the world was set up.
    pub step: u64,
    pub broken: Broken,
    pub script: Script,
}

#[derive(Clone, Debug)]
pub struct Outcome {
    pub coverage: Coverage,
    pub failure: Option<Failure>,
    pub digest: Option<Digest>,
}

/// Runs a seed. `make` builds an engine for the world's organisation.
pub fn run_seed<S: System>(seed: u64, steps: u64, digest: bool, make: impl Fn(&World) -> S) -> Outcome {
    let world = World::random(seed);
    let mut random = Random::new(seed ^ 0x5eed);
    let mood = Mood::random(&mut random);
    let mut script = Script { world: world.clone(), steps: Vec::new() };
    let mut simulation = match Simulation::new(make(&world), &world) {
        Ok(simulation) => simulation,
        Err(broken) => {
            let failure = Some(Failure { seed, step: 0, broken, script });
            return Outcome { coverage: Coverage::default(), failure, digest: None };
        }
    };
    simulation.digest = digest.then(Digest::default);
    for number in 1..=steps {
        let step = choose::next_step(&mut random, &mood, &simulation.scene());
        script.steps.push(step);
        let step = &script.steps[script.steps.len() - 1];
        if let Err(broken) = simulation.step(step) {
            let (coverage, digest) = (std::mem::take(&mut simulation.coverage), simulation.digest);
            return Outcome { coverage, failure: Some(Failure { seed, step: number, broken, script }), digest };
        }
    }
    let failure = simulation.check_everything().err().map(|broken| Failure { seed, step: steps, broken, script });
    Outcome { coverage: simulation.coverage, failure, digest: simulation.digest }
}

/// Runs a seed twice and compares everything that came out.
pub fn run_seed_twice<S: System>(seed: u64, steps: u64, make: impl Fn(&World) -> S) -> Outcome {
    let mut first = run_seed(seed, steps, true, &make);
    let second = run_seed(seed, steps, true, &make);
    if first.failure.is_none() && first.digest != second.digest {
        let detail = format!("seed {seed} gave {:?}, then {:?}", first.digest, second.digest);
        let script = Script { world: World::random(seed), steps: Vec::new() };
        first.failure =
            Some(Failure { seed, step: steps, broken: Broken::new(Promise::SameSeedSameWorld, detail), script });
    }
    first
}

/// Where the script breaks a promise, and which: the number of the step, from 1.
pub fn run_script<S: System>(script: &Script, make: impl Fn(&World) -> S) -> Result<(), (u64, Broken)> {
    let mut simulation = Simulation::new(make(&script.world), &script.world).map_err(|broken| (0, broken))?;
    for (number, step) in (1..).zip(&script.steps) {
        simulation.step(step).map_err(|broken| (number, broken))?;
    }
    Ok(())
}
