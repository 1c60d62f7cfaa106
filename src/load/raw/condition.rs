//! The format of conditions.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use super::{Sentences, Text};
use crate::text::language;

/// A condition under a name.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct NamedCondition<'f> {
    /// Id that `holds` refers to.
    pub id: Text<'f>,
    /// What it means, in words.
    pub title: Text<'f>,
    /// The condition.
    pub when: Condition<'f>,
    /// For the reviewer.
    pub note: Option<Sentences<'f>>,
}

/// A condition; exactly one form is used: `all`, `any`, `question` with `is`, `group` with `any_is`, `holds`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'f"))]
#[schemars(!remote)]
pub struct Condition<'f> {
    /// True if every part is.
    pub all: Option<Vec<Condition<'f>>>,
    /// True if one part is.
    pub any: Option<Vec<Condition<'f>>>,
    /// A question, or an item of a group as `group.item`.
    pub question: Option<Text<'f>>,
    /// The option or options of `question` that make it true.
    pub is: Option<OneOrMore<'f>>,
    /// A group of items.
    pub group: Option<Text<'f>>,
    /// The answer that makes it true if one item of `group` has it: `yes`.
    pub any_is: Option<Text<'f>>,
    /// The named condition that must hold.
    pub holds: Option<Text<'f>>,
}

/// One word, or a list of words.
#[derive(Debug)]
pub struct OneOrMore<'f>(pub Vec<Text<'f>>);

impl<'de: 'f, 'f> Deserialize<'de> for OneOrMore<'f> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = OneOrMore<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(language().rules.one_or_more)
            }

            fn visit_borrowed_str<E: de::Error>(self, word: &'de str) -> Result<OneOrMore<'de>, E> {
                Ok(OneOrMore(vec![Text::from(word)]))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<OneOrMore<'de>, E> {
                Ok(OneOrMore(vec![Text::from(word.to_owned())]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<OneOrMore<'de>, A::Error> {
                let mut all = Vec::new();
                while let Some(word) = words.next_element()? {
                    all.push(word);
                }
                Ok(OneOrMore(all))
            }
        }

        deserializer.deserialize_any(Words)
    }
}

impl JsonSchema for OneOrMore<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMore".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 }]
        })
    }
}
