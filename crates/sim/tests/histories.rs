//! Every history of up to four inputs of one conversation and two agents, on each stage; the simulator's command tries all
//! of up to six. Knows neither the stages nor what must hold after each step.

use frontdesk_engine::Engine;
use frontdesk_sim::histories::{explore, stages};
use frontdesk_sim::{World, report};

const INPUTS_MAX: u32 = 4;

#[test]
fn all_short_histories_keep_every_promise() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    for stage in stages::all() {
        match explore(&stage, INPUTS_MAX, threads, |world: &World| Engine::new(world.organization.clone())) {
            Ok(explored) => println!("{}", explored.as_text(&stage)),
            Err(broken) => panic!("{}: {}", stage.name, report::shrunk_as_text(&broken.script, &broken.broken)),
        }
    }
}
