//! Engines that are Rust libraries, with what their documents say is the fastest way.

pub mod datalogic;
pub mod zen;
