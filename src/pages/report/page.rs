//! A report as a document: every meaning in words, the emergency text before everything else.

use crate::model::Reported;
use crate::model::{State, Urgency};
use crate::pages::comparison::Comparison;
use crate::pages::frame::{of_person, urgent_line};
use crate::pages::marks::{Marks, disagreement};
use crate::pages::report::{AdviceInfo, Because, CautionInfo, Cite, Report, SymptomInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The document of a report.
pub fn document(report: &Report) -> Document {
    compose(report, Writer { report, marks: Marks::default() }, Vec::new())
}

/// The document of a report on changed answers: what the change does comes first.
pub fn changed(report: &Report, comparison: &Comparison) -> Document {
    let mut writer = Writer { report, marks: Marks::default() };
    let changes = crate::pages::comparison::page::sections(comparison, &mut writer.marks);
    compose(report, writer, changes)
}

fn compose<'r>(report: &'r Report, mut writer: Writer<'r>, before: Vec<Section>) -> Document {
    let intro = writer.intro();
    let intro =
        if before.is_empty() { Section::untitled(intro) } else { Section::new(language().heading.after_change, intro) };
    let mut sections = before;
    sections.push(intro);
    sections.extend(writer.cautions_that_apply());
    sections.extend(writer.not_sure());
    sections.extend(writer.not_asked());
    sections.extend(writer.no_match());
    sections.push(writer.symptoms());
    sections.extend(writer.advice(language().heading.monitoring, &report.monitoring));
    sections.extend(writer.advice(language().heading.alternatives, &report.alternatives));
    sections.extend(writer.tried());
    sections.extend(writer.questions());
    sections.extend(writer.advice(language().heading.not_asked_about, &report.not_asked_about));
    sections.extend(writer.unanswered());
    sections.push(Section::new(language().heading.sources, vec![writer.marks.list(&report.sources)]));
    sections.push(about(report));
    Document { sections, foot: foot(report), ..of_person(report, language().heading.title) }
}

/// Whose list it is, and what it is for.
pub(in crate::pages) fn purpose(report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    blocks.extend(report.id.iter().map(|id| (language().phrase.person)(id).into()));
    if report.pieces.is_for_someone_else {
        blocks.push(language().asking.you_is_someone.into());
    }
    blocks.push(Line::new(Tone::Strong, language().safety.main).into());
    blocks
}

/// Which rules and which program spoke, and how far they were reviewed.
fn about(report: &Report) -> Section {
    let (program, set) = (&report.program, &report.rule_set);
    let rules = (language().phrase.rules)(&set.id, &set.version, &set.checked_on, &set.review_by);
    let program = (language().phrase.program)(&program.name, &program.version, &set.digest);
    let review = Line::sentences(&report.pieces.review);
    Section::new(language().heading.about, vec![rules.into(), program.into(), review.into()])
}

/// A long list is read from its end as well: what must be seen stands there again.
fn foot(report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![
        Line::new(Tone::Urgent, language().safety.emergency_again).into(),
        (language().phrase.end)(&counts(report), report.warning_symptoms.len()).into(),
        language().safety.no_match[1].into(),
    ];
    if let Some(line) = urgent_line(report) {
        blocks.extend(because(&report.urgent.because).map(Block::Line));
        blocks.push(line.into());
    }
    blocks
}

fn counts(report: &Report) -> String {
    let number = |state| with_state(report, state).count();
    (language().phrase.counts)(
        number(State::Applies),
        report.worth_finding_out(),
        number(State::NotAsked),
        number(State::NoMatch),
    )
}

/// The cautions in a state.
fn with_state(report: &Report, state: State) -> impl Iterator<Item = &CautionInfo> {
    report.cautions.iter().filter(move |caution| caution.state == state)
}

/// "Because you said: …", where something was said.
fn because(because: &[Because]) -> Option<Line> {
    let said: Vec<&str> = because.iter().map(|reason| reason.said.as_str()).collect();
    (!said.is_empty()).then(|| (language().phrase.because)(&said).into())
}

