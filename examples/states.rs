//! The states that the proof of the rules tries, as answers documents, one a line: whoever builds another engine for these
//! rules can hold it against `jakcheck batch` with them.
//!
//! Run it with `cargo run --example states`.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use jakcheck::analysis::proof::states;
use jakcheck::model::RuleSet;

fn main() -> Result<(), Box<dyn Error>> {
    let rules = RuleSet::built_in()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for caution in rules.cautions() {
        for answers in states(&rules, caution) {
            writeln!(out, "{}", answers.in_one_line())?;
        }
    }
    out.flush()?;
    Ok(())
}
