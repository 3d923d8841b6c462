//! The sub-commands, one file each.

pub mod bench;
pub mod config;
pub mod replay;
pub mod torture;
