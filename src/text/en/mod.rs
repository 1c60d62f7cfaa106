//! English.

mod answers;
mod asking;
mod batch;
mod cli;
mod comparison;
mod containers;
mod demo;
mod explanation;
mod export;
mod hazards;
mod heading;
mod help;
mod list;
mod page;
mod phrase;
mod proof;
mod responses;
mod review;
mod reviewers_copy;
mod rules;
mod safety;

use super::Language;

/// English.
pub(super) static ENGLISH: Language = Language {
    code: "en",
    answers: answers::ANSWERS,
    asking: asking::ASKING,
    batch: batch::BATCH,
    cli: cli::CLI,
    comparison: comparison::COMPARISON,
    containers: containers::CONTAINERS,
    demo: demo::DEMO,
    explanation: explanation::EXPLANATION,
    export: export::EXPORT,
    hazards: hazards::HAZARDS,
    heading: heading::HEADING,
    help: help::HELP,
    list: list::LIST,
    page: page::PAGE,
    phrase: phrase::PHRASE,
    proof: proof::PROOF,
    responses: responses::RESPONSES,
    review: review::REVIEW,
    reviewers_copy: reviewers_copy::REVIEWERS_COPY,
    rules: rules::RULES,
    safety: safety::SAFETY,
};
