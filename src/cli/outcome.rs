//! The end of a run: exit codes, failures, results.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use jakcheck::load::LoadError;
use jakcheck::load::diagnostic::Diagnostic;
use jakcheck::render::visible::escaped;
use jakcheck::text::language;

/// The most mistakes that are printed. People correct a few at a time, and a hostile document can have thousands.
const MOST_SHOWN: usize = 100;

/// Exit codes. Usage errors are clap's: 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The run succeeded, whatever the result.
    Done,
    /// With `--exit-code`: a caution applies, or something is urgent.
    Found,
    /// Wrong usage.
    Usage,
    /// Bad answers or bad rules.
    BadInput,
    /// A file or stream could not be read or written.
    Io,
    /// Stopped by the person.
    Stopped,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Usage => 2,
            Exit::BadInput => 3,
            Exit::Io => 4,
            Exit::Stopped => 130,
        })
    }
}

/// The error of a run.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The exit code.
    pub(crate) exit: Exit,
    /// What is wrong and what to do next, for standard error.
    pub(crate) message: String,
}

impl Failure {
    /// Makes a failure from an error and a hint.
    pub(crate) fn new(exit: Exit, [error, hint]: [impl AsRef<str>; 2]) -> Self {
        // File names can contain control characters.
        let message = (language().cli.failure)(&escaped(error.as_ref()), &escaped(hint.as_ref()));
        Self { exit, message }
    }

    /// The same for wrong usage.
    pub(crate) fn usage(said: [impl AsRef<str>; 2]) -> Self {
        Self::new(Exit::Usage, said)
    }

    /// The failure for something that could not be read.
    pub(crate) fn unreadable(what: &str, error: &io::Error) -> Self {
        let kind = error.kind();
        let hint = if kind == ErrorKind::NotFound {
            language().cli.check_name
        } else if kind == ErrorKind::IsADirectory {
            language().cli.name_a_file
        } else {
            language().cli.check_reading
        };
        Self::new(Exit::Io, [&(language().cli.unreadable)(what, error), hint])
    }

    /// The failure for results that could not be written.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        Self::new(Exit::Io, (language().cli.unwritten)(error))
    }

    /// The failure for answers with mistakes. It has the emergency text, as somebody who is ill may read it.
    pub(crate) fn answers(diagnostics: &[Diagnostic]) -> Self {
        let mut failure = Self::diagnostics(diagnostics);
        failure.message.push_str("\n\n");
        failure.message.push_str(language().safety.emergency_again);
        failure
    }

    /// The failure for a document with mistakes.
    pub(crate) fn diagnostics(diagnostics: &[Diagnostic]) -> Self {
        let mut parts: Vec<String> = diagnostics.iter().take(MOST_SHOWN).map(ToString::to_string).collect();
        if diagnostics.len() > MOST_SHOWN {
            parts.push((language().cli.more_errors)(diagnostics.len() - MOST_SHOWN));
        }
        Self { exit: Exit::BadInput, message: parts.join("\n\n") }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Io { path, error } => Self::unreadable(&path.display().to_string(), &error),
            LoadError::Invalid(diagnostics) => Self::diagnostics(&diagnostics),
        }
    }
}

/// The result of a command.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The text for the output.
    pub(crate) text: String,
    /// The exit code after the text is written.
    pub(crate) exit: Exit,
}

impl Outcome {
    /// A result with the exit code of success.
    pub(crate) fn done(text: String) -> Self {
        Self { text, exit: Exit::Done }
    }
}
