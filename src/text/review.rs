//! Texts about reviews: how far a rule set is reviewed, the review packet, the pictures of the topics.

use crate::model::{Checked, Outcome, Review as Record, RuleKind, Standing};

/// Texts about reviews.
#[derive(Debug)]
pub struct Review {
    /// The title of the list. Takes the title of the rule set.
    pub title: fn(&str) -> String,
    /// How many rules have a standing. Takes their number, and that of all.
    pub count: fn(Standing, usize, usize) -> String,
    /// What to do after reading the counts.
    pub what_next: &'static str,
    /// How many rules of one part have each standing.
    pub counts: fn(&[(Standing, usize)]) -> String,
    /// The heading over the passages of a source. Takes its id and title.
    pub source: fn(&str, &str) -> String,
    /// The heading over what belongs to no topic.
    pub of_no_topic: &'static str,
    /// A rule: "caution `smoking`". Takes its id.
    pub rule: fn(RuleKind, &str) -> String,
    /// A rule with its standing.
    pub standing: fn(&str, Standing) -> String,
    /// Rules that nobody has reviewed.
    pub never: fn(&[String]) -> String,
    /// A record in one line.
    pub record: fn(&Record) -> String,
    /// Why a record is void. Takes the beginnings of the digest then and now.
    pub void: fn(&str, &str) -> String,
    /// How many records of a saved review agree. Takes the id of the rule set too.
    pub agreed: fn(usize, &str) -> String,
    /// How many ask for a change.
    pub changes: fn(usize) -> String,
    /// How many are void, as their rules have changed.
    pub voids: fn(usize) -> String,
    /// How many are about rules that are gone.
    pub gone: fn(usize) -> String,
    /// How many records result.
    pub results: fn(usize) -> String,
    /// Texts of the review packet.
    pub packet: Packet,
    /// Texts of the pictures.
    pub flow: Flow,
}

/// Texts of the review packet.
#[derive(Debug)]
pub struct Packet {
    /// The title. Takes the title of the rule set.
    pub title: fn(&str) -> String,
    /// How to fill it in.
    pub how: [&'static str; 6],
    /// The heading over what the reviewer says of themselves.
    pub reviewer: &'static str,
    /// The label of the name.
    pub name: &'static str,
    /// The label of the profession.
    pub profession: &'static str,
    /// The label of the box for a clinician.
    pub clinician: &'static str,
    /// The label of the day.
    pub day: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// The label of a saved review to go on with.
    pub load: &'static str,
    /// The name of the saved file.
    pub file: &'static str,
    /// The legend of the boxes of a rule. Takes the rule.
    pub legend: fn(&str) -> String,
    /// The label of an outcome.
    pub outcome: fn(Outcome) -> &'static str,
    /// The label of what was checked.
    pub checked: fn(Checked) -> &'static str,
    /// The label of the remarks.
    pub remarks: &'static str,
    /// The heading over the picture of a topic.
    pub picture: &'static str,
    /// The heading over the passages of all sources.
    pub sources: &'static str,
    /// What the script says: the rest of a text of the program, so that the script has none of its own.
    pub said: Said,
}

/// What the script of the packet says.
#[derive(Debug, serde::Serialize)]
pub struct Said {
    /// After saving: before the number of rules.
    pub saved: &'static str,
    /// How many rules are filled in: before the number.
    pub filled: &'static str,
    /// Nothing is filled in.
    pub nothing: &'static str,
    /// Name, profession or day is missing.
    pub who: &'static str,
    /// A rule has no outcome.
    pub no_outcome: &'static str,
    /// Of a rule nothing is said to be checked.
    pub nothing_checked: &'static str,
    /// A change has no remark.
    pub no_remarks: &'static str,
    /// After loading: before the number of rules that have changed since.
    pub void: &'static str,
    /// The file is no saved review.
    pub bad_file: &'static str,
}

/// Texts of the pictures.
#[derive(Debug)]
pub struct Flow {
    /// The title of a picture. Takes the title of the topic.
    pub title: fn(&str) -> String,
    /// What the picture shows, in general.
    pub about: &'static str,
    /// What each kind of box is.
    pub key: &'static str,
    /// The name of the box that scrolls. Takes the title of the topic.
    pub scrolls: fn(&str) -> String,
    /// The same in words: the heading of the list.
    pub in_words: &'static str,
    /// A question of another topic. Takes the title of that.
    pub of_topic: fn(&str) -> String,
    /// A named condition.
    pub condition: &'static str,
    /// A question.
    pub question: &'static str,
    /// A caution.
    pub caution: &'static str,
    /// A warning symptom.
    pub symptom: &'static str,
    /// What reads nothing: it is always asked.
    pub always_asked: &'static str,
    /// What a question is asked by. Takes the names.
    pub asked_by: fn(&[String]) -> String,
    /// What something reads. Takes the names.
    pub reads: fn(&[String]) -> String,
}
