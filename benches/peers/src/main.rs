//! Records, rules in other languages, and engines that are Rust libraries, for a comparison with `jakcheck batch`.

mod engines;
mod lines;
mod person;
mod random;
mod records;
mod rules;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use jakcheck::load::LoadError;
use jakcheck::model::RuleSet;

/// What to do.
#[derive(Debug, Parser)]
#[command(version, about)]
enum Command {
    /// Write made-up records, one a line
    Records {
        /// How many
        #[arg(long)]
        count: usize,
        /// How they are written
        #[arg(long)]
        shape: records::Shape,
    },
    /// Write the rules in another language
    Rules {
        /// Which
        #[arg(long = "for")]
        language: rules::Language,
    },
    /// Evaluate records with datalogic-rs
    Datalogic {
        /// Records, one a line
        file: PathBuf,
    },
    /// Evaluate records with zen-expression
    Zen {
        /// Records, one a line
        file: PathBuf,
    },
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Unsupported(#[from] rules::Unsupported),
    #[error("a record is not the JSON that was expected: {0}")]
    Json(#[from] serde_json::Error),
    #[error("a record has no id")]
    NoId,
    #[error("datalogic-rs: {0}")]
    Datalogic(#[from] datalogic_rs::Error),
    #[error("zen-expression: {0}")]
    Zen(#[from] zen_expression::IsolateError),
}

fn main() -> ExitCode {
    match run(&Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _ = writeln!(io::stderr(), "peers: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), Problem> {
    let rules = RuleSet::built_in()?;
    let mut out = lines::output();
    match command {
        Command::Records { count, shape } => records::write(&rules, *count, *shape, &mut out)?,
        Command::Rules { language } => out.write_all(rules::text(&rules, *language)?.as_bytes())?,
        Command::Datalogic { file } => engines::datalogic::run(&rules, file, &mut out)?,
        Command::Zen { file } => engines::zen::run(&rules, file, &mut out)?,
    }
    out.flush()?;
    Ok(())
}
