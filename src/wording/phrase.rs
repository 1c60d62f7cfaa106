//! Phrases around the content: who said what, where it comes from, how much there is.

use super::level_meaning;
use crate::rules::Level;

/// The word before what must be done today.
pub const TODAY: &str = "TODAY";

/// Before the answers that make something urgent.
pub const URGENT_BECAUSE: &str = "Because you said:";

/// Behind the title of a symptom to watch for most.
pub const ESPECIALLY: &str = " (especially for you)";

/// Of a symptom that the person has.
pub const HAS_NOW: &str = "You said you have this now.";

/// Of a symptom that the person may have.
pub const MAY_HAVE_NOW: &str = "You said you are not sure if you have this now.";

/// How to print a topic.
pub const PRINT_TOPIC: &str = "Print one with: jakcheck topics TOPIC";

/// Whose list it is.
pub fn person(id: &str) -> String {
    format!("For: {id}")
}

/// "Because you said: Smoking: never; Age: 65 or older."
pub fn because(said: &[&str]) -> String {
    format!("Because you said: {}.", said.join("; "))
}

/// "Caution 1 of 3: Past blood clot"
pub fn caution(number: usize, total: usize, title: &str) -> String {
    format!("Caution {number} of {total}: {title}")
}

/// "Worth finding out: Past blood clot"
pub fn worth_finding_out(title: &str) -> String {
    format!("Worth finding out: {title}")
}

/// What to find out.
pub fn find_out(titles: &[String]) -> String {
    format!("Find out: {}.", titles.join("; "))
}

/// What a caution still waits for.
pub fn still_open(title: &str, titles: &[String]) -> String {
    format!("{title}? Not known: {}.", titles.join("; "))
}

/// A question for the doctor.
pub fn ask(question: &str) -> String {
    format!("Ask: \"{question}\"")
}

/// Where something comes from, by its marks.
pub fn sources(marks: &str) -> String {
    format!("Sources: {marks}")
}

/// What was tried before.
pub fn tried(text: &str) -> String {
    format!("You said: {text}.")
}

/// How many cautions came out in each way. Counts of what was printed, never a score.
pub fn counts(applies: usize, not_sure: usize, not_asked: usize, no_match: usize) -> String {
    format!(
        "Cautions that apply: {applies}. Worth finding out: {not_sure}. Not asked: {not_asked}. Not matched by your answers: {no_match}."
    )
}

/// The last line, by which one sees that nothing is missing.
pub fn end(counts: &str, warning_signs: usize) -> String {
    format!("END OF LIST. {counts} Warning signs to know: {warning_signs}.")
}

/// Which rules, and how old.
pub fn rules(id: &str, version: &str, checked_on: &str, review_by: &str) -> String {
    format!("Rules {id} {version}, checked on {checked_on}, next check by {review_by}.")
}

/// Which program, and the digest of the rules.
pub fn program(name: &str, version: &str, digest: &str) -> String {
    format!("{name} {version}. Digest {digest}.")
}

/// Why something is asked.
pub fn why(sentences: &[String], marks: &str) -> String {
    format!("Why: {} {marks}", sentences.join(" "))
}

/// How soon to speak about a caution.
pub fn how_soon(level: Level) -> String {
    format!("How soon: {}.", level_meaning(level))
}

/// Who was studied.
pub fn studied(who: &[String], marks: &str) -> String {
    format!("Who was studied: {} {marks}", who.join(" "))
}

/// For how long they were studied.
pub fn how_long(how_long: &str) -> String {
    format!("For how long: {how_long}.")
}

/// "Of 1,000 people on X, about 40 had shingles. About 960 did not."
pub fn of_thousand(group: &str, had: u64, said: &str, had_not: u64) -> String {
    format!("Of 1,000 people on {group}, about {had} {said}. About {had_not} did not.")
}

/// What a study cannot tell.
pub fn limits(sentences: &[String]) -> String {
    format!("What this study cannot tell: {}", sentences.join(" "))
}
