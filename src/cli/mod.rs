//! The command line. Each command has a file with its arguments: it reads its input, calls the library and gives text.

mod ask;
mod batch;
mod check;
pub(crate) mod color;
mod compare;
mod demo;
mod ending;
mod explain;
mod export;
pub(crate) mod format;
mod global;
mod manual;
mod mode;
pub(crate) mod outcome;
mod page;
mod pipe;
mod print;
mod review;
mod rule_set;
mod rules;
pub(crate) mod run;
mod saved;
mod schema;
mod table;
mod target;
mod topics;
pub(crate) mod usage;
