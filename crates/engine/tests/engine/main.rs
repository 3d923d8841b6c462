//! The engine as others meet it: inputs and times in, rows, events and refusals out. Knows nothing of its insides.

mod audiences;
mod bulk;
mod capacity;
mod chance;
mod classification;
mod configure;
mod consult;
mod edits;
mod hours;
mod linking;
mod messages;
mod moves;
mod offers;
mod overflow;
mod position;
mod presence;
mod restart;
mod route_to_queue;
mod routing;
mod segments;
mod supervision;
mod timers;
mod transfer;
mod world;
