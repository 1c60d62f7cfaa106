//! The claims of the safety case, drawn as a tree in plain characters.

use crate::model::{Argument, SafetyCase};
use crate::render::{Page, Paint};
use crate::text::language;

/// Each claim with its arguments, in brackets the hazards that these are about, and what shows it before all else.
pub fn draw(case: &SafetyCase, width: usize) -> String {
    let mut page = Page::new(width, Paint::new(false));
    for claim in &case.claims {
        page.gap();
        page.line(&claim.claim);
        for (place, argument) in (1..).zip(&claim.arguments) {
            // The line goes on to the last argument.
            let on = if place == claim.arguments.len() { "   " } else { "|  " };
            branch(&mut page, argument, on);
        }
    }
    page.into_text()
}

fn branch(page: &mut Page, argument: &Argument, on: &str) {
    page.hanging("+- ", on, &format!("{} [{}]", argument.argument, argument.hazards.join(", ")));
    let names: Vec<String> = argument.evidence.iter().map(ToString::to_string).collect();
    page.hanging(&format!("{on}   "), &format!("{on}   "), &(language().hazards.shown_by)(&names));
}
