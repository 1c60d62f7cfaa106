//! Headings and phrases of reports and teaching pages. In English.

use crate::text::report::Report;

pub(super) const REPORT: Report = Report {};
