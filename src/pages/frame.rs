//! The frame of every document: warnings and the emergency text before the sections, the rule set after them.

use jiff::civil::Date;

use crate::model::Header;
use crate::pages::provenance::{date_warning, review};
use crate::pages::report::Report;
use crate::render::document::{Block, Document, Item, Line, Tone};
use crate::text::language;

/// The frame of a document about one person. The emergency text comes first.
pub(super) fn of_person(report: &Report<'_>, title: &str) -> Document {
    let (is_example, set) = (report.is_example, report.rules().header());
    let mut emergency = urgent(report);
    emergency.extend(emergency_block(&report.rules().emergency_signs()));
    Document {
        title: if is_example { (language().heading.example)(title) } else { title.to_owned() },
        is_example,
        is_short: false,
        rules: rules_in_short(set),
        lead: lead(report.date_warning.as_deref(), is_example),
        emergency,
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
        lead: lead(date_warning(header, date).as_deref(), is_example),
        emergency: Vec::new(),
        sections: Vec::new(),
        foot: vec![Line::sentences(&review(header)).into(), format!("{rules}.").into()],
        rules,
    }
}

/// The id, version and digest of the rules, in one line.
pub(super) fn rules_in_short(header: &Header) -> String {
    (language().phrase.rules_in_short)(header.id.as_str(), &header.version, &header.digest)
}

fn lead(warning: Option<&str>, is_example: bool) -> Vec<Line> {
    let warning = warning.map(|warning| Line::new(Tone::Urgent, warning));
    let example = is_example.then(|| Line::from(language().safety.example));
    warning.into_iter().chain(example).collect()
}

/// The emergency text, which comes first in every document about a person.
pub fn emergency_block(signs: &[&str]) -> Vec<Block> {
    vec![
        Block::Line(Line::new(Tone::Urgent, language().safety.emergency_lead)),
        Block::Short(signs.iter().map(|sign| Item::of(*sign)).collect()),
        Block::Line(Line::sentences(&language().safety.emergency_do)),
    ]
}

fn urgent(report: &Report<'_>) -> Vec<Block> {
    let Some(line) = urgent_line(report) else { return Vec::new() };
    let because = report.urgent.because.iter().map(|reason| Item::of(reason.said()));
    vec![Block::Line(line), language().phrase.urgent_because.into(), Block::List(because.collect()), Block::Break]
}

/// What to do now, if anything is urgent.
pub(super) fn urgent_line(report: &Report<'_>) -> Option<Line> {
    let line = (language().safety.urgent_line)(report.now?);
    Some(Line::new(Tone::Urgent, line))
}
