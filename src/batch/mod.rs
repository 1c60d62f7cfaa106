//! Batches: evaluates many records, line by line and in order. Memory does not grow with the input.

mod bits;
mod blocks;
mod columns;
mod compiled;
mod doubts;
mod engine;
mod error;
mod line;
mod padded;
mod pieces;
mod result_table;
mod rows;
mod run;
mod scan;
mod stream;
mod threads;
mod words;
mod worker;

pub use self::columns::{ColumnsAs, template};
pub use self::engine::{Counts, Engine, OutputFormat};
pub use self::error::{BadLine, Mistake};
pub use self::padded::{Padded, PaddedLines};
pub use self::run::run;
pub use self::stream::{BatchError, Watch};
pub use self::worker::Worker;
