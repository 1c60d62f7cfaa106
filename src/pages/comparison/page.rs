//! A comparison as a document: the two beside each other in columns, by name.

use crate::model::{Source, State};
use crate::pages::comparison::{
    CautionChange, CautionSide, Compared, Comparison, HeadingChange, SymptomChange, SymptomSide,
};
use crate::pages::marks::Marks;
use crate::pages::report::Cite;
use crate::render::document::{Block, Document, Item, Line, Section, Table, Tone};
use crate::text::language;

/// The document of a comparison, with the cited ones of `sources`. `frame` gives the lines before and after it.
pub fn document(comparison: &Comparison<'_>, sources: &[Source], frame: Document) -> Document {
    let texts = &language().comparison;
    let mut marks = Marks::default();
    let mut sections: Vec<Section> = same(comparison).into_iter().collect();
    sections.extend(self::sections(comparison, &mut marks));
    if !marks.is_empty() {
        sections.push(Section::new(language().heading.sources, vec![marks.list(sources)]));
    }
    let foot = [language().safety.not_safe.into()].into_iter().chain(frame.foot).collect();
    let emergency = comparison.compared.iter().filter_map(urgent).collect();
    let [one, other] = comparison
        .compared
        .each_ref()
        .map(|one| if one.example { (texts.made_up)(&one.name) } else { one.name.clone() });
    let about = vec![(language().phrase.person)(&(texts.and)(&one, &other)).into()];
    Document { title: texts.title.to_owned(), about, emergency, sections, foot, ..frame }
}

/// What one of the two has to do now.
fn urgent(one: &Compared) -> Option<Block> {
    let line = (language().safety.urgent_line)(one.now?);
    Some(Line::new(Tone::Urgent, (language().comparison.urgent_for)(&one.name, &line)).into())
}

/// The cautions that are the same, a line for each state. Nothing is said of those that did not match.
fn same(comparison: &Comparison<'_>) -> Option<Section> {
    let of_state = |state: State| {
        let cautions = comparison.same.iter().filter(|caution| caution.state == state);
        let titles: Vec<&str> = cautions.map(|caution| caution.title).collect();
        (language().comparison.both)(state, &titles).map(Item::of)
    };
    let states = [State::Applies, State::NotSure, State::NotAsked, State::NoMatch];
    let items: Vec<Item> = states.into_iter().filter_map(of_state).collect();
    (!items.is_empty()).then(|| Section::new(language().comparison.same, vec![Block::List(items)]))
}

/// The sections on what differs, without the list of sources.
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
        let answers = self.comparison.answers.iter();
        let rows = answers.map(|change| {
            let [from, to] = change.said;
            vec![change.title.into(), from.into(), to.into()]
        });
        let mut section =
            self.section(language().comparison.answers, language().comparison.question, rows.collect())?;
        if self.comparison.is_same_list() {
            section.blocks.extend([Block::Break, language().comparison.no_caution.into()]);
        }
        Some(section)
    }

    fn cautions(&mut self) -> Option<Section> {
        let texts = &language().comparison;
        let Comparison { urgent, headings, cautions, .. } = self.comparison;
        let mut rows = Vec::new();
        rows.extend(urgent.iter().map(|urgent| {
            let [from, to] = [urgent.from, urgent.to].map(|now| (texts.urgent)(now).into());
            vec![texts.how_urgent.into(), from, to, self.because(&urgent.because)]
        }));
        rows.extend(headings.iter().map(|HeadingChange { level: _, from, to, cautions }| {
            let [from, to] = [from, to].map(|heading| (texts.under)(heading).into());
            vec![(texts.titles)(cautions).into(), from, to, "".into()]
        }));
        for CautionChange { id: _, title, from, to, because, cites } in cautions {
            let side = |CautionSide { state, same_day, also_not_sure }: &CautionSide<'_>| {
                (texts.caution_for)(*state, *same_day, &also_not_sure.titles()).into()
            };
            rows.push(vec![self.cited(title, cites), side(from), side(to), self.because(because)]);
        }
        self.section(texts.cautions, texts.caution, rows)
    }

    fn symptoms(&mut self) -> Option<Section> {
        let texts = &language().comparison;
        let mut rows = Vec::new();
        for SymptomChange { id: _, title, from, to, because, cites } in &self.comparison.warning_symptoms {
            // Only what differs is said.
            let side = |SymptomSide { watch_more, reported }: SymptomSide| {
                let watch = (from.watch_more != to.watch_more).then(|| (texts.watch)(watch_more));
                let reported = (from.reported != to.reported).then(|| (texts.reported)(reported));
                watch.into_iter().chain(reported).collect::<Vec<&str>>().join(", ").into()
            };
            rows.push(vec![self.cited(title, cites), side(*from), side(*to), self.because(because)]);
        }
        self.section(texts.symptoms, texts.symptom, rows)
    }

    /// A section with a table, if it has rows: what each is about, the two, and the reason where there is such a cell.
    fn section(&self, heading: &str, about: &str, rows: Vec<Vec<Line>>) -> Option<Section> {
        let cells = rows.first()?.len();
        let [one, other] = &self.comparison.compared;
        let headings = [about, &one.name, &other.name, language().comparison.because];
        let headings = headings.into_iter().take(cells).map(str::to_owned).collect();
        Some(Section::new(heading, vec![Block::Table(Table { headings, rows })]))
    }

    fn cited(&mut self, title: &str, cites: &[Cite<'_>]) -> Line {
        Line::from(title).marked(self.marks.of(cites))
    }

    fn because(&self, questions: &[&str]) -> Line {
        let changes = self.comparison.answers.iter().filter(|change| questions.contains(&change.question));
        (language().comparison.titles)(&changes.map(|change| change.title).collect::<Vec<&str>>()).into()
    }
}
