//! The code of each answer. An answer has the same one in every resource, and no two answers to a question share one.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::words::{NONE, YES};
use crate::model::{Answer, AnswerOption, Header, Item, OptionIndex, Question, RuleSet};
use crate::text::language;

/// Names of our own begin with this. Nothing can be read there: `.invalid` is kept for names that lead nowhere.
const OWN: &str = "https://jakcheck.invalid/fhir";

/// The system of identifiers that are digests of rules.
pub(crate) const DIGEST: &str = "https://jakcheck.invalid/fhir/digest";

/// What the questionnaire begins with: the emergency text, and what it is not.
pub(crate) const NOTICES: [&str; 2] = ["notice.emergency", "notice.limits"];

/// Yes and no, as HL7 names them.
const YES_OR_NO: &str = "http://terminology.hl7.org/CodeSystem/v2-0136";

/// The same codes for yes and no in another table.
const YES_OR_NO_ELSEWHERE: &str = "http://terminology.hl7.org/CodeSystem/v2-0532";

/// The extension with the answer to each item of a group, for what boxes cannot say.
pub(crate) const ITEMS: &str = "https://jakcheck.invalid/fhir/StructureDefinition/answers-to-items";

/// The extension with what the answers say of a caution.
pub(crate) const STATE: &str = "https://jakcheck.invalid/fhir/StructureDefinition/caution-state";

/// Why something is not known.
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// Somebody was asked and does not know.
const ASKED_UNKNOWN: &str = "asked-unknown";

/// A code with its system, and how a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Coding {
    pub(crate) system: Cow<'static, str>,
    pub(crate) code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) display: Option<String>,
}

/// What a person can choose at a question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Said<'r> {
    /// This answer to this item; of an item of a group always yes.
    Answer(&'r Item, Answer),
    /// None of the items of a group.
    None,
    /// *Not sure*; of a group, about whatever is not ticked.
    NotSure,
}

/// What a person can choose, with its code.
#[derive(Clone, Debug)]
pub(crate) struct Choice<'r> {
    pub(crate) said: Said<'r>,
    pub(crate) coding: Coding,
}

/// Everything that can be chosen at a question, in order.
pub(crate) fn choices<'r>(rules: &'r RuleSet, question: &'r Question) -> Vec<Choice<'r>> {
    let own = |code: String, display: String| Coding {
        system: Cow::Owned(format!("{OWN}/CodeSystem/{}", resource_id(rules.header()))),
        code,
        display: Some(display),
    };
    let with_hint = language().phrase.with_hint;
    let mut choices = Vec::new();
    if question.is_group {
        for item in &question.items {
            let coding = own(item.reference.clone(), with_hint(&item.title, item.hint.as_deref()));
            choices.push(Choice { said: Said::Answer(item, Answer::YES), coding });
        }
        let none = own(format!("{}.{NONE}", question.id), language().page.none.to_owned());
        choices.push(Choice { said: Said::None, coding: none });
    } else {
        let item = question.first();
        for (place, option) in item.options.iter().enumerate() {
            let coding = plain(option).unwrap_or_else(|| {
                own(format!("{}.{}", question.id, option.id), with_hint(&option.label, option.hint.as_deref()))
            });
            choices.push(Choice { said: Said::Answer(item, Answer::Chosen(OptionIndex(place))), coding });
        }
    }
    choices.push(Choice { said: Said::NotSure, coding: not_sure() });
    choices
}

/// The code of an option that is a plain yes or no, with nothing beside it.
fn plain(option: &AnswerOption) -> Option<Coding> {
    let code = match (option.id.as_str(), option.label.as_str(), &option.hint) {
        (YES, "Yes", None) => "Y",
        ("no", "No", None) => "N",
        _ => return None,
    };
    Some(Coding { system: Cow::Borrowed(YES_OR_NO), code: code.to_owned(), display: Some(option.label.clone()) })
}

/// Whether a code in a system is that of a choice.
pub(crate) fn is_choice(choice: &Choice<'_>, system: &str, code: &str) -> bool {
    let Coding { system: own, code: own_code, display: _ } = &choice.coding;
    *own_code == code && (*own == system || (*own == YES_OR_NO && system == YES_OR_NO_ELSEWHERE))
}

/// The code of *not sure*.
pub(crate) fn not_sure() -> Coding {
    Coding {
        system: Cow::Borrowed(ABSENT),
        code: ASKED_UNKNOWN.to_owned(),
        display: Some(language().asking.not_sure.to_owned()),
    }
}

/// The name that a resource of a kind about these rules has everywhere, without a version.
pub(crate) fn canonical(kind: &str, header: &Header) -> String {
    format!("{OWN}/{kind}/{}", resource_id(header))
}

/// The id of the rules where no underscore may be.
pub(crate) fn resource_id(header: &Header) -> String {
    header.id.as_str().replace('_', "-")
}
