//! A rule set in bytes, as it was validated: for the one built into the program, which is read at every start.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::RuleSet;
use super::condition::NamedCondition;
use super::model::{Caution, Coverage, Header, Passage, Question, Source, Topic, WarningSymptom};

/// The fields of a rule set. It is not the rule set itself that can be read, so that validation stays the only way in for
/// everybody else.
#[derive(Debug, Deserialize)]
struct Packed {
    header: Header,
    topics: Vec<Topic>,
    questions: Vec<Question>,
    cautions: Vec<Caution>,
    warning_symptoms: Vec<WarningSymptom>,
    conditions: Vec<Arc<NamedCondition>>,
    always: Vec<Passage>,
    monitoring: Vec<Passage>,
    alternatives: Vec<Passage>,
    coverage: Vec<Coverage>,
    sources: Vec<Source>,
}

/// The same, borrowed.
#[derive(Debug, Serialize)]
struct Packing<'r> {
    header: &'r Header,
    topics: &'r [Topic],
    questions: &'r [Question],
    cautions: &'r [Caution],
    warning_symptoms: &'r [WarningSymptom],
    conditions: &'r [Arc<NamedCondition>],
    always: &'r [Passage],
    monitoring: &'r [Passage],
    alternatives: &'r [Passage],
    coverage: &'r [Coverage],
    sources: &'r [Source],
}

impl RuleSet {
    /// The rule set in bytes, for the build of the program that holds it.
    ///
    /// # Errors
    /// None that could be named: everything in a rule set can be packed.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let Self {
            header,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        } = self;
        postcard::to_allocvec(&Packing {
            header,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        })
    }

    /// The rule set that was packed. Nothing where the bytes are none.
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        let Packed {
            header,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        } = postcard::from_bytes(bytes).ok()?;
        Some(Self {
            header,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        })
    }
}
