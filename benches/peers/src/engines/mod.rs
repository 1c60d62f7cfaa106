//! Engines that are Rust libraries, with what their documents say is the fastest way.

pub(crate) mod datalogic;
pub(crate) mod zen;
