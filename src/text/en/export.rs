//! What is said of the rules in other forms: queries, tables, schemas. In English.

use crate::text::export::Export;

pub(super) const EXPORT: Export = Export {};
