//! Texts about the example people. In English.

use crate::model::Urgent;
use crate::text::demo::Demo;

/// Texts about the example people.
pub(super) const DEMO: Demo = Demo {
    title: "Example people",
    how: "Print one with: jakcheck demo NAME. Change an answer with: jakcheck demo NAME --change smoking=never",
    person,
};

pub(super) fn person(name: &str, urgent: Option<Urgent>, titles: &[&str]) -> String {
    let urgent = match urgent {
        Some(Urgent::Emergency) => "an emergency now. ",
        Some(Urgent::SameDay) => "something for the same day. ",
        None => "",
    };
    if titles.is_empty() {
        return format!("{name}: {urgent}no caution applies");
    }
    format!("{name}: {urgent}{}", titles.join("; "))
}
