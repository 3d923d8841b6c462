//! The running server: one desk an organisation, and the doors to it. The only crate that listens and that reads the
//! real clock.

mod answers;
mod api;
pub mod app;
mod auth;
mod check;
pub mod clock;
pub mod config;
pub mod control;
mod description;
pub mod desk;
pub mod errors;
mod extract;
mod files;
mod fragments;
pub mod ids;
pub mod live;
mod metrics;
mod middleware;
pub mod operations;
pub mod organizations;
mod pages;
mod rate_limits;
mod router;
pub mod seed;
mod serve;
mod set_up;
pub mod set_up_file;
mod tls;
pub mod visitors;
mod wire;

pub use app::{App, AppState};
pub use config::{FilesAt, RateLimits, ServerConfig, Tls};
pub use router::openapi;
pub use serve::{Parts, RunningServer, close, open, serve, serve_parts};
