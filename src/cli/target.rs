//! Output files. They are readable only by the owner, written completely or not at all, never through a link, and
//! replace another file only with `--force`.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};

/// What to do with an existing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Fail without writing.
    Keep,
    /// Replace it.
    Replace,
}

/// The output file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'p> {
    path: &'p Path,
    existing: Existing,
}

impl<'p> Target<'p> {
    /// The file of `--output`, or `None` for standard output.
    pub(crate) fn of(global: &'p Global) -> Option<Self> {
        let path = global.output.as_deref().filter(|path| *path != Path::new("-"))?;
        Some(Self { path, existing: if global.force { Existing::Replace } else { Existing::Keep } })
    }

    /// Checks, before any work, whether the file can be written.
    pub(crate) fn check(self) -> Result<(), Failure> {
        let Self { path, existing } = self;
        check_place(path, existing)
            .and_then(|()| tempfile::NamedTempFile::new_in(folder_of(path)).map(drop))
            .map_err(|error| unwritable(path, &error))
    }

    /// Writes a text as the whole file.
    pub(crate) fn write(self, text: &str) -> Result<(), Failure> {
        let Self { path, existing } = self;
        write_private(path, text, existing).map_err(|error| unwritable(path, &error))
    }

    /// Creates a temporary file in the same folder, readable only by the owner.
    pub(crate) fn begin(self) -> Result<NewFile<'p>, Failure> {
        let file = tempfile::NamedTempFile::new_in(folder_of(self.path));
        file.map(|file| NewFile { file, target: self }).map_err(|error| unwritable(self.path, &error))
    }
}

/// Writes a result to the file or to standard output. A closed pipe is not an error: its reader has read enough.
pub(super) fn write(outcome: &Outcome, target: Option<Target<'_>>) -> Result<Exit, Failure> {
    if let Some(target) = target {
        return target.write(&outcome.text).map(|()| outcome.exit);
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(outcome.text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::unwritten(&error)),
        Ok(()) | Err(_) => Ok(outcome.exit),
    }
}

/// A temporary file that gets its name when all of it is written.
#[derive(Debug)]
pub(crate) struct NewFile<'p> {
    file: tempfile::NamedTempFile,
    target: Target<'p>,
}

impl NewFile<'_> {
    /// The path to remove if the program ends before the file is complete.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.file.path().to_owned()
    }

    /// The stream to write to.
    pub(crate) fn writer(&mut self) -> &mut std::fs::File {
        self.file.as_file_mut()
    }

    /// Renames the file if the work was done, otherwise removes it.
    pub(crate) fn keep_if<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        let done = done?;
        let Self { file, target: Target { path, existing } } = self;
        put(file, path, existing).map(|()| done).map_err(|error| unwritable(path, &error))
    }
}

/// Writes a file with mode 0600, whatever the umask. It is written under a temporary name and renamed, so that it is
/// never incomplete.
pub(crate) fn write_private(path: &Path, text: &str, existing: Existing) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(text.as_bytes())?;
    put(file, path, existing)
}

fn put(file: tempfile::NamedTempFile, path: &Path, existing: Existing) -> io::Result<()> {
    file.as_file().sync_all()?;
    check_place(path, existing)?;
    match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    }
    .map(drop)
    .map_err(|error| error.error)
}

/// Refuses links, as they lead to another file than the one named, and devices and folders.
fn check_place(path: &Path, existing: Existing) -> io::Result<()> {
    match (path.symlink_metadata(), existing) {
        (Err(_), _) => Ok(()),
        (Ok(_), Existing::Keep) => Err(already_there()),
        (Ok(found), Existing::Replace) if found.is_file() => Ok(()),
        (Ok(found), Existing::Replace) if found.is_symlink() => Err(is_link()),
        (Ok(_), Existing::Replace) => Err(io::Error::other(language().cli.is_no_file)),
    }
}

/// The error for an existing file.
pub(crate) fn already_there() -> io::Error {
    io::Error::new(ErrorKind::AlreadyExists, language().cli.is_there)
}

/// The error for a link.
pub(crate) fn is_link() -> io::Error {
    io::Error::other(language().cli.is_a_link)
}

/// The folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let hint = if error.kind() == ErrorKind::AlreadyExists {
        language().cli.new_file_or_force
    } else {
        language().cli.check_writing
    };
    Failure::new(Exit::Io, [&(language().cli.unwritable)(&path.display().to_string(), error), hint])
}
