//! The order of cautions and warning symptoms in a report.

use super::caution::{Caution, Level};
use super::id::Id;
use super::place::TopicIndex;
use super::symptom::{Urgency, WarningSymptom};

impl Caution {
    /// Orders the cautions of one state in a report: the most pressing first, then the most specific; then by topic and
    /// id, because the order within a file means nothing.
    pub fn place_in_report(&self) -> (Level, u32, TopicIndex, &Id) {
        (self.level, self.applies_when.breadth(), self.topic, &self.id)
    }
}

impl WarningSymptom {
    /// Orders the symptoms that a person reports alike: the most urgent first; then by topic and id, because the order
    /// within a file means nothing.
    pub fn place_in_report(&self) -> (Urgency, TopicIndex, &Id) {
        (self.urgency, self.topic, &self.id)
    }
}
