//! What is said of many records. In English.

use crate::text::batch::Batch;

pub(super) const BATCH: Batch = Batch {};
