//! The visit sheet as a document. It must fit on two printed pages, so it has no explanations.

use crate::model::{Reported, State, Urgency};
use crate::pages::comparison::{self, Comparison};
use crate::pages::frame::{of_person, rules_in_short};
use crate::pages::marks::Marks;
use crate::pages::provenance::review;
use crate::pages::report::page::purpose;
use crate::pages::report::{Ask, Because, CautionInfo, Given, Program, Report, SymptomInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The visit sheet of a report on changed answers. The comparison comes first.
pub fn changed(report: &Report<'_>, comparison: &Comparison<'_>) -> Document {
    let mut marks = Marks::default();
    let changes = comparison::page::sections(comparison, &mut marks);
    let mut document = document(report);
    if let Some(intro) = document.sections.first_mut() {
        intro.heading = Some(language().heading.after_change.into());
    }
    document.sections.splice(..0, changes);
    if !marks.is_empty() {
        document.sections.push(Section::new(language().heading.sources, vec![marks.list(report.rules().sources())]));
    }
    document
}

/// The visit sheet of a report.
pub fn document(report: &Report<'_>) -> Document {
    let mut intro = purpose(report);
    let always = report.always.iter().flat_map(|advice| advice.tell.iter().map(String::as_str));
    let fixed = [language().safety.not_a_verdict, language().safety.no_forecast]
        .into_iter()
        .chain(language().safety.keep_taking);
    intro.push(Line::sentences(&fixed.chain(always).collect::<Vec<&str>>()).into());
    let mut sections = vec![Section::untitled(intro), applies(report)];
    sections.extend(not_sure(report));
    sections.extend(not_asked(report));
    sections.extend(list(
        language().heading.tried,
        report.tried.iter().map(|tried| (language().phrase.tried)(&tried.text)),
    ));
    sections.push(symptoms(report));
    sections.extend(questions(report));
    Document { is_short: true, sections, foot: foot(report), ..of_person(report, language().heading.sheet) }
}

fn foot(report: &Report<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        vec![Line::sentences(&[language().phrase.sheet_is_short, language().safety.not_safe]).into()];
    let header = report.rules().header();
    let rules = (language().phrase.rules_and_program)(
        &rules_in_short(header),
        Program::THIS.version,
        &header.review_by.to_string(),
    );
    blocks.push(Line::sentences(&[rules, review(header).join(" ")]).into());
    blocks.push(Line::new(Tone::Urgent, language().safety.emergency_again).into());
    blocks
}

/// A caution and the answers that are its reasons, without the answers *not sure*, as its section already says that.
fn in_short(caution: &CautionInfo<'_>) -> String {
    let reasons = caution.because.iter().filter(|reason| reason.answer != Given::NotSure);
    (language().phrase.in_short)(caution.title, &reasons.map(Because::said).collect::<Vec<String>>())
}

/// The `tell` of a level is left out: the sheet begins with it.
fn applies(report: &Report<'_>) -> Section {
    let mut parts = Vec::new();
    let (today, later): (Vec<&CautionInfo<'_>>, Vec<&CautionInfo<'_>>) =
        report.in_state(State::Applies).partition(|caution| caution.same_day);
    parts.extend(list(language().heading.today, today.into_iter().map(in_short)));
    for level in &report.levels {
        let of_level = later.iter().filter(|caution| caution.level == level.level);
        parts.extend(list(level.title, of_level.map(|caution| in_short(caution))));
    }
    // "Nothing applies" must never stand without the sentences that it is no all-clear.
    let said = [language().phrase.nothing_applies, language().safety.not_safe, language().safety.not_every_risk];
    let nothing = parts.is_empty().then(|| Block::from(Line::sentences(&said)));
    Section::new(language().heading.applies, nothing.into_iter().collect()).with_parts(parts)
}

/// Lists the answers *not sure* once, instead of at each caution.
fn not_sure(report: &Report<'_>) -> Option<Section> {
    let titles = report.not_sure.titles();
    let list: Vec<String> = report.in_state(State::NotSure).map(in_short).collect();
    let is_empty = titles.is_empty() && list.is_empty();
    let mut blocks = vec![Line::sentences(&[language().safety.not_settled, language().phrase.check_my_notes]).into()];
    blocks.extend((!list.is_empty()).then_some(Block::Ticks { list, has_room: false }));
    blocks.extend((!titles.is_empty()).then(|| (language().phrase.all_not_sure)(&titles).into()));
    (!is_empty).then(|| Section::new(language().heading.not_sure, blocks))
}

fn not_asked(report: &Report<'_>) -> Option<Section> {
    let titles: Vec<&str> = report.in_state(State::NotAsked).map(|caution| caution.title).collect();
    let blocks = vec![Line::sentences(&language().safety.not_asked).into(), format!("{}.", titles.join("; ")).into()];
    (!titles.is_empty()).then(|| Section::new(language().heading.not_asked, blocks))
}

/// All emergency signs are at the top of the sheet. Only those that the person should watch for more are repeated.
fn symptoms(report: &Report<'_>) -> Section {
    let mut parts = Vec::new();
    for urgency in [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit] {
        let of_urgency = report.warning_symptoms.iter().filter(|symptom| symptom.urgency == urgency);
        let is_shown = |symptom: &&SymptomInfo<'_>| urgency != Urgency::Emergency || symptom.watch_more;
        let heading = format!("{}.", (language().safety.urgency_heading)(urgency));
        let signs: Vec<Item> = of_urgency.filter(is_shown).map(|shown| Item::of(symptom(shown))).collect();
        parts.extend((!signs.is_empty()).then(|| Section::new(heading, vec![Block::Short(signs)])));
    }
    Section::new(language().heading.warning_symptoms, Vec::new()).with_parts(parts)
}

fn symptom(symptom: &SymptomInfo<'_>) -> String {
    let especially = if symptom.watch_more { language().phrase.especially } else { "" };
    let reported = match symptom.reported {
        Some(Reported::Yes) => language().phrase.has_now,
        Some(Reported::NotSure) => language().phrase.may_have_now,
        Some(Reported::No) | None => "",
    };
    format!("{}{especially}. {reported}", symptom.signs.brief).trim_end().to_owned()
}

/// Requests to check the notes are left out: one sentence above asks for all of them.
fn questions(report: &Report<'_>) -> Option<Section> {
    let questions = report.questions().into_iter().filter(|ask| matches!(ask, Ask::Question(_)));
    let list: Vec<String> = questions.map(|ask| ask.to_string()).collect();
    (!list.is_empty()).then(|| Section::new(language().heading.questions, vec![Block::Ticks { list, has_room: true }]))
}

fn list(heading: &str, lines: impl Iterator<Item = String>) -> Option<Section> {
    let items: Vec<Item> = lines.map(Item::of).collect();
    (!items.is_empty()).then(|| Section::new(heading, vec![Block::List(items)]))
}
