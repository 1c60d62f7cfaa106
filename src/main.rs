//! The `jakcheck` program: parse, dispatch, exit code.

mod cli;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use jakcheck::render::visible::escaped_lines;
use jakcheck::text::language;

use self::cli::color::{self, ColorChoice};
use self::cli::format::{self, Format};
use self::cli::outcome::{Exit, Failure};
use self::cli::run::{self, Cli};
use self::cli::usage;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let print_as = if Format::is_json_in(&arguments) { PrintAs::Json } else { PrintAs::Text };
    match parse(&arguments) {
        Ok(cli) => run::run(&cli).unwrap_or_else(|failure| report(&failure, print_as)).into(),
        Err(error) => usage(&error, print_as).into(),
    }
}

/// How failures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PrintAs {
    Text,
    Json,
}

fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let color = match color::choice_in(arguments) {
        ColorChoice::Always => clap::ColorChoice::Always,
        ColorChoice::Never => clap::ColorChoice::Never,
        ColorChoice::Auto => clap::ColorChoice::Auto,
    };
    let mut command = Cli::command().color(color);
    let matches = command.try_get_matches_from_mut(arguments)?;
    format::check(&command, &matches)?;
    Cli::from_arg_matches(&matches)
}

/// Help and version go to standard output and are no error; what is wrong goes to standard error.
fn usage(error: &clap::Error, print_as: PrintAs) -> Exit {
    if error.use_stderr() {
        if print_as == PrintAs::Json {
            return report(&usage::failure(error), print_as);
        }
        // Written without colour: what was typed stands in it and is made harmless.
        let mut message = escaped_lines(&error.render().to_string());
        if error.kind() == ErrorKind::InvalidSubcommand {
            message.push_str(&(language().cli.hint)(language().cli.to_check_a_file));
            message.push('\n');
        }
        let _ = write!(io::stderr().lock(), "{message}");
        return Exit::Usage;
    }
    let is_printed = error.print();
    match is_printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            report(&Failure::new(Exit::Io, (language().cli.help_unwritten)(&error)), print_as)
        }
        Ok(()) | Err(_) => Exit::Done,
    }
}

fn report(failure: &Failure, print_as: PrintAs) -> Exit {
    let said = match print_as {
        PrintAs::Json => failure.as_json(),
        PrintAs::Text => format!("{failure}\n"),
    };
    // If standard error is gone as well, the exit code is all that is left to say it.
    let _ = io::stderr().lock().write_all(said.as_bytes());
    failure.exit
}
