//! Topics, and the studies they teach.

use super::id::Id;
use super::place::TopicIndex;
use super::source::{Citation, Statement};

/// A subject, as it is taught; its questions, cautions and symptoms name it.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its place among the topics.
    pub index: TopicIndex,
    /// Id of the topic.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// What the topic teaches.
    pub about: Vec<Statement>,
    /// Study numbers.
    pub studies: Vec<Study>,
}

/// Numbers of a study, for teaching.
#[derive(Clone, Debug)]
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
    /// For the reviewer.
    pub note: Vec<String>,
}

/// Something that happened to some of the people in a study.
#[derive(Clone, Debug)]
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
    /// For the reviewer.
    pub note: Vec<String>,
}

/// How many people of a group had an event.
#[derive(Clone, Debug)]
pub struct StudyCount {
    /// What the group took.
    pub group: String,
    /// People in the group; at least 1.
    pub people: u32,
    /// People with the event; at most `people`.
    pub events: u32,
}
