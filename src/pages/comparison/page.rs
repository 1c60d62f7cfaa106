//! A comparison as a document.

use crate::model::Source;
use crate::pages::comparison::{CautionChange, CautionSide, Comparison, SymptomChange};
use crate::pages::marks::Marks;
use crate::pages::report::Cite;
use crate::render::document::{Block, Document, Item, Line, Section};
use crate::text::language;

/// The document of a comparison, with the cited ones of `sources`. `frame` gives the lines before and after it.
pub fn document(comparison: &Comparison<'_>, sources: &[Source], frame: Document) -> Document {
    let mut marks = Marks::default();
    let mut sections = sections(comparison, &mut marks);
    if !marks.is_empty() {
        sections.push(Section::new(language().heading.sources, vec![marks.list(sources)]));
    }
    let foot = [language().safety.not_safe.into()].into_iter().chain(frame.foot).collect();
    Document { title: language().comparison.title.to_owned(), sections, foot, ..frame }
}

/// The sections of a comparison, without the list of sources.
pub(in crate::pages) fn sections(comparison: &Comparison<'_>, marks: &mut Marks) -> Vec<Section> {
    if comparison.is_empty() {
        return vec![Section::untitled(vec![language().comparison.nothing.into()])];
    }
    let mut changes = Changes { comparison, marks };
    [changes.answers(), changes.cautions(), changes.symptoms()].into_iter().flatten().collect()
}

/// Lays out a comparison.
struct Changes<'c> {
    comparison: &'c Comparison<'c>,
    marks: &'c mut Marks,
}

impl Changes<'_> {
    fn answers(&self) -> Option<Section> {
        let answers = &self.comparison.answers;
        let items = answers.iter().map(|change| Item::of(change.said.as_str())).collect();
        let mut blocks = vec![Block::List(items)];
        if self.comparison.is_same_list() {
            blocks.extend([Block::Break, language().comparison.no_caution.into()]);
        }
        (!answers.is_empty()).then(|| Section::new(language().comparison.answers, blocks))
    }

    fn cautions(&mut self) -> Option<Section> {
        let Comparison { urgent, headings, cautions, .. } = self.comparison;
        let mut items = Vec::new();
        if let Some(urgent) = urgent {
            let said = Line::from((language().comparison.urgent)(urgent.from, urgent.to));
            items
                .push(Item { lines: [said].into_iter().chain(self.because(&urgent.because)).collect(), items: vec![] });
        }
        items.extend(
            headings
                .iter()
                .map(|heading| Item::of((language().comparison.heading)(&heading.cautions, heading.from, heading.to))),
        );
        for CautionChange { title, from, to, because, cites, .. } in cautions {
            items.push(self.change((language().comparison.caution)(title, &side(from), &side(to)), because, cites));
        }
        (!items.is_empty()).then(|| Section::new(language().comparison.cautions, vec![Block::List(items)]))
    }

    fn symptoms(&mut self) -> Option<Section> {
        let mut items = Vec::new();
        for SymptomChange { title, from, to, because, cites, .. } in &self.comparison.warning_symptoms {
            items.push(self.change(
                (language().comparison.symptom)(title, (from.watch_more, from.reported), (to.watch_more, to.reported)),
                because,
                cites,
            ));
        }
        (!items.is_empty()).then(|| Section::new(language().comparison.symptoms, vec![Block::List(items)]))
    }

    fn change(&mut self, said: String, because: &[&str], cites: &[Cite<'_>]) -> Item {
        let sources = Line::from(language().phrase.sources).marked(self.marks.of(cites));
        let lines = [said.into()].into_iter().chain(self.because(because)).chain([sources]);
        Item { lines: lines.collect(), items: Vec::new() }
    }

    fn because(&self, questions: &[&str]) -> Option<Line> {
        let changes = self.comparison.answers.iter().filter(|change| questions.contains(&change.question));
        let titles: Vec<&str> = changes.map(|change| change.title).collect();
        (!titles.is_empty()).then(|| (language().comparison.because)(&titles).into())
    }
}

fn side(CautionSide { state, same_day, also_not_sure }: &CautionSide<'_>) -> String {
    (language().comparison.caution_side)(*state, *same_day, &also_not_sure.titles())
}
