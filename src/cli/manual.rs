//! `jakcheck completions` and `jakcheck man`, made from the command line itself.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::Cli;
use super::outcome::{Exit, Failure, Outcome};

/// Completions for a shell. Rendered in memory first: the generator knows no failing stream.
pub(super) fn completions(shell: Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "jakcheck", &mut script);
    text(script)
}

/// The manual page, in the format of `man`.
pub(super) fn man() -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    Man::new(Cli::command()).render(&mut page).map_err(|error| failed(&error))?;
    text(page)
}

fn text(bytes: Vec<u8>) -> Result<Outcome, Failure> {
    String::from_utf8(bytes).map(Outcome::done).map_err(|error| failed(&io::Error::other(error)))
}

fn failed(error: &io::Error) -> Failure {
    Failure::new(Exit::Io, &format!("cannot make this text: {error}"), "please report this")
}
