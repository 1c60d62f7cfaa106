//! Texts of the reviewer's copy. In English.

use super::safety::{level_meaning, read};
use crate::model::{Level, Read, Source, StudyCount};
use crate::text::reviewers_copy::{Counts, ReviewersCopy};

/// Texts of the reviewer's copy.
pub(super) const REVIEWERS_COPY: ReviewersCopy = ReviewersCopy {
    about: "About",
    address: "Read at",
    advice: "Advice",
    always: "On top of every list",
    applies_when: "Applies when",
    ask: "Ask",
    asked: "What this list asks",
    asked_by: "Asked by",
    asked_unless: "Asked unless this is surely not so",
    asks: "Asks",
    call_today_when: "Call today when",
    case: "Case",
    caution: "Caution",
    coverage: "Coverage",
    detail: "Detail",
    disagrees: "disagrees",
    especially: "Especially for those with",
    file: "File",
    first: "First, for some people",
    for_those_with: "For those with",
    headings: "Headings of levels",
    how_long: "For how long",
    in_short: "In short",
    items: "Items",
    limits: "Cannot tell",
    now: "Cannot wait",
    not_sure_counts: "Not sure counts as yes.",
    note: "Note for the reviewer",
    official: "Official address, not opened",
    options: "Options",
    passage: "Passage",
    place: "Place",
    question: "Question",
    reads: "Reads",
    reads_while_not_sure: "Reads while not sure",
    retired: "Retired ids",
    rule_set: "Rule set",
    says: "says",
    shown_unless: "Shown unless this is surely not so",
    signs: "Signs",
    stays_open_when: "Stays open when",
    study: "Study",
    topic: "Topic",
    urgency: "Urgency",
    warning_symptom: "Warning symptom",
    who: "Who",
    why: "Why",
    answered,
    any_item,
    count,
    document,
    holds,
    summary,
    dates,
    digest,
    heading_of_level,
    level,
    source,
    unread,
};

fn answered(reference: &str, title: &str, options: &[&str]) -> String {
    format!("`{reference}` ({title}) is {}", or(options))
}

/// "a", "a or b", "a, b or c".
fn or(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} or {last}", first.join(", ")),
        None => String::new(),
    }
}

fn any_item(group: &str) -> String {
    format!("any item of `{group}` is yes")
}

fn holds(id: &str, title: &str) -> String {
    format!("`{id}` ({title}):")
}

fn count(count: &StudyCount, said: &str) -> String {
    format!("{}: {} of {} {said}", count.group, count.events, count.people)
}

fn document(source: &Source) -> String {
    let Source { title, publisher, date, location, read: how, .. } = source;
    format!("Document: {title}; {publisher}; {date}; {location}; {}", read(*how))
}

fn summary(id: &str, version: &str, counts: &Counts) -> String {
    let Counts { topics, questions, cautions, warning_symptoms, sources, cases } = counts;
    format!(
        "Rule set {id} {version} holds: {topics} topics, {questions} questions, {cautions} cautions, \
         {warning_symptoms} warning symptoms, {sources} sources, {cases} worked cases."
    )
}

fn dates(checked_on: &str, review_by: &str) -> String {
    format!("Checked on {checked_on}, next check by {review_by}.")
}

fn digest(digest: &str) -> String {
    format!("Digest {digest}.")
}

fn heading_of_level(level: Level) -> String {
    format!("Heading of level {}", level.number())
}

fn level(level: Level) -> String {
    format!("Level {}: {}.", level.number(), level_meaning(level))
}

fn source(id: &str, passage: &str, title: &str, how: Read, section: Option<&str>) -> String {
    // Leaflets number their sections, labels name them.
    let place = match section {
        Some(section) if section.starts_with(|c: char| c.is_ascii_digit()) => format!(", section {section}"),
        Some(section) => format!(", {section}"),
        None => String::new(),
    };
    format!("Source: {id}.{passage} ({title}; {}){place}", read(how))
}

fn unread(reason: &str) -> String {
    format!(" (no rule reads it: {reason})")
}

#[cfg(test)]
mod tests {
    use super::or;

    #[test]
    fn lists_read_as_a_sentence() {
        assert_eq!(or(&["a"]), "a");
        assert_eq!(or(&["a", "b"]), "a or b");
        assert_eq!(or(&["a", "b", "c"]), "a, b or c");
    }
}
