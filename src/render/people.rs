//! The list of the example people.

use super::{Page, Paint};
use crate::report::Report;
use crate::rules::State;
use crate::wording::{EXAMPLE, NO_MATCH, demo};

/// Each name with what their report says first.
pub fn list(people: &[(&str, Report)], width: usize) -> String {
    let mut page = Page::new(width, Paint::new(false));
    page.line(EXAMPLE);
    page.gap();
    for (name, report) in people {
        let applying = report.cautions.iter().filter(|caution| caution.state == State::Applies);
        let titles: Vec<&str> = applying.map(|caution| caution.title.as_str()).collect();
        page.item("- ", &demo::person(name, report.urgent.level, &titles));
    }
    page.gap();
    page.line(NO_MATCH[1]);
    page.line(demo::HOW);
    page.into_text()
}
