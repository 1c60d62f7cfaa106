//! The full report as a document: the list first, then everything that the rules say about these answers.

use crate::model::{self, Reported, State, Urgency};
use crate::pages::comparison::{self, Comparison};
use crate::pages::frame::{emergency_line, of_person};
use crate::pages::list;
use crate::pages::marks::{Marks, disagreement};
use crate::pages::provenance::review;
use crate::pages::report::{
    AdviceInfo, Ask, Because, CautionInfo, Cite, Disagreement, LevelInfo, Program, Report, SymptomInfo,
};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The document of a report.
pub fn document(report: &Report<'_>) -> Document {
    compose(ReportPage { report, marks: Marks::default() }, Vec::new())
}

/// The document of a report on changed answers. The comparison comes first.
pub fn changed(report: &Report<'_>, comparison: &Comparison<'_>) -> Document {
    let mut marks = Marks::default();
    let changes = comparison::page::sections(comparison, &mut marks);
    compose(ReportPage { report, marks }, changes)
}

fn compose(mut page: ReportPage<'_>, before: Vec<Section>) -> Document {
    let report = page.report;
    let mut list = list::sections(report);
    if let Some(first) = list.first_mut().filter(|_| !before.is_empty()) {
        first.heading = Some(language().heading.after_change.into());
    }
    let mut sections = before;
    sections.extend(list);
    sections.push(page.always());
    sections.extend(page.cautions_that_apply());
    sections.extend(page.not_sure());
    sections.extend(page.not_asked());
    sections.push(page.symptoms());
    sections.extend(page.advice(language().heading.monitoring, &report.monitoring));
    sections.extend(page.advice(language().heading.alternatives, &report.alternatives));
    sections.extend(page.tried());
    sections.extend(page.questions());
    sections.extend(page.advice(language().heading.not_asked_about, &report.not_asked_about));
    sections.extend(page.unanswered());
    sections.extend(page.no_match());
    sections.push(Section::new(language().heading.sources, vec![page.marks.list(report.rules().sources())]));
    sections.push(about(report));
    Document { has_contents: true, sections, foot: foot(report), ..of_person(report) }
}

/// The rule set, its review and the version of the program.
fn about(report: &Report<'_>) -> Section {
    let (program, set) = (Program::THIS, report.rule_set());
    let rules = (language().phrase.rules)(set.id.as_str(), set.version, &set.checked_on, &set.review_by);
    let program = (language().phrase.program)(program.name, program.version, set.digest);
    let review = Line::sentences(&review(report.rules().header()));
    Section::new(language().heading.about, vec![rules.into(), program.into(), review.into()])
}

