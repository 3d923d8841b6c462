//! The server over real HTTP and WebSocket, as clients use it.

#[allow(dead_code, reason = "other test files use the rest")]
#[path = "../support/test_server.rs"]
mod test_server;

mod bad_input;
mod description;
mod sign_in;
mod walk;
