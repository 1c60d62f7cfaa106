//! The log of hazards as a document.

use std::collections::BTreeMap;

use super::HazardLog;
use crate::model::{Argument, Claim, Evidence, Hazard, Left, Risk};
use crate::render::document::{Block, Document, Item, Line, Section, Table, Tone};
use crate::text::language;

/// The log. `frame` gives the lines before and after it.
pub fn document(log: &HazardLog<'_>, frame: Document) -> Document {
    let texts = &language().hazards;
    let notice = Line { tone: Tone::Strong, ..Line::sentences(&log.notice) };
    let entries = log.hazards.iter().map(|hazard| entry(log, hazard)).collect();
    let sections = vec![
        Section::untitled(vec![notice.into(), Line::sentences(&texts.how).into()]),
        Section::new(texts.scales, scales(log)),
        Section::new(texts.overview, vec![overview(log)]),
        Section::new(texts.in_full, entries).on_new_page(),
        Section::new(texts.claims, Vec::new()).with_parts(log.claims.iter().map(claim).collect()),
        Section::new(texts.left, vec![left(log.left)]),
    ];
    Document { title: texts.title.to_owned(), sections, ..frame }
}

fn scales(log: &HazardLog<'_>) -> Vec<Block> {
    let texts = &language().hazards;
    let scale = |name: &str, words: &[String; 5]| {
        let items = (1..).zip(words).map(|(number, words)| Item::of(format!("{number}: {words}"))).collect();
        Item { lines: vec![name.into()], items }
    };
    vec![Block::List(vec![scale(texts.severity, log.severity), scale(texts.likelihood, log.likelihood)])]
}

fn overview(log: &HazardLog<'_>) -> Block {
    let texts = &language().hazards;
    let row = |hazard: &&Hazard| {
        vec![title(hazard).into(), (texts.risk)(hazard.before).into(), (texts.risk)(hazard.after).into()]
    };
    let headings = texts.columns.map(str::to_owned).to_vec();
    Block::Table(Table { headings, rows: log.hazards.iter().map(row).collect() })
}

fn title(hazard: &Hazard) -> String {
    format!("{}: {}", hazard.id, hazard.hazard)
}

fn entry(log: &HazardLog<'_>, hazard: &Hazard) -> Block {
    let texts = &language().hazards;
    let mut lines = vec![
        labelled(texts.cause, &hazard.cause),
        labelled(texts.harm, &hazard.harm),
        labelled(texts.before, &in_words(log, hazard.before)),
    ];
    lines.extend(hazard.controls.iter().map(|control| labelled((texts.control)(control.kind), &control.control)));
    lines.push(labelled(texts.after, &in_words(log, hazard.after)));
    lines.extend(evidence(&hazard.evidence));
    Block::Entry { title: title(hazard), lines }
}

fn in_words(log: &HazardLog<'_>, risk: Risk) -> String {
    let words = [(risk.severity, log.severity), (risk.likelihood, log.likelihood)].map(meaning);
    (language().hazards.risk_in_words)(risk, words)
}

/// What a number of a scale means, of which loading has held that it is one.
fn meaning((number, scale): (u8, &[String; 5])) -> &str {
    (1..).zip(scale).find(|(known, _)| *known == number).map_or("", |(_, words)| words)
}

/// A line for each kind of evidence.
fn evidence(evidence: &[Evidence]) -> Vec<Line> {
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in evidence {
        kinds.entry((language().hazards.evidence)(one)).or_default().push(one.to_string());
    }
    kinds.into_iter().map(|(kind, names)| labelled(kind, &names.join("; "))).collect()
}

fn labelled(label: &str, text: &str) -> Line {
    format!("{label}: {text}").into()
}

fn claim(claim: &Claim) -> Section {
    Section::new(claim.claim.as_str(), vec![Block::List(claim.arguments.iter().map(argument).collect())])
}

fn argument(argument: &Argument) -> Item {
    let hazards = labelled(language().hazards.about_hazards, &argument.hazards.join(", "));
    let lines = [argument.argument.as_str().into(), hazards].into_iter().chain(evidence(&argument.evidence));
    Item { lines: lines.collect(), items: Vec::new() }
}

fn left(left: &[Left]) -> Block {
    let row = |left: &Left| [&left.what, &left.who, &left.task].map(|text| Line::from(text.as_str())).to_vec();
    let headings = language().hazards.left_columns.map(str::to_owned).to_vec();
    Block::Table(Table { headings, rows: left.iter().map(row).collect() })
}
