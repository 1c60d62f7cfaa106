//! How far a rule set is reviewed, and what a saved review brings, as documents.

use super::{Counts, Merged, RecordInfo, Reviews, RuleInfo};
use crate::model::{Header, Review, RuleKind, RuleSet, Standing};
use crate::pages::provenance::review;
use crate::render::document::{Block, Document, Item, Line, Section};
use crate::text::language;

/// How many digits of a digest tell two forms of a rule apart for a reader.
const DIGITS: usize = 12;

/// How far a rule set is reviewed: counts, then the rules by topic and by source. `frame` gives the lines before and
/// after it.
pub fn document(rules: &RuleSet, reviews: &Reviews<'_>, frame: Document) -> Document {
    let texts = &language().review;
    let parts: Vec<&[RuleInfo<'_>]> = reviews.rules.chunk_by(|one, other| place(one) == place(other)).collect();
    let first = vec![
        Line::sentences(&review(rules.header())).into(),
        Block::List(counts(reviews.counts).into_iter().map(Item::of).collect()),
        texts.what_next.into(),
    ];
    let by_part = parts.iter().map(|part| Section::new(title(rules, part), standings(part)));
    Document {
        title: (texts.title)(&rules.header().title),
        sections: [Section::untitled(first)].into_iter().chain(by_part).collect(),
        // The foot of the frame repeats the review, which stands above.
        foot: vec![format!("{}.", frame.rules).into()],
        ..frame
    }
}

/// How many rules have each standing, one line each.
pub(crate) fn counts(counts: Counts) -> Vec<String> {
    let line = |standing| (language().review.count)(standing, counts.count(standing), counts.rules);
    Standing::ALL.map(line).to_vec()
}

/// The title of the topic or source of some rules.
fn title(rules: &RuleSet, part: &[RuleInfo<'_>]) -> String {
    let topic = |id: &str| rules.topic(id).map(|topic| topic.title.clone());
    let source = |id: &str| {
        let found = rules.sources().iter().find(|source| source.id == *id);
        found.map(|source| (language().review.source)(id, &source.title))
    };
    let found = part.first().and_then(|rule| match place(rule) {
        (Place::Topic, id) => topic(id),
        (Place::Source, id) => source(id),
        (Place::Neither, _) => None,
    });
    found.unwrap_or_else(|| language().review.of_no_topic.to_owned())
}

/// Where a rule stands. A topic and a source can have the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Topic,
    Source,
    Neither,
}

fn place<'r>(rule: &RuleInfo<'r>) -> (Place, &'r str) {
    let place = match rule.kind {
        RuleKind::Topic | RuleKind::Question | RuleKind::Caution | RuleKind::Symptom => Place::Topic,
        RuleKind::Passage => Place::Source,
        RuleKind::RuleSet => Place::Neither,
    };
    (place, rule.part)
}

/// How many rules of a topic or a source have each standing, and which: with their records, or in one line where there are none.
fn standings(part: &[RuleInfo<'_>]) -> Vec<Block> {
    let of = |standing| part.iter().filter(move |rule| rule.standing == standing);
    let counts = Counts::of(part);
    let counted = Standing::ALL.map(|standing| (standing, counts.count(standing)));
    let with_records = part.iter().filter(|rule| !rule.records.is_empty()).map(rule_item);
    let never: Vec<String> = of(Standing::Never).map(|rule| (language().review.rule)(rule.kind, rule.id)).collect();
    let never = (!never.is_empty()).then(|| Item::of((language().review.never)(&never)));
    vec![(language().review.counts)(&counted).into(), Block::List(with_records.chain(never).collect())]
}

fn rule_item(rule: &RuleInfo<'_>) -> Item {
    let texts = &language().review;
    let line = (texts.standing)(&(texts.rule)(rule.kind, rule.id), rule.standing);
    Item { lines: vec![line.into()], items: records(rule) }
}

/// The records about a rule, one entry each.
pub(crate) fn records(rule: &RuleInfo<'_>) -> Vec<Item> {
    let entry = |RecordInfo { holds, record }: &RecordInfo<'_>| {
        let mut items: Vec<Item> = record.remarks.iter().map(|remark| Item::of(remark.as_str())).collect();
        let short = |digest: &str| digest.chars().take(DIGITS).collect::<String>();
        items.extend((!holds).then(|| Item::of((language().review.void)(&short(&record.digest), &short(rule.digest)))));
        Item { lines: vec![(language().review.record)(record).into()], items }
    };
    rule.records.iter().map(entry).collect()
}

/// What a saved review brings.
pub fn merged(header: &Header, merged: &Merged<'_>) -> Vec<Block> {
    let texts = &language().review;
    let entry = |record: &&Review| {
        let line = format!("{}: {}", (texts.rule)(record.kind, &record.id), (texts.record)(record));
        Item {
            lines: vec![line.into()],
            items: record.remarks.iter().map(|remark| Item::of(remark.as_str())).collect(),
        }
    };
    let mut blocks: Vec<Block> = vec![(texts.agreed)(merged.agreed.len(), header.id.as_str()).into()];
    let lists = [
        ((texts.changes)(merged.change_needed.len()), &merged.change_needed),
        ((texts.voids)(merged.void.len()), &merged.void),
        ((texts.gone)(merged.gone.len()), &merged.gone),
    ];
    for (line, records) in lists {
        blocks.push(line.into());
        blocks.extend((!records.is_empty()).then(|| Block::List(records.iter().map(entry).collect())));
    }
    blocks.push((texts.results)(merged.file.reviews.len()).into());
    blocks
}
