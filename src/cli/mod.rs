//! One file a command, with its arguments: it reads what it needs, calls the library and gives text back.

mod ask;
mod batch;
mod check;
pub(crate) mod color;
mod compare;
mod demo;
mod ending;
mod explain;
mod export;
mod global;
mod manual;
mod mode;
pub(crate) mod outcome;
mod pipe;
mod print;
mod rule_set;
mod rules;
pub(crate) mod run;
mod saved;
mod schema;
mod target;
mod topics;
