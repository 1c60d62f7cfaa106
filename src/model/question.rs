//! Questions, their items and options.

use super::condition::{Condition, OptionMask};
use super::id::Id;
use super::place::{ItemIndex, QuestionIndex, TopicIndex};
use super::source::Citation;

/// A question of the questionnaire.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing, and no two of them exclude each other")]
pub struct Question {
    /// Its place in the questionnaire.
    pub index: QuestionIndex,
    /// Its topic.
    pub topic: TopicIndex,
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
    /// Tells who the person is: a list says the answer below its title.
    pub profile: bool,
    /// Whether yes, no or not sure is said of each of several items.
    pub is_group: bool,
    /// The items; a question that is not a group has exactly one.
    pub items: Vec<Item>,
    /// For the reviewer.
    pub note: Vec<String>,
}

impl Question {
    /// Its first item; the only one of a question that is no group.
    #[expect(clippy::indexing_slicing, reason = "a question without items is refused when rules are loaded")]
    pub fn first(&self) -> &Item {
        &self.items[0]
    }
}

/// What takes one answer: a question with options, or an item of a group.
#[derive(Clone, Debug)]
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

    /// Those of its options that are in a set.
    pub fn options_in(&self, set: OptionMask) -> impl Iterator<Item = &AnswerOption> {
        self.options.iter().enumerate().filter(move |(place, _)| set.has(*place)).map(|(_, option)| option)
    }
}

/// An option of an item.
#[derive(Clone, Debug)]
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
