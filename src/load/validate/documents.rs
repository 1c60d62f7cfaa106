//! Reads the files of a rule set, and reports missing and unlisted ones.

use serde::Deserialize;

use super::parse::{decode, parse};
use super::place::{Log, Place, report_duplicates};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::{RuleFile, RuleFiles, raw};
use crate::text::language;
use crate::text::rules::Kind;

/// A topic file that was parsed but not validated.
#[derive(Debug)]
pub(super) struct TopicFile<'f> {
    pub(super) place: Place<'f>,
    pub(super) raw: raw::TopicFile<'f>,
}

/// Parses a file that must exist.
pub(super) fn document<'f, T: Deserialize<'f>>(
    log: &'f Log,
    files: &'f RuleFiles,
    name: &str,
) -> Option<(Place<'f>, T)> {
    let Some(file) = files.iter().find(|file| file.name == name) else {
        log.add(missing_file(files, name));
        return None;
    };
    parse_file(log, file)
}

/// Parses a file, and gives the place of its root. `None` if a mistake was reported.
pub(crate) fn parse_file<'f, T: Deserialize<'f>>(log: &'f Log, file: &'f RuleFile) -> Option<(Place<'f>, T)> {
    let text = decode(log, file)?;
    Some((Place::root(log, &file.path, text), parse(log, &file.path, text)?))
}

fn missing_file(files: &RuleFiles, name: &str) -> Diagnostic {
    let rules = &language().rules;
    let hint = if name.starts_with("topics/") { rules.missing_topic_hint } else { rules.missing_file_hint };
    // The folder of the missing file is taken from the path of another file.
    let other = files.iter().find_map(|file| file.path.strip_suffix(&file.name));
    let path = other.map_or_else(|| name.to_owned(), |folder| format!("{folder}{name}"));
    Diagnostic::new(Code::MissingFile, &path, Position::START, ((rules.missing_file)(name), hint))
}

/// Parses the topic files that `rule-set.json` lists, in its order.
pub(super) fn topics<'f>(
    log: &'f Log,
    files: &'f RuleFiles,
    frame: &Place<'f>,
    raw: &raw::RuleSetFile<'_>,
) -> Vec<TopicFile<'f>> {
    report_duplicates(Kind::Topic, frame.each("topics", &raw.topics), |id| id);
    for file in files.iter().filter(|file| !is_listed(&file.name, raw)) {
        log.add(Diagnostic::new(Code::UnlistedFile, &file.path, Position::START, language().rules.unlisted_file));
    }
    let mut topics = Vec::new();
    for id in &raw.topics {
        let Some((place, topic)) = document::<raw::TopicFile<'_>>(log, files, &format!("topics/{id}.json")) else {
            continue;
        };
        if topic.id != *id {
            place.key("id").report(Code::WrongFileName, (language().rules.wrong_file_name)(id, &topic.id));
        }
        topics.push(TopicFile { place, raw: topic });
    }
    topics
}

fn is_listed(name: &str, raw: &raw::RuleSetFile<'_>) -> bool {
    let file = name.strip_prefix("topics/").or_else(|| name.strip_prefix("cases/"));
    let topic = file.and_then(|file| file.strip_suffix(".json"));
    ["reviews.json", "rule-set.json", "sources.json"].contains(&name)
        || raw.topics.iter().any(|id| Some(id.as_str()) == topic)
}
