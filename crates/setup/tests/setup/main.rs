//! The file format on its own surface: export, read, plan, changes.

mod documentation;
mod faults;
mod plans;
mod round_trip;
mod support;
