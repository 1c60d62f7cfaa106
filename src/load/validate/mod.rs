//! From files to a rule set, or to everything that is wrong with them.

mod builder;
mod condition;
mod frame;
mod names;
mod parse;
mod place;
mod text;
mod topic;
mod unread;

use self::builder::Builder;
use self::condition::Resolver;
use self::names::{Names, unique};
use super::raw;
use crate::load::diagnostic::{self, Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::{RuleFile, RuleFiles};
use crate::model::{Parts, RuleSet, TopicIndex};

pub(crate) use self::names::unique as unique_ids;
use self::parse::{parse, text_of};
pub(crate) use self::place::{Log, Place};
pub(crate) use self::text::text as checked_text;

/// A topic file whose shape is right.
#[derive(Debug)]
struct Topic<'f> {
    place: Place<'f>,
    raw: raw::TopicFile,
}

/// Validates the files of a rule set, all but the worked cases.
///
/// # Errors
/// Everything that is wrong, in the order of files and places.
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
    let frame = document::<raw::RuleSetFile>(log, files, "rule-set.json");
    let sources = document::<raw::SourcesFile>(log, files, "sources.json");
    let topics: Option<Vec<Topic<'_>>> = frame.as_ref().map(|(place, raw)| topics(log, files, place, raw));
    // Without the shape of every file, names would be reported as unknown that are only out of sight.
    if !log.is_empty() {
        return None;
    }
    let ((frame, raw), (sources_place, sources), topics) = (frame?, sources?, topics?);
    let names = Names::collect(&topics);
    let resolver = Resolver::new(&names, &frame, &raw.conditions);
    let builder = Builder::new(resolver, &sources_place, &sources);
    unique_advice(&frame, &raw, &topics);

    let header = frame::header(&frame, &raw, files);
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
        header,
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
        sources: builder.sources(),
    };
    for part in parts {
        whole.topics.push(part.topic);
        whole.questions.extend(part.questions);
        whole.cautions.extend(part.cautions);
        whole.warning_symptoms.extend(part.warning_symptoms);
        whole.monitoring.extend(part.monitoring);
        whole.alternatives.extend(part.alternatives);
    }
    let rules = RuleSet::new(whole);
    if log.is_empty() {
        builder.report_unused_passages();
        unread::report(&rules, &frame, &raw, &topics);
    }
    Some(rules)
}

/// The document of a file that must be there.
fn document<'f, T: serde::Deserialize<'f>>(log: &'f Log, files: &'f RuleFiles, name: &str) -> Option<(Place<'f>, T)> {
    let Some(file) = files.iter().find(|file| file.name == name) else {
        log.add(missing_file(files, name));
        return None;
    };
    shape(log, file)
}

/// The document of a file.
pub(crate) fn shape<'f, T: serde::Deserialize<'f>>(log: &'f Log, file: &'f RuleFile) -> Option<(Place<'f>, T)> {
    let text = text_of(log, file)?;
    Some((Place::root(log, &file.path, text), parse(log, &file.path, text)?))
}

fn missing_file(files: &RuleFiles, name: &str) -> Diagnostic {
    let hint = if name.starts_with("topics/") {
        "add the file, or take its name out of `topics` in rule-set.json"
    } else {
        "add the file; rules/README.md shows what belongs into it"
    };
    // The path of another file tells in which folder this one is missing.
    let other = files.iter().find_map(|file| file.path.strip_suffix(&file.name));
    Diagnostic {
        code: Code::MissingFile,
        file: format!("{}{name}", other.unwrap_or("")),
        at: Position::START,
        question: None,
        message: format!("the rule set has no file {name}"),
        hint: hint.to_owned(),
    }
}

fn topics<'f>(log: &'f Log, files: &'f RuleFiles, frame: &Place<'f>, raw: &raw::RuleSetFile) -> Vec<Topic<'f>> {
    unique("topic", frame.each("topics", &raw.topics), |id| id);
    for file in files.iter().filter(|file| !is_listed(&file.name, raw)) {
        log.add(Diagnostic {
            code: Code::UnlistedFile,
            file: file.path.clone(),
            at: Position::START,
            question: None,
            message: "the rule set does not name this file".to_owned(),
            hint: "add its name to `topics` in rule-set.json, or remove the file".to_owned(),
        });
    }
    let mut topics = Vec::new();
    for id in &raw.topics {
        let Some((place, topic)) = document::<raw::TopicFile>(log, files, &format!("topics/{id}.json")) else {
            continue;
        };
        if topic.id != *id {
            place.key("id").report(
                Code::WrongFileName,
                format!("the file is named {id}, its id is `{}`", topic.id),
                "make them the same",
            );
        }
        topics.push(Topic { place, raw: topic });
    }
    topics
}

fn is_listed(name: &str, raw: &raw::RuleSetFile) -> bool {
    let is_of_topic = |id: &String| name == format!("topics/{id}.json") || name == format!("cases/{id}.json");
    name == "rule-set.json" || name == "sources.json" || raw.topics.iter().any(is_of_topic)
}

fn unique_advice(frame: &Place<'_>, raw: &raw::RuleSetFile, topics: &[Topic<'_>]) {
    let of_topics = topics.iter().flat_map(|topic| {
        topic
            .place
            .each("monitoring", &topic.raw.monitoring)
            .chain(topic.place.each("alternatives", &topic.raw.alternatives))
    });
    unique("advice", frame.each("always", &raw.always).chain(of_topics), |advice| &advice.id);
}
