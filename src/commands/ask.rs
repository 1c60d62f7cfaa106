//! tmp
use crate::cli::Global;
use crate::outcome::*;
pub(super) fn run(_: &Global) -> Result<Outcome, Failure> {
    Err(Failure::new(Exit::Stopped, "x", "y"))
}
