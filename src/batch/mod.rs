//! Many records: lines of answers in, lines of results out, in order and in flat memory.

mod bits;
mod blocks;
mod compiled;
mod engine;
mod error;
mod line;
mod run;
mod scan;
mod words;

pub use self::engine::{Counts, Engine, PADDING, Worker};
pub use self::error::{Bad, Mistake};
pub use self::run::{Broken, run};
