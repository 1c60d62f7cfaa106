//! How a run ends: exit codes, failures in words, the result.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use jakcheck::load::LoadError;
use jakcheck::load::diagnostic::Diagnostic;
use jakcheck::render::visible::escaped;
use jakcheck::text::language;

/// A person mends a few mistakes at a time; a hostile document can have thousands.
const MOST_SHOWN: usize = 100;

/// Exit codes. Usage errors are clap's: 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The run did what it was asked to, whatever it found.
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

/// A run that could not do what it was asked to.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The exit code.
    pub(crate) exit: Exit,
    /// What is wrong and what to do next, for standard error.
    pub(crate) message: String,
}

impl Failure {
    /// An error, and what to do next.
    pub(crate) fn new(exit: Exit, [error, hint]: [impl AsRef<str>; 2]) -> Self {
        // File names come from outside and may hold what a terminal acts on.
        let message = (language().cli.failure)(&escaped(error.as_ref()), &escaped(hint.as_ref()));
        Self { exit, message }
    }

    /// The same for wrong usage.
    pub(crate) fn usage(said: [impl AsRef<str>; 2]) -> Self {
        Self::new(Exit::Usage, said)
    }

    /// Something that could not be read.
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

    /// Results that could not be written.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        Self::new(Exit::Io, (language().cli.unwritten)(error))
    }

    /// Answers with mistakes. Someone ill may be reading, so the emergency line stands here too.
    pub(crate) fn answers(diagnostics: &[Diagnostic]) -> Self {
        let mut failure = Self::diagnostics(diagnostics);
        failure.message.push_str("\n\n");
        failure.message.push_str(language().safety.emergency_again);
        failure
    }

    /// Everything that is wrong with a document.
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

/// What a command gives: text for the result stream, and how the run ends.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The whole result.
    pub(crate) text: String,
    /// How the run ends once it is written.
    pub(crate) exit: Exit,
}

impl Outcome {
    /// A result, and a run that did what it was asked to.
    pub(crate) fn done(text: String) -> Self {
        Self { text, exit: Exit::Done }
    }
}
