//! A report as a document: every meaning in words, the emergency text before everything else.

use crate::model::{self, Reported, State, Urgency};
use crate::pages::comparison::{self, Comparison};
use crate::pages::frame::{of_person, urgent_line};
use crate::pages::marks::{Marks, disagreement};
use crate::pages::provenance::review;
use crate::pages::report::{AdviceInfo, Ask, Because, CautionInfo, Cite, Program, Report, SymptomInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The document of a report.
pub fn document(report: &Report<'_>) -> Document {
    compose(ReportPage { report, marks: Marks::default() }, Vec::new())
}

/// The document of a report on changed answers: what the change does comes first.
pub fn changed(report: &Report<'_>, comparison: &Comparison<'_>) -> Document {
    let mut marks = Marks::default();
    let changes = comparison::page::sections(comparison, &mut marks);
    compose(ReportPage { report, marks }, changes)
}

fn compose(mut page: ReportPage<'_>, before: Vec<Section>) -> Document {
    let report = page.report;
    let intro = page.intro();
    let intro =
        if before.is_empty() { Section::untitled(intro) } else { Section::new(language().heading.after_change, intro) };
    let mut sections = before;
    sections.push(intro);
    sections.extend(page.cautions_that_apply());
    sections.extend(page.not_sure());
    sections.extend(page.not_asked());
    sections.extend(page.no_match());
    sections.push(page.symptoms());
    sections.extend(page.advice(language().heading.monitoring, &report.monitoring));
    sections.extend(page.advice(language().heading.alternatives, &report.alternatives));
    sections.extend(page.tried());
    sections.extend(page.questions());
    sections.extend(page.advice(language().heading.not_asked_about, &report.not_asked_about));
    sections.extend(page.unanswered());
    sections.push(Section::new(language().heading.sources, vec![page.marks.list(report.rules().sources())]));
    sections.push(about(report));
    Document { sections, foot: foot(report), ..of_person(report, language().heading.title) }
}

/// Whose list it is, and what it is for.
pub(in crate::pages) fn purpose(report: &Report<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    blocks.extend(report.id.iter().map(|id| (language().phrase.person)(id).into()));
    if report.is_for_someone_else() {
        blocks.push(language().asking.you_is_someone.into());
    }
    blocks.push(Line::new(Tone::Strong, language().safety.main).into());
    blocks
}

/// Which rules and which program spoke, and how far they were reviewed.
fn about(report: &Report<'_>) -> Section {
    let (program, set) = (Program::THIS, report.rule_set());
    let rules = (language().phrase.rules)(set.id.as_str(), set.version, &set.checked_on, &set.review_by);
    let program = (language().phrase.program)(program.name, program.version, set.digest);
    let review = Line::sentences(&review(report.rules().header()));
    Section::new(language().heading.about, vec![rules.into(), program.into(), review.into()])
}

/// A long list is read from its end as well: what must be seen stands there again.
fn foot(report: &Report<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![
        Line::new(Tone::Urgent, language().safety.emergency_again).into(),
        (language().phrase.end)(&counts(report), report.warning_symptoms.len()).into(),
        language().safety.not_safe.into(),
    ];
    if let Some(line) = urgent_line(report) {
        blocks.extend(because(&report.urgent.because).map(Block::Line));
        blocks.push(line.into());
    }
    blocks
}

fn counts(report: &Report<'_>) -> String {
    let number = |state| report.in_state(state).count();
    (language().phrase.counts)(
        number(State::Applies),
        report.worth_finding_out(),
        number(State::NotAsked),
        number(State::NoMatch),
    )
}

/// "Because you said: …", where something was said.
fn because(because: &[Because<'_>]) -> Option<Line> {
    let said: Vec<String> = because.iter().map(Because::said).collect();
    (!said.is_empty()).then(|| (language().phrase.because)(&said).into())
}

/// A section, unless nothing stands in it.
fn section(heading: &str, items: Vec<Item>) -> Option<Section> {
    (!items.is_empty()).then(|| Section::new(heading, vec![Block::List(items)]))
}

/// The page of a report, while it is laid out: marks are numbered in the order in which it is read.
struct ReportPage<'p> {
    report: &'p Report<'p>,
    marks: Marks,
}

impl<'p> ReportPage<'p> {
    fn intro(&mut self) -> Vec<Block> {
        let mut blocks = purpose(self.report);
        blocks.push(Line::sentences(&[language().safety.not_a_verdict, language().safety.no_forecast]).into());
        blocks.push(Line::sentences(&language().safety.keep_taking).into());
        for advice in &self.report.always {
            blocks.push(Line::sentences(advice.tell).marked(self.marks.of(&advice.cites)).into());
        }
        blocks.push(Line::sentences(&review(self.report.rules().header())).into());
        blocks.push(Block::Break);
        blocks.push(counts(self.report).into());
        blocks.push(language().safety.not_safe.into());
        blocks
    }

    fn cautions_that_apply(&mut self) -> Vec<Section> {
        let applying = || self.report.in_state(State::Applies);
        let total = applying().count();
        let (today, later): (Vec<&CautionInfo<'_>>, Vec<&CautionInfo<'_>>) =
            applying().partition(|caution| caution.same_day);
        let mut sections = Vec::new();
        let mut number = 0;
        let mut entries = |page: &mut Self, cautions: &mut dyn Iterator<Item = &&'p CautionInfo<'p>>| {
            let entry = |caution: &&'p CautionInfo<'p>| {
                number += 1;
                let title = (language().phrase.caution)(number, total, caution.title);
                Block::Entry { title, lines: page.caution(caution) }
            };
            cautions.map(entry).collect::<Vec<Block>>()
        };
        let of_today = entries(self, &mut today.iter());
        sections.extend((!of_today.is_empty()).then(|| Section::new(language().heading.today, of_today)));
        for level in &self.report.levels {
            let of_level: Vec<&&CautionInfo<'_>> =
                later.iter().filter(|caution| caution.level == level.level).collect();
            if of_level.is_empty() {
                continue;
            }
            let below = (!level.tell.is_empty())
                .then(|| Block::from(Line::sentences(level.tell).marked(self.marks.of(&level.cites))));
            let blocks = below.into_iter().chain(entries(self, &mut of_level.into_iter())).collect();
            sections.push(Section::new(level.title, blocks));
        }
        sections
    }

    fn caution(&mut self, caution: &CautionInfo<'_>) -> Vec<Line> {
        let mut lines: Vec<Line> = because(&caution.because).into_iter().collect();
        if !caution.also_not_sure.is_empty() {
            lines.push((language().phrase.also_not_sure)(&caution.also_not_sure.titles()).into());
        }
        lines.push(Line::sentences(&caution.tell));
        // A request to look in the notes stands once, among the questions to take along.
        let questions = caution.ask.iter().filter(|ask| matches!(ask, Ask::Question(_)));
        lines.extend(questions.map(|ask| (language().phrase.ask)(&ask.to_string()).into()));
        lines.extend(self.cited(&caution.cites));
        lines
    }

    fn cited(&mut self, cites: &[Cite<'_>]) -> Vec<Line> {
        let disagreement = disagreement(cites.iter().flat_map(|cite| cite.disagrees));
        let sources = Line::from(language().phrase.sources).marked(self.marks.of(cites));
        disagreement.map(Line::from).into_iter().chain([sources]).collect()
    }

    fn not_sure(&mut self) -> Option<Section> {
        let report = self.report;
        let said: Vec<&str> = [language().safety.not_settled].into_iter().chain(language().safety.not_sure).collect();
        let mut blocks: Vec<Block> = vec![Line::sentences(&said).into()];
        for caution in report.in_state(State::NotSure) {
            let mut lines = self.caution(caution);
            // Where the same was just said as the reason, it is not said again.
            let is_said = |item: &model::Item| caution.because.iter().any(|reason| reason.item.index == item.index);
            if !caution.settled_by.iter().all(is_said) {
                lines.push((language().phrase.find_out)(&caution.settled_by.titles()).into());
            }
            blocks.push(Block::Entry { title: (language().phrase.worth_finding_out)(caution.title), lines });
        }
        if !report.other_not_sure.is_empty() {
            blocks.push((language().phrase.other_not_sure)(&report.other_not_sure.titles()).into());
        }
        (blocks.len() > 1).then(|| Section::new(language().heading.not_sure, blocks))
    }

    fn not_asked(&self) -> Option<Section> {
        let item = |caution: &CautionInfo<'_>| {
            Item::of((language().phrase.still_open)(caution.title, &caution.settled_by.titles()))
        };
        let items: Vec<Item> = self.report.in_state(State::NotAsked).map(item).collect();
        let is_empty = items.is_empty();
        let blocks = vec![Line::sentences(&language().safety.not_asked).into(), Block::List(items)];
        (!is_empty).then(|| Section::new(language().heading.not_asked, blocks))
    }

    fn no_match(&self) -> Option<Section> {
        let safety = &language().safety;
        let items: Vec<Item> = self.report.in_state(State::NoMatch).map(|caution| Item::of(caution.title)).collect();
        if items.is_empty() {
            return None;
        }
        let mut blocks: Vec<Block> =
            vec![Line::sentences(&[safety.not_matched, safety.not_safe, safety.not_every_risk]).into()];
        let is_reported =
            |symptom: &SymptomInfo<'_>| matches!(symptom.reported, Some(Reported::Yes | Reported::NotSure));
        if self.report.warning_symptoms.iter().any(is_reported) {
            blocks.push(safety.no_match_beside_a_sign.into());
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

    fn symptom(&mut self, symptom: &SymptomInfo<'_>) -> Item {
        let mut lines: Vec<Line> =
            vec![(language().phrase.symptom)(symptom.title, symptom.watch_more, symptom.signs.list).into()];
        match symptom.reported {
            Some(Reported::Yes) => lines.push(language().phrase.has_now.into()),
            Some(Reported::NotSure) => lines.push(language().phrase.may_have_now.into()),
            Some(Reported::No) | None => {}
        }
        lines.extend(because(&symptom.because));
        if !symptom.tell.more.is_empty() {
            lines.push(Line::sentences(&symptom.tell.more));
        }
        lines.extend(self.cited(&symptom.cites));
        Item { lines, items: Vec::new() }
    }

    fn advice(&mut self, heading: &str, advice: &'p [AdviceInfo<'p>]) -> Option<Section> {
        let items = advice.iter().map(|advice| {
            let said = format!("{}: {}", advice.title, advice.tell.join(" "));
            let said = Line::from(said).marked(self.marks.of(&advice.cites));
            let disagreement = disagreement(advice.cites.iter().flat_map(|cite| cite.disagrees));
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
        section(
            language().heading.questions,
            self.report.questions().iter().map(|ask| Item::of(ask.to_string())).collect(),
        )
    }

    fn unanswered(&self) -> Option<Section> {
        let titles = self.report.unanswered.titles();
        (!titles.is_empty())
            .then(|| Section::new(language().heading.unanswered, vec![format!("{}.", titles.join("; ")).into()]))
    }
}
