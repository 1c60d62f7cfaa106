//! The end of a run: exit codes, failures, results.

use std::fmt;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use jakcheck::load::LoadError;
use jakcheck::load::diagnostic::Diagnostic;
use jakcheck::model::Now;
use jakcheck::pages::failure::Failed;
use jakcheck::render::json;
use jakcheck::text::language;

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
    /// What standard error says.
    pub(crate) said: Said,
}

/// What standard error says about a failure.
#[derive(Debug)]
pub(crate) enum Said {
    /// What is wrong and what to do next, as text or as JSON.
    Failed(Box<Failed>),
    /// The last words to a person who was asked. They are text, as the questions before them were.
    ToPerson(String),
}

impl Failure {
    /// Makes a failure from an error and a hint.
    pub(crate) fn new(exit: Exit, said: [impl AsRef<str>; 2]) -> Self {
        Self { exit, said: Said::Failed(Box::new(Failed::new(said))) }
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

    /// The failure for answers with mistakes.
    pub(crate) fn answers(diagnostics: &[Diagnostic]) -> Self {
        Self { exit: Exit::BadInput, said: Said::Failed(Box::new(Failed::answers(diagnostics))) }
    }

    /// The failure for a document with mistakes.
    pub(crate) fn diagnostics(diagnostics: &[Diagnostic]) -> Self {
        Self { exit: Exit::BadInput, said: Said::Failed(Box::new(Failed::mistakes(diagnostics))) }
    }

    /// The same failure, which also says what must not wait: nobody sees it in a list that was not written.
    pub(crate) fn with_now(mut self, now: Option<Now>) -> Self {
        if let (Said::Failed(failed), Some(now)) = (&mut self.said, now) {
            failed.emergency = Some((language().safety.urgent_line)(now).into());
        }
        self
    }

    /// What standard error says, as JSON where that can be. It ends with a line break.
    pub(crate) fn as_json(&self) -> String {
        let json = match &self.said {
            Said::Failed(failed) => json::render(failed).ok(),
            Said::ToPerson(_) => None,
        };
        json.unwrap_or_else(|| format!("{self}\n"))
    }
}

/// As text.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.said {
            Said::Failed(failed) => failed.fmt(f),
            Said::ToPerson(text) => f.write_str(text),
        }
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
    /// What to do now, where standard error says it beside an output file.
    pub(crate) now: Option<Now>,
}

impl Outcome {
    /// A result with the exit code of success.
    pub(crate) fn done(text: String) -> Self {
        Self { text, exit: Exit::Done, now: None }
    }
}
