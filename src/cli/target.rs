//! Where a result goes. Output files are readable only by the owner, written completely or not at all, never through a
//! link, and replace another file only with `--force`. What is no file is written to only where its name asks for that.

use std::fs::{Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf, is_separator};

use jakcheck::text::language;

use super::global::Global;
use super::outcome::{Exit, Failure, Outcome};
use super::pipe;

/// What to do with an existing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Fail without writing.
    Keep,
    /// Replace it.
    Replace,
}

/// Where the result goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'p> {
    /// Standard output: without `--output`, or where it names it.
    StandardOutput,
    /// Standard error, where `--output` names it.
    StandardError,
    /// The null device or a pipe, where `--output` names it.
    Stream(&'p Path),
    /// The file of `--output`.
    File(FileTarget<'p>),
}

/// The output file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileTarget<'p> {
    path: &'p Path,
    existing: Existing,
}

/// What takes a result piece by piece.
pub(crate) enum Begun<'p> {
    /// The file, unfinished.
    File(NewFile<'p>),
    /// A stream.
    Stream(Box<dyn Write + Send>),
}

impl<'p> Target<'p> {
    /// What `--output` names. `/dev/stdout` is a link on some systems, and meant as the stream that it leads to.
    pub(crate) fn of(global: &'p Global) -> Self {
        let Some(path) = global.output.as_deref() else { return Self::StandardOutput };
        let is = |names: &[&str]| names.iter().any(|name| path == Path::new(name));
        if is(&["-", "/dev/stdout"]) {
            Self::StandardOutput
        } else if is(&["/dev/stderr"]) {
            Self::StandardError
        } else if is_null(path) || is_pipe(path) {
            Self::Stream(path)
        } else {
            let existing = if global.force { Existing::Replace } else { Existing::Keep };
            Self::File(FileTarget { path, existing })
        }
    }

    /// The path of an output file.
    pub(crate) fn file(self) -> Option<&'p Path> {
        match self {
            Self::File(FileTarget { path, existing: _ }) => Some(path),
            Self::StandardOutput | Self::StandardError | Self::Stream(_) => None,
        }
    }

    /// Checks, before any work, whether an output file can be written.
    pub(crate) fn check(self) -> Result<(), Failure> {
        let Self::File(FileTarget { path, existing }) = self else { return Ok(()) };
        check_place(path, existing)
            .and_then(|()| tempfile::NamedTempFile::new_in(folder_of(path)).map(drop))
            .map_err(|error| unwritable(path, &error))
    }

    /// Opens the stream, or begins the file: under a temporary name in the same folder, readable only by its owner.
    pub(crate) fn begin(self) -> Result<Begun<'p>, Failure> {
        match self {
            Self::StandardOutput => Ok(Begun::Stream(Box::new(pipe::with_larger_buffer(io::stdout())))),
            Self::StandardError => Ok(Begun::Stream(Box::new(io::stderr()))),
            Self::Stream(path) => open_stream(path).map(Begun::Stream).map_err(|error| unwritable(path, &error)),
            Self::File(target) => {
                let file = tempfile::NamedTempFile::new_in(folder_of(target.path));
                let file = file.map_err(|error| unwritable(target.path, &error))?;
                Ok(Begun::File(NewFile { file, target }))
            }
        }
    }

    /// Writes the whole result. A closed pipe is not an error: its reader has read enough.
    pub(super) fn write(self, outcome: &Outcome) -> Result<Exit, Failure> {
        let text = outcome.text.as_bytes();
        match self.begin()? {
            Begun::File(mut file) => {
                let written = file.writer().write_all(text);
                file.keep_if(written.map_err(|error| self.unwritten(&error)))?;
            }
            Begun::Stream(mut stream) => match stream.write_all(text).and_then(|()| stream.flush()) {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(self.unwritten(&error)),
                Ok(()) | Err(_) => {}
            },
        }
        Ok(outcome.exit)
    }

    /// The failure for a result that could not be written here.
    pub(super) fn unwritten(self, error: &io::Error) -> Failure {
        match self {
            Self::File(FileTarget { path, existing: _ }) | Self::Stream(path) => unwritable(path, error),
            Self::StandardOutput | Self::StandardError => Failure::unwritten(error),
        }
    }
}

/// Whether a path is the device that takes everything and keeps nothing.
fn is_null(path: &Path) -> bool {
    if cfg!(windows) { path.as_os_str().eq_ignore_ascii_case("nul") } else { path == Path::new("/dev/null") }
}

/// Whether a path is a pipe with a name, or a pipe that the shell made and gave a name in `/dev/fd`.
fn is_pipe(path: &Path) -> bool {
    let found = if path.starts_with("/dev/fd") { path.metadata() } else { path.symlink_metadata() };
    found.is_ok_and(|found| is_stream(&found, false))
}

/// Opens the null device or a pipe; a pipe waits for its reader. What is another thing by now is refused.
fn open_stream(path: &Path) -> io::Result<Box<dyn Write + Send>> {
    let stream = OpenOptions::new().write(true).open(path)?;
    // On Windows the name alone makes the device.
    if !cfg!(windows) && !is_stream(&stream.metadata()?, true) {
        return Err(io::Error::other(language().cli.is_no_file));
    }
    Ok(Box::new(pipe::with_larger_buffer(stream)))
}

/// Whether it is a pipe or, if that is allowed, a device.
#[cfg(unix)]
fn is_stream(found: &Metadata, may_be_device: bool) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = found.file_type();
    kind.is_fifo() || (may_be_device && kind.is_char_device())
}

/// Elsewhere neither has a path.
#[cfg(not(unix))]
fn is_stream(_: &Metadata, _: bool) -> bool {
    false
}

/// A temporary file that gets its name when all of it is written.
#[derive(Debug)]
pub(crate) struct NewFile<'p> {
    file: tempfile::NamedTempFile,
    target: FileTarget<'p>,
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
        let Self { file, target: FileTarget { path, existing } } = self;
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

/// Refuses links, as they lead to another file than the one named, and devices and folders; and names that no file can
/// have, before somebody answers questions for it.
pub(crate) fn check_place(path: &Path, existing: Existing) -> io::Result<()> {
    match (path.symlink_metadata(), existing) {
        (Err(error), _) if error.kind() == ErrorKind::NotFound && !names_a_folder(path) => Ok(()),
        (Err(error), _) if error.kind() != ErrorKind::NotFound => Err(error),
        (Ok(found), _) if found.is_symlink() => Err(io::Error::other(language().cli.is_a_link)),
        (Ok(_), Existing::Keep) => Err(io::Error::new(ErrorKind::AlreadyExists, language().cli.is_there)),
        (Ok(found), Existing::Replace) if found.is_file() => Ok(()),
        (Err(_), _) | (Ok(_), Existing::Replace) => Err(io::Error::other(language().cli.is_no_file)),
    }
}

/// Whether a path ends as the name of a folder does.
fn names_a_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(is_separator)
}

/// The folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The failure for a file that could not be written.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let hint = if error.kind() == ErrorKind::AlreadyExists {
        language().cli.new_file_or_force
    } else {
        language().cli.check_writing
    };
    Failure::new(Exit::Io, [&(language().cli.unwritable)(&path.display().to_string(), error), hint])
}
