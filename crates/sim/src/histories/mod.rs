//! All short histories: each input of a small alphabet after each other, from one small world on, every step checked as
//! in any simulation and by the engine's own audit. Where two histories lead to the same state, what follows is tried
//! once. Knows no input by name.

pub mod stages;

use crate::checks::Broken;
use crate::coverage::Coverage;
use crate::run::Script;
use crate::simulation::Simulation;
use crate::system::System;
use crate::transition::{Lateness, Step, Transition};
use crate::world::World;
use frontdesk_model::{Timestamp, Uuid};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Where histories begin, and what they are made of.
pub struct Stage {
    pub name: &'static str,
    pub world: World,
    /// Before anything is counted: agents sign in.
    pub before: Vec<Transition>,
    pub alphabet: Vec<Letter>,
}

#[derive(Clone, Debug)]
pub enum Letter {
    Happens(Transition),
    /// The next alarm rings, at its moment.
    Alarm,
}

#[derive(Clone, Debug, Default)]
pub struct Explored {
    pub inputs_max: u32,
    /// All that there are, of any length up to the longest.
    pub histories: u128,
    /// That differ in what can be seen of them, ids and the time of day apart.
    pub states: usize,
    /// That were taken and checked.
    pub steps: usize,
    pub coverage: Coverage,
}

impl Explored {
    pub fn as_text(&self, stage: &Stage) -> String {
        format!(
            "{}: {} histories of up to {} of {} inputs, {} states, {} steps",
            stage.name,
            self.histories,
            self.inputs_max,
            stage.alphabet.len(),
            self.states,
            self.steps
        )
    }
}

/// A history that broke a promise, and which.
#[derive(Clone, Debug)]
pub struct BrokenHistory {
    pub script: Script,
    pub broken: Broken,
}

struct Node<S> {
    simulation: Simulation<S>,
    steps: Vec<Step>,
}

/// Tries all histories of up to `inputs_max` inputs.
pub fn explore<S: System + Clone + Send>(
    stage: &Stage,
    inputs_max: u32,
    threads: usize,
    make: impl Fn(&World) -> S,
) -> Result<Explored, Box<BrokenHistory>> {
    let mut seen = HashSet::new();
    let first = begin(stage, make)?;
    let changes_set_up = stage.alphabet.iter().any(|letter| matches!(letter, Letter::Happens(Transition::SetUp(_))));
    let look = |simulation: &Simulation<S>| fingerprint(simulation, changes_set_up);
    seen.insert(look(&first.simulation));
    let mut explored = Explored { inputs_max, coverage: first.simulation.coverage.clone(), ..Explored::default() };
    let seen = Mutex::new(seen);
    let mut frontier = vec![first];
    for length in 1..=inputs_max {
        explored.histories += (stage.alphabet.len() as u128).pow(length);
        explored.steps += frontier.len() * stage.alphabet.len();
        let grows = length < inputs_max;
        frontier = expand(stage, frontier, &seen, threads, grows, &look, &mut explored.coverage)?;
    }
    explored.states = seen.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()).len();
    Ok(explored)
}

fn begin<S: System>(stage: &Stage, make: impl Fn(&World) -> S) -> Result<Node<S>, Box<BrokenHistory>> {
    let broken = |steps: &[Step], broken| {
        Box::new(BrokenHistory { script: Script { world: stage.world.clone(), steps: steps.to_vec() }, broken })
    };
    let mut simulation = Simulation::new(make(&stage.world), &stage.world).map_err(|found| broken(&[], found))?;
    let mut steps = Vec::new();
    for what in &stage.before {
        steps.push(Step { wait_ms: 0, lateness: Lateness::Exact, what: what.clone() });
        simulation.step(&steps[steps.len() - 1]).map_err(|found| broken(&steps, found))?;
    }
    Ok(Node { simulation, steps })
}

