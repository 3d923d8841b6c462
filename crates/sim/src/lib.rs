//! A seeded world round the engine: customers, agents, administrators and a clock do what they like, and after every
//! step each promise of the design is checked against what was written.
//!
//! Knows the engine's surface alone. Refuses to know real time, threads that race, disks and networks: what follows
//! from those is tested where they are.

#[cfg(test)]
mod batched;
mod checks;
mod choose;
mod clock;
mod coverage;
mod demands;
mod digest;
pub mod histories;
mod ids;
mod many;
mod naive;
mod perform;
mod random;
mod record;
mod reference;
pub mod report;
mod run;
mod shrink;
mod simulation;
mod system;
mod transition;
mod workplaces;
mod world;

pub use checks::{Broken, Promise};
pub use coverage::Coverage;
pub use many::{Total, run_many};
pub use report::Run;
pub use run::{Failure, Outcome, Script, run_script, run_seed, run_seed_twice};
pub use shrink::shrink;
pub use system::System;
pub use transition::{Lateness, Step, Text, Transition, WhichSession};
pub use world::World;
