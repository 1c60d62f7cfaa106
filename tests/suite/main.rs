//! The test program: one link step, one module a subject.

mod bad_answers;
mod bad_rules;
mod built_in;
mod evaluation;
mod language;
mod properties;
mod support;
