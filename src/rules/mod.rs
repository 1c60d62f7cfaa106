//! Rule sets: JSON files in, a [`RuleSet`] out that cannot be wrong.

pub mod condition;
mod files;
mod id;
pub mod kind;
mod model;
mod packed;
pub mod raw;
mod retired;
mod validate;

pub(crate) use self::validate::{Log, Place, checked_text, shape, unique_ids};

use std::io;
use std::path::PathBuf;

pub use self::condition::{Condition, Leaf, NamedCondition};
pub use self::files::{LARGEST, RuleFile, RuleFiles, read_at_most};
pub use self::id::{Id, RESERVED, RESULTS};
pub use self::kind::{Now, Read, State, Urgency, Urgent};
pub use self::model::{
    Advice, AnswerOption, Caution, Citation, ClinicalReview, Coverage, CoveredBy, Header, Heading, Item, ItemIndex,
    Level, OptionIndex, Question, Source, Statement, Study, StudyCount, StudyOutcome, Topic, WarningSymptom,
};
pub use self::retired::RetiredId;
use crate::diagnostic::Diagnostic;

/// A rule set in which every reference resolves, every text is clean and every sentence has its sources.
///
/// The fields are private and validation is the only way in.
#[derive(Debug)]
pub struct RuleSet {
    header: Header,
    retired: Vec<RetiredId>,
    headings: Vec<Heading>,
    topics: Vec<Topic>,
    questions: Vec<Question>,
    cautions: Vec<Caution>,
    warning_symptoms: Vec<WarningSymptom>,
    conditions: Vec<std::sync::Arc<NamedCondition>>,
    always: Vec<Advice>,
    monitoring: Vec<Advice>,
    alternatives: Vec<Advice>,
    coverage: Vec<Coverage>,
    sources: Vec<Source>,
}

/// Why a rule set could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or folder could not be read.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The files are not a valid rule set.
    #[error("the rule set has {} errors", .0.len())]
    Invalid(Vec<Diagnostic>),
}

impl RuleSet {
    /// The rule set of some files.
    ///
    /// # Errors
    /// Everything that is wrong with the rules.
    pub fn load(files: &RuleFiles) -> Result<Self, LoadError> {
        validate::validate(files).map_err(LoadError::Invalid)
    }

    /// Who made it, when, and how far it was reviewed.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The ids that were used before.
    pub fn retired(&self) -> &[RetiredId] {
        &self.retired
    }

    /// Headings of levels for some people; for everybody else the program has its own.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The topics, in order.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The place of a topic in their order.
    pub fn place_of_topic(&self, id: &Id) -> usize {
        self.topics.iter().position(|topic| topic.id == *id).unwrap_or(self.topics.len())
    }

    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The questions, in the order they are asked.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Everything that takes an answer, in questionnaire order: the item with index *n* is the *n*th.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.questions.iter().flat_map(|question| &question.items)
    }

    /// The item at a place.
    pub fn item(&self, index: ItemIndex) -> Option<&Item> {
        self.items().nth(index.0)
    }

    /// The item with this reference: `question`, or `group.item`.
    pub fn find_item(&self, reference: &str) -> Option<&Item> {
        self.items().find(|item| item.reference == reference)
    }

    /// The cautions, in the order of the topics.
    pub fn cautions(&self) -> &[Caution] {
        &self.cautions
    }

    /// The caution with this id.
    pub fn caution(&self, id: &str) -> Option<&Caution> {
        self.cautions.iter().find(|caution| caution.id == *id)
    }

    /// The warning symptoms, in the order of the topics.
    pub fn warning_symptoms(&self) -> &[WarningSymptom] {
        &self.warning_symptoms
    }

    /// One line for each emergency symptom, in the order they are asked.
    pub fn emergency_signs(&self) -> Vec<String> {
        let mut symptoms: Vec<&WarningSymptom> =
            self.warning_symptoms.iter().filter(|symptom| symptom.urgency == Urgency::Emergency).collect();
        symptoms.sort_by_key(|symptom| symptom.reported_by);
        symptoms.into_iter().map(|symptom| symptom.brief.clone()).collect()
    }

    /// The named conditions.
    pub fn conditions(&self) -> impl Iterator<Item = &NamedCondition> {
        self.conditions.iter().map(AsRef::as_ref)
    }

    /// Advice that is printed in every report.
    pub fn always(&self) -> &[Advice] {
        &self.always
    }

    /// Tests and plans.
    pub fn monitoring(&self) -> &[Advice] {
        &self.monitoring
    }

    /// Other kinds of treatment.
    pub fn alternatives(&self) -> &[Advice] {
        &self.alternatives
    }

    /// The register of the topics that regulators warn of.
    pub fn coverage(&self) -> &[Coverage] {
        &self.coverage
    }

    /// Every document that is cited.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}
