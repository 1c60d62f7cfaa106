//! The list of example people as a document.

use crate::model::State;
use crate::pages::report::Report;
use crate::render::document::{Block, Document, Item, Section};
use crate::text::language;

/// Each name with the cautions of their report. `frame` gives the lines before and after the list.
pub fn document(people: &[(&str, Report<'_>)], frame: Document) -> Document {
    let person = |(name, report): &(&str, Report<'_>)| {
        let titles: Vec<&str> = report.in_state(State::Applies).map(|caution| caution.title).collect();
        Item::of((language().demo.person)(name, report.urgent_level(), &titles))
    };
    let list = Block::List(people.iter().map(person).collect());
    let sections = vec![Section::untitled(vec![list])];
    let foot = [language().safety.not_safe.into(), language().demo.how.into()].into_iter().chain(frame.foot).collect();
    Document { title: language().demo.title.to_owned(), sections, foot, ..frame }
}
