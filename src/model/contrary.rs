//! Phrases that contradict each other.

/// Two phrases that nobody may read together.
#[derive(Clone, Debug)]
pub struct Contrary {
    /// The one phrase, as texts have it, in small letters.
    pub one: String,
    /// The other.
    pub other: String,
}
