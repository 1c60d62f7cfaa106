//! The test program: one link step, one module a subject.

mod bad_answers;
mod bad_rules;
