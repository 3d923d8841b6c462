//! The engine as others meet it: inputs and times in, rows, events and refusals out. Knows nothing of its insides.

mod audiences;
mod capacity;
mod chance;
mod configure;
mod edits;
mod linking;
mod messages;
mod moves;
mod offers;
mod presence;
mod restart;
mod routing;
mod timers;
mod transfer;
mod world;
