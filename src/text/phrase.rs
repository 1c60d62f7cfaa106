//! Phrases around the content: who said what, where it comes from, how much there is.

use super::level_meaning;
use crate::model::Level;

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

/// What a visit sheet leaves out.
pub const SHEET_IS_SHORT: &str =
    "This sheet is short. The full list says more about each caution, and names its sources.";

/// What is said where no caution applies.
pub const NOTHING_APPLIES: &str = "No caution came out as one that applies.";

/// What to ask of everything that is not settled.
pub const CHECK_MY_NOTES: &str = "Can you check my notes about these?";

/// Before the room for an answer.
pub const ROOM: &str = "Notes:";

/// Before the numbers of sources.
pub const SOURCES: &str = "Sources:";

/// How to read a picture of 1,000 people made of signs.
pub const PICTURE_OF_SIGNS: &str = "Each picture is 1,000 people. # is 10 people to whom it happened. + is 10 people, to some of whom it happened. A dot is 10 people to whom it did not happen.";

/// How to read a picture of 1,000 people made of dots.
pub const PICTURE_OF_DOTS: &str = "Each picture is 1,000 people. A full dot is a person to whom it happened. A ring is one to whom it did not happen.";

/// Where a source was read, and the official place of it where that is another.
pub fn read_at(address: &str, official: Option<&str>) -> String {
    match official {
        Some(official) => format!("Read at: {address} (official page, not opened: {official})"),
        None => format!("Read at: {address}"),
    }
}

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

/// What could be a further reason, where the person is not sure of it.
pub fn also_not_sure(titles: &[String]) -> String {
    format!("Also worth finding out, as you are not sure: {}.", titles.join("; "))
}

/// What the person is not sure of, where nothing else names it.
pub fn other_not_sure(titles: &[String]) -> String {
    format!("You are also not sure of this: {}.", titles.join("; "))
}

/// What the person is not sure of, on a visit sheet.
pub fn all_not_sure(titles: &[String]) -> String {
    format!("You are not sure of this: {}.", titles.join("; "))
}

/// Cautions that missing answers leave open, in one sentence.
pub fn not_asked(titles: &[&str]) -> String {
    format!("Not asked: {}.", titles.join("; "))
}

/// A caution on a visit sheet, with the answers that make it so.
pub fn in_short(title: &str, said: &[&str]) -> String {
    if said.is_empty() { format!("{title}.") } else { format!("{title}. {}", because(said)) }
}

/// What a caution still waits for.
pub fn still_open(title: &str, titles: &[String]) -> String {
    format!("{title}? Not known: {}.", titles.join("; "))
}

/// A question for the doctor.
pub fn ask(question: &str) -> String {
    format!("Ask: \"{question}\"")
}

/// A symptom, whether to watch for it more than others, and its signs.
pub fn symptom(title: &str, especially: &str, signs: &[String]) -> String {
    format!("{title}{especially}: {}.", signs.join("; "))
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

/// Which rules, in a few words: the first digits of the digest are enough to tell versions apart.
pub fn rules_in_short(id: &str, version: &str, digest: &str) -> String {
    format!("Rules {id} {version}, digest {}", digest.get(..12).unwrap_or(digest))
}

/// Which rules and which program, on a visit sheet.
pub fn rules_and_program(rules: &str, program: &str, review_by: &str) -> String {
    format!("{rules}, next check by {review_by}. Program jakcheck {program}.")
}

/// Why something is asked.
pub fn why(sentences: &[String]) -> String {
    format!("Why: {}", sentences.join(" "))
}

/// How soon to speak about a caution.
pub fn how_soon(level: Level) -> String {
    format!("How soon: {}.", level_meaning(level))
}

/// The same in the words for one person, and what belongs to it.
pub fn how_soon_for_you(title: &str, tell: &[String]) -> String {
    [format!("How soon: {title}.")].iter().chain(tell).cloned().collect::<Vec<String>>().join(" ")
}

/// Who was studied.
pub fn studied(who: &[String]) -> String {
    format!("Who was studied: {}", who.join(" "))
}

/// For how long they were studied.
pub fn how_long(how_long: &str) -> String {
    format!("For how long: {how_long}.")
}

/// "Of 1,000 people on X, about 40 had shingles. About 960 did not."
pub fn of_thousand(group: &str, had: u64, said: &str, had_not: u64) -> String {
    format!("Of 1,000 people on {group}, about {had} {said}. About {had_not} did not.")
}

/// The name of a picture of 1,000 people.
pub fn picture(had: u64) -> String {
    format!("Picture of {had} of 1,000 people")
}

/// The name of a number that leads to a source.
pub fn source(number: usize) -> String {
    format!("source {number}")
}

/// What a study cannot tell.
pub fn limits(sentences: &[String]) -> String {
    format!("What this study cannot tell: {}", sentences.join(" "))
}
