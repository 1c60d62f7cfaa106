//! A caution explained, as a document.

use crate::model::{Level, RuleSet, State, Urgent};
use crate::pages::explanation::{Detail, Explanation, Named, Outcome, Part, PartPair, Said, Words};
use crate::pages::marks::disagreement;
use crate::pages::report::{Because, LevelInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::language;

/// The list of the cautions by topic, under the first lines of `frame`.
pub fn list(rules: &RuleSet, frame: Document) -> Document {
    let mut sections = vec![Section::untitled(vec![language().explanation.how.into()])];
    for topic in rules.topics() {
        let cautions = rules.cautions().iter().filter(|caution| caution.topic == topic.index);
        let items: Vec<Item> = cautions.map(|caution| Item::of(format!("{}: {}", caution.id, caution.title))).collect();
        if !items.is_empty() {
            sections.push(Section::new(topic.title.as_str(), vec![Block::List(items)]));
        }
    }
    Document { title: language().explanation.list.to_owned(), sections, ..frame }
}

/// A caution explained, under the first lines of `frame`.
pub fn document(explanation: &Explanation<'_>, frame: Document) -> Document {
    let Explanation { id, title, topic_title, .. } = explanation;
    let intro =
        [(language().explanation.place)(topic_title, id).into()].into_iter().chain(how_soon(explanation)).collect();
    let mut sections = vec![Section::untitled(intro)];
    sections.extend(explanation.answers.as_ref().map(outcome));
    sections.push(Section::new(
        language().explanation.applies_when,
        vec![Block::List(vec![of_words(&explanation.applies_when)])],
    ));
    sections.push(raised_by(explanation));
    sections.push(left_open(explanation));
    let today = |when| Section::new(language().explanation.call_today, vec![Block::List(vec![of_words(when)])]);
    sections.extend(explanation.same_day_when.as_ref().map(today));
    sections.push(parts(&explanation.parts));
    sections.push(reads(explanation));
    sections.push(Section::new(
        language().explanation.sources,
        vec![Block::List(explanation.sources.iter().map(source).collect())],
    ));
    let foot: [Block; 2] = [Line::sentences(&language().safety.keep_taking).into(), language().safety.not_safe.into()];
    Document { title: title.clone(), sections, foot: foot.into_iter().chain(frame.foot).collect(), ..frame }
}

/// For given answers what they ask for now, and the words of the report; for nobody in particular those of the level.
fn how_soon(explanation: &Explanation<'_>) -> Vec<Block> {
    let of_level = || Level::from_number(explanation.level).map(|level| (language().phrase.how_soon)(level).into());
    let Some(Outcome { now, heading, .. }) = &explanation.answers else { return of_level().into_iter().collect() };
    let urgent = now.map(|now| Line::new(Tone::Urgent, (language().safety.urgent_line)(now)).into());
    let is_emergency = now.is_some_and(|now| now.level() == Urgent::Emergency);
    // Nothing that can wait stands beside an emergency.
    let later = heading.as_ref().filter(|_| !is_emergency);
    let later = later.map(|LevelInfo { title, tell, .. }| (language().phrase.how_soon_for_you)(title, tell).into());
    let later = if now.is_none() { later.or_else(of_level) } else { later };
    urgent.into_iter().chain(later).collect()
}

fn of_words(condition: &Words) -> Item {
    Item { lines: vec![condition.text.as_str().into()], items: condition.parts.iter().map(of_words).collect() }
}

fn said(answers: &[Because<'_>]) -> Vec<String> {
    answers.iter().map(Because::said).collect()
}

fn outcome(outcome: &Outcome<'_>) -> Section {
    let Outcome { state, because, settled_by, also_not_sure, .. } = outcome;
    let mut blocks: Vec<Block> = vec![Line::new(Tone::Strong, (language().explanation.outcome)(*state)).into()];
    if *state == State::NoMatch {
        blocks.push(Line::sentences(&[language().safety.not_safe, language().safety.not_every_risk]).into());
    }
    if !because.is_empty() {
        blocks.push((language().phrase.because)(&said(because)).into());
    }
    if !settled_by.is_empty() {
        blocks.push((language().phrase.find_out)(&titles(settled_by)).into());
    }
    if !also_not_sure.is_empty() {
        blocks.push((language().phrase.also_not_sure)(&titles(also_not_sure)).into());
    }
    Section::new(language().explanation.these_answers, blocks)
}

fn titles(items: &[Named]) -> Vec<&str> {
    items.iter().map(|item| item.title.as_str()).collect()
}

fn raised_by(explanation: &Explanation<'_>) -> Section {
    let blocks = match &explanation.raised_by {
        None => vec![language().explanation.too_many.into()],
        Some(sets) => {
            let set = |set: &Vec<crate::pages::explanation::OneOf>| {
                Item::of((language().explanation.together)(
                    &set.iter().map(|one| one.said.as_str()).collect::<Vec<&str>>(),
                ))
            };
            vec![language().explanation.each_is_enough.into(), Block::List(sets.iter().map(set).collect())]
        }
    };
    Section::new(language().explanation.raised_by, blocks)
}

fn left_open(explanation: &Explanation<'_>) -> Section {
    let items = explanation.left_open_by.iter().map(|item| Item::of(item.title.as_str())).collect();
    let mut blocks = vec![language().explanation.not_sure_leaves_open.into(), Block::List(items)];
    if let Some(open_when) = &explanation.open_when {
        blocks.extend([language().explanation.open_when.into(), Block::List(vec![of_words(open_when)])]);
    }
    Section::new(language().explanation.left_open, blocks)
}

fn parts(parts: &[Part<'_>]) -> Section {
    let part = |Part { text, pair }: &Part<'_>| {
        let shown = match pair {
            None => vec![language().explanation.no_pair.into()],
            Some(PartPair { applies, no_match, with, others: _ }) => vec![
                Line::from((language().explanation.applies_with)(&applies.said(), &said(with))),
                (language().explanation.no_match_with)(&no_match.said(), &said(with)).into(),
            ],
        };
        Item { lines: [text.as_str().into()].into_iter().chain(shown).collect(), items: Vec::new() }
    };
    Section::new(
        language().explanation.parts,
        vec![language().explanation.parts_lead.into(), Block::List(parts.iter().map(part).collect())],
    )
}

fn reads(explanation: &Explanation<'_>) -> Section {
    let Explanation { tell, details, ask, when_not_sure, .. } = explanation;
    let mut blocks: Vec<Block> = vec![Line::sentences(tell).into()];
    blocks.extend(ask.iter().map(|ask| (language().phrase.ask)(ask).into()));
    if !when_not_sure.is_empty() {
        blocks.push(format!("{} {}", language().explanation.while_not_sure, when_not_sure.join(" ")).into());
    }
    if !details.is_empty() {
        blocks.push(Block::List(details.iter().map(detail).collect()));
    }
    Section::new(language().explanation.reads, blocks)
}

fn detail(Detail { show_when, tell }: &Detail) -> Item {
    let mut item = Item { lines: vec![Line::sentences(tell)], items: Vec::new() };
    if let Some(condition) = show_when {
        item.lines.push((language().explanation.unless_not)(&condition.text).into());
        item.items = condition.parts.iter().map(of_words).collect();
    }
    item
}

fn source(said: &Said) -> Item {
    let Said { title, publisher, date, .. } = said;
    let mut lines: Vec<Line> =
        vec![(language().explanation.source)(title, publisher, date, said.read, said.section.as_deref()).into()];
    if !said.says.is_empty() {
        lines.push((language().explanation.says)(&said.says).into());
    }
    lines.extend(disagreement(said.disagrees.iter()).map(Line::from));
    Item { lines, items: Vec::new() }
}
