//! One test program for all modules, so that it is linked only once.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; clippy allows this in test functions only, not in what they call"
)]

mod asking;
mod bad_answers;
mod bad_rules;
mod batch;
mod batch_command;
mod built_in;
mod bundle;
mod columns;
mod command_line;
mod containers;
mod content;
mod demo;
mod evaluation;
mod examples;
mod explain;
mod exports;
mod faults;
mod few_keys;
mod first_minute;
mod formats;
mod hazards;
mod hostile;
mod json_errors;
mod killed;
mod language;
mod layers;
mod leaving;
mod list;
mod made_pages;
mod output;
mod packet;
mod page;
mod pages;
mod parity;
mod paths;
mod proof;
mod properties;
mod questionnaire;
mod readme;
mod real_answers;
mod refused_responses;
mod response_batch;
mod responses;
mod retired;
mod review;
mod reviewer;
mod reviewing;
mod saving;
mod schema;
mod screens;
mod sql;
mod stopping;
mod support;
mod table_headers;
mod table_rows;
mod tables;
mod terminal;
mod the_end;
mod to_columns;
mod tracing;
mod typed_words;
