//! What can be shown about a rule set without a patient: that its worked cases hold.

mod cases;

pub use self::cases::{Case, Cases};
