//! Every sentence of the program: the fixed safety texts, headings, messages and hints. Sentences that come from
//! sources are in `rules/`.
//!
//! Each part of the program has a struct here with a field for each sentence, and each language gives the values. A
//! sentence with values in it is a function, so that plurals and word order belong to the language. Another language is
//! a folder next to `en`, which does not compile until it is complete.

pub mod answers;
pub mod asking;
pub mod batch;
pub mod cli;
pub mod comparison;
pub mod containers;
pub mod demo;
mod en;
pub mod explanation;
pub mod export;
pub mod hazards;
pub mod heading;
pub mod help;
pub mod list;
pub mod page;
pub mod phrase;
pub mod proof;
pub mod responses;
pub mod review;
pub mod reviewers_copy;
pub mod rules;
pub mod safety;

use self::{
    answers::Answers, asking::Asking, batch::Batch, cli::Cli, comparison::Comparison, containers::Containers,
    demo::Demo, explanation::Explanation, export::Export, hazards::Hazards, heading::Heading, help::Help, list::List,
    page::PageText, phrase::Phrase, proof::Proof, responses::Responses, review::Review, reviewers_copy::ReviewersCopy,
    rules::Rules, safety::Safety,
};

/// Every sentence of the program in one language.
#[derive(Debug)]
pub struct Language {
    /// The code of the language, as in HTML's `lang`.
    pub code: &'static str,
    /// Error messages about answers.
    pub answers: Answers,
    /// Texts of the questionnaire in the terminal.
    pub asking: Asking,
    /// Texts of batches.
    pub batch: Batch,
    /// Messages of the command line.
    pub cli: Cli,
    /// Texts of comparisons.
    pub comparison: Comparison,
    /// What to do with a file that is no answers in JSON.
    pub containers: Containers,
    /// Texts about the example people.
    pub demo: Demo,
    /// Texts of the explanation of a caution.
    pub explanation: Explanation,
    /// Texts in exports of the rules: SQL, tables, schemas.
    pub export: Export,
    /// Texts of the log of hazards.
    pub hazards: Hazards,
    /// Headings of reports and teaching pages. Plain text prints those of sections in capitals.
    pub heading: Heading,
    /// The help of the command line.
    pub help: Help,
    /// The texts of a list.
    pub list: List,
    /// Texts of the questionnaire as a page for a browser.
    pub page: PageText,
    /// Phrases around the content of the rules.
    pub phrase: Phrase,
    /// What is proved of a rule set, and what breaks it.
    pub proof: Proof,
    /// Messages about responses of FHIR.
    pub responses: Responses,
    /// Texts about reviews: the list, the review packet, the pictures of the topics.
    pub review: Review,
    /// Texts of the reviewer's copy.
    pub reviewers_copy: ReviewersCopy,
    /// Error messages about rule files.
    pub rules: Rules,
    /// The fixed safety texts, and the words for states, levels and urgency.
    pub safety: Safety,
}

/// The language of the program, which is always English so far.
pub fn language() -> &'static Language {
    &en::ENGLISH
}
