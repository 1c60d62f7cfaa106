//! A rule set: the index of everything in it.

use std::ops::Index;
use std::sync::Arc;

use super::caution::{Caution, Heading};
use super::condition::NamedCondition;
use super::contrary::Contrary;
use super::coverage::Coverage;
use super::header::Header;
use super::place::{ItemIndex, QuestionIndex, SourceIndex, TopicIndex};
use super::question::{Item, Question};
use super::retired::RetiredId;
use super::review::Review;
use super::source::{Advice, Citation, Passage, Source};
use super::symptom::{Urgency, WarningSymptom};
use super::topic::Topic;

/// A rule set in which every reference resolves, every text is clean and every sentence has its sources.
///
/// Outside this crate validation is the only way in. What stands at one of its places is `rules[place]`.
#[derive(Debug)]
pub struct RuleSet {
    parts: Parts,
    /// For each item the place of its question, and its place in that.
    items: Vec<(usize, usize)>,
}

/// What a rule set is made of, once it was validated.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) header: Header,
    pub(crate) retired: Vec<RetiredId>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) questions: Vec<Question>,
    pub(crate) cautions: Vec<Caution>,
    pub(crate) warning_symptoms: Vec<WarningSymptom>,
    pub(crate) conditions: Vec<Arc<NamedCondition>>,
    pub(crate) always: Vec<Advice>,
    pub(crate) monitoring: Vec<Advice>,
    pub(crate) alternatives: Vec<Advice>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) contrary: Vec<Contrary>,
    pub(crate) sources: Vec<Source>,
    pub(crate) reviews: Vec<Review>,
}

impl RuleSet {
    /// The rule set that these parts are.
    pub(crate) fn new(parts: Parts) -> Self {
        let places = |(place, question): (usize, &Question)| (0..question.items.len()).map(move |item| (place, item));
        let items = parts.questions.iter().enumerate().flat_map(places).collect();
        Self { parts, items }
    }

    /// Who made it, when, and how far it was reviewed.
    pub fn header(&self) -> &Header {
        &self.parts.header
    }

    /// The ids that were used before.
    pub fn retired(&self) -> &[RetiredId] {
        &self.parts.retired
    }

    /// The id that was used before, with what took its place.
    pub fn retired_id(&self, id: &str) -> Option<&RetiredId> {
        self.parts.retired.iter().find(|retired| retired.id == *id)
    }

    /// Headings of levels for some people; for everybody else the program has its own.
    pub fn headings(&self) -> &[Heading] {
        &self.parts.headings
    }

    /// The topics, in order.
    pub fn topics(&self) -> &[Topic] {
        &self.parts.topics
    }

    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.parts.topics.iter().find(|topic| topic.id == *id)
    }

    /// The questions, in the order they are asked.
    pub fn questions(&self) -> &[Question] {
        &self.parts.questions
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.parts.questions.iter().find(|question| question.id == *id)
    }

    /// Everything that takes an answer, in questionnaire order: the item with index *n* is the *n*th.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.questions.iter().flat_map(|question| &question.items)
    }

    /// The question of an item.
    #[expect(clippy::indexing_slicing, reason = "a rule set has something at each of its places")]
    pub fn question_of(&self, item: ItemIndex) -> &Question {
        &self.parts.questions[self.items[item.0].0]
    }

    /// What is cited.
    #[expect(clippy::indexing_slicing, reason = "a rule set has something at each of its places")]
    pub fn passage(&self, citation: &Citation) -> &Passage {
        &self[citation.source].passages[citation.passage.0]
    }

    /// The item with this reference: `question`, or `group.item`.
    pub fn find_item(&self, reference: &str) -> Option<&Item> {
        self.items().find(|item| item.reference == reference)
    }

    /// The cautions, in the order of the topics.
    pub fn cautions(&self) -> &[Caution] {
        &self.parts.cautions
    }

    /// The caution with this id.
    pub fn caution(&self, id: &str) -> Option<&Caution> {
        self.parts.cautions.iter().find(|caution| caution.id == *id)
    }

    /// The warning symptoms, in the order of the topics.
    pub fn warning_symptoms(&self) -> &[WarningSymptom] {
        &self.parts.warning_symptoms
    }

    /// The items that report emergency symptoms, in questionnaire order.
    pub fn emergency_items(&self) -> Vec<ItemIndex> {
        self.emergencies().into_iter().filter_map(|symptom| symptom.reported_by).collect()
    }

    /// The emergency symptoms, in the order they are asked.
    pub fn emergencies(&self) -> Vec<&WarningSymptom> {
        let symptoms = self.parts.warning_symptoms.iter();
        let mut emergencies: Vec<_> = symptoms.filter(|symptom| symptom.urgency == Urgency::Emergency).collect();
        emergencies.sort_by_key(|symptom| symptom.reported_by);
        emergencies
    }

    /// The named conditions.
    pub fn conditions(&self) -> impl Iterator<Item = &NamedCondition> {
        self.parts.conditions.iter().map(AsRef::as_ref)
    }

    /// Advice that is printed in every report.
    pub fn always(&self) -> &[Advice] {
        &self.parts.always
    }

    /// Tests and plans.
    pub fn monitoring(&self) -> &[Advice] {
        &self.parts.monitoring
    }

    /// Other kinds of treatment.
    pub fn alternatives(&self) -> &[Advice] {
        &self.parts.alternatives
    }

    /// The register of the topics that regulators warn of.
    pub fn coverage(&self) -> &[Coverage] {
        &self.parts.coverage
    }

    /// The phrases that nobody may read together.
    pub fn contrary(&self) -> &[Contrary] {
        &self.parts.contrary
    }

    /// Every document that is cited.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// The records of reviews, also of rules that have changed since.
    pub fn reviews(&self) -> &[Review] {
        &self.parts.reviews
    }
}

/// Gives what stands at a place. Only a loaded rule set makes places, each of something that it has.
macro_rules! at_place {
    ($($place:ty => $thing:ty, $list:ident;)+) => {$(
        #[expect(clippy::indexing_slicing, reason = "a rule set has something at each of its places")]
        impl Index<$place> for RuleSet {
            type Output = $thing;

            fn index(&self, place: $place) -> &$thing {
                &self.parts.$list[place.0]
            }
        }
    )+};
}

at_place! {
    TopicIndex => Topic, topics;
    QuestionIndex => Question, questions;
    SourceIndex => Source, sources;
}

#[expect(clippy::indexing_slicing, reason = "a rule set has something at each of its places")]
impl Index<ItemIndex> for RuleSet {
    type Output = Item;

    fn index(&self, item: ItemIndex) -> &Item {
        let (question, place) = self.items[item.0];
        &self.parts.questions[question].items[place]
    }
}
