//! The explanation of a caution as a document.

use super::{Detail, Explanation, Named, OneOf, Outcome, Part, PartPair, Said, Words};
use crate::model::{State, Urgent};
use crate::pages::marks::disagreement;
use crate::pages::report::{Because, LevelInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The explanation of a caution. `frame` gives the lines before and after it.
pub fn document(explanation: &Explanation<'_>, frame: Document) -> Document {
    let (texts, safety) = (&language().explanation, &language().safety);
    let Explanation { id, title, topic_title, applies_when, same_day_when, sources, .. } = explanation;
    let intro = [(texts.place)(topic_title, id.as_str()).into()].into_iter().chain(how_soon(explanation)).collect();
    let condition = |title: &str, when: &Words| Section::new(title, vec![Block::List(vec![when.item()])]);
    let mut sections = vec![Section::untitled(intro)];
    sections.extend(explanation.answers.as_ref().map(outcome));
    sections.push(condition(texts.applies_when, applies_when));
    sections.push(raised_by(explanation));
    sections.push(left_open(explanation));
    sections.extend(same_day_when.as_ref().map(|when| condition(texts.call_today, when)));
    sections.push(parts(&explanation.parts));
    sections.push(reads(explanation));
    sections.push(Section::new(texts.sources, vec![Block::List(sources.iter().map(source).collect())]));
    let foot: [Block; 2] = [Line::sentences(&safety.keep_taking).into(), safety.not_safe.into()];
    Document { title: (*title).to_owned(), sections, foot: foot.into_iter().chain(frame.foot).collect(), ..frame }
}

/// How soon to act: with answers, what is urgent and the heading of the report; without answers, the text of the level.
fn how_soon(explanation: &Explanation<'_>) -> Vec<Block> {
    let of_level = || (language().phrase.how_soon)(explanation.level).into();
    let Some(Outcome { now, heading, .. }) = &explanation.answers else { return vec![of_level()] };
    let urgent = now.map(|now| Line::new(Tone::Urgent, (language().safety.urgent_line)(now)).into());
    let is_emergency = now.is_some_and(|now| now.level() == Urgent::Emergency);
    // In an emergency nothing that can wait is printed.
    let later = heading.as_ref().filter(|_| !is_emergency);
    let later = later.map(|LevelInfo { title, tell, .. }| (language().phrase.how_soon_for_you)(title, tell).into());
    let later = if now.is_none() { Some(later.unwrap_or_else(of_level)) } else { later };
    urgent.into_iter().chain(later).collect()
}

fn said(answers: &[Because<'_>]) -> Vec<String> {
    answers.iter().map(Because::said).collect()
}

fn outcome(outcome: &Outcome<'_>) -> Section {
    let (texts, phrase, safety) = (&language().explanation, &language().phrase, &language().safety);
    let Outcome { state, because, settled_by, also_not_sure, .. } = outcome;
    let mut blocks: Vec<Block> = vec![Line::new(Tone::Strong, (texts.outcome)(*state)).into()];
    if *state == State::NoMatch {
        blocks.push(Line::sentences(&[safety.not_safe, safety.not_every_risk]).into());
    }
    if !because.is_empty() {
        blocks.push((phrase.because)(&said(because)).into());
    }
    if !settled_by.is_empty() {
        blocks.push((phrase.find_out)(&titles(settled_by)).into());
    }
    if !also_not_sure.is_empty() {
        blocks.push((phrase.also_not_sure)(&titles(also_not_sure)).into());
    }
    Section::new(texts.these_answers, blocks)
}

fn titles<'r>(items: &[Named<'r>]) -> Vec<&'r str> {
    items.iter().map(|item| item.title).collect()
}

fn raised_by(explanation: &Explanation<'_>) -> Section {
    let texts = &language().explanation;
    let set = |set: &Vec<OneOf<'_>>| {
        Item::of((texts.together)(&set.iter().map(|one| one.said.as_str()).collect::<Vec<&str>>()))
    };
    let blocks = match &explanation.raised_by {
        None => vec![texts.too_many.into()],
        Some(sets) => vec![texts.each_is_enough.into(), Block::List(sets.iter().map(set).collect())],
    };
    Section::new(texts.raised_by, blocks)
}

fn left_open(explanation: &Explanation<'_>) -> Section {
    let texts = &language().explanation;
    let items = explanation.left_open_by.iter().map(|item| Item::of(item.title)).collect();
    let mut blocks = vec![texts.not_sure_leaves_open.into(), Block::List(items)];
    if let Some(open_when) = &explanation.open_when {
        blocks.extend([texts.open_when.into(), Block::List(vec![open_when.item()])]);
    }
    Section::new(texts.left_open, blocks)
}

fn parts(parts: &[Part<'_>]) -> Section {
    let texts = &language().explanation;
    let part = |Part { text, pair }: &Part<'_>| {
        let shown = match pair {
            None => vec![texts.no_pair.into()],
            Some(PartPair { applies, no_match, with, others: _ }) => vec![
                Line::from((texts.applies_with)(&applies.said(), &said(with))),
                (texts.no_match_with)(&no_match.said(), &said(with)).into(),
            ],
        };
        Item { lines: [text.as_str().into()].into_iter().chain(shown).collect(), items: Vec::new() }
    };
    Section::new(texts.parts, vec![texts.parts_lead.into(), Block::List(parts.iter().map(part).collect())])
}

fn reads(explanation: &Explanation<'_>) -> Section {
    let texts = &language().explanation;
    let Explanation { tell, details, ask, when_not_sure, .. } = explanation;
    let mut blocks: Vec<Block> = vec![Line::sentences(tell).into()];
    blocks.extend(ask.iter().map(|ask| (language().phrase.ask)(ask).into()));
    if !when_not_sure.is_empty() {
        blocks.push(format!("{} {}", texts.while_not_sure, when_not_sure.join(" ")).into());
    }
    if !details.is_empty() {
        blocks.push(Block::List(details.iter().map(detail).collect()));
    }
    Section::new(texts.reads, blocks)
}

fn detail(Detail { show_when, tell }: &Detail<'_>) -> Item {
    let mut item = Item::of(Line::sentences(tell));
    if let Some(condition) = show_when {
        item.lines.push((language().explanation.unless_not)(&condition.text).into());
        item.items = condition.parts.iter().map(Words::item).collect();
    }
    item
}

fn source(said: &Said<'_>) -> Item {
    let texts = &language().explanation;
    let Said { title, publisher, date, .. } = said;
    let mut lines: Vec<Line> = vec![(texts.source)(title, publisher, date, said.read, said.section).into()];
    if !said.says.is_empty() {
        lines.push((texts.says)(said.says).into());
    }
    lines.extend(disagreement(said.disagrees.iter()).map(Line::from));
    Item { lines, items: Vec::new() }
}
