//! The fixed safety texts, and the words for states, levels and urgency.

use crate::model::{Level, Now, Read, State, Urgency};

/// The fixed safety texts, and the words for states, levels and urgency.
#[derive(Debug)]
pub struct Safety {
    /// The main message of every report.
    pub main: &'static str,
    /// The sentence that a report is no verdict.
    pub not_a_verdict: &'static str,
    /// The sentence that a report cannot tell how likely a problem is.
    pub no_forecast: &'static str,
    /// The sentences that nobody should stop a medicine because of a report.
    pub keep_taking: [&'static str; 2],
    /// The sentence that something is not settled yet.
    pub not_settled: &'static str,
    /// What that means, and what to do.
    pub not_sure: [&'static str; 3],
    /// What a missing answer means.
    pub not_asked: [&'static str; 2],
    /// The sentence that the answers did not match some cautions.
    pub not_matched: &'static str,
    /// The sentence that this does not mean that it is safe.
    pub not_safe: &'static str,
    /// The sentence that the checklist does not cover every risk.
    pub not_every_risk: &'static str,
    /// What "nothing matched" means if a warning sign was reported.
    pub no_match_beside_a_sign: &'static str,
    /// The first line of the emergency text.
    pub emergency_lead: &'static str,
    /// The name of the emergency text.
    pub emergency: &'static str,
    /// The texts around the number of a printed page: "Page 1 of 2".
    pub page_of: [&'static str; 2],
    /// The last lines of the emergency text.
    pub emergency_do: &'static str,
    /// The same at the end of a report.
    pub emergency_again: &'static str,
    /// What to do now. If only answers *not sure* are the reason, it says so.
    pub urgent_now: fn(Now) -> &'static [&'static str],
    /// The same after its label: "TODAY: Call your doctor today."
    pub urgent_line: fn(Now) -> String,
    /// The warning that no clinician has reviewed the rules.
    pub not_reviewed: [&'static str; 2],
    /// That no clinician has reviewed the rules, in one sentence.
    pub not_reviewed_in_short: &'static str,
    /// The warning that the rules are not the built-in ones.
    pub not_built_in: &'static str,
    /// The notice that the person is an example.
    pub example: &'static str,
    /// Before differences between sources.
    pub sources_disagree: &'static str,
    /// The default heading of the cautions of a level.
    pub level_heading: fn(Level) -> &'static str,
    /// The meaning of a level, in a few words.
    pub level_meaning: fn(Level) -> &'static str,
    /// The heading of the warning symptoms of an urgency.
    pub urgency_heading: fn(Urgency) -> &'static str,
    /// What to do about a symptom of an urgency.
    pub urgency_action: fn(Urgency) -> &'static str,
    /// How well a source was read.
    pub read: fn(Read) -> &'static str,
    /// The name of a state. It must not sound reassuring.
    pub state: fn(State) -> &'static str,
    /// The label of the answer *not sure*.
    pub not_sure_label: &'static str,
    /// The question whether the notes say more about a caution. Takes its title.
    pub ask_to_check: fn(&str) -> String,
    /// The warning that the rules are out of date. Takes their last day.
    pub out_of_date: fn(&str) -> String,
    /// The warning that the date is before the rules were checked. Takes the day of the check.
    pub before_check: fn(&str) -> String,
    /// Which clinicians reviewed the rules, and when.
    pub reviewed: fn(&[String], &str) -> String,
    /// The label of something urgent.
    pub urgent: &'static str,
    /// The label of something for today.
    pub today: &'static str,
}
