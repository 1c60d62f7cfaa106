//! Renderers: pure functions from a report or a rule set to text.

pub mod html;
pub mod json;
pub mod markdown;
mod page;
mod paint;
pub mod text;

pub use self::page::Page;
pub use self::paint::Paint;
