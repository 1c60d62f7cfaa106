//! Makes serde accept a struct only as an object.
//!
//! serde's derive also accepts a list of the values in the order of the fields, in which two values could be swapped
//! unnoticed.

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::{
    Advice, AnswerOption, Argument, Case, CasesFile, Caution, Citation, Claim, Condition, Contrary, Control, Coverage,
    Expectation, Hazard, HazardsFile, Heading, Left, NamedCondition, Passage, Question, RetiredId, Review, Reviewer,
    ReviewsFile, RuleSetFile, Source, SourcesFile, Statement, Study, StudyCount, StudyGroup, StudyOutcome, TopicFile,
    WarningSymptom,
};

/// A deserializer that asks for a map where a struct is wanted.
struct OnlyObject<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for OnlyObject<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Deserializes each struct by its derived function, which `remote = "Self"` leaves as an inherent one.
macro_rules! only_objects {
    ($($name:ident)+) => {$(
        impl<'de: 'f, 'f> Deserialize<'de> for $name<'f> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $name::deserialize(OnlyObject(deserializer))
            }
        }
    )+};
}

only_objects! {
    Advice AnswerOption Argument Case CasesFile Caution Citation Claim Condition Contrary Control Coverage Expectation Hazard HazardsFile Heading Left NamedCondition Passage Question RetiredId Review Reviewer ReviewsFile RuleSetFile Source SourcesFile Statement Study StudyCount StudyGroup StudyOutcome TopicFile WarningSymptom
}
