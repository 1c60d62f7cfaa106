//! Phrases around the content of the rules.

use crate::model::Level;

/// Phrases around the content of the rules.
#[derive(Debug)]
pub struct Phrase {
    /// After a symptom that the person should watch for more than others.
    pub especially: &'static str,
    /// After a symptom that the person has now.
    pub has_now: &'static str,
    /// After a symptom that the person may have now.
    pub may_have_now: &'static str,
    /// How to print a topic.
    pub print_topic: &'static str,
    /// Before the numbers of sources.
    pub sources: &'static str,
    /// The key to pictures of 1,000 people in characters.
    pub picture_of_signs: &'static str,
    /// The key to pictures of 1,000 people in dots.
    pub picture_of_dots: &'static str,
    /// Where a source was read. Takes that address, and the official one if it differs.
    pub read_at: fn(&str, Option<&str>) -> String,
    /// What can be chosen. Takes its label and the examples beside it.
    pub with_hint: fn(&str, Option<&str>) -> String,
    /// For whom a report is. Takes the `id`.
    pub person: fn(&str) -> String,
    /// "Because you said: Smoking: never; Age: 65 or older."
    pub because: fn(&[String]) -> String,
    /// "Caution 1 of 3: Past blood clot"
    pub caution: fn(usize, usize, &str) -> String,
    /// "Worth finding out: Past blood clot"
    pub worth_finding_out: fn(&str) -> String,
    /// The items that could settle a caution. Takes their titles.
    pub find_out: fn(&[&str]) -> String,
    /// The items answered *not sure* that could be further reasons. Takes their titles.
    pub also_not_sure: fn(&[&str]) -> String,
    /// The items answered *not sure* that nothing else mentions. Takes their titles.
    pub other_not_sure: fn(&[&str]) -> String,
    /// The cautions that missing answers leave open. Takes their titles.
    pub not_asked: fn(&[&str]) -> String,
    /// A caution that is open. Takes its title and the titles of the items that could settle it.
    pub still_open: fn(&str, &[&str]) -> String,
    /// A question for the doctor.
    pub ask: fn(&str) -> String,
    /// A symptom. Takes its title, whether to watch for it more than others, and its signs.
    pub symptom: fn(&str, bool, &[String]) -> String,
    /// A treatment that was tried before, as text.
    pub tried: fn(&str) -> String,
    /// How many cautions apply, are *not sure*, are not asked, and do not match. These are counts, never a score.
    pub counts: fn(usize, usize, usize, usize) -> String,
    /// The last line, which shows that the report is complete. Takes the counts and the number of warning signs.
    pub end: fn(&str, usize) -> String,
    /// The id and version of the rules, and the days of the last and the next check.
    pub rules: fn(&str, &str, &str, &str) -> String,
    /// The name and version of the program, and the digest of the rules.
    pub program: fn(&str, &str, &str) -> String,
    /// The id and version of the rules, and the first digits of their digest.
    pub rules_in_short: fn(&str, &str, &str) -> String,
    /// Why a question is asked.
    pub why: fn(&[String]) -> String,
    /// How soon to speak about a caution.
    pub how_soon: fn(Level) -> String,
    /// The same for one person. Takes the heading of the level and its sentences.
    pub how_soon_for_you: fn(&str, &[String]) -> String,
    /// Who was studied.
    pub studied: fn(&[String]) -> String,
    /// How long they were studied.
    pub how_long: fn(&str) -> String,
    /// "Of 1,000 people on X, about 40 had shingles. About 960 did not."
    pub of_thousand: fn(&str, u64, &str, u64) -> String,
    /// The text alternative of a picture of 1,000 people.
    pub picture: fn(u64) -> String,
    /// The label of a link to a source. Takes its number.
    pub source: fn(usize) -> String,
    /// What a study cannot show.
    pub limits: fn(&[String]) -> String,
}
