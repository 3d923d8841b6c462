//! The sub-commands, one file each.

pub mod backup;
pub mod bench;
pub mod check;
pub mod config;
pub mod demo;
pub mod rehearse;
pub mod replay;
pub mod restore;
pub mod serve;
pub mod staff;
pub mod token;
pub mod torture;
pub mod user;
