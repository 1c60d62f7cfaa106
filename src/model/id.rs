//! The one grammar of ids.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// Ids longer than this are refused.
const LONGEST: usize = 60;

/// An id: words of `a-z` and `0-9`, joined by single underscores, such as `clot_history` or `65_or_older`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The id that `text` is, or nothing where it breaks the grammar.
    pub fn new(text: &str) -> Option<Self> {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        (text.len() <= LONGEST && text.split('_').all(is_word)).then(|| Self(text.to_owned()))
    }

    /// Stands for an invalid id that was reported, so that validation can go on.
    pub(crate) fn placeholder() -> Self {
        Self("placeholder".to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn the_grammar_is_snake_case() {
        for good in ["a", "clot_history", "65_or_older", "18_to_49"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in ["", "_a", "a_", "a__b", "A", "a-b", "a.b", "\u{e9}", &"a".repeat(61)] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
