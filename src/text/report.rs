//! Headings and phrases of reports and teaching pages.

/// Headings and phrases of reports and teaching pages.
#[derive(Debug)]
pub struct Report {}
