//! How a run ends: exit codes, failures in words, and the one writer of results.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jakcheck::diagnostic::Diagnostic;
use jakcheck::rules::LoadError;
use jakcheck::visible::escaped;
use jakcheck::wording;

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
    /// One sentence, and what to do next.
    pub(crate) fn new(exit: Exit, message: &str, hint: &str) -> Self {
        // File names come from outside and may hold what a terminal acts on.
        Self { exit, message: format!("error: {}\n  hint: {}", escaped(message), escaped(hint)) }
    }

    /// Something that could not be read.
    pub(crate) fn unreadable(what: &str, error: &io::Error) -> Self {
        let kind = error.kind();
        let hint = if kind == ErrorKind::NotFound {
            "check the name and the folder"
        } else if kind == ErrorKind::IsADirectory {
            "name a file, not a folder"
        } else {
            "check that it is there and that you may read it"
        };
        Self::new(Exit::Io, &format!("cannot read {what}: {error}"), hint)
    }

    /// Results that could not be written.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        let hint = "check the disk and where the output goes, then run it again";
        Self::new(Exit::Io, &format!("cannot write the result: {error}"), hint)
    }

    /// Answers with mistakes. Someone ill may be reading, so the emergency line stands here too.
    pub(crate) fn answers(diagnostics: &[Diagnostic]) -> Self {
        let mut failure = Self::diagnostics(diagnostics);
        failure.message.push_str("\n\n");
        failure.message.push_str(wording::EMERGENCY_AGAIN);
        failure
    }

    /// Everything that is wrong with a document.
    pub(crate) fn diagnostics(diagnostics: &[Diagnostic]) -> Self {
        let mut parts: Vec<String> = diagnostics.iter().take(MOST_SHOWN).map(ToString::to_string).collect();
        if diagnostics.len() > MOST_SHOWN {
            parts.push(format!("and {} errors more", diagnostics.len() - MOST_SHOWN));
        }
        let message = parts.join("\n\n");
        Self { exit: Exit::BadInput, message }
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

    /// Writes the result in one piece. A reader that has gone away is no error: it had what it wanted.
    pub(crate) fn write(&self, output: Option<&Path>) -> Result<Exit, Failure> {
        if let Some(path) = output.filter(|path| *path != Path::new("-")) {
            return write_new_file(path, &self.text).map(|()| self.exit);
        }
        let mut stdout = io::stdout().lock();
        match stdout.write_all(self.text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::unwritten(&error)),
            Ok(()) | Err(_) => Ok(self.exit),
        }
    }
}

/// Finds out before any work whether a new file can be made at a path.
pub(crate) fn check_output(output: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else { return Ok(()) };
    if path.symlink_metadata().is_ok() {
        return Err(unwritable(path, &already_there()));
    }
    tempfile::NamedTempFile::new_in(folder_of(path)).map(drop).map_err(|error| unwritable(path, &error))
}

/// The error for a file that would be written over.
pub(crate) fn already_there() -> io::Error {
    io::Error::new(ErrorKind::AlreadyExists, "a file is there already")
}

/// The folder that a new file would stand in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let hint = if error.kind() == ErrorKind::AlreadyExists {
        "name a new file: an existing one is not written over"
    } else {
        "check the folder and that you may write there"
    };
    Failure::new(Exit::Io, &format!("cannot write {}: {error}", path.display()), hint)
}

/// Writes a new file that only its owner can read: whole or not at all, and never over another file.
fn write_new_file(path: &Path, text: &str) -> Result<(), Failure> {
    write_private(path, text, Existing::Keep).map_err(|error| unwritable(path, &error))
}

/// A new file that comes to be when all of it is written.
#[derive(Debug)]
pub(crate) struct NewFile<'p> {
    file: tempfile::NamedTempFile,
    path: &'p Path,
}

impl<'p> NewFile<'p> {
    /// Begins a file beside its place. Only its owner can read it.
    pub(crate) fn create(path: &'p Path) -> Result<Self, Failure> {
        let file = tempfile::NamedTempFile::new_in(folder_of(path)).map_err(|error| unwritable(path, &error))?;
        Ok(Self { file, path })
    }

    /// What must be removed if the program ends before the file is whole.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.file.path().to_owned()
    }

    /// Where to write.
    pub(crate) fn writer(&mut self) -> &mut std::fs::File {
        self.file.as_file_mut()
    }

    /// Puts the file in its place if the work was done; otherwise nothing stays of it.
    pub(crate) fn keep_if<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        let done = done?;
        let Self { file, path } = self;
        let kept = file.as_file().sync_all().and_then(|()| file.persist_noclobber(path).map_err(|error| error.error));
        kept.map(|_| done).map_err(|error| unwritable(path, &error))
    }
}

/// What happens to a file that stands where a new one is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// Writes a file with mode 0600 whatever the umask, beside its place first, so that a rename puts it there whole.
pub(crate) fn write_private(path: &Path, text: &str, existing: Existing) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    }
    .map(drop)
    .map_err(|error| error.error)
}
