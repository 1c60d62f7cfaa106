//! The checklist as a library: answers in, cautions with their reasons out.
//!
//! Run it with `cargo run --example library`.

use std::error::Error;
use std::io::{self, Write};

use jakcheck::answers;
use jakcheck::model::{RuleSet, State};
use jakcheck::pages::report::{Because, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let rules = RuleSet::built_in()?;
    let document = br#"{ "age_band": "50_to_64", "smoking": "past", "clot_history": "not_sure" }"#;
    let answers = answers::read(&rules, "example", document).map_err(|found| format!("{found:?}"))?;
    let report = Report::new(&answers, "2026-12-01".parse()?);

    let mut out = io::stdout().lock();
    for caution in report.cautions.iter().filter(|caution| caution.state == State::Applies) {
        let because: Vec<String> = caution.because.iter().map(Because::said).collect();
        writeln!(out, "{} (because of {})", caution.title, because.join("; "))?;
    }
    for caution in report.cautions.iter().filter(|caution| caution.state == State::NotSure) {
        writeln!(out, "Worth finding out: {}", caution.title)?;
    }
    writeln!(out, "{}", report.notice().join(" "))?;
    Ok(())
}
