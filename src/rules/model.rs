//! What a rule set is once nothing in it can fail to resolve.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::id::Id;
use super::kind::{Read, Urgency};

/// The place of an item in the questionnaire: single questions and the items of groups, counted through from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct ItemIndex(pub(crate) usize);

/// The place of an option among the options of its item, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct OptionIndex(pub(crate) usize);

impl OptionIndex {
    /// Yes, of an item of a group.
    pub const YES: Self = Self(0);
    /// No, of an item of a group.
    pub const NO: Self = Self(1);
}

/// Who made the rule set, when, and how far it was reviewed.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Header {
    /// Id of the rule set.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// The day the content was last checked against its sources.
    pub checked_on: Date,
    /// The last day on which the content counts as up to date.
    pub review_by: Date,
    /// The clinician's review, or nothing while there was none.
    pub clinical_review: Option<ClinicalReview>,
    /// SHA-256 of all files, as 64 hexadecimal digits.
    pub digest: String,
    /// Whether this is the rule set built into the program.
    pub built_in: bool,
}

/// Who reviewed the content as a clinician, and when.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ClinicalReview {
    /// Name and profession.
    pub by: String,
    /// Day of the review.
    pub on: Date,
}

/// Where a sentence comes from.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Citation {
    /// Id of the source; the rule set has it.
    pub source: Id,
    /// Id of the passage; the source has it.
    pub passage: Id,
    /// Where in the source.
    pub section: Option<String>,
    /// What the source states there, in our words.
    pub says: Vec<String>,
    /// How this source differs from what is printed.
    pub disagrees: Vec<String>,
}

/// Sentences with their sources.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Statement {
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition>,
    /// What the person reads; never empty.
    pub tell: Vec<String>,
}

/// Sentences with their sources under a title.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Advice {
    /// Id of the topic it stands in, if it stands in one.
    pub topic: Option<Id>,
    /// Id of the advice.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sentences.
    pub statement: Statement,
}

/// A topic that regulators warn of, and what this list does about it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Coverage {
    /// Id within the register.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// How it is covered.
    pub by: CoveredBy,
}

/// How a topic of the register is covered.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum CoveredBy {
    /// These questions ask about it, and a rule reads them.
    Questions(Vec<Id>),
    /// Nothing asks about it; this is printed.
    Printed {
        /// Left out where this is definitely false.
        show_when: Option<Condition>,
        /// What the person reads; never empty.
        tell: Vec<String>,
    },
}

/// A document that is cited.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Source {
    /// Id of the source.
    pub id: Id,
    /// Title of the document.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as is known.
    pub date: String,
    /// Where it is found.
    pub location: String,
    /// How well it was read.
    pub read: Read,
    /// The web address where it was read.
    pub address: Option<String>,
    /// The official web address of the same text, which was not opened.
    pub official: Option<String>,
}

/// A subject, as it is taught; its questions, cautions and symptoms name it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Topic {
    /// Id of the topic.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// What the topic teaches.
    pub about: Vec<Statement>,
    /// Study numbers.
    pub studies: Vec<Study>,
}

/// A question of the questionnaire.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Question {
    /// Id of the topic.
    pub topic: Id,
    /// Id of the question.
    pub id: Id,
    /// Short name.
    pub title: String,
    /// The question as it is asked.
    pub text: String,
    /// Why it is asked.
    pub why: Vec<String>,
    /// The sources of `why`.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub ask_when: Option<Condition>,
    /// Part of the short check.
    pub short: bool,
    /// Tells what was tried before.
    pub tried: bool,
    /// Whether yes, no or not sure is said of each of several items.
    pub is_group: bool,
    /// The items; a question that is not a group has exactly one.
    pub items: Vec<Item>,
}

/// What takes one answer: a question with options, or an item of a group.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Item {
    /// Its place in the questionnaire.
    pub index: ItemIndex,
    /// `question`, or `group.item`.
    pub reference: String,
    /// Id within the question; for a question with options the id of the question.
    pub id: Id,
    /// Short name that a person reads.
    pub title: String,
    /// Examples beside it.
    pub hint: Option<String>,
    /// The options besides *not sure*.
    pub options: Vec<AnswerOption>,
}

