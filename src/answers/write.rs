//! An answers document for answers: what [`super::read()`] reads back as the same.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Answers, word};
use crate::model::words::{FOR, RECORD_ID};
use crate::model::{Item, Question};
use crate::render::json;

/// The JSON document for some answers, in the order of the questionnaire. What is unanswered is left out.
///
/// # Errors
/// None for answers to these rules.
pub fn write(answers: &Answers<'_>) -> Result<String, serde_json::Error> {
    json::render(answers)
}

impl Answers<'_> {
    /// The same document in one line, without its line end.
    pub fn in_one_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// As an answers document.
impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = &self.id {
            map.serialize_entry(RECORD_ID, id)?;
        }
        if let Some(whose) = self.whose {
            map.serialize_entry(FOR, whose.word())?;
        }
        for question in self.rules().questions() {
            let group = Group { question, answers: self };
            match group.answered().next() {
                Some(_) if question.is_group => map.serialize_entry(question.id.as_str(), &group)?,
                Some((_, option)) => map.serialize_entry(question.id.as_str(), option)?,
                None => {}
            }
        }
        map.end()
    }
}

/// The answers to the items of one question.
struct Group<'a> {
    question: &'a Question,
    answers: &'a Answers<'a>,
}

impl<'a> Group<'a> {
    fn answered(&self) -> impl Iterator<Item = (&'a Item, &'a str)> {
        let answers = self.answers;
        self.question.items.iter().filter_map(move |item| Some((item, word::of(item, answers.answer(item.index))?)))
    }
}

impl Serialize for Group<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.answered().map(|(item, option)| (item.id.as_str(), option)))
    }
}
