//! What is said of two people, or of one before and after a change. In English.

use crate::text::comparison::Comparison;

pub(super) const COMPARISON: Comparison = Comparison {};
