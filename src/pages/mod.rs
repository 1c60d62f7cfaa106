//! The content of each page, and its layout as a document.

pub mod comparison;
pub(crate) mod condition;
pub mod demo;
pub mod explanation;
pub mod failure;
pub mod frame;
pub mod hazards;
pub mod list;
mod marks;
pub mod people;
pub mod proofs;
pub(crate) mod provenance;
pub mod report;
pub mod review;
pub mod reviewers_copy;
pub mod topic;

pub use self::provenance::warnings;
