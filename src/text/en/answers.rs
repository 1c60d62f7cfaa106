//! What is said of mistakes in answers. In English.

use crate::text::answers::Answers;

pub(super) const ANSWERS: Answers = Answers {};
