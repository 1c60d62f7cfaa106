//! What is said while asking. In English.

use crate::text::asking::Asking;

pub(super) const ASKING: Asking = Asking {};
