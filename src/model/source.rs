//! Sources, and what is cited from them.

use schemars::JsonSchema;

use super::condition::Condition;
use super::id::Id;
use super::place::{PassageIndex, SourceIndex, TopicIndex};

/// A document that is cited.
#[derive(Clone, Debug)]
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
    /// For the reviewer.
    pub note: Vec<String>,
    /// What is cited of it.
    pub passages: Vec<Passage>,
}

/// A part of a source that is cited.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Id within the source.
    pub id: Id,
    /// Where in the source.
    pub section: Option<String>,
    /// What the source states there, in our words.
    pub says: Vec<String>,
}

/// How well a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Read {
    /// The whole text.
    Full,
    /// A part, such as the opening, the abstract or a table.
    Excerpt,
    /// As reported by others.
    SecondHand,
}

/// Where a sentence comes from.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The source.
    pub source: SourceIndex,
    /// The passage of that source.
    pub passage: PassageIndex,
    /// How this source differs from what is printed.
    pub disagrees: Vec<String>,
}

/// Sentences with their sources.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// Left out where this is definitely false.
    pub show_when: Option<Condition>,
    /// What the person reads; never empty.
    pub tell: Vec<String>,
    /// For the reviewer.
    pub note: Vec<String>,
}

/// Sentences with their sources under a title.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The topic it stands in, if it stands in one.
    pub topic: Option<TopicIndex>,
    /// Id of the advice.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sentences.
    pub statement: Statement,
    /// Whether the list prints it too.
    pub in_list: bool,
}
