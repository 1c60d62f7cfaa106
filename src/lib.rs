//! A screening checklist about JAK inhibitors: rules in, answers in, a sourced report out.
//!
//! ```text
//!  rules/jak-inhibitors/*.json ──serde──▶ rules::raw      shape only: unknown key, wrong type → line:column
//!                                           │ validate      every diagnostic: code, file:line:column, hint
//!                                           ▼
//!                                       RuleSet            typed, private fields, one way in, every reference resolved
//!                     ┌───────────────┬────┴──────────┬──────────────┬───────────────┐
//!                     ▼               ▼               ▼              ▼               ▼
//!                 analysis         Session ◀▶ Asker  export        batch          document::review
//!              worked cases        lists, lines      JSON Schema,  lines in, out  rules in words
//!                                     ▼              SQL, a table  on bit masks
//!  answers JSON ──────────────────▶ Answers
//!                                     ▼  Situation: what was left out
//!                                  Evaluation             pure and total; each caution → state + because + settled_by
//!                                     ▼
//!                                   Report                plain data in final order; its structs are the JSON report
//!                                     ▼
//!                                  document               sections, lists and lines; also of sheets, comparisons, topics
//!                                     ▼
//!                    render::{text, markdown, html, json}     pure renderers
//! ```
//!
//! # Why it is built like this
//!
//! **Three values, no *not*.** A missing answer is unknown, never no. Conditions join answers with *all* (the smallest
//! value) and *any* (the largest). Without a *not* this logic is exact, and adding a risk can never take a caution away.
//!
//! **No verdict.** A caution applies, is open because of an answer *not sure*, is open because of a missing answer, or
//! did not match. There is no fifth state, no score and no all-clear, and no type that could hold one.
//!
//! **Raw and true.** [`rules::raw`] is what was written, [`rules::RuleSet`] is what is true: after validation nothing
//! can fail to resolve. Every sentence that a person reads stands in the rules beside its sources, or in [`wording`].
//!
//! **One meaning, three engines.** [`evaluation`] is the reference. [`batch`] compiles conditions to masks, two for the
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
pub mod load;
pub mod model;
pub mod pages;
pub mod render;
pub mod text;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
