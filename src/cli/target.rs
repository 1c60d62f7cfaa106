//! Files that results go to: private, whole or not at all, never through a link, over another file only when told.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};

/// What happens to a file that stands where a new one is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// Where a result goes, if not to standard output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'p> {
    path: &'p Path,
    existing: Existing,
}

impl<'p> Target<'p> {
    /// The file that was asked for; none for standard output.
    pub(crate) fn of(global: &'p Global) -> Option<Self> {
        let path = global.output.as_deref().filter(|path| *path != Path::new("-"))?;
        Some(Self { path, existing: if global.force { Existing::Replace } else { Existing::Keep } })
    }

    /// Finds out before any work whether a file can be made there.
    pub(crate) fn check(self) -> Result<(), Failure> {
        let Self { path, existing } = self;
        check_place(path, existing)
            .and_then(|()| tempfile::NamedTempFile::new_in(folder_of(path)).map(drop))
            .map_err(|error| unwritable(path, &error))
    }

    /// Writes a text.
    pub(crate) fn write(self, text: &str) -> Result<(), Failure> {
        let Self { path, existing } = self;
        write_private(path, text, existing).map_err(|error| unwritable(path, &error))
    }

    /// Begins a file beside its place. Only its owner can read it.
    pub(crate) fn begin(self) -> Result<NewFile<'p>, Failure> {
        let file = tempfile::NamedTempFile::new_in(folder_of(self.path));
        file.map(|file| NewFile { file, target: self }).map_err(|error| unwritable(self.path, &error))
    }
}

/// Writes a result in one piece. A reader that has gone away is no error: it had what it wanted.
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

/// A new file that comes to be when all of it is written.
#[derive(Debug)]
pub(crate) struct NewFile<'p> {
    file: tempfile::NamedTempFile,
    target: Target<'p>,
}

impl NewFile<'_> {
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
        let Self { file, target: Target { path, existing } } = self;
        put(file, path, existing).map(|()| done).map_err(|error| unwritable(path, &error))
    }
}

/// Writes a file with mode 0600 whatever the umask, beside its place first, so that a rename puts it there whole.
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

/// A link would show another place than the one that was named; a device or a folder is no file to write over.
fn check_place(path: &Path, existing: Existing) -> io::Result<()> {
    match (path.symlink_metadata(), existing) {
        (Err(_), _) => Ok(()),
        (Ok(_), Existing::Keep) => Err(already_there()),
        (Ok(found), Existing::Replace) if found.is_file() => Ok(()),
        (Ok(found), Existing::Replace) if found.is_symlink() => Err(is_link()),
        (Ok(_), Existing::Replace) => Err(io::Error::other(language().cli.is_no_file)),
    }
}

/// The error for a file that would be written over.
pub(crate) fn already_there() -> io::Error {
    io::Error::new(ErrorKind::AlreadyExists, language().cli.is_there)
}

/// The error for a link where a file would be.
pub(crate) fn is_link() -> io::Error {
    io::Error::other(language().cli.is_a_link)
}

/// The folder that a new file would stand in.
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
