//! `jakcheck completions` and `jakcheck man`, which are generated from the definition of the command line.

use std::io;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;
use jakcheck::text::language;

use super::outcome::{Exit, Failure, Outcome};

/// Which completions.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum, help = language().help.completions_shell)]
    shell: Shell,
}

/// Completions for a shell. They are made in memory, as the generator panics if a stream fails.
pub(super) fn completions(mut program: Command, args: CompletionsArgs) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "jakcheck", &mut script);
    text(script)
}

/// The manual page, in the format of `man`.
pub(super) fn man(program: Command) -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    Man::new(program).render(&mut page).map_err(|error| failed(&error))?;
    text(page)
}

fn text(bytes: Vec<u8>) -> Result<Outcome, Failure> {
    String::from_utf8(bytes).map(Outcome::done).map_err(|error| failed(&io::Error::other(error)))
}

fn failed(error: &io::Error) -> Failure {
    Failure::new(Exit::Io, (language().cli.unmade)(error))
}
