//! Conditions as they are written.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use super::Sentences;
use crate::text::language;

/// A condition under a name.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct NamedCondition {
    /// Id that `holds` refers to.
    pub id: String,
    /// What it means, in words.
    pub title: String,
    /// The condition.
    pub when: Condition,
    /// For the reviewer.
    pub note: Option<Sentences>,
}

/// A condition; exactly one form is used: `all`, `any`, `question` with `is`, `group` with `any_is`, `holds`.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(!remote)]
pub struct Condition {
    /// True if every part is.
    pub all: Option<Vec<Condition>>,
    /// True if one part is.
    pub any: Option<Vec<Condition>>,
    /// A question, or an item of a group as `group.item`.
    pub question: Option<String>,
    /// The option or options of `question` that make it true.
    pub is: Option<OneOrMore>,
    /// A group of items.
    pub group: Option<String>,
    /// The answer that makes it true if one item of `group` has it: `yes`.
    pub any_is: Option<String>,
    /// The named condition that must hold.
    pub holds: Option<String>,
}

/// One word, or a list of words.
#[derive(Debug)]
pub struct OneOrMore(pub Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = OneOrMore;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(language().rules.one_or_more)
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<OneOrMore, E> {
                Ok(OneOrMore(vec![word.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<OneOrMore, A::Error> {
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

impl JsonSchema for OneOrMore {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMore".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 }]
        })
    }
}
