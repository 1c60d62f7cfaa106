//! Collects everything that rules can refer to, before any reference is resolved.

use std::collections::{BTreeMap, BTreeSet};

use super::documents::TopicFile;
use super::place::{Place, report_duplicates};
use crate::load::diagnostic::Code;
use crate::load::raw;
use crate::model::{OptionMask, QuestionIndex};
use crate::text::language;
use crate::text::rules::Kind;

/// The options of an item of a group, in the order of `OptionIndex::YES` and `NO`.
pub(super) const YES_NO: [&str; 2] = ["yes", "no"];

/// An item, which takes one answer: a question with options, or one line of a group.
#[derive(Debug)]
pub(super) struct ItemName<'r> {
    /// Index among all items of the questionnaire.
    pub(super) index: usize,
    /// Index of its question in the questionnaire.
    pub(super) question: usize,
    /// Ids of its options.
    pub(super) options: Vec<&'r str>,
}

/// A warning symptom that can be reported, with the text of its item.
#[derive(Debug)]
pub(super) struct SymptomName<'r> {
    pub(super) id: &'r str,
    pub(super) brief: &'r str,
}

/// Everything that can be referred to.
#[derive(Debug, Default)]
pub(super) struct Names<'r> {
    /// Items by reference: `question` or `group.item`.
    pub(super) items: BTreeMap<String, ItemName<'r>>,
    /// Groups, with the references of their items.
    pub(super) groups: BTreeMap<&'r str, Vec<String>>,
    /// Indexes of the questions by id.
    pub(super) questions: BTreeMap<&'r str, QuestionIndex>,
    /// Groups with `items_from`, whose items are the warning symptoms.
    pub(super) symptom_groups: BTreeSet<&'r str>,
    /// Warning symptoms, the most urgent first.
    pub(super) symptoms: Vec<SymptomName<'r>>,
}

impl<'r> Names<'r> {
    /// Collects the names of all topics, and reports duplicates.
    pub(super) fn collect(topics: &'r [TopicFile<'_>]) -> Self {
        let mut names = Self { symptoms: symptoms(topics), ..Self::default() };
        let questions = topics.iter().flat_map(|topic| topic.place.each("questions", &topic.raw.questions));
        for (order, (place, question)) in questions.enumerate() {
            names.questions.insert(&question.id, QuestionIndex(order));
            names.add_question(order, &place, question);
        }
        report_duplicates(
            Kind::Question,
            topics.iter().flat_map(|t| t.place.each("questions", &t.raw.questions)),
            |q| &q.id,
        );
        report_duplicates(Kind::Caution, topics.iter().flat_map(|t| t.place.each("cautions", &t.raw.cautions)), |c| {
            &c.id
        });
        let symptoms = topics.iter().flat_map(|t| t.place.each("warning_symptoms", &t.raw.warning_symptoms));
        report_duplicates(Kind::WarningSymptom, symptoms, |symptom| &symptom.id);
        names.report_symptom_groups(topics);
        report_duplicates(Kind::Study, topics.iter().flat_map(|t| t.place.each("studies", &t.raw.studies)), |s| &s.id);
        names
    }

    /// Reports an error unless exactly one question has the warning symptoms as items, or none if there are no
    /// symptoms. A second one would not be read.
    fn report_symptom_groups(&self, topics: &[TopicFile<'_>]) {
        let needed = usize::from(!self.symptoms.is_empty());
        if self.symptom_groups.len() != needed
            && let Some(topic) = topics.first()
        {
            let count = self.symptom_groups.len();
            topic.place.report(Code::QuestionShape, (language().rules.symptom_questions)(count));
        }
    }

    /// Every id of a question, an item, an option, a caution or a symptom.
    pub(super) fn used_ids<'n>(&'n self, topics: &'n [TopicFile<'_>]) -> BTreeSet<&'n str> {
        let of_items = self.items.iter().flat_map(|(reference, item)| {
            let id = reference.rsplit_once('.').map_or(reference.as_str(), |(_, id)| id);
            item.options.iter().copied().chain([id])
        });
        let cautions = topics.iter().flat_map(|topic| topic.raw.cautions.iter().map(|caution| caution.id.as_str()));
        let symptoms = self.symptoms.iter().map(|symptom| symptom.id);
        self.questions.keys().copied().chain(of_items).chain(cautions).chain(symptoms).collect()
    }

    fn add_question(&mut self, order: usize, place: &Place<'_>, question: &'r raw::Question<'r>) {
        match (&question.options, &question.items, question.items_from) {
            (Some(options), None, None) => {
                report_duplicates(Kind::Option, place.each("options", options), |option| &option.id);
                let options = options.iter().map(|option| option.id.as_str()).collect();
                self.add_item(place, question.id.to_string(), order, options);
            }
            (None, Some(items), None) => {
                report_duplicates(Kind::Item, place.each("items", items), |item| &item.id);
                self.add_group(order, place, question, &items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>());
            }
            (None, None, Some(raw::ItemsFrom::WarningSymptoms)) => {
                self.symptom_groups.insert(&question.id);
                let ids: Vec<&str> = self.symptoms.iter().map(|symptom| symptom.id).collect();
                self.add_group(order, place, question, &ids);
            }
            _ => place.report(Code::QuestionShape, (language().rules.question_shape)(&question.id)),
        }
    }

    fn add_group(&mut self, order: usize, place: &Place<'_>, question: &'r raw::Question<'r>, items: &[&'r str]) {
        if items.is_empty() {
            place.report(Code::QuestionShape, language().rules.no_items);
        }
        let references: Vec<String> = items.iter().map(|item| format!("{}.{item}", question.id)).collect();
        for reference in &references {
            self.add_item(place, reference.clone(), order, YES_NO.to_vec());
        }
        self.groups.insert(&question.id, references);
    }

    fn add_item(&mut self, place: &Place<'_>, reference: String, question: usize, options: Vec<&'r str>) {
        if options.is_empty() {
            place.report(Code::QuestionShape, language().rules.no_options);
        }
        if options.len() > OptionMask::MOST {
            place.report(Code::TooManyOptions, language().rules.too_many_options);
        }
        let index = self.items.len();
        // A second question with the same id was reported as a duplicate. The name refers to the first.
        self.items.entry(reference).or_insert(ItemName { index, question, options });
    }
}

fn symptoms<'r>(topics: &'r [TopicFile<'_>]) -> Vec<SymptomName<'r>> {
    let mut symptoms: Vec<(usize, &raw::WarningSymptom<'_>)> = topics
        .iter()
        .enumerate()
        .flat_map(|(topic, file)| file.raw.warning_symptoms.iter().map(move |symptom| (topic, symptom)))
        .collect();
    // Sorted by id within a topic, as the order in the file must have no effect.
    symptoms.sort_by_key(|(topic, symptom)| (symptom.urgency, *topic, &symptom.id));
    symptoms.into_iter().map(|(_, symptom)| SymptomName { id: &symptom.id, brief: &symptom.brief }).collect()
}
