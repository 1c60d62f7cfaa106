//! The register of the topics that regulators warn of.

use super::condition::Condition;
use super::id::Id;
use super::place::QuestionIndex;
use super::source::Citation;

/// A topic that regulators warn of, and what this list does about it.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Id within the register.
    pub id: Id,
    /// Title that a person reads.
    pub title: String,
    /// The sources; never empty.
    pub cites: Vec<Citation>,
    /// How it is covered.
    pub by: CoveredBy,
}

/// How a topic of the register is covered.
#[derive(Clone, Debug)]
pub enum CoveredBy {
    /// These questions ask about it, and a rule reads them.
    Questions(Vec<QuestionIndex>),
    /// Nothing asks about it; this is printed.
    Printed {
        /// Left out where this is definitely false.
        show_when: Option<Condition>,
        /// What the person reads; never empty.
        tell: Vec<String>,
    },
}