/// One more input after each; those that lead to a state that was not there before, where they are `wanted`.
fn expand<S: System + Clone + Send>(
    stage: &Stage,
    frontier: Vec<Node<S>>,
    seen: &Mutex<HashSet<u64>>,
    threads: usize,
    wanted: bool,
    look: &(impl Fn(&Simulation<S>) -> u64 + Sync),
    coverage: &mut Coverage,
) -> Result<Vec<Node<S>>, Box<BrokenHistory>> {
    let next = AtomicUsize::new(0);
    let nodes: Vec<Mutex<Option<Node<S>>>> = frontier.into_iter().map(|node| Mutex::new(Some(node))).collect();
    let work = || -> Result<(Vec<Node<S>>, Coverage), Box<BrokenHistory>> {
        let (mut found, mut met) = (Vec::new(), Coverage::default());
        while let Some(node) = nodes.get(next.fetch_add(1, Ordering::Relaxed)) {
            let Some(node) = node.lock().ok().and_then(|mut node| node.take()) else { continue };
            for letter in &stage.alphabet {
                let after = follow(&stage.world, &node, letter)?;
                met.add(&after.simulation.coverage);
                if after.simulation.coverage.did_nothing() {
                    continue;
                }
                let state = look(&after.simulation);
                let is_new = seen.lock().is_ok_and(|mut seen| seen.insert(state));
                if is_new {
                    inspect(&stage.world, &after)?;
                }
                if is_new && wanted {
                    found.push(after);
                }
            }
        }
        Ok((found, met))
    };
    let results: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("a panic of the engine is the failure to show")).collect()
    });
    let mut grown = Vec::new();
    for result in results {
        let (found, met) = result?;
        grown.extend(found);
        coverage.add(&met);
    }
    Ok(grown)
}

fn follow<S: System + Clone>(world: &World, node: &Node<S>, letter: &Letter) -> Result<Node<S>, Box<BrokenHistory>> {
    let mut simulation = node.simulation.clone();
    simulation.coverage = Coverage::default();
    let step = match letter {
        Letter::Happens(what) => Step { wait_ms: 0, lateness: Lateness::Exact, what: what.clone() },
        Letter::Alarm => {
            Step { wait_ms: simulation.scene().alarm_in_ms(), lateness: Lateness::Exact, what: Transition::Nothing }
        }
    };
    let mut steps = node.steps.clone();
    steps.push(step);
    let taken = simulation.step(&steps[steps.len() - 1]);
    let after = Node { simulation, steps };
    match taken {
        Ok(()) => Ok(after),
        Err(broken) => Err(broken_history(world, &after, broken)),
    }
}

/// What is too slow to be asked after every step of a long run.
fn inspect<S: System>(world: &World, node: &Node<S>) -> Result<(), Box<BrokenHistory>> {
    node.simulation.check_everything().map_err(|broken| broken_history(world, node, broken))
}

fn broken_history<S>(world: &World, node: &Node<S>, broken: Broken) -> Box<BrokenHistory> {
    Box::new(BrokenHistory { script: Script { world: world.clone(), steps: node.steps.clone() }, broken })
}

/// The same for states that cannot be told apart but by drawn ids and by the time of day: ids count by their first
/// appearance, times by their distance from now.
fn fingerprint<S: System>(simulation: &Simulation<S>, with_set_up: bool) -> u64 {
    let text = simulation.visible(with_set_up);
    let now = simulation.scene().now;
    let mut hasher = DefaultHasher::new();
    let mut ids: Vec<&str> = Vec::new();
    let (mut from, mut search) = (0, 0);
    // Both have a first hyphen at a place of its own.
    while let Some(hyphen) = text[search..].find('-').map(|found| search + found) {
        search = hyphen + 1;
        if let Some(time) = time_round(&text, hyphen).filter(|_| hyphen >= from + 4) {
            text[from..hyphen - 4].hash(&mut hasher);
            (time.0 - now.0).hash(&mut hasher);
            from = hyphen + 20;
            search = from;
        } else if let Some(id) = id_round(&text, hyphen).filter(|_| hyphen >= from + 8) {
            text[from..hyphen - 8].hash(&mut hasher);
            let number = ids.iter().position(|known| *known == id).unwrap_or(ids.len());
            if number == ids.len() {
                ids.push(id);
            }
            number.hash(&mut hasher);
            from = hyphen + 28;
            search = from;
        }
    }
    text[from..].hash(&mut hasher);
    hasher.finish()
}

/// `2026-11-23T04:05:06.007Z`, by its first hyphen.
fn time_round(text: &str, hyphen: usize) -> Option<Timestamp> {
    let time = text.get(hyphen.checked_sub(4)?..hyphen + 20)?;
    if time.ends_with('Z') { time.parse().ok() } else { None }
}

/// An id that the engine drew; those of the world stay as they are.
fn id_round(text: &str, hyphen: usize) -> Option<&str> {
    let id = text.get(hyphen.checked_sub(8)?..hyphen + 28)?;
    let drawn = !id.starts_with("f00d") && id.as_bytes()[13] == b'-' && Uuid::parse_str(id).is_ok();
    drawn.then_some(id)
}
