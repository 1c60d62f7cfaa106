//! What is said of mistakes in rule files. In English.

use crate::text::rules::Rules;

pub(super) const RULES: Rules = Rules {};
