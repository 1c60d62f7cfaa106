//! One answer changed, as it is typed: `smoking=never`, `heart_history.stroke=yes`.

use super::{Answer, Answers, word};
use crate::load::suggest;
use crate::model::{ItemIndex, RuleSet};
use crate::text::language;

/// Another answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    item: ItemIndex,
    answer: Answer,
}

/// Why a text is no change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ChangeError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Change {
    /// The change that a text says.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn read(rules: &RuleSet, text: &str) -> Result<Self, ChangeError> {
        let (reference, option) = text.split_once('=').ok_or(language().answers.no_equals_sign)?;
        let item = rules.find_item(reference).ok_or_else(|| unknown(rules, reference))?;
        let answer = word::answer(item, option).ok_or_else(|| word::unknown_option(rules, item, option))?;
        Ok(Self { item: item.index, answer })
    }

    /// Makes the change.
    pub fn make(self, answers: &mut Answers<'_>) {
        answers.set(self.item, self.answer);
    }
}

/// What is said of a text that names no item.
fn unknown(rules: &RuleSet, reference: &str) -> (&'static str, String) {
    let words = &language().answers;
    let hint = if let Some(group) = rules.question(reference) {
        (words.change_item)(&group.first().reference)
    } else {
        let known: Vec<&str> = rules.items().map(|item| item.reference.as_str()).collect();
        word::retired_name_hint(rules, reference).unwrap_or_else(|| suggest::hint(reference, words.questions, known))
    };
    (words.unknown_change, hint)
}

impl<M: Into<String>, H: Into<String>> From<(M, H)> for ChangeError {
    fn from((message, hint): (M, H)) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}