impl Item {
    /// Its column in a database: `question`, or `group__item`. Ids have single underscores only, so no two are alike.
    pub fn column(&self) -> String {
        self.reference.replace('.', "__")
    }
}

/// An option of an item.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct AnswerOption {
    /// Id of the option.
    pub id: Id,
    /// What the person reads.
    pub label: String,
    /// Examples beside it.
    pub hint: Option<String>,
    /// Why no condition reads it.
    pub unread: Option<String>,
}

/// Something to speak about with the doctor.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Caution {
    /// Id of the topic.
    pub topic: Id,
    /// Id of the caution.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// When it applies.
    pub applies_when: Condition,
    /// When it stays open although every answer was given.
    pub open_when: Option<Condition>,
    /// When the doctor is to be called today.
    pub same_day_when: Option<Condition>,
    /// How soon to speak about it.
    pub level: Level,
    /// What the person reads.
    pub tell: Vec<String>,
    /// More sentences, for one medicine or one situation.
    pub details: Vec<Statement>,
    /// Questions for the doctor.
    pub ask: Vec<String>,
    /// What to do while an answer is *not sure*.
    pub when_not_sure: Vec<String>,
    /// For the reviewer.
    pub note: Vec<String>,
}

impl Caution {
    /// The conditions that leave it open or raise it.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        [Some(&self.applies_when), self.open_when.as_ref()].into_iter().flatten()
    }

    /// Orders the cautions of one state in a report: the pressing ones first, what speaks of one event before what speaks
    /// of many; then by topic and id, because the order in which rules are written down says nothing.
    pub fn place_in_report<'r>(&'r self, rules: &super::RuleSet) -> (Level, u32, usize, &'r Id) {
        (self.level, self.applies_when.breadth(), rules.place_of_topic(&self.topic), &self.id)
    }
}

/// How soon to speak about a caution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Level {
    /// 1: before the next or first dose.
    BeforeDose,
    /// 2: before starting, or at the next visit.
    NextContact,
    /// 3: plan.
    Plan,
}

impl Level {
    /// Every level, the most pressing first.
    pub const ALL: [Self; 3] = [Self::BeforeDose, Self::NextContact, Self::Plan];

    /// The level with this number.
    pub fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::BeforeDose),
            2 => Some(Self::NextContact),
            3 => Some(Self::Plan),
            _ => None,
        }
    }

    /// 1, 2 or 3.
    pub fn number(self) -> u8 {
        match self {
            Self::BeforeDose => 1,
            Self::NextContact => 2,
            Self::Plan => 3,
        }
    }
}

/// The heading over the cautions of one level, for some people.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Heading {
    /// The level.
    pub level: Level,
    /// For whom: where it definitely holds. Of several the first counts.
    pub when: Condition,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub tell: Vec<String>,
}

/// A symptom to watch for.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct WarningSymptom {
    /// Id of the topic.
    pub topic: Id,
    /// Id of the symptom.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// How soon help is needed.
    pub urgency: Urgency,
    /// Whether an answer *not sure* counts like yes.
    pub not_sure_counts: bool,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// The signs in one line.
    pub brief: String,
    /// The signs.
    pub signs: Vec<String>,
    /// When this person should watch for it more than others.
    pub watch_more_when: Condition,
    /// Left out where this is definitely false, unless the person has it or is not sure of it.
    pub show_when: Option<Condition>,
    /// More sentences.
    pub tell: Vec<String>,
    /// More sentences, for one medicine or one situation.
    pub details: Vec<Statement>,
    /// The item of the questionnaire that reports it.
    pub reported_by: Option<ItemIndex>,
}

/// Numbers of a study, for teaching.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Study {
    /// Id of the study.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// Who was studied.
    pub who: Vec<String>,
    /// For how long.
    pub how_long: String,
    /// What happened.
    pub outcomes: Vec<StudyOutcome>,
    /// What the study cannot tell.
    pub limits: Vec<String>,
}

/// Something that happened to some of the people in a study.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct StudyOutcome {
    /// Id within the study.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// "had shingles".
    pub said: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// People and events by group.
    pub counts: Vec<StudyCount>,
}

/// How many people of a group had an event.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct StudyCount {
    /// What the group took.
    pub group: String,
    /// People in the group; at least 1.
    pub people: u32,
    /// People with the event; at most `people`.
    pub events: u32,
}
