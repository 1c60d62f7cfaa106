//! The members of a JSON object as they stand in the text: in order, twice if written twice, each at its place.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::load::locate::Position;

/// The members of a JSON object in the order they stand, duplicates and all.
pub(crate) struct Members<'t>(pub(crate) Vec<(Key<'t>, &'t RawValue)>);

/// A key: borrowed from the text, or put together where it was written with escapes.
pub(crate) struct Key<'t>(pub(crate) Cow<'t, str>);

impl<'de: 't, 't> Deserialize<'de> for Key<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }

            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

impl<'de: 't, 't> Deserialize<'de> for Members<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

impl Key<'_> {
    /// Where the key stands in the whole text, or where its value stands if the key was written with escapes.
    pub(crate) fn position(&self, value: &str, whole: &str) -> Position {
        match &self.0 {
            // The opening quote of a key is part of it.
            Cow::Borrowed(key) => {
                let Position { line, column } = Position::of_part(whole, key);
                Position { line, column: column - 1 }
            }
            Cow::Owned(_) => Position::of_part(whole, value),
        }
    }
}
