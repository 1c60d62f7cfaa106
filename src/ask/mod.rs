//! Asking a person: the flow of the questionnaire, and the terminal behind a trait.

mod adults;
mod alarm;
mod asker;
#[cfg(feature = "terminal")]
mod canvas;
#[cfg(feature = "terminal")]
mod cursor;
#[cfg(feature = "terminal")]
mod entry;
mod flow;
#[cfg(feature = "terminal")]
mod keyboard;
#[cfg(feature = "terminal")]
mod keys;
mod line;
#[cfg(feature = "terminal")]
mod list;
mod list_of;
#[cfg(feature = "terminal")]
mod marks;
mod menu;
mod named;
mod number;
mod page;
#[cfg(feature = "terminal")]
mod reading;
mod review;
mod screen;
pub mod session;
mod summary;
#[cfg(feature = "terminal")]
pub mod terminal;
mod told;
mod typed;
mod urgent;
mod words;

pub(crate) use self::adults::UNDER_AGE;
pub use self::alarm::Alarm;
pub use self::asker::{Asker, Choice, Key, Reply, show};
pub use self::flow::{End, change, go_on, run};
pub use self::line::LineAsker;
#[cfg(feature = "terminal")]
pub use self::list::ListAsker;
pub use self::menu::Menu;
pub use self::screen::Screen;
