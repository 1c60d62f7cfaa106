//! A report: plain data in its final order, every sentence chosen. These structs are the JSON report.
//!
//! Parts marked `skip` hold what the other parts already say, cut in pieces for renderers.

mod build;
mod level;
pub mod page;

pub(crate) use self::build::{rule_set_info, source_info};
pub(crate) use self::level::heading;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Now, Read, Reported, State, Urgency, Urgent};

/// What one person's answers give, ready to be printed. There is no score, no risk level and no verdict in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Report {
    /// Version of this layout: 2.
    pub schema_version: u32,
    /// The program that wrote it.
    pub program: Program,
    /// The rules it was made with.
    pub rule_set: RuleSetInfo,
    /// What a script calls this person, as given in the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Present and true for an example person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<bool>,
    /// What everybody is told: what this list is not, that the doctor decides, how far it was reviewed.
    pub notice: String,
    /// What must not wait, and the emergency text that everybody gets.
    pub urgent: UrgentInfo,
    /// When to speak about the cautions of each level that apply: the headings they are printed under.
    pub levels: Vec<LevelInfo>,
    /// Every caution: those that apply first, then those left open, then those that did not match; by level.
    pub cautions: Vec<CautionInfo>,
    /// The answers *not sure* that none of the cautions, warning symptoms and earlier treatments names, as questions and items.
    pub other_not_sure: Vec<String>,
    /// The warning symptoms that may concern this person: the most urgent first; among them those to watch for most.
    pub warning_symptoms: Vec<SymptomInfo>,
    /// Tests and plans for the medicine.
    pub monitoring: Vec<AdviceInfo>,
    /// Other kinds of treatment.
    pub alternatives: Vec<AdviceInfo>,
    /// What was tried before.
    pub tried: Vec<Tried>,
    /// Questions for the doctor.
    pub questions_for_doctor: Vec<DoctorQuestion>,
    /// Questions and items without an answer, in questionnaire order.
    pub unanswered: Vec<String>,
    /// What this list does not ask about.
    pub not_asked_about: Vec<AdviceInfo>,
    /// Every source cited above, in the order of the first citation.
    pub sources: Vec<SourceInfo>,
    /// Pieces of the above for renderers.
    #[serde(skip)]
    #[schemars(skip)]
    pub pieces: Pieces,
}

impl Report {
    /// How many things are worth finding out: cautions that an answer *not sure* leaves open, and answers *not sure* that
    /// leave none open, each once.
    pub fn worth_finding_out(&self) -> usize {
        let (open, others): (Vec<&CautionInfo>, Vec<&CautionInfo>) =
            self.cautions.iter().partition(|caution| caution.state == State::NotSure);
        let leaves_open = |item: &&String| open.iter().any(|caution| caution.settled_by.contains(*item));
        let beside = others.iter().flat_map(|caution| &caution.also_not_sure).filter(|item| !leaves_open(item));
        open.len() + beside.collect::<BTreeSet<&String>>().len() + self.other_not_sure.len()
    }

    /// What it says of a warning symptom, unless it leaves it out.
    pub fn symptom(&self, id: &str) -> Option<&SymptomInfo> {
        self.warning_symptoms.iter().find(|symptom| symptom.id == id)
    }

    /// The questions for the doctor, each once: two cautions can have the same.
    pub fn questions(&self) -> Vec<&str> {
        let mut asked: Vec<&str> = Vec::new();
        for DoctorQuestion { ask, .. } in &self.questions_for_doctor {
            if !asked.contains(&ask.as_str()) {
                asked.push(ask);
            }
        }
        asked
    }
}

/// The program that wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Program {
    /// `jakcheck`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The rules a report was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RuleSetInfo {
    /// Id of the rule set.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// SHA-256 of its files, as 64 hexadecimal digits.
    pub digest: String,
    /// The day the content was last checked against its sources, as `YYYY-MM-DD`.
    pub checked_on: String,
    /// The last day on which the content counts as up to date, as `YYYY-MM-DD`.
    pub review_by: String,
    /// Whether a clinician has reviewed it.
    pub clinically_reviewed: bool,
    /// Whether it is the one built into the program.
    pub built_in: bool,
}

/// What must not wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UrgentInfo {
    /// `emergency`, `same_day`, or null where nothing urgent was reported. Null is no clearance.
    pub level: Option<Urgent>,
    /// The answers that make it so.
    pub because: Vec<Because>,
    /// What to do, then the emergency text that everybody gets.
    pub tell: Vec<String>,
}

