//! What is said about the example people.

use crate::model::Urgent;

/// Title of the list.
pub const TITLE: &str = "Example people";

/// How to go on from the list.
pub const HOW: &str =
    "Print one with: jakcheck demo NAME. Change an answer with: jakcheck demo NAME --change smoking=never";

/// "`past_clot`: Past blood clot; Reasons to look at other choices"
pub fn person(name: &str, urgent: Option<Urgent>, titles: &[&str]) -> String {
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

/// What is said about the example people.
#[derive(Debug)]
pub struct Demo {}
