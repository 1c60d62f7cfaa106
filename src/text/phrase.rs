//! Phrases around the content: who said what, where it comes from, how much there is.

use crate::model::Level;

/// Phrases around the content: who said what, where it comes from, how much there is.
#[derive(Debug)]
pub struct Phrase {
    /// Behind what is to be watched for most.
    pub especially: &'static str,
    /// Of a symptom that the person has.
    pub has_now: &'static str,
    /// Of a symptom that the person may have.
    pub may_have_now: &'static str,
    /// How to print a topic.
    pub print_topic: &'static str,
    /// Before the numbers of sources.
    pub sources: &'static str,
    /// How to read a picture of 1,000 people made of signs.
    pub picture_of_signs: &'static str,
    /// How to read a picture of 1,000 people made of dots.
    pub picture_of_dots: &'static str,
    /// Where a source was read, and the official place of it where that is another.
    pub read_at: fn(&str, Option<&str>) -> String,
    /// Whose list it is.
    pub person: fn(&str) -> String,
    /// "Because you said: Smoking: never; Age: 65 or older."
    pub because: fn(&[String]) -> String,
    /// "Caution 1 of 3: Past blood clot"
    pub caution: fn(usize, usize, &str) -> String,
    /// "Worth finding out: Past blood clot"
    pub worth_finding_out: fn(&str) -> String,
    /// What to find out.
    pub find_out: fn(&[&str]) -> String,
    /// What could be a further reason, where the person is not sure of it.
    pub also_not_sure: fn(&[&str]) -> String,
    /// What the person is not sure of, where nothing else names it.
    pub other_not_sure: fn(&[&str]) -> String,
    /// Cautions that missing answers leave open, in one sentence.
    pub not_asked: fn(&[&str]) -> String,
    /// What a caution still waits for.
    pub still_open: fn(&str, &[&str]) -> String,
    /// A question for the doctor.
    pub ask: fn(&str) -> String,
    /// A symptom, whether to watch for it more than others, and its signs.
    pub symptom: fn(&str, bool, &[String]) -> String,
    /// What was tried before.
    pub tried: fn(&str) -> String,
    /// How many cautions came out in each way. Counts of what was printed, never a score.
    pub counts: fn(usize, usize, usize, usize) -> String,
    /// The last line, by which one sees that nothing is missing.
    pub end: fn(&str, usize) -> String,
    /// Which rules, and how old.
    pub rules: fn(&str, &str, &str, &str) -> String,
    /// Which program, and the digest of the rules.
    pub program: fn(&str, &str, &str) -> String,
    /// Which rules, in a few words: the first digits of the digest are enough to tell versions apart.
    pub rules_in_short: fn(&str, &str, &str) -> String,
    /// Why something is asked.
    pub why: fn(&[String]) -> String,
    /// How soon to speak about a caution.
    pub how_soon: fn(Level) -> String,
    /// The same in the words for one person, and what belongs to it.
    pub how_soon_for_you: fn(&str, &[String]) -> String,
    /// Who was studied.
    pub studied: fn(&[String]) -> String,
    /// For how long they were studied.
    pub how_long: fn(&str) -> String,
    /// "Of 1,000 people on X, about 40 had shingles. About 960 did not."
    pub of_thousand: fn(&str, u64, &str, u64) -> String,
    /// The name of a picture of 1,000 people.
    pub picture: fn(u64) -> String,
    /// The name of a number that leads to a source.
    pub source: fn(usize) -> String,
    /// What a study cannot tell.
    pub limits: fn(&[String]) -> String,
}
