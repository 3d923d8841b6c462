//! What the tests of the server are built on.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod faulty_store;
pub mod fixture;
pub mod live_server;
pub mod random;
pub mod test_desk;
