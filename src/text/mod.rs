//! Every sentence of the program: the fixed safety texts, headings, questions, errors and hints. What comes from sources is in
//! `rules/`.
//!
//! Each part of the program has a struct here that names its sentences, and each language gives them: a sentence that
//! never changes is a text, one with something to put in is a function, so that plurals and the order of words are the
//! language's own. Another language is another folder beside `en`, which does not build until nothing is missing.

pub mod answers;
pub mod asking;
pub mod batch;
pub mod cli;
pub mod comparison;
pub mod demo;
mod en;
pub mod explanation;
pub mod export;
pub mod heading;
pub mod help;
pub mod list;
pub mod phrase;
pub mod reviewers_copy;
pub mod rules;
pub mod safety;

use self::{
    answers::Answers, asking::Asking, batch::Batch, cli::Cli, comparison::Comparison, demo::Demo,
    explanation::Explanation, export::Export, heading::Heading, help::Help, list::List, phrase::Phrase,
    reviewers_copy::ReviewersCopy, rules::Rules, safety::Safety,
};

/// Every sentence of the program in one language.
#[derive(Debug)]
pub struct Language {
    /// The code of the language, as in HTML's `lang`.
    pub code: &'static str,
    /// What is said of mistakes in answers.
    pub answers: Answers,
    /// What is said while asking.
    pub asking: Asking,
    /// What is said of many records.
    pub batch: Batch,
    /// What the command line says when something is wrong or written.
    pub cli: Cli,
    /// What is said of two people, or of one before and after a change.
    pub comparison: Comparison,
    /// What is said about the example people.
    pub demo: Demo,
    /// What is said of one caution explained.
    pub explanation: Explanation,
    /// What is said of the rules in other forms: queries, tables, schemas.
    pub export: Export,
    /// Headings of reports and teaching pages. Plain text writes those of whole sections in capitals.
    pub heading: Heading,
    /// The help of the command line.
    pub help: Help,
    /// What a list says around the cautions and signs of one person.
    pub list: List,
    /// Phrases around the content: who said what, where it comes from, how much there is.
    pub phrase: Phrase,
    /// What is said to the reviewer of rules.
    pub reviewers_copy: ReviewersCopy,
    /// What is said of mistakes in rule files.
    pub rules: Rules,
    /// The fixed safety texts, and the words for states, levels and urgency.
    pub safety: Safety,
}

/// The language of the program. English is the one there is.
pub fn language() -> &'static Language {
    &en::ENGLISH
}
