//! The running server: one desk an organisation, and the doors to it. The only crate that listens and that reads the
//! real clock.

pub mod clock;
pub mod desk;
pub mod ids;
pub mod live;
pub mod organizations;
pub mod visitors;
