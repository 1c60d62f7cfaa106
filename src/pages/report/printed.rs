//! Values that JSON and pages print differently, such as an item: by id in JSON, by title on pages.

use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::words::NOT_SURE;
use crate::model::{
    Answer, AnswerOption, Caution, Citation, Id, Item, ItemIndex, Passage, Question, RuleSet, Source, Urgency,
};
use crate::text::language;

/// Items in questionnaire order. JSON prints their references, pages their titles.
#[derive(Clone, Debug)]
pub struct Items<'r>(Vec<(&'r Question, &'r Item)>);

impl<'r> Items<'r> {
    pub(crate) fn new(rules: &'r RuleSet, places: impl IntoIterator<Item = ItemIndex>) -> Self {
        Self(places.into_iter().map(|place| (rules.question_of(place), &rules[place])).collect())
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The items, in questionnaire order.
    pub fn iter(&self) -> impl Iterator<Item = &'r Item> {
        self.0.iter().map(|(_, item)| *item)
    }

    /// The references, such as `question` or `group.item`.
    pub fn references(&self) -> Vec<&'r str> {
        self.iter().map(|item| item.reference.as_str()).collect()
    }

    /// The titles. A group with all its items in the list is replaced by the title of its question.
    pub fn titles(&self) -> Vec<&'r str> {
        let mut titles = Vec::new();
        for items in self.0.chunk_by(|(one, _), (other, _)| one.index == other.index) {
            match items {
                [(question, _), ..] if question.items.len() == items.len() => titles.push(question.title.as_str()),
                _ => titles.extend(items.iter().map(|(_, item)| item.title.as_str())),
            }
        }
        titles
    }

    /// The items, each with its question.
    pub(crate) fn with_questions(&self) -> impl Iterator<Item = (&'r Question, &'r Item)> {
        self.0.iter().copied()
    }
}

impl PartialEq for Items<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().map(|item| item.index).eq(other.iter().map(|item| item.index))
    }
}

impl Eq for Items<'_> {}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.references())
    }
}

/// An answer that was given. JSON prints its id, pages its label.
#[derive(Clone, Copy, Debug)]
pub enum Given<'r> {
    /// The answer *not sure*.
    NotSure,
    /// One of the options.
    Chosen(&'r AnswerOption),
}

impl<'r> Given<'r> {
    /// The answer to an item, or `None` if it has none.
    pub(crate) fn new(item: &'r Item, answer: Answer) -> Option<Self> {
        match answer {
            Answer::Chosen(option) => item.options.get(option.0).map(Self::Chosen),
            Answer::NotSure => Some(Self::NotSure),
            Answer::Unanswered | Answer::LeftOut => None,
        }
    }

    /// The id of the option, or `not_sure`.
    pub fn id(self) -> &'r str {
        match self {
            Self::Chosen(option) => option.id.as_str(),
            Self::NotSure => NOT_SURE,
        }
    }

    /// The label of the option, or of *not sure*.
    pub fn label(self) -> &'r str {
        match self {
            Self::Chosen(option) => &option.label,
            Self::NotSure => language().safety.not_sure_label,
        }
    }
}

impl PartialEq for Given<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Given<'_> {}

impl Serialize for Given<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// A question for the doctor. Its text is made when it is printed.
#[derive(Clone, Copy, Debug)]
pub enum Ask<'r> {
    /// Asks whether the doctor's notes say more about a caution that is *not sure*.
    CheckNotes(&'r Caution),
    /// A question from the rules.
    Question(&'r str),
}

impl fmt::Display for Ask<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CheckNotes(caution) => f.write_str(&(language().safety.ask_to_check)(&caution.title)),
            Self::Question(question) => f.write_str(question),
        }
    }
}

impl PartialEq for Ask<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::CheckNotes(one), Self::CheckNotes(other)) => one.id == other.id,
            (Self::Question(one), Self::Question(other)) => one == other,
            (Self::CheckNotes(_), Self::Question(_)) | (Self::Question(_), Self::CheckNotes(_)) => false,
        }
    }
}

impl Eq for Ask<'_> {}

