//! The server over real HTTP and WebSocket, as clients use it.

#[allow(dead_code, reason = "other test files use the rest")]
#[path = "../support/test_server.rs"]
mod test_server;

#[path = "../support/mod.rs"]
mod support;

mod administration;
mod bad_input;
mod commands;
mod consult;
mod control;
mod description;
mod edge;
mod faults;
mod files;
mod get_conversations;
mod pages;
mod quick_replies;
mod rights;
mod routing;
mod search;
mod set_up;
mod sign_in;
mod supervision;
mod visitor;
mod walk;
mod widgets;