/// A section, unless nothing stands in it.
fn section(heading: &str, items: Vec<Item>) -> Option<Section> {
    (!items.is_empty()).then(|| Section::new(heading, vec![Block::List(items)]))
}

struct Writer<'r> {
    report: &'r Report,
    marks: Marks,
}

impl<'r> Writer<'r> {
    fn intro(&mut self) -> Vec<Block> {
        let mut blocks = purpose(self.report);
        blocks.push(Line::sentences(&[language().safety.not_a_verdict, language().safety.no_forecast]).into());
        blocks.push(Line::sentences(&language().safety.keep_taking).into());
        for advice in &self.report.pieces.always {
            blocks.push(Line::sentences(&advice.tell).marked(self.marks.of(&advice.cites)).into());
        }
        blocks.push(Line::sentences(&self.report.pieces.review).into());
        blocks.push(Block::Break);
        blocks.push(counts(self.report).into());
        blocks.push(language().safety.no_match[1].into());
        blocks
    }

    fn cautions_that_apply(&mut self) -> Vec<Section> {
        let applying = || with_state(self.report, State::Applies);
        let total = applying().count();
        let (today, later): (Vec<&CautionInfo>, Vec<&CautionInfo>) = applying().partition(|caution| caution.same_day);
        let mut sections = Vec::new();
        let mut number = 0;
        let mut entries = |writer: &mut Self, cautions: &mut dyn Iterator<Item = &&'r CautionInfo>| {
            let entry = |caution: &&'r CautionInfo| {
                number += 1;
                let title = (language().phrase.caution)(number, total, &caution.title);
                Block::Entry { title, lines: writer.caution(caution) }
            };
            cautions.map(entry).collect::<Vec<Block>>()
        };
        let of_today = entries(self, &mut today.iter());
        sections.extend((!of_today.is_empty()).then(|| Section::new(language().heading.today, of_today)));
        for level in &self.report.levels {
            let of_level: Vec<&&CautionInfo> = later.iter().filter(|caution| caution.level == level.level).collect();
            if of_level.is_empty() {
                continue;
            }
            let below = (!level.tell.is_empty())
                .then(|| Block::from(Line::sentences(&level.tell).marked(self.marks.of(&level.cites))));
            let blocks = below.into_iter().chain(entries(self, &mut of_level.into_iter())).collect();
            sections.push(Section::new(level.title.as_str(), blocks));
        }
        sections
    }

    fn caution(&mut self, caution: &CautionInfo) -> Vec<Line> {
        let mut lines: Vec<Line> = because(&caution.because).into_iter().collect();
        if !caution.also_not_sure.is_empty() {
            lines.push((language().phrase.also_not_sure)(&caution.also_not_sure_titles).into());
        }
        lines.push(Line::sentences(&caution.tell));
        // A request to look in the notes stands once, among the questions to take along.
        let asks = caution.ask.iter().filter(|ask| **ask != (language().safety.ask_to_check)(&caution.title));
        lines.extend(asks.map(|ask| (language().phrase.ask)(ask).into()));
        lines.extend(self.cited(&caution.cites));
        lines
    }

    fn cited(&mut self, cites: &[Cite]) -> Vec<Line> {
        let disagreement = disagreement(cites.iter().flat_map(|cite| &cite.disagrees));
        let sources = Line::from(language().phrase.sources).marked(self.marks.of(cites));
        disagreement.map(Line::from).into_iter().chain([sources]).collect()
    }

    fn not_sure(&mut self) -> Option<Section> {
        let open: Vec<&CautionInfo> = with_state(self.report, State::NotSure).collect();
        let mut blocks: Vec<Block> = vec![Line::sentences(&language().safety.not_sure).into()];
        for caution in &open {
            let mut lines = self.caution(caution);
            // Where the same was just said as the reason, it is not said again.
            if caution.settled_by.iter().any(|item| !caution.because.iter().any(|reason| reason.question == *item)) {
                lines.push((language().phrase.find_out)(&caution.settled_by_titles).into());
            }
            blocks.push(Block::Entry { title: (language().phrase.worth_finding_out)(&caution.title), lines });
        }
        let other = &self.report.pieces.other_not_sure_titles;
        if !other.is_empty() {
            blocks.push((language().phrase.other_not_sure)(other).into());
        }
        (blocks.len() > 1).then(|| Section::new(language().heading.not_sure, blocks))
    }

    fn not_asked(&self) -> Option<Section> {
        let item = |caution: &CautionInfo| {
            Item::of((language().phrase.still_open)(&caution.title, &caution.settled_by_titles))
        };
        let items: Vec<Item> = with_state(self.report, State::NotAsked).map(item).collect();
        let blocks = vec![Line::sentences(&language().safety.not_asked).into(), Block::List(items)];
        with_state(self.report, State::NotAsked).next().map(|_| Section::new(language().heading.not_asked, blocks))
    }

    fn no_match(&self) -> Option<Section> {
        let items: Vec<Item> =
            with_state(self.report, State::NoMatch).map(|caution| Item::of(caution.title.as_str())).collect();
        if items.is_empty() {
            return None;
        }
        let mut blocks: Vec<Block> = vec![Line::sentences(&language().safety.no_match).into()];
        let is_reported = |symptom: &SymptomInfo| matches!(symptom.reported, Some(Reported::Yes | Reported::NotSure));
        if self.report.warning_symptoms.iter().any(is_reported) {
            blocks.push(language().safety.no_match_beside_a_sign.into());
        }
        blocks.push(Block::Short(items));
        Some(Section::new(language().heading.no_match, blocks))
    }

    fn symptoms(&mut self) -> Section {
        let mut parts = Vec::new();
        for urgency in [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit] {
            let of_urgency = self.report.warning_symptoms.iter().filter(|symptom| symptom.urgency == urgency);
            let items: Vec<Item> = of_urgency.map(|symptom| self.symptom(symptom)).collect();
            if !items.is_empty() {
                let heading = format!("{}.", (language().safety.urgency_heading)(urgency));
                parts.push(Section::new(heading, vec![Block::List(items)]));
            }
        }
        Section::new(language().heading.warning_symptoms, Vec::new()).with_parts(parts)
    }

    fn symptom(&mut self, symptom: &SymptomInfo) -> Item {
        let especially = if symptom.watch_more { language().phrase.especially } else { "" };
        let mut lines: Vec<Line> = vec![(language().phrase.symptom)(&symptom.title, especially, &symptom.signs).into()];
        match symptom.reported {
            Some(Reported::Yes) => lines.push(language().phrase.has_now.into()),
            Some(Reported::NotSure) => lines.push(language().phrase.may_have_now.into()),
            Some(Reported::No) | None => {}
        }
        lines.extend(because(&symptom.because));
        // The first sentence is what the heading of the urgency says.
        if let Some(tell) = symptom.tell.get(1..).filter(|tell| !tell.is_empty()) {
            lines.push(Line::sentences(tell));
        }
        lines.extend(self.cited(&symptom.cites));
        Item { lines, items: Vec::new() }
    }

    fn advice(&mut self, heading: &str, advice: &'r [AdviceInfo]) -> Option<Section> {
        let items = advice.iter().map(|advice| {
            let said = format!("{}: {}", advice.title, advice.tell.join(" "));
            let said = Line::from(said).marked(self.marks.of(&advice.cites));
            let disagreement = disagreement(advice.cites.iter().flat_map(|cite| &cite.disagrees));
            Item { lines: [said].into_iter().chain(disagreement.map(Line::from)).collect(), items: Vec::new() }
        });
        section(heading, items.collect())
    }

    fn tried(&self) -> Option<Section> {
        section(
            language().heading.tried,
            self.report.tried.iter().map(|tried| Item::of((language().phrase.tried)(&tried.text))).collect(),
        )
    }

    fn questions(&self) -> Option<Section> {
        section(language().heading.questions, self.report.questions().into_iter().map(Item::of).collect())
    }

    fn unanswered(&self) -> Option<Section> {
        let titles = &self.report.pieces.unanswered_titles;
        (!titles.is_empty())
            .then(|| Section::new(language().heading.unanswered, vec![format!("{}.", titles.join("; ")).into()]))
    }
}