/// An answer that is a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Because {
    /// The question, or the item as `group.item`.
    pub question: String,
    /// The option that was chosen, or `not_sure`.
    pub answer: String,
    /// The same in words: "Smoking: in the past".
    #[serde(skip)]
    #[schemars(skip)]
    pub said: String,
}

/// Where a sentence comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Cite {
    /// Id of one of the `sources`.
    pub source: String,
    /// Id of the passage of that source.
    pub passage: String,
    /// Where in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// How this source differs from what is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disagrees: Vec<String>,
}

/// When to speak about the cautions of one level that apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelInfo {
    /// 1, 2 or 3.
    pub level: u8,
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub tell: Vec<String>,
    /// Its sources; none where the words are the program's own.
    pub cites: Vec<Cite>,
}

/// A caution and what the answers say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CautionInfo {
    /// Id of the caution.
    pub id: String,
    /// Id of its topic.
    pub topic: String,
    /// Title.
    pub title: String,
    /// What the answers say about it; `no_match` is no clearance.
    pub state: State,
    /// How soon to speak about it, as one of the `levels`: 1, 2 or 3.
    pub level: u8,
    /// Whether the doctor is to be called about it today, before everything else.
    pub same_day: bool,
    /// What to know and do.
    pub tell: Vec<String>,
    /// What to ask the doctor.
    pub ask: Vec<String>,
    /// The answers that make it so.
    pub because: Vec<Because>,
    /// The questions and items that could settle it.
    pub settled_by: Vec<String>,
    /// Where it applies: the questions and items answered *not sure* that could be further reasons.
    pub also_not_sure: Vec<String>,
    /// Its sources.
    pub cites: Vec<Cite>,
    /// Short names of what could settle it.
    #[serde(skip)]
    #[schemars(skip)]
    pub settled_by_titles: Vec<String>,
    /// Short names of what could be further reasons.
    #[serde(skip)]
    #[schemars(skip)]
    pub also_not_sure_titles: Vec<String>,
}

/// A warning symptom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SymptomInfo {
    /// Id of the symptom.
    pub id: String,
    /// Id of its topic.
    pub topic: String,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Title.
    pub title: String,
    /// The signs.
    pub signs: Vec<String>,
    /// The signs in one line.
    #[serde(skip)]
    #[schemars(skip)]
    pub brief: String,
    /// What to do.
    pub tell: Vec<String>,
    /// Whether this person should watch for it more than others.
    pub watch_more: bool,
    /// The answers that make it so.
    pub because: Vec<Because>,
    /// What the person said about having it now; null without an answer.
    pub reported: Option<Reported>,
    /// Its sources.
    pub cites: Vec<Cite>,
}

/// Sentences under a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AdviceInfo {
    /// Id of the advice.
    pub id: String,
    /// Title.
    pub title: String,
    /// The sentences.
    pub tell: Vec<String>,
    /// Their sources.
    pub cites: Vec<Cite>,
}

/// Something that was tried before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tried {
    /// The question.
    pub question: String,
    /// The option that was chosen, or `not_sure`.
    pub answer: String,
    /// The same in words.
    pub text: String,
}

/// A question for the doctor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DoctorQuestion {
    /// The caution it belongs to.
    pub caution: String,
    /// The question.
    pub ask: String,
}

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SourceInfo {
    /// Id of the source.
    pub id: String,
    /// Title of the document.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as is known.
    pub date: String,
    /// Where it is found.
    #[serde(rename = "where")]
    pub location: String,
    /// How well it was read.
    pub read: Read,
    /// The web address where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The official web address of the same text, which was not opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
}

/// What other parts already say, cut in pieces for renderers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Whether somebody else answered; said at the beginning of `notice`.
    pub is_for_someone_else: bool,
    /// The first line of all where the content is out of date or the date cannot be.
    pub warning: Option<String>,
    /// One line for each emergency symptom.
    pub emergency_signs: Vec<String>,
    /// Advice that everybody gets; their sentences are part of `notice`.
    pub always: Vec<AdviceInfo>,
    /// Sentences on how far the list was reviewed; part of `notice`.
    pub review: Vec<String>,
    /// Short names of what is unanswered: single questions, and items of groups with their group.
    pub unanswered_titles: Vec<String>,
    /// Short names of what nothing else names although the person is not sure of it.
    pub other_not_sure_titles: Vec<String>,
    /// Short names of everything that the person is not sure of.
    pub not_sure_titles: Vec<String>,
    /// What to do now.
    pub now: Option<Now>,
}
