//! The list of example people as a document.

use super::{People, PersonInfo};
use crate::render::document::{Block, Document, Item, Section};
use crate::text::language;

/// Each name with the cautions that apply. `frame` gives the lines before and after the list.
pub fn document(people: &People<'_>, frame: Document) -> Document {
    let person = |PersonInfo { name, urgent, cautions }: &PersonInfo<'_>| {
        let titles: Vec<&str> = cautions.iter().map(|caution| caution.title).collect();
        Item::of((language().demo.person)(name, *urgent, &titles))
    };
    let list = Block::List(people.people.iter().map(person).collect());
    let sections = vec![Section::untitled(vec![list])];
    let foot = [language().safety.not_safe.into(), language().demo.how.into()].into_iter().chain(frame.foot).collect();
    Document { title: language().demo.title.to_owned(), sections, foot, ..frame }
}
