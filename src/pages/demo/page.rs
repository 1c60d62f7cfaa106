//! The example people as documents: a list, all of them to print, a quiz about one.

use super::{People, PersonInfo};
use crate::pages::list;
use crate::pages::report::{Because, Report};
use crate::render::document::{Block, Document, Item, Line, Section};
use crate::text::language;

/// Each name with the story and the cautions that apply. `frame` gives the lines before and after the list.
pub fn document(people: &People<'_>, frame: Document) -> Document {
    let person = |PersonInfo { name, urgent, card, cautions }: &PersonInfo<'_>| {
        let titles: Vec<&str> = cautions.iter().map(|caution| caution.title).collect();
        let cautions = (language().demo.person)(name, *urgent, &titles).into();
        let story = card.as_ref().map(|card| Line::sentences(&card.story));
        Item { lines: [cautions].into_iter().chain(story).collect(), items: Vec::new() }
    };
    let items = Block::List(people.people.iter().map(person).collect());
    let sections = vec![Section::untitled(vec![items])];
    let foot = [language().safety.not_safe.into(), language().demo.how.into()].into_iter().chain(frame.foot).collect();
    Document { title: language().demo.title.to_owned(), sections, foot, ..frame }
}

/// The lists of all people, each on a page of its own. `frame` gives the lines before and after them.
pub fn all(people: &[(&str, Report<'_>)], frame: Document) -> Document {
    let person = |(name, report): &(&str, Report<'_>)| {
        let Document { about, emergency, sections, .. } = list::document(report);
        let blocks = about.into_iter().map(Block::Line).chain(emergency).collect();
        Section::new(*name, blocks).with_parts(sections).on_new_page()
    };
    let sections = people.iter().map(person).collect();
    Document { title: language().demo.title.to_owned(), has_contents: true, sections, ..frame }
}

/// A person's card and answers, and the list as the solution on a page of its own. `frame` gives the lines before and
/// after.
pub fn quiz(name: &str, report: &Report<'_>, frame: Document) -> Document {
    let demo = &language().demo;
    let items = report.rules().questions().iter().flat_map(|question| &question.items);
    let answered = items.filter_map(|item| report.reason(item));
    // Of a group only what is so is read out: the rest would hide it.
    let is_told = |reason: &Because<'_>| reason.answer.id() != "no";
    let answers: Vec<Item> = answered.filter(is_told).map(|reason| Item::of(reason.said())).collect();
    let questions = Block::Ticks { list: demo.ask.map(str::to_owned).to_vec(), blank: 3 };
    let mut sections: Vec<Section> = report.card.as_ref().map(list::card).into_iter().collect();
    sections.push(Section::new(demo.answers, vec![Block::Short(answers)]));
    sections.push(Section::new(demo.questions, vec![questions]));
    let Document { about, emergency, sections: solution, .. } = list::document(report);
    let blocks = about.into_iter().map(Block::Line).chain(emergency).collect();
    sections.push(Section::new(demo.solution, blocks).with_parts(solution).on_new_page());
    Document { title: (demo.quiz)(name), sections, ..frame }
}
