//! The visit sheet as a document: two printed pages at most, so nothing on it only explains.

use crate::model::Reported;
use crate::model::Urgency;
use crate::model::words::NOT_SURE;
use crate::pages::comparison::Comparison;
use crate::pages::frame::of_person;
use crate::pages::marks::Marks;
use crate::pages::report::Report;
use crate::pages::report::page::purpose;
use crate::pages::sheet::{Sheet, SheetCaution, SheetSymptom};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The visit sheet of a report on changed answers: what the change does comes first.
pub fn changed(report: &Report, comparison: &Comparison) -> Document {
    let mut marks = Marks::default();
    let changes = crate::pages::comparison::page::sections(comparison, &mut marks);
    let mut document = document(report);
    if let Some(intro) = document.sections.first_mut() {
        intro.heading = Some(language().heading.after_change.into());
    }
    document.sections.splice(..0, changes);
    if !marks.is_empty() {
        document.sections.push(Section::new(language().heading.sources, vec![marks.list(&report.sources)]));
    }
    document
}

/// The visit sheet of a report.
pub fn document(report: &Report) -> Document {
    let sheet = Sheet::new(report);
    let mut intro = purpose(report);
    let always = report.pieces.always.iter().flat_map(|advice| advice.tell.iter().map(String::as_str));
    let fixed = [language().safety.not_a_verdict, language().safety.no_forecast]
        .into_iter()
        .chain(language().safety.keep_taking);
    intro.push(Line::sentences(&fixed.chain(always).collect::<Vec<&str>>()).into());
    let mut sections = vec![Section::untitled(intro), applies(&sheet)];
    sections.extend(not_sure(&sheet, &report.pieces.not_sure_titles));
    sections.extend(not_asked(&sheet));
    sections
        .extend(list(language().heading.tried, sheet.tried.iter().map(|tried| (language().phrase.tried)(&tried.text))));
    sections.push(symptoms(&sheet));
    sections.extend(questions(&sheet));
    Document { is_short: true, sections, foot: foot(report), ..of_person(report, language().heading.sheet) }
}

fn foot(report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        vec![Line::sentences(&[language().phrase.sheet_is_short, language().safety.no_match[1]]).into()];
    let set = &report.rule_set;
    let rules = (language().phrase.rules_and_program)(
        &(language().phrase.rules_in_short)(&set.id, &set.version, &set.digest),
        &report.program.version,
        &set.review_by,
    );
    blocks.push(Line::sentences(&[rules, report.pieces.review.join(" ")]).into());
    blocks.push(Line::new(Tone::Urgent, language().safety.emergency_again).into());
    blocks
}

/// A caution and the answers that are a reason. An answer *not sure* is said by the place the caution stands in.
fn in_short(caution: &SheetCaution) -> String {
    let reasons = caution.because.iter().filter(|reason| reason.answer != NOT_SURE);
    (language().phrase.in_short)(&caution.title, &reasons.map(|reason| reason.said.as_str()).collect::<Vec<&str>>())
}

/// What a heading tells below itself, to keep taking it, stands at the top of the sheet already.
fn applies(sheet: &Sheet) -> Section {
    let mut parts = Vec::new();
    let (today, later): (Vec<&SheetCaution>, Vec<&SheetCaution>) =
        sheet.applies.iter().partition(|caution| caution.same_day);
    parts.extend(list(language().heading.today, today.into_iter().map(in_short)));
    for level in &sheet.levels {
        let of_level = later.iter().filter(|caution| caution.level == level.level);
        parts.extend(list(&level.title, of_level.map(|caution| in_short(caution))));
    }
    // What nothing means is said in the same breath.
    let said = [language().phrase.nothing_applies, language().safety.no_match[1], language().safety.no_match[2]];
    let nothing = parts.is_empty().then(|| Block::from(Line::sentences(&said)));
    Section::new(language().heading.applies, nothing.into_iter().collect()).with_parts(parts)
}

/// What the person is not sure of stands here once, and not beside each caution.
fn not_sure(sheet: &Sheet, titles: &[String]) -> Option<Section> {
    let list: Vec<String> = sheet.not_sure.iter().map(in_short).collect();
    let mut blocks = vec![Line::sentences(&[language().safety.not_sure[0], language().phrase.check_my_notes]).into()];
    blocks.extend((!list.is_empty()).then_some(Block::Ticks { list, has_room: false }));
    blocks.extend((!titles.is_empty()).then(|| (language().phrase.all_not_sure)(titles).into()));
    (!titles.is_empty() || !sheet.not_sure.is_empty()).then(|| Section::new(language().heading.not_sure, blocks))
}

fn not_asked(sheet: &Sheet) -> Option<Section> {
    let titles: Vec<&str> = sheet.not_asked.iter().map(|caution| caution.title.as_str()).collect();
    let blocks = vec![Line::sentences(&language().safety.not_asked).into(), format!("{}.", titles.join("; ")).into()];
    (!titles.is_empty()).then(|| Section::new(language().heading.not_asked, blocks))
}

/// The emergency signs stand before everything else: of them only those of this person are said again.
fn symptoms(sheet: &Sheet) -> Section {
    let mut parts = Vec::new();
    for urgency in [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit] {
        let of_urgency = sheet.warning_symptoms.iter().filter(|symptom| symptom.urgency == urgency);
        let is_shown = |symptom: &&SheetSymptom| urgency != Urgency::Emergency || symptom.watch_more;
        let heading = format!("{}.", (language().safety.urgency_heading)(urgency));
        let signs: Vec<Item> = of_urgency.filter(is_shown).map(|shown| Item::of(symptom(shown))).collect();
        parts.extend((!signs.is_empty()).then(|| Section::new(heading, vec![Block::Short(signs)])));
    }
    Section::new(language().heading.warning_symptoms, Vec::new()).with_parts(parts)
}

fn symptom(symptom: &SheetSymptom) -> String {
    let especially = if symptom.watch_more { language().phrase.especially } else { "" };
    let reported = match symptom.reported {
        Some(Reported::Yes) => language().phrase.has_now,
        Some(Reported::NotSure) => language().phrase.may_have_now,
        Some(Reported::No) | None => "",
    };
    format!("{}{especially}. {reported}", symptom.signs).trim_end().to_owned()
}

/// Requests to look in the notes stand above, as one.
fn questions(sheet: &Sheet) -> Option<Section> {
    let is_above =
        |ask: &&String| sheet.not_sure.iter().any(|caution| **ask == (language().safety.ask_to_check)(&caution.title));
    let list: Vec<String> = sheet.questions_for_doctor.iter().filter(|ask| !is_above(ask)).cloned().collect();
    (!list.is_empty()).then(|| Section::new(language().heading.questions, vec![Block::Ticks { list, has_room: true }]))
}

fn list(heading: &str, lines: impl Iterator<Item = String>) -> Option<Section> {
    let items: Vec<Item> = lines.map(Item::of).collect();
    (!items.is_empty()).then(|| Section::new(heading, vec![Block::List(items)]))
}
