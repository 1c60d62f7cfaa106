//! The elements that R4 has, and of what type each is. An element that it does not have may be an answer under a wrong name.

use super::walk::{Members, list, object, string};
use crate::answers::members::Key;

/// The type of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Object,
    List,
    /// Whatever it is, it is looked at elsewhere, or means nothing here.
    Any,
}

use Type::{Any, List, Object, Text};

/// The elements of a response.
pub(super) const RESPONSE: &[(&str, Type)] = &[
    ("resourceType", Any),
    ("id", Text),
    ("meta", Object),
    ("language", Text),
    ("text", Object),
    ("contained", List),
    ("extension", List),
    ("identifier", Object),
    ("basedOn", List),
    ("partOf", List),
    ("questionnaire", Any),
    ("status", Text),
    ("subject", Object),
    ("encounter", Object),
    ("authored", Text),
    ("author", Object),
    ("source", Object),
    ("item", List),
];

/// The elements of an item.
pub(super) const ITEM: &[(&str, Type)] = &[
    ("id", Text),
    ("extension", List),
    ("linkId", Any),
    ("definition", Text),
    ("text", Text),
    ("answer", List),
    ("item", List),
];

/// The elements of an answer, besides its value.
pub(super) const ANSWER: &[(&str, Type)] = &[("id", Text), ("extension", List), ("item", List)];

/// The elements of a coding.
pub(super) const CODING: &[(&str, Type)] = &[
    ("id", Text),
    ("extension", List),
    ("system", Any),
    ("version", Text),
    ("code", Any),
    ("display", Text),
    ("userSelected", Any),
];

/// An element that is not as it should be.
pub(super) struct Wrong<'a> {
    /// Its value.
    pub(super) part: &'a str,
    /// Its name, if R4 has it: then it is of the wrong type.
    pub(super) name: Option<&'static str>,
}

/// The elements of an object that are not known, or are of the wrong type.
pub(super) fn wrong<'a>(elements: &'static [(&'static str, Type)], members: &Members<'a>) -> Vec<Wrong<'a>> {
    let wrong = |(key, part): &(Key<'a>, &'a str)| {
        let name = key.0.as_ref();
        // What begins with a line says more of the text of that name: of nothing else can more be said so.
        let is_more = name
            .strip_prefix('_')
            .is_some_and(|text| elements.iter().any(|(known, of)| *known == text && matches!(of, Text | Any)));
        // A value is read by itself.
        let is_other = is_more || (elements == ANSWER && name.starts_with("value"));
        let found = elements.iter().find(|(known, _)| *known == name);
        let is_right = match found.map(|(_, of)| *of) {
            Some(Text) => string(part).is_some(),
            Some(Object) => object(part).is_some(),
            Some(List) => list(part).is_some(),
            Some(Any) => true,
            None => is_other,
        };
        (!is_right).then(|| Wrong { part, name: found.map(|(known, _)| *known) })
    };
    members.iter().filter_map(wrong).collect()
}
