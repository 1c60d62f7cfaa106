//! A caution explained, as a document.

use crate::model::{Level, RuleSet, State, Urgent};
use crate::pages::explanation::{Detail, Explanation, Named, Outcome, Part, PartPair, Said, Words};
use crate::pages::marks::disagreement;
use crate::pages::report::{Because, LevelInfo};
use crate::render::document::{Block, Document, Item, Line, Section, Tone};
use crate::text::{self, explanation as words, phrase};

/// The list of the cautions by topic, under the first lines of `frame`.
pub fn list(rules: &RuleSet, frame: Document) -> Document {
    let mut sections = vec![Section::untitled(vec![words::HOW.into()])];
    for topic in rules.topics() {
        let cautions = rules.cautions().iter().filter(|caution| caution.topic == topic.index);
        let items: Vec<Item> = cautions.map(|caution| Item::of(format!("{}: {}", caution.id, caution.title))).collect();
        if !items.is_empty() {
            sections.push(Section::new(topic.title.as_str(), vec![Block::List(items)]));
        }
    }
    Document { title: words::LIST.to_owned(), sections, ..frame }
}

/// A caution explained, under the first lines of `frame`.
pub fn document(explanation: &Explanation, frame: Document) -> Document {
    let Explanation { id, title, topic_title, .. } = explanation;
    let intro = [words::place(topic_title, id).into()].into_iter().chain(how_soon(explanation)).collect();
    let mut sections = vec![Section::untitled(intro)];
    sections.extend(explanation.answers.as_ref().map(outcome));
    sections.push(Section::new(words::APPLIES_WHEN, vec![Block::List(vec![of_words(&explanation.applies_when)])]));
    sections.push(raised_by(explanation));
    sections.push(left_open(explanation));
    let today = |when| Section::new(words::CALL_TODAY, vec![Block::List(vec![of_words(when)])]);
    sections.extend(explanation.same_day_when.as_ref().map(today));
    sections.push(parts(&explanation.parts));
    sections.push(reads(explanation));
    sections.push(Section::new(words::SOURCES, vec![Block::List(explanation.sources.iter().map(source).collect())]));
    let foot: [Block; 2] = [Line::sentences(&text::KEEP_TAKING).into(), text::NO_MATCH[1].into()];
    Document { title: title.clone(), sections, foot: foot.into_iter().chain(frame.foot).collect(), ..frame }
}

/// For given answers what they ask for now, and the words of the report; for nobody in particular those of the level.
fn how_soon(explanation: &Explanation) -> Vec<Block> {
    let of_level = || Level::from_number(explanation.level).map(|level| phrase::how_soon(level).into());
    let Some(Outcome { now, heading, .. }) = &explanation.answers else { return of_level().into_iter().collect() };
    let urgent = now.map(|now| Line::new(Tone::Urgent, text::urgent_line(now)).into());
    let is_emergency = now.is_some_and(|now| now.level() == Urgent::Emergency);
    // Nothing that can wait stands beside an emergency.
    let later = heading.as_ref().filter(|_| !is_emergency);
    let later = later.map(|LevelInfo { title, tell, .. }| phrase::how_soon_for_you(title, tell).into());
    let later = if now.is_none() { later.or_else(of_level) } else { later };
    urgent.into_iter().chain(later).collect()
}

fn of_words(condition: &Words) -> Item {
    Item { lines: vec![condition.text.as_str().into()], items: condition.parts.iter().map(of_words).collect() }
}

fn said(answers: &[Because]) -> Vec<&str> {
    answers.iter().map(|answer| answer.said.as_str()).collect()
}

fn outcome(outcome: &Outcome) -> Section {
    let Outcome { state, because, settled_by, also_not_sure, .. } = outcome;
    let mut blocks: Vec<Block> = vec![Line::new(Tone::Strong, words::outcome(*state)).into()];
    if *state == State::NoMatch {
        blocks.push(Line::sentences(&[text::NO_MATCH[1], text::NO_MATCH[2]]).into());
    }
    if !because.is_empty() {
        blocks.push(phrase::because(&said(because)).into());
    }
    let titles = |items: &[Named]| items.iter().map(|item| item.title.clone()).collect::<Vec<String>>();
    if !settled_by.is_empty() {
        blocks.push(phrase::find_out(&titles(settled_by)).into());
    }
    if !also_not_sure.is_empty() {
        blocks.push(phrase::also_not_sure(&titles(also_not_sure)).into());
    }
    Section::new(words::THESE_ANSWERS, blocks)
}

fn raised_by(explanation: &Explanation) -> Section {
    let blocks = match &explanation.raised_by {
        None => vec![words::TOO_MANY.into()],
        Some(sets) => {
            let set = |set: &Vec<crate::pages::explanation::OneOf>| {
                Item::of(words::together(&set.iter().map(|one| one.said.as_str()).collect::<Vec<&str>>()))
            };
            vec![words::EACH_IS_ENOUGH.into(), Block::List(sets.iter().map(set).collect())]
        }
    };
    Section::new(words::RAISED_BY, blocks)
}

fn left_open(explanation: &Explanation) -> Section {
    let items = explanation.left_open_by.iter().map(|item| Item::of(item.title.as_str())).collect();
    let mut blocks = vec![words::NOT_SURE_LEAVES_OPEN.into(), Block::List(items)];
    if let Some(open_when) = &explanation.open_when {
        blocks.extend([words::OPEN_WHEN.into(), Block::List(vec![of_words(open_when)])]);
    }
    Section::new(words::LEFT_OPEN, blocks)
}

fn parts(parts: &[Part]) -> Section {
    let part = |Part { text, pair }: &Part| {
        let shown = match pair {
            None => vec![words::NO_PAIR.into()],
            Some(PartPair { applies, no_match, with, others: _ }) => vec![
                Line::from(words::applies_with(&applies.said, &said(with))),
                words::no_match_with(&no_match.said, &said(with)).into(),
            ],
        };
        Item { lines: [text.as_str().into()].into_iter().chain(shown).collect(), items: Vec::new() }
    };
    Section::new(words::PARTS, vec![words::PARTS_LEAD.into(), Block::List(parts.iter().map(part).collect())])
}

fn reads(explanation: &Explanation) -> Section {
    let Explanation { tell, details, ask, when_not_sure, .. } = explanation;
    let mut blocks: Vec<Block> = vec![Line::sentences(tell).into()];
    blocks.extend(ask.iter().map(|ask| phrase::ask(ask).into()));
    if !when_not_sure.is_empty() {
        blocks.push(format!("{} {}", words::WHILE_NOT_SURE, when_not_sure.join(" ")).into());
    }
    if !details.is_empty() {
        blocks.push(Block::List(details.iter().map(detail).collect()));
    }
    Section::new(words::READS, blocks)
}

fn detail(Detail { show_when, tell }: &Detail) -> Item {
    let mut item = Item { lines: vec![Line::sentences(tell)], items: Vec::new() };
    if let Some(condition) = show_when {
        item.lines.push(words::unless_not(&condition.text).into());
        item.items = condition.parts.iter().map(of_words).collect();
    }
    item
}

fn source(said: &Said) -> Item {
    let about = (said.title.as_str(), said.publisher.as_str(), said.date.as_str());
    let mut lines: Vec<Line> = vec![words::source(about, said.read, said.section.as_deref()).into()];
    if !said.says.is_empty() {
        lines.push(words::says(&said.says).into());
    }
    lines.extend(disagreement(said.disagrees.iter()).map(Line::from));
    Item { lines, items: Vec::new() }
}
