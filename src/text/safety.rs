//! The fixed safety texts, and the words for states, levels and urgency.

/// The fixed safety texts, and the words for states, levels and urgency.
#[derive(Debug)]
pub struct Safety {}
