//! Every history of up to six inputs of one conversation and two agents, in each of its lives. Knows the stages; what
//! must hold after each step is the simulator's to say.

mod stages;

use frontdesk_engine::Engine;
use frontdesk_sim::histories::{Explored, Stage, explore};
use frontdesk_sim::{World, report};

const INPUTS_MAX: u32 = 6;

#[track_caller]
fn explore_all(stage: &Stage) -> Explored {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let make = |world: &World| Engine::new(world.organization.clone());
    match explore(stage, INPUTS_MAX, threads, make) {
        Ok(explored) => {
            println!(
                "{} histories of up to {INPUTS_MAX} of {} inputs: {} states, {} steps",
                explored.histories,
                stage.alphabet.len(),
                explored.states,
                explored.steps
            );
            explored
        }
        Err(broken) => panic!("{}", report::shrunk_as_text(&broken.script, &broken.broken)),
    }
}

#[test]
fn live_chat() {
    explore_all(&stages::live_chat());
}

#[test]
fn asynchronous_with_affinity() {
    explore_all(&stages::asynchronous());
}
