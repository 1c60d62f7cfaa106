//! What is said of one caution explained. In English.

use crate::text::explanation::Explanation;

pub(super) const EXPLANATION: Explanation = Explanation {};
