//! What is said about the example people. In English.

use crate::text::demo::Demo;

pub(super) const DEMO: Demo = Demo {};