/// Repeats the most important sentences, as some people read a long report from its end.
fn foot(report: &Report<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![
        Line::new(Tone::Urgent, language().safety.emergency_again).into(),
        (language().phrase.end)(&counts(report), report.warning_symptoms.len()).into(),
        language().safety.not_safe.into(),
    ];
    if let (Some(now), Some(urgent)) = (report.now, &report.urgent) {
        blocks.extend(because(&urgent.because).map(Block::Line));
        blocks.push(Line::new(Tone::Urgent, (language().safety.urgent_line)(now)).into());
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

/// "Because you said: …", or `None` without any answers.
fn because(because: &[Because<'_>]) -> Option<Line> {
    let said: Vec<String> = because.iter().map(Because::said).collect();
    (!said.is_empty()).then(|| (language().phrase.because)(&said).into())
}

/// A section, or `None` if it has no items.
fn section(heading: &str, items: Vec<Item>) -> Option<Section> {
    (!items.is_empty()).then(|| Section::new(heading, vec![Block::List(items)]))
}

/// Lays out a report. The sections must be made in reading order, as that numbers the source marks.
struct ReportPage<'p> {
    report: &'p Report<'p>,
    marks: Marks,
}

impl<'p> ReportPage<'p> {
    fn always(&mut self) -> Section {
        let report = self.report;
        let safety = &language().safety;
        let fixed = [safety.main, safety.not_a_verdict, safety.no_forecast].into_iter().chain(safety.keep_taking);
        let mut blocks: Vec<Block> = vec![Line::sentences(&fixed.collect::<Vec<&str>>()).into()];
        blocks.push(emergency_line(report.rules()).into());
        blocks.push(Line::sentences(&review(report.rules().header())).into());
        let advice = self.advice(language().heading.always, &report.always);
        blocks.extend(advice.into_iter().flat_map(|section| section.blocks));
        Section::new(language().heading.always, blocks)
    }

    /// Every caution that applies, with the numbers that the list gives them.
    fn cautions_that_apply(&mut self) -> Option<Section> {
        let report = self.report;
        let said = |levels: &LevelInfo<'_>| !levels.tell.is_empty();
        let applying: Vec<&CautionInfo<'_>> = report.applying().collect();
        let is_of =
            |level: &&LevelInfo<'_>| applying.iter().any(|caution| caution.level == level.level && !caution.same_day);
        let mut blocks: Vec<Block> = Vec::new();
        for level in report.levels.iter().filter(|level| said(level)).filter(is_of) {
            let tell = format!("{}: {}", level.title, level.tell.join(" "));
            blocks.push(Line::from(tell).marked(self.marks.of(&level.cites)).into());
        }
        for (place, caution) in applying.iter().enumerate() {
            let title = (language().phrase.caution)(place + 1, applying.len(), caution.title);
            blocks.push(Block::Entry { title, lines: self.caution(caution) });
        }
        (!applying.is_empty()).then(|| Section::new(language().heading.cautions_in_full, blocks))
    }

    fn caution(&mut self, caution: &CautionInfo<'_>) -> Vec<Line> {
        let mut lines: Vec<Line> = because(&caution.because).into_iter().collect();
        if !caution.also_not_sure.is_empty() {
            lines.push((language().phrase.also_not_sure)(&caution.also_not_sure.titles()).into());
        }
        lines.push(Line::sentences(&caution.tell.all));
        // Requests to check the notes appear once, among the questions for the doctor.
        let questions = caution.ask.iter().filter(|ask| matches!(ask, Ask::Question(_)));
        lines.extend(questions.map(|ask| (language().phrase.ask)(&ask.to_string()).into()));
        lines.extend(self.cited(&caution.cites, &caution.disagrees));
        lines
    }

    fn cited(&mut self, cites: &[Cite<'_>], disagrees: &[Disagreement<'_>]) -> Vec<Line> {
        let disagreement = disagreement(disagrees.iter().flat_map(|one| one.tell));
        let sources = Line::from(language().phrase.sources).marked(self.marks.of(cites));
        disagreement.map(Line::from).into_iter().chain([sources]).collect()
    }

    fn not_sure(&mut self) -> Option<Section> {
        let report = self.report;
        let said: Vec<&str> = [language().safety.not_settled].into_iter().chain(language().safety.not_sure).collect();
        let mut blocks: Vec<Block> = vec![Line::sentences(&said).into()];
        for caution in report.in_state(State::NotSure) {
            let mut lines = self.caution(caution);
            // Items that were just given as reasons are not repeated.
            let is_said = |item: &model::Item| caution.because.iter().any(|reason| reason.item.index == item.index);
            if !caution.settled_by.iter().all(is_said) {
                lines.push((language().phrase.find_out)(&caution.settled_by.titles()).into());
            }
            blocks.push(Block::Entry { title: (language().phrase.worth_finding_out)(caution.title), lines });
        }
        if !report.other_not_sure.is_empty() {
            blocks.push((language().phrase.other_not_sure)(&report.other_not_sure.titles()).into());
        }
        (blocks.len() > 1).then(|| Section::new(language().heading.not_sure_in_full, blocks))
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
        Section::new(language().heading.signs_in_full, Vec::new()).with_parts(parts)
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
        lines.extend(self.cited(&symptom.cites, &symptom.disagrees));
        Item { lines, items: Vec::new() }
    }

    fn advice(&mut self, heading: &str, advice: &'p [AdviceInfo<'p>]) -> Option<Section> {
        let items = advice.iter().map(|advice| {
            let said = format!("{}: {}", advice.title, advice.tell.join(" "));
            let said = Line::from(said).marked(self.marks.of(&advice.cites));
            let disagreement = disagreement(advice.disagrees.iter().flat_map(|one| one.tell));
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
