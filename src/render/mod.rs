//! Renderers: pure functions from a document to text, Markdown and HTML, from any data to JSON.

pub(crate) mod csv;
pub mod document;
pub mod html;
pub mod json;
pub mod markdown;
mod page;
mod paint;
pub mod text;
pub mod visible;

pub use self::page::Page;
pub use self::paint::Paint;
