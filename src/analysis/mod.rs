//! What can be shown about a rule set without a patient: that its worked cases hold, what raises a caution, that each part
//! of a condition counts.

mod cases;
mod minimal;
mod pairs;

pub use self::cases::{Case, Cases};
pub use self::minimal::{AnswerSet, smallest_sets};
pub use self::pairs::{Pair, pairs};
