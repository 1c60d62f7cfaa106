//! One answer changed, as it is typed: `smoking=never`, `heart_history.stroke=yes`.

use super::{Answer, Answers, word};
use crate::load::suggest;
use crate::model::{ItemIndex, RuleSet};

/// Another answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    item: ItemIndex,
    answer: Answer,
}

impl Change {
    /// The change that a text says.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn read(rules: &RuleSet, text: &str) -> Result<Self, (String, String)> {
        let form = || "write a question and an option, such as smoking=never".to_owned();
        let Some((reference, option)) = text.split_once('=') else {
            return Err(("a change has no `=`".to_owned(), form()));
        };
        let Some(item) = rules.find_item(reference) else {
            let group = rules.question(reference).and_then(|question| question.items.first());
            let hint = if let Some(item) = group {
                format!("name one item of the group, such as {}=yes", item.reference)
            } else {
                let known: Vec<&str> = rules.items().map(|item| item.reference.as_str()).collect();
                word::retired_name_hint(rules, reference)
                    .unwrap_or_else(|| suggest::hint(reference, "questions", known))
            };
            return Err(("there is no question with this name to change".to_owned(), hint));
        };
        let Some(answer) = word::answer(item, option) else {
            return Err(word::unknown_option(rules, item));
        };
        Ok(Self { item: item.index, answer })
    }

    /// Makes the change.
    pub fn make(self, answers: &mut Answers<'_>) {
        answers.set(self.item, self.answer);
    }
}
