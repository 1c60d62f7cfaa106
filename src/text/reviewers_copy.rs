//! What is said to the reviewer of rules.

use crate::model::{Level, Read};

/// What is said to the reviewer of rules.
#[derive(Debug)]
pub struct ReviewersCopy {
    /// What a topic says about itself.
    pub about: &'static str,
    /// A test, a plan, another treatment, or what every list says.
    pub advice: &'static str,
    /// What stands on top of every list.
    pub always: &'static str,
    /// When a caution applies.
    pub applies_when: &'static str,
    /// What to ask the doctor.
    pub ask: &'static str,
    /// What the list covers with questions.
    pub asked: &'static str,
    /// The questions that cover something.
    pub asked_by: &'static str,
    /// When a question is left out.
    pub asked_unless: &'static str,
    /// A question as it is asked.
    pub asks: &'static str,
    /// When the doctor is to be called today.
    pub call_today_when: &'static str,
    /// A worked case.
    pub case: &'static str,
    /// A caution.
    pub caution: &'static str,
    /// An entry of the register of what is covered.
    pub coverage: &'static str,
    /// More sentences of something, for some people.
    pub detail: &'static str,
    /// How a source differs from what is printed.
    pub disagrees: &'static str,
    /// Who is to watch for a warning symptom more than others.
    pub especially: &'static str,
    /// Where something is written.
    pub file: &'static str,
    /// Whom a heading is for.
    pub for_those_with: &'static str,
    /// The headings over the cautions of a level.
    pub headings: &'static str,
    /// The short name of a warning symptom.
    pub in_short: &'static str,
    /// The items of a group.
    pub items: &'static str,
    /// That an answer *not sure* to a warning symptom is urgent as well.
    pub not_sure_counts: &'static str,
    /// What the author wrote for the reviewer.
    pub note: &'static str,
    /// The options of a question.
    pub options: &'static str,
    /// A question.
    pub question: &'static str,
    /// What the person reads.
    pub reads: &'static str,
    /// What the person reads while an answer is *not sure*.
    pub reads_while_not_sure: &'static str,
    /// Ids that were used before.
    pub retired: &'static str,
    /// What a source says.
    pub says: &'static str,
    /// When something is not shown.
    pub shown_unless: &'static str,
    /// The signs of a warning symptom.
    pub signs: &'static str,
    /// When a caution stays open although everything was answered.
    pub stays_open_when: &'static str,
    /// A topic.
    pub topic: &'static str,
    /// How soon help is needed.
    pub urgency: &'static str,
    /// A warning symptom.
    pub warning_symptom: &'static str,
    /// Why something is asked.
    pub why: &'static str,
    /// An item with one of some options, by reference, title and ids.
    pub answered: fn(&str, &str, &[&str]) -> String,
    /// One item of a group is yes, by its id.
    pub any_item: fn(&str) -> String,
    /// A named condition, by its id and title.
    pub holds: fn(&str, &str) -> String,
    /// A rule set, by its id and version, without a mistake.
    pub summary: fn(&str, &str, &Counts) -> String,
    /// When the rules were checked, and when they are to be checked again.
    pub dates: fn(&str, &str) -> String,
    /// The digest of the rules.
    pub digest: fn(&str) -> String,
    /// The level of a heading.
    pub heading_of_level: fn(Level) -> String,
    /// The level of a caution, with what that means.
    pub level: fn(Level) -> String,
    /// A passage of a source: the id of the source, that of the passage, the title, how well it was read, the section.
    pub source: fn(&str, &str, &str, Read, Option<&str>) -> String,
    /// Why no rule reads an option, behind its label.
    pub unread: fn(&str) -> String,
}

/// How much there is in a rule set.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Topics.
    pub topics: usize,
    /// Questions.
    pub questions: usize,
    /// Cautions.
    pub cautions: usize,
    /// Warning symptoms.
    pub warning_symptoms: usize,
    /// Sources.
    pub sources: usize,
    /// Worked cases.
    pub cases: usize,
}