impl Serialize for Ask<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What to do about a symptom. Pages print the action for an urgency once, above all its symptoms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo<'r> {
    /// How soon help is needed, which gives the first sentence in JSON.
    pub urgency: Urgency,
    /// The other sentences.
    pub more: Vec<&'r str>,
}

impl Serialize for ToDo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = (language().safety.urgency_action)(self.urgency);
        serializer.collect_seq([first].iter().chain(&self.more))
    }
}

/// What is told about a caution. JSON and the full report print all of it, the list only the first sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tell<'r> {
    /// Every sentence that may concern the person.
    pub all: Vec<&'r str>,
    /// What cannot wait, and what nobody should do alone.
    pub now: Vec<&'r str>,
    /// The other sentences that certainly concern the person, the most important first.
    pub first: Vec<&'r str>,
    /// What to do while an answer is *not sure*.
    pub when_not_sure: &'r [String],
}

impl Tell<'_> {
    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl Serialize for Tell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.all.serialize(serializer)
    }
}

/// The signs of a symptom. JSON and the full report print them all, the list prints one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs<'r> {
    /// One entry for each sign.
    pub list: &'r [String],
    /// All in one line.
    pub brief: &'r str,
}

impl Serialize for Signs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

/// An answer that is a reason.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Because<'r> {
    /// The question, or the item as `group.item`.
    #[serde(rename = "question", serialize_with = "reference")]
    #[schemars(with = "String")]
    pub item: &'r Item,
    /// The option that was chosen, or `not_sure`.
    #[schemars(with = "String")]
    pub answer: Given<'r>,
}

impl<'r> Because<'r> {
    /// The answer to an item as a reason, or `None` if it has none.
    pub(crate) fn new(item: &'r Item, answer: Answer) -> Option<Self> {
        Given::new(item, answer).map(|answer| Self { item, answer })
    }

    /// As text, such as "Smoking: in the past".
    pub fn said(&self) -> String {
        format!("{}: {}", self.item.title, self.answer.label())
    }
}

impl PartialEq for Because<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.item.index, self.answer) == (other.item.index, other.answer)
    }
}

impl Eq for Because<'_> {}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives fields by reference")]
fn reference<S: Serializer>(item: &&Item, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&item.reference)
}

/// Where a sentence comes from. JSON names it as `source/passage`.
#[derive(Clone, Copy, Debug)]
pub struct Cite<'r> {
    /// One of the `sources`.
    pub source: &'r Source,
    /// The passage of that source.
    pub passage: &'r Passage,
}

impl PartialEq for Cite<'_> {
    fn eq(&self, other: &Self) -> bool {
        (&self.source.id, &self.passage.id) == (&other.source.id, &other.passage.id)
    }
}

impl Eq for Cite<'_> {}

impl Serialize for Cite<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}/{}", self.source.id, self.passage.id))
    }
}

/// How a source differs from what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Disagreement<'r> {
    /// Id of the source.
    pub source: &'r Id,
    /// What it says otherwise.
    pub tell: &'r [String],
}

/// How sources differ from what is printed, where they do.
pub(crate) fn disagreements<'r>(
    rules: &'r RuleSet,
    citations: impl IntoIterator<Item = &'r Citation>,
) -> Vec<Disagreement<'r>> {
    let differing = citations.into_iter().filter(|citation| !citation.disagrees.is_empty());
    let all = differing.map(|one| Disagreement { source: &rules[one.source].id, tell: &one.disagrees });
    let mut disagreements: Vec<Disagreement<'r>> = Vec::new();
    for one in all {
        if !disagreements.iter().any(|told| told.tell == one.tell) {
            disagreements.push(one);
        }
    }
    disagreements
}

/// The citations of a report, without duplicates.
pub(crate) fn cites<'r>(rules: &'r RuleSet, citations: impl IntoIterator<Item = &'r Citation>) -> Vec<Cite<'r>> {
    let mut cites: Vec<Cite<'r>> = Vec::new();
    for citation in citations {
        let cite = Cite { source: &rules[citation.source], passage: rules.passage(citation) };
        if !cites.contains(&cite) {
            cites.push(cite);
        }
    }
    cites
}
