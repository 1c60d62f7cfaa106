//! What is said to the reviewer of rules. In English.

use crate::text::review::Review;

pub(super) const REVIEW: Review = Review {};
