//! The fixed safety texts, and the words for states, levels and urgency. In English.

use crate::text::safety::Safety;

pub(super) const SAFETY: Safety = Safety {};
