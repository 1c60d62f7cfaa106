//! What a person who answers in lines was told already.

/// What a person who answers in lines was told already: instructions are given once, and then on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// How to answer a group.
    of_groups: bool,
    /// How to answer any other question.
    of_singles: bool,
    /// That the lists gave way to lines.
    of_lines: bool,
}

impl Told {
    /// Nothing yet.
    pub(super) const NOTHING: Self = Self { of_groups: false, of_singles: false, of_lines: false };

    /// Whether this is the first time that a group, or any other question, is answered in lines.
    pub(super) fn tell_how(&mut self, is_group: bool) -> bool {
        let told = if is_group { &mut self.of_groups } else { &mut self.of_singles };
        !std::mem::replace(told, true)
    }

    /// Whether lines are new after a list.
    pub(super) fn tell_of_lines(&mut self) -> bool {
        !std::mem::replace(&mut self.of_lines, true)
    }

    /// A list was there.
    #[cfg(feature = "terminal")]
    pub(super) fn forget_lines(&mut self) {
        self.of_lines = false;
    }
}
