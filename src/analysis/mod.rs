//! Checks and explains a rule set without a patient: its worked cases pass, what raises a caution, why each part of a
//! condition counts, what holds for all answers.

mod cases;
mod minimal;
mod pairs;
pub mod proof;

pub use self::cases::{Case, Cases};
pub use self::minimal::{AnswerSet, smallest_sets};
pub use self::pairs::{Pair, pairs};
