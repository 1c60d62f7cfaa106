//! A condition in words, as a nested list or as one sentence: with titles and labels for patients, with ids for
//! reviewers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{AnswerOption, Condition, ItemIndex, OptionMask, RuleSet};
use crate::render::document::Item;
use crate::text::language;

/// A condition in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Words {
    /// The words.
    pub text: String,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Words>,
}

impl Words {
    /// With titles and labels, for patients.
    pub(super) fn new(rules: &RuleSet, condition: &Condition) -> Self {
        Self::tree(rules, condition, in_titles)
    }

    /// With the ids of the rule files, for reviewers.
    pub(super) fn with_ids(rules: &RuleSet, condition: &Condition) -> Self {
        Self::tree(rules, condition, in_ids)
    }

    fn tree(rules: &RuleSet, condition: &Condition, text: fn(&RuleSet, &Condition) -> String) -> Self {
        let parts = condition.parts().iter().map(|part| Self::tree(rules, part, text)).collect();
        Self { text: text(rules, condition), parts }
    }

    /// As an entry of a list, with its parts as entries below it.
    pub(super) fn item(&self) -> Item {
        Item { lines: vec![self.text.as_str().into()], items: self.parts.iter().map(Self::item).collect() }
    }
}

/// A condition in one sentence: `Medicine: "Tofacitinib (Xeljanz)" and Illness: "Ulcerative colitis"`.
pub(crate) fn sentence(rules: &RuleSet, condition: &Condition) -> String {
    let texts = &language().explanation;
    let in_brackets = |part: &Condition| (texts.in_brackets)(&sentence(rules, part));
    let part = |part: &Condition| {
        let is_joined = match part {
            Condition::All(parts) | Condition::Any(parts) => parts.len() > 1,
            // Several options are joined with *or*, so they need brackets too.
            Condition::Answered(leaf) => leaf.options.len() > 1,
            Condition::AnyItem { .. } | Condition::Holds(_) => false,
        };
        if is_joined { in_brackets(part) } else { sentence(rules, part) }
    };
    let joined = |word: &str| condition.parts().iter().map(part).collect::<Vec<String>>().join(word);
    match condition {
        Condition::All(_) => joined(texts.and),
        Condition::Any(_) => joined(texts.or),
        Condition::Holds(named) => format!("{} {}", named.title, in_brackets(&named.when)),
        Condition::Answered(_) | Condition::AnyItem { .. } => in_titles(rules, condition),
    }
}

/// Some options of an item: `Smoking: "Yes, now" or "Yes, in the past"`.
pub(super) fn answered(rules: &RuleSet, item: ItemIndex, options: OptionMask) -> String {
    let item = &rules[item];
    let labels: Vec<&str> = item.options_in(options).map(|option| option.label.as_str()).collect();
    (language().explanation.answered)(&item.title, &labels)
}

fn in_titles(rules: &RuleSet, condition: &Condition) -> String {
    let texts = &language().explanation;
    match condition {
        Condition::All(_) => texts.all.to_owned(),
        Condition::Any(_) => texts.any.to_owned(),
        Condition::Answered(leaf) => answered(rules, leaf.item, leaf.options),
        Condition::AnyItem { group, leaves: _ } => (texts.any_of)(&rules[*group].title),
        Condition::Holds(named) => (texts.holds)(&named.title),
    }
}

fn in_ids(rules: &RuleSet, condition: &Condition) -> String {
    let texts = &language().reviewers_copy;
    match condition {
        Condition::All(_) => language().explanation.all.to_owned(),
        Condition::Any(_) => language().explanation.any.to_owned(),
        Condition::Answered(leaf) => {
            let item = &rules[leaf.item];
            let options: Vec<&str> = item.options_in(leaf.options).map(|AnswerOption { id, .. }| id.as_str()).collect();
            (texts.answered)(&item.reference, &item.title, &options)
        }
        Condition::AnyItem { group, leaves: _ } => (texts.any_item)(rules[*group].id.as_str()),
        Condition::Holds(named) => (texts.holds)(named.id.as_str(), &named.title),
    }
}
