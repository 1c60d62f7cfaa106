//! The reviewer's copy of a rule set: for each rule its sources, condition, text and worked cases.

mod rules;
mod selection;

use self::rules::ReviewersCopy;
pub(crate) use self::rules::{rule, source};
pub use self::selection::Selection;
use crate::analysis::Cases;
use crate::model::RuleSet;
use crate::pages::provenance::review;
use crate::render::document::{Block, Document, Line, Section};
use crate::text::language;
use crate::text::reviewers_copy::Counts;

/// What `rules check` prints about a valid rule set.
pub fn summary(rules: &RuleSet, cases: &Cases) -> Vec<Block> {
    let header = rules.header();
    let counts = Counts {
        topics: rules.topics().len(),
        questions: rules.questions().len(),
        cautions: rules.cautions().len(),
        warning_symptoms: rules.warning_symptoms().len(),
        sources: rules.sources().len(),
        cases: cases.iter().count(),
    };
    let texts = &language().reviewers_copy;
    vec![
        (texts.summary)(header.id.as_str(), &header.version, &counts).into(),
        (texts.dates)(&header.checked_on.to_string(), &header.review_by.to_string()).into(),
        (texts.digest)(&header.digest).into(),
        Line::sentences(&review(header)).into(),
    ]
}

/// Every id that [`Selection::new`] finds, sorted, each once.
pub fn ids(rules: &RuleSet) -> Vec<&str> {
    let topics = rules.topics().iter().map(|topic| topic.id.as_str());
    let questions = rules.questions().iter().map(|question| question.id.as_str());
    let cautions = rules.cautions().iter().map(|caution| caution.id.as_str());
    let symptoms = rules.warning_symptoms().iter().map(|symptom| symptom.id.as_str());
    let advice = rules.monitoring().iter().chain(rules.alternatives()).map(|advice| advice.id.as_str());
    let mut ids: Vec<&str> = topics.chain(questions).chain(cautions).chain(symptoms).chain(advice).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The selected part of a rule set. `frame` gives the lines before and after it.
pub fn document(rules: &RuleSet, cases: &Cases, selection: &Selection<'_>, frame: Document) -> Document {
    let copy = ReviewersCopy::new(rules, cases);
    let header = rules.header();
    let (checked_on, review_by) = (header.checked_on.to_string(), header.review_by.to_string());
    let intro = vec![
        (language().phrase.rules)(header.id.as_str(), &header.version, &checked_on, &review_by).into(),
        Line::sentences(&review(header)).into(),
    ];
    let topics = selection.topics.iter().map(|topic| copy.topic(topic, selection));
    let general = selection.is_everything.then(|| copy.general()).into_iter().flatten();
    let sections = [Section::untitled(intro)].into_iter().chain(topics).chain(general).collect();
    // The foot of the frame is replaced: it repeats the review, which the intro has.
    let foot = vec![format!("{}.", frame.rules).into()];
    Document { title: header.title.clone(), sections, foot, ..frame }
}
