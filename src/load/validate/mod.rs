//! Validates rule files: makes a rule set, or a list of all mistakes in them.

mod builder;
mod condition;
mod documents;
mod frame;
mod names;
mod parse;
mod place;
mod reviews;
mod text;
mod topic;
mod unread;

use self::builder::Builder;
use self::condition::Resolver;
pub(crate) use self::documents::parse_file;
use self::documents::{TopicFile, document, topics};
use self::names::Names;
pub(crate) use self::place::{Log, Place, report_duplicates};
pub use self::reviews::read_reviews;
pub(crate) use self::text::text;
use crate::load::diagnostic::{self, Diagnostic};
use crate::load::{RuleFiles, raw, rules_to_review};
use crate::model::{Parts, RuleSet, TopicIndex, clinical_review};
use crate::text::rules::Kind;

/// Validates the files of a rule set, except the worked cases.
///
/// # Errors
/// All mistakes, in the order of files and positions.
pub(super) fn validate(files: &RuleFiles) -> Result<RuleSet, Vec<Diagnostic>> {
    let log = Log::default();
    let rule_set = build(&log, files);
    let mut found = log.into_diagnostics();
    diagnostic::sort(&mut found);
    match rule_set {
        Some(rule_set) if found.is_empty() => Ok(rule_set),
        _ => Err(found),
    }
}

fn build(log: &Log, files: &RuleFiles) -> Option<RuleSet> {
    let frame = document::<raw::RuleSetFile<'_>>(log, files, "rule-set.json");
    let sources = document::<raw::SourcesFile<'_>>(log, files, "sources.json");
    let topics: Option<Vec<TopicFile<'_>>> = frame.as_ref().map(|(place, raw)| topics(log, files, place, raw));
    let reviews = files.iter().find(|file| file.name == "reviews.json");
    let reviews = reviews.and_then(|file| parse_file::<raw::ReviewsFile<'_>>(log, file));
    // If a file was not parsed, all references to its names would be reported as unknown.
    if !log.is_empty() {
        return None;
    }
    let ((frame, raw), (sources_place, sources), topics) = (frame?, sources?, topics?);
    let names = Names::collect(&topics);
    let resolver = Resolver::new(&names, &frame, &raw.conditions);
    let builder = Builder::new(resolver, &sources_place, &sources);
    report_duplicate_advice(&frame, &raw, &topics);

    let conditions = builder.resolver.all_named();
    let always = frame.each("always", &raw.always).map(|(at, advice)| builder.advice(None, &at, advice)).collect();
    let retired = frame::retired(&frame, &raw.retired, &names, &topics);
    let headings = frame::headings(&builder, &frame, &raw.headings);
    let coverage = frame::coverage(&builder, &frame, &raw.coverage, &names);
    let parts: Vec<topic::Parts> = topics
        .iter()
        .enumerate()
        .map(|(place, file)| topic::topic(&builder, &names, TopicIndex(place), file))
        .collect();
    builder.report_unused_sources();
    let mut whole = Parts {
        header: frame::header(&frame, &raw, files),
        retired,
        headings,
        topics: Vec::new(),
        questions: Vec::new(),
        cautions: Vec::new(),
        warning_symptoms: Vec::new(),
        conditions,
        always,
        monitoring: Vec::new(),
        alternatives: Vec::new(),
        coverage,
        contrary: frame::contrary(&frame, &raw.contrary),
        sources: builder.sources(),
        reviews: reviews.as_ref().map_or_else(Vec::new, |(place, raw)| reviews::records(place, raw)),
    };
    for part in parts {
        whole.topics.push(part.topic);
        whole.questions.extend(part.questions);
        whole.cautions.extend(part.cautions);
        whole.warning_symptoms.extend(part.warning_symptoms);
        whole.monitoring.extend(part.monitoring);
        whole.alternatives.extend(part.alternatives);
    }
    if let Some((place, raw)) = reviews.filter(|_| !whole.reviews.is_empty() && log.is_empty()) {
        let rules = rules_to_review(files);
        reviews::report_unknown(&place, &raw, &rules);
        whole.header.clinical_review = clinical_review(&rules, &whole.reviews);
    }
    let rules = RuleSet::new(whole);
    if log.is_empty() {
        builder.report_unused_passages();
        unread::report(&rules, &frame, &raw, &topics);
    }
    Some(rules)
}

fn report_duplicate_advice(frame: &Place<'_>, raw: &raw::RuleSetFile<'_>, topics: &[TopicFile<'_>]) {
    let of_topics = topics.iter().flat_map(|topic| {
        topic
            .place
            .each("monitoring", &topic.raw.monitoring)
            .chain(topic.place.each("alternatives", &topic.raw.alternatives))
    });
    report_duplicates(Kind::Advice, frame.each("always", &raw.always).chain(of_topics), |advice| &advice.id);
}
