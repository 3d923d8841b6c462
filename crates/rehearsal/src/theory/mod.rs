//! What queueing theory says of one queue with exponential arrivals and talks, reckoned without the engine: Erlang C,
//! where everyone waits, and Erlang A, where some leave. Times are in one unit throughout.

mod erlang_a;
mod erlang_c;
pub mod grid;

pub use erlang_a::ErlangA;
pub use erlang_c::ErlangC;
