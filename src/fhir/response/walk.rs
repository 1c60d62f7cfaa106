//! JSON as it stands in the text: objects, lists and texts, each at its place.

use serde_json::value::RawValue;

use crate::answers::members::{self, Key};

/// The members of an object.
pub(super) type Members<'a> = [(Key<'a>, &'a str)];

/// The members of an object.
pub(super) fn object(text: &str) -> Option<Vec<(Key<'_>, &str)>> {
    let members::Members(members) = serde_json::from_str(text).ok()?;
    Some(members.into_iter().map(|(key, value): (Key<'_>, &RawValue)| (key, value.get())).collect())
}

/// The values of a list.
pub(super) fn list(text: &str) -> Option<Vec<&str>> {
    let values: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    Some(values.into_iter().map(RawValue::get).collect())
}

/// A text, decoded.
pub(super) fn string(text: &str) -> Option<String> {
    serde_json::from_str(text).ok()
}

/// The value of a key. No key is there twice.
pub(super) fn value<'t>(members: &[(Key<'_>, &'t str)], name: &str) -> Option<&'t str> {
    members.iter().find(|(key, _)| key.0 == name).map(|(_, value)| *value)
}

/// Calls `visit` for each object in a text, with its members. The text is JSON that was parsed before, so it is nested no deeper
/// than the parser goes.
pub(super) fn each_object<'t>(text: &'t str, visit: &mut impl FnMut(&[(Key<'t>, &'t str)])) {
    if let Some(members) = object(text) {
        visit(&members);
        for (_, value) in &members {
            each_object(value, visit);
        }
    } else if let Some(values) = list(text) {
        for value in values {
            each_object(value, visit);
        }
    }
}
