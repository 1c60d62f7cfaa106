//! Which part of a rule set the reviewer's copy has.

use crate::model::{Id, RuleSet, Topic, TopicIndex};

/// The part of a rule set that is printed.
#[derive(Debug)]
pub struct Selection<'r> {
    pub(super) topics: Vec<&'r Topic>,
    only: Option<&'r str>,
    pub(super) is_everything: bool,
}

impl<'r> Selection<'r> {
    /// Without an id everything; otherwise the topic with this id, or every question, caution, symptom or advice with
    /// it.
    pub fn new(rules: &'r RuleSet, id: Option<&'r str>) -> Self {
        let Some(id) = id else {
            return Self { topics: rules.topics().iter().collect(), only: None, is_everything: true };
        };
        if let Some(topic) = rules.topic(id) {
            return Self { topics: vec![topic], only: None, is_everything: false };
        }
        let questions = rules.questions().iter().map(|question| (&question.id, question.topic));
        let cautions = rules.cautions().iter().map(|caution| (&caution.id, caution.topic));
        let symptoms = rules.warning_symptoms().iter().map(|symptom| (&symptom.id, symptom.topic));
        let advice = rules.monitoring().iter().chain(rules.alternatives());
        let advice = advice.filter_map(|advice| Some((&advice.id, advice.topic?)));
        let all = questions.chain(cautions).chain(symptoms).chain(advice);
        let holders: Vec<TopicIndex> = all.filter(|(own, _)| **own == *id).map(|(_, topic)| topic).collect();
        let topics = rules.topics().iter().filter(|topic| holders.contains(&topic.index)).collect();
        Self { topics, only: Some(id), is_everything: false }
    }

    /// Whether nothing has the id.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// Whether it is the whole of a topic or more, and not what has one id.
    pub(super) fn is_whole(&self) -> bool {
        self.only.is_none()
    }

    pub(super) fn has(&self, id: &Id) -> bool {
        self.only.is_none_or(|only| *id == *only)
    }
}
