//! Checks the form of conditions and resolves their references.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::{ItemName, Names};
use super::place::{Place, report_duplicates};
use super::text::{optional_sentences, text};
use crate::load::diagnostic::Code;
use crate::load::{raw, suggest};
use crate::model::{Condition, ItemIndex, Leaf, NamedCondition, OptionIndex, OptionMask};
use crate::text::language;
use crate::text::rules::Kind;

/// Resolves the references in conditions.
#[derive(Debug)]
pub(super) struct Resolver<'r> {
    names: &'r Names<'r>,
    named: Vec<(Place<'r>, &'r raw::NamedCondition<'r>)>,
    resolved: RefCell<BTreeMap<&'r str, Option<Arc<NamedCondition>>>>,
    in_progress: RefCell<Vec<&'r str>>,
}

impl<'r> Resolver<'r> {
    /// Takes the named conditions of `rule-set.json`, and reports duplicate ids.
    pub(super) fn new(names: &'r Names<'r>, frame: &'r Place<'r>, conditions: &'r [raw::NamedCondition<'r>]) -> Self {
        report_duplicates(Kind::NamedCondition, frame.each("conditions", conditions), |named| &named.id);
        Self {
            names,
            named: frame.each("conditions", conditions).collect(),
            resolved: RefCell::default(),
            in_progress: RefCell::default(),
        }
    }

    /// Resolves all named conditions, in the order of the file.
    pub(super) fn all_named(&self) -> Vec<Arc<NamedCondition>> {
        self.named.iter().filter_map(|(place, raw)| self.named_condition(place, &raw.id)).collect()
    }

    /// Resolves a condition and checks its size. `None` if a mistake was reported.
    pub(super) fn condition(&self, place: &Place<'_>, raw: &'r raw::Condition<'r>) -> Option<Condition> {
        let condition = self.resolve(place, raw)?;
        if condition.size() > Condition::MOST_LEAVES {
            place.report(Code::ConditionTooLarge, (language().rules.too_many_leaves)(Condition::MOST_LEAVES));
            return None;
        }
        if condition.depth() > Condition::DEEPEST {
            place.report(Code::NestingTooDeep, (language().rules.too_deep)(Condition::DEEPEST));
        }
        Some(condition)
    }

    /// Resolves an optional condition.
    pub(super) fn optional(
        &self,
        place: &Place<'_>,
        key: &'static str,
        raw: Option<&'r raw::Condition<'r>>,
    ) -> Option<Condition> {
        self.condition(&place.key(key), raw?)
    }

    fn resolve(&self, place: &Place<'_>, raw: &'r raw::Condition<'r>) -> Option<Condition> {
        let raw::Condition { all, any, question, is, group, any_is, holds } = raw;
        match (all, any, question, is, group, any_is, holds) {
            (Some(parts), None, None, None, None, None, None) => self.parts(place, "all", parts).map(Condition::All),
            (None, Some(parts), None, None, None, None, None) => self.parts(place, "any", parts).map(Condition::Any),
            (None, None, Some(item), Some(is), None, None, None) => {
                self.answered(place, item, &is.0).map(Condition::Answered)
            }
            (None, None, None, None, Some(group), Some(is), None) => self.any_item(place, group, is),
            (None, None, None, None, None, None, Some(name)) => {
                self.named_condition(&place.key("holds"), name).map(Condition::Holds)
            }
            _ => {
                place.report(Code::ConditionShape, language().rules.condition_shape);
                None
            }
        }
    }

    fn parts(&self, place: &Place<'_>, key: &'static str, parts: &'r [raw::Condition<'r>]) -> Option<Vec<Condition>> {
        if parts.is_empty() {
            place.key(key).report(Code::EmptyCondition, (language().rules.no_parts)(key));
            return None;
        }
        // All parts are resolved before any mistake is looked at, so that one run reports all mistakes.
        let parts: Vec<Option<Condition>> = place.each(key, parts).map(|(at, part)| self.resolve(&at, part)).collect();
        parts.into_iter().collect()
    }

    fn answered(&self, place: &Place<'_>, reference: &str, is: &[raw::Text<'_>]) -> Option<Leaf> {
        if is.is_empty() {
            place.key("is").report(Code::EmptyCondition, language().rules.no_option);
        }
        let Some(item) = self.names.items.get(reference) else {
            self.unknown_item(&place.key("question"), reference);
            return None;
        };
        let mut options = OptionMask::default();
        for (index, option) in is.iter().enumerate() {
            match item.options.iter().position(|known| *option == *known) {
                Some(index) => options = options.with(index),
                None => unknown_option(&place.key("is").at(index), reference, option, item),
            }
        }
        Some(Leaf { item: ItemIndex(item.index), options })
    }

    fn unknown_item(&self, place: &Place<'_>, reference: &str) {
        let group =
            reference.split_once('.').and_then(|(group, item)| Some((group, item, self.names.groups.get(group)?)));
        if let Some((_, item, references)) = group {
            let items: Vec<&str> = references.iter().filter_map(|known| Some(known.split_once('.')?.1)).collect();
            place.report_unknown(Code::UnknownItem, Kind::Item, item, items);
            return;
        }
        if self.names.groups.contains_key(reference) {
            place.report(Code::UnknownQuestion, (language().rules.is_group)(reference));
            return;
        }
        place.report_unknown(
            Code::UnknownQuestion,
            Kind::Question,
            reference,
            self.names.items.keys().map(String::as_str),
        );
    }

    fn any_item(&self, place: &Place<'_>, group: &str, is: &str) -> Option<Condition> {
        let Some(references) = self.names.groups.get(group) else {
            let at = place.key("group");
            if self.names.items.contains_key(group) {
                at.report(Code::UnknownQuestion, (language().rules.is_no_group)(group));
            } else {
                at.report_unknown(Code::UnknownQuestion, Kind::Group, group, self.names.groups.keys().copied());
            }
            return None;
        };
        if is != "yes" {
            place.key("any_is").report(Code::UnknownOption, language().rules.only_yes);
        }
        let yes = OptionMask::default().with(OptionIndex::YES.0);
        let leaf =
            |reference| self.names.items.get(reference).map(|item| Leaf { item: ItemIndex(item.index), options: yes });
        Some(Condition::AnyItem {
            group: *self.names.questions.get(group)?,
            leaves: references.iter().filter_map(leaf).collect(),
        })
    }

    fn named_condition(&self, place: &Place<'_>, name: &str) -> Option<Arc<NamedCondition>> {
        let Some((at, raw)) = self.named.iter().find(|(_, named)| named.id == name) else {
            let known = self.named.iter().map(|(_, named)| named.id.as_str());
            place.report_unknown(Code::UnknownCondition, Kind::NamedCondition, name, known);
            return None;
        };
        if let Some(known) = self.resolved.borrow().get(raw.id.as_str()) {
            return known.clone();
        }
        if self.in_progress.borrow().contains(&raw.id.as_str()) {
            let chain = [self.in_progress.borrow().as_slice(), &[raw.id.as_str()]].concat();
            place.report(Code::Cycle, (language().rules.cycle)(&chain));
            return None;
        }
        if self.in_progress.borrow().len() >= Condition::DEEPEST {
            place.report(Code::NestingTooDeep, (language().rules.names_too_deep)(Condition::DEEPEST));
            return None;
        }
        self.in_progress.borrow_mut().push(&raw.id);
        let when = self.condition(&at.key("when"), &raw.when);
        self.in_progress.borrow_mut().pop();
        optional_sentences(at, "note", raw.note.as_ref());
        let (id, title) = (at.key("id").id(&raw.id), text(&at.key("title"), &raw.title));
        let named = when.map(|when| Arc::new(NamedCondition::new(id, title, when)));
        self.resolved.borrow_mut().insert(&raw.id, named.clone());
        named
    }
}

fn unknown_option(place: &Place<'_>, reference: &str, option: &str, item: &ItemName<'_>) {
    let hint = suggest::hint(option, &(language().rules.kinds)(Kind::Option), item.options.iter().copied());
    place.report(Code::UnknownOption, ((language().rules.no_such_option)(reference, option), hint));
}
