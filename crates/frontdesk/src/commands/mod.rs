//! The sub-commands, one file each.

pub mod config;
pub mod replay;
