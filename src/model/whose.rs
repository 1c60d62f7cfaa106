//! Whose answers they are.

/// Whose answers they are, where that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// Those of the person who gave them.
    Own,
    /// Those of somebody for whom that person cares.
    SomeoneElses,
}

impl Whose {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::SomeoneElses];

    /// The word for it under `for`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::SomeoneElses => "someone_else",
        }
    }
}
