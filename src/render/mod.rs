//! Renders documents as text, Markdown and HTML, and data as JSON and CSV. All are pure functions.

pub(crate) mod csv;
pub mod document;
pub mod html;
pub mod json;
pub mod markdown;
mod page;
mod paint;
mod table;
pub mod text;
pub mod visible;

pub use self::page::Page;
pub use self::paint::Paint;
