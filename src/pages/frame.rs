//! The frame of every document: warnings and the emergency text before the sections, the rule set after them.

use jiff::civil::Date;

use crate::model::{Header, RuleSet, Urgent};
use crate::pages::provenance::{date_warning, review};
use crate::pages::report::{Because, Given, Report};
use crate::render::document::{Block, Document, Item, Line, Tone};
use crate::text::language;

/// How many characters a line of a usual window holds, without the space between two signs.
const LINE: usize = 78;

/// The frame of a document about one person: who it is about, then what is urgent or the emergency signs.
pub(super) fn of_person(report: &Report<'_>) -> Document {
    let (is_example, set) = (report.is_example, report.rules().header());
    let applies = report.applying().count();
    // Where something is urgent, nothing stands before that.
    let title = match report.urgent_level() {
        None if applies > 0 => (language().list.things)(applies),
        Some(Urgent::SameDay) => language().heading.title_today.to_owned(),
        None | Some(Urgent::Emergency) => language().heading.title.to_owned(),
    };
    Document {
        title: if is_example { (language().heading.example)(&title) } else { title },
        is_example,
        is_short: false,
        has_contents: false,
        rules: rules_in_short(set),
        lead: lead(report.date_warning.as_deref(), false),
        about: about(report),
        emergency: emergency(report),
        sections: Vec::new(),
        foot: Vec::new(),
    }
}

/// The frame of a document about the rules or about example people.
pub fn of_rules(header: &Header, date: Date, is_example: bool) -> Document {
    let rules = rules_in_short(header);
    Document {
        title: String::new(),
        is_example,
        is_short: false,
        has_contents: false,
        lead: lead(date_warning(header, date).as_deref(), is_example),
        about: Vec::new(),
        emergency: Vec::new(),
        sections: Vec::new(),
        foot: vec![Line::sentences(&review(header)).into(), format!("{rules}.").into()],
        rules,
    }
}

/// The id, version and digest of the rules, in one line.
pub(crate) fn rules_in_short(header: &Header) -> String {
    (language().phrase.rules_in_short)(header.id.as_str(), &header.version, &header.digest)
}

fn lead(warning: Option<&str>, is_example: bool) -> Vec<Line> {
    let warning = warning.map(|warning| Line::new(Tone::Urgent, warning));
    let example = is_example.then(|| Line::from(language().safety.example));
    warning.into_iter().chain(example).collect()
}

/// The emergency text that is shown before the first question is asked.
pub fn emergency_block(rules: &RuleSet) -> Vec<Block> {
    vec![
        Block::Line(Line::new(Tone::Urgent, language().safety.emergency_lead)),
        Block::Short(rules.emergencies().into_iter().map(|symptom| Item::of(symptom.brief.as_str())).collect()),
        Block::Line(language().safety.emergency_do.into()),
    ]
}

/// The day, whom the list is for, and what was answered about them.
fn about(report: &Report<'_>) -> Vec<Line> {
    let list = &language().list;
    let mut first = vec![(list.dated)(&report.date.to_string())];
    first.extend(report.answers.id.iter().map(|id| (language().phrase.person)(id)));
    let open = report.worth_finding_out();
    first.extend((open > 0 && report.applying().next().is_some()).then(|| (list.also_open)(open)));
    let profile = report.profile();
    let profile: Vec<String> =
        profile.iter().map(|answer| (list.in_profile)(&answer.item.title, answer.answer.label())).collect();
    let mut lines = vec![Line::sentences(&first)];
    lines.extend((!profile.is_empty()).then(|| format!("{}.", profile.join("; ")).into()));
    lines.extend(report.is_for_someone_else().then(|| language().asking.you_is_someone.into()));
    lines
}

/// What is urgent, with the answers that make it so. Everybody else sees the emergency signs.
fn emergency(report: &Report<'_>) -> Vec<Block> {
    let list = &language().list;
    let mut blocks = Vec::new();
    if let (Some(now), Some(urgent)) = (report.now, &report.urgent) {
        blocks.push(Line::new(Tone::Urgent, (language().safety.urgent_line)(now)).into());
        let (unsure, said): (Vec<&Because<'_>>, Vec<&Because<'_>>) =
            urgent.because.iter().partition(|reason| reason.answer == Given::NotSure);
        let said: Vec<String> = said.into_iter().map(|reason| report.in_short(reason)).collect();
        let unsure: Vec<&str> = unsure.iter().map(|reason| reason.item.title.as_str()).collect();
        blocks.extend((!said.is_empty()).then(|| (list.said)(&said).into()));
        blocks.extend((!unsure.is_empty()).then(|| (list.not_sure_about)(&unsure).into()));
    }
    if report.urgent.is_none() {
        blocks.push(Line::new(Tone::Urgent, language().safety.emergency_lead).into());
        blocks.push(Block::Signs(emergency_signs(report.rules())));
    }
    blocks
}

/// The name and the signs of each emergency, in the order they are asked, but for those that fit into a line together.
pub(crate) fn emergency_signs(rules: &RuleSet) -> Vec<String> {
    let mut lines: Vec<(usize, Vec<String>)> = Vec::new();
    for symptom in rules.emergencies() {
        let sign = (language().list.named)(&symptom.title, &symptom.brief);
        let length = sign.chars().count();
        match lines.iter_mut().find(|(filled, _)| filled + length < LINE) {
            Some((filled, signs)) => {
                *filled += length;
                signs.push(sign);
            }
            None => lines.push((length, vec![sign])),
        }
    }
    lines.into_iter().flat_map(|(_, signs)| signs).collect()
}

/// The emergency signs as one sentence.
pub(crate) fn emergency_line(rules: &RuleSet) -> String {
    format!("{} {}.", language().safety.emergency_lead, emergency_signs(rules).join("; "))
}
