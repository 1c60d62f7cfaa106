//! Shared code of the tests. Test modules import from here, and never from each other.

pub(crate) mod allowed;
pub(crate) mod answers;
pub(crate) mod batch_reference;
pub(crate) mod diagnostics;
pub(crate) mod files;
pub(crate) mod made_rules;
pub(crate) mod made_texts;
pub(crate) mod program;
pub(crate) mod pty;
pub(crate) mod random;
pub(crate) mod records;
pub(crate) mod responses;
pub(crate) mod reviews;
pub(crate) mod rules;
pub(crate) mod rules_by_hand;
pub(crate) mod script;
pub(crate) mod second_evaluator;
pub(crate) mod snapshots;
pub(crate) mod sources;
pub(crate) mod sqlite;
pub(crate) mod ways;
pub(crate) mod words;

pub(crate) use answers::{Given, answers, answers_from, random_answers, report, text_of, to_json};
pub(crate) use files::{files, project};
pub(crate) use program::{jakcheck, run, text};
pub(crate) use rules::{DAY, built_in, day, options_of};
