//! What is said about the example people.

use crate::model::Urgent;

/// What is said about the example people.
#[derive(Debug)]
pub struct Demo {
    /// Title of the list.
    pub title: &'static str,
    /// How to go on from the list.
    pub how: &'static str,
    /// "`past_clot`: Past blood clot; Reasons to look at other choices"
    pub person: fn(&str, Option<Urgent>, &[&str]) -> String,
}
