//! Many records: lines of answers in, lines of results out, in order and in flat memory.

mod bits;
mod blocks;
mod columns;
mod compiled;
mod doubts;
mod engine;
mod error;
mod line;
mod padded;
mod result_table;
mod run;
mod scan;
mod stream;
mod threads;
mod words;
mod worker;

pub use self::columns::ColumnsAs;
pub use self::engine::{Counts, Engine, Face};
pub use self::error::{Bad, Mistake};
pub use self::padded::{Padded, PaddedLines};
pub use self::run::run;
pub use self::stream::{Broken, Watch};
pub use self::worker::Worker;
