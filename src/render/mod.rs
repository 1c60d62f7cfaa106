//! Renderers: pure functions from a report or a rule set to text.

pub mod comparison;
pub mod condition;
pub mod json;
mod marks;
mod page;
mod paint;
pub mod people;
pub mod review;
pub mod text;
pub mod topic;

pub use self::page::Page;
pub use self::paint::Paint;
