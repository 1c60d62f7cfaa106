//! The help of the command line. In English.

use crate::text::help::Help;

pub(super) const HELP: Help = Help {};
