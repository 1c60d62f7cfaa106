//! The fixed safety texts, and the words for states, levels and urgency.

use crate::model::{Level, Now, Read, State, Urgency};

/// The fixed safety texts, and the words for states, levels and urgency.
#[derive(Debug)]
pub struct Safety {
    /// The one main message of every report.
    pub main: &'static str,
    /// What a report never says.
    pub not_a_verdict: &'static str,
    /// What no report can do.
    pub no_forecast: &'static str,
    /// What nobody should do because of a report.
    pub keep_taking: [&'static str; 2],
    /// Something is not settled yet.
    pub not_settled: &'static str,
    /// What that means, and what to do.
    pub not_sure: [&'static str; 3],
    /// What a missing answer means.
    pub not_asked: [&'static str; 2],
    /// The answers did not match some cautions.
    pub not_matched: &'static str,
    /// That nothing matched does not mean that it is safe.
    pub not_safe: &'static str,
    /// That the list does not cover every risk.
    pub not_every_risk: &'static str,
    /// What nothing matched means where a warning sign was reported all the same.
    pub no_match_beside_a_sign: &'static str,
    /// First line of the emergency block.
    pub emergency_lead: &'static str,
    /// Name of the emergency block.
    pub emergency: &'static str,
    /// Around the number of a printed page: "Page 1 of 2".
    pub page_of: [&'static str; 2],
    /// Last lines of the emergency block.
    pub emergency_do: [&'static str; 2],
    /// The same on the last lines of a report.
    pub emergency_again: &'static str,
    /// What to do now. Where only answers *not sure* make it urgent, the words say so.
    pub urgent_now: fn(Now) -> &'static [&'static str],
    /// The same behind its word: "TODAY: Call your doctor today."
    pub urgent_line: fn(Now) -> String,
    /// Said of a rule set that no clinician has reviewed.
    pub not_reviewed: [&'static str; 2],
    /// The same in one sentence.
    pub not_reviewed_in_short: &'static str,
    /// Said of another rule set than the one built in.
    pub not_built_in: &'static str,
    /// Said where an example person is shown.
    pub example: &'static str,
    /// Said where the signs of two sources differ from what is printed.
    pub sources_disagree: &'static str,
    /// Heading of the cautions of a level, where the rules have no other for the person.
    pub level_heading: fn(Level) -> &'static str,
    /// What a level means, in a few words.
    pub level_meaning: fn(Level) -> &'static str,
    /// Heading of the warning symptoms of an urgency.
    pub urgency_heading: fn(Urgency) -> &'static str,
    /// What to do about a symptom of an urgency.
    pub urgency_action: fn(Urgency) -> &'static str,
    /// How well a source was read.
    pub read: fn(Read) -> &'static str,
    /// A state in words, without any comfort.
    pub state: fn(State) -> &'static str,
    /// The word for an answer *not sure*.
    pub not_sure_label: &'static str,
    /// Ask about one thing that only the doctor can settle.
    pub ask_to_check: fn(&str) -> String,
    /// The content is past its date.
    pub out_of_date: fn(&str) -> String,
    /// The date given is before the content was written.
    pub before_check: fn(&str) -> String,
    /// Who reviewed the content.
    pub reviewed: fn(&str, &str) -> String,
    /// The word before what must not wait.
    pub urgent: &'static str,
    /// The word before what must be done today.
    pub today: &'static str,
}
