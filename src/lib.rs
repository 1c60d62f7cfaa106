//! A screening checklist about JAK inhibitors: rules in, answers in, a sourced report out.
//!
//! ```text
//!  rules/jak-inhibitors/*.json ──load──▶ model::RuleSet     every reference resolved; each mistake with file:line:column
//!                                           │
//!            ┌──────────────┬───────────────┼────────────────┬──────────────┐
//!            ▼              ▼               ▼                ▼              ▼
//!        analysis          ask          evaluate           batch         export
//!    worked cases,    session, flow,   pure, total       bit masks     SQL, schema,
//!    smallest sets     lists, lines        │                             table
//!                           │              │
//!  answers: JSON, table     ▼              ▼
//!       ──answers::read──▶ Answers ──▶ Evaluation             caution → state + because + settled_by + also_not_sure
//!                                          ▼
//!                                        pages ──▶ JSON        what each page says, and how it is laid out
//!                                          ▼
//!                        render: text · markdown · html        pure; escaping is a type
//! ```
//!
//! Imports go downwards only: `ask`, `batch`, `export`, `pages` → `analysis` → `evaluate` → `answers` → `model`, with
//! `text`, `render` and `load` beside them.
//!
//! # Why it is built like this
//!
//! **Three values, no *not*.** A missing answer is unknown, never no. Conditions join answers with *all* (the smallest
//! value) and *any* (the largest). Without a *not* this logic is exact, and adding a risk can never take a caution away.
//!
//! **No verdict.** A caution applies, is open because of an answer *not sure*, is open because of a missing answer, or
//! did not match. There is no fifth state, no score and no all-clear, and no type that could hold one.
//!
//! **Raw and true.** [`load::raw`] is what was written, [`model::RuleSet`] is what is true: after loading nothing can fail
//! to resolve. Every sentence that a person reads stands in the rules beside its sources, or in [`text`](mod@text).
//!
//! **One meaning, three engines.** [`evaluate`] is the reference. [`batch`] compiles conditions to masks, two for the
//! three values, for 64 records at a time. [`export::sql`] writes them as a query, whose NULL is unknown as well. Each
//! is held against the one before.
//!
//! **Same input, same bytes.** No clock, locale, width or environment is read inside: date, width and colour are
//! arguments.

pub mod analysis;
pub mod answers;
pub mod ask;
pub mod batch;
pub mod evaluate;
pub mod export;
pub mod fhir;
pub mod load;
pub mod model;
pub mod pages;
pub mod render;
pub mod text;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
