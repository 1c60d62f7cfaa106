//! Texts about the example people.

use crate::model::Urgent;

/// Texts about the example people.
#[derive(Debug)]
pub struct Demo {
    /// The title of the list.
    pub title: &'static str,
    /// How to print a person from the list.
    pub how: &'static str,
    /// "`past_clot`: Past blood clot; Reasons to look at other choices". Takes the name, the urgency and the titles.
    pub person: fn(&str, Option<Urgent>, &[&str]) -> String,
}
