//! Many records: lines of answers in, lines of results out, in order and in flat memory.

mod bits;
mod blocks;
mod compiled;
mod doubts;
mod engine;
mod error;
mod flat;
mod line;
mod run;
mod scan;
mod table;
mod words;
mod worker;

pub use self::engine::{Counts, Engine, Face, PADDING};
pub use self::error::{Bad, Mistake};
pub use self::flat::Row;
pub use self::run::{Broken, Watch, run};
pub use self::worker::Worker;
