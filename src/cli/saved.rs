//! Files with saved answers. They are readable only by the owner, written completely or not at all, and never through a
//! link.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jakcheck::answers::{self, Answers};
use jakcheck::fhir;
use jakcheck::load::read_at_most;
use jakcheck::model::RuleSet;
use jakcheck::text::language;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::check;
use super::outcome::{Exit, Failure};
use super::target::{Existing, check_place, folder_of, write_private};

/// Checks, before the first question, whether answers can be saved at a path. An existing file is replaced only if the
/// answers were resumed from it.
pub(super) fn check_target(path: &Path, resumed: Option<&Path>) -> Result<(), Failure> {
    check_place(path, existing(path, resumed))
        .and_then(|()| tempfile::NamedTempFile::new_in(folder_of(path)).map(drop))
        .map_err(|error| cannot_save(path, &error))
}

/// A name that is offered for a file with answers: that of the file they came from, or one that is not taken.
pub(super) fn offered_name(resumed: Option<&Path>) -> Option<PathBuf> {
    let new = (1..100).map(language().asking.save_file).map(PathBuf::from);
    resumed.map(Path::to_path_buf).into_iter().chain(new).find(|path| check_target(path, resumed).is_ok())
}

/// Saves answers in a file that only its owner can read.
pub(super) fn save(path: &Path, resumed: Option<&Path>, answers: &Answers<'_>) -> Result<(), Failure> {
    check_target(path, resumed)?;
    let failed = |error: &io::Error| cannot_save(path, error);
    let text = answers::write(answers).map_err(|error| failed(&error.into()))?;
    write_private(path, &text, existing(path, resumed)).map_err(|error| failed(&error))
}

/// What to do with a file at a path: it is replaced where the answers came from it.
fn existing(path: &Path, resumed: Option<&Path>) -> Existing {
    if resumed == Some(path) { Existing::Replace } else { Existing::Keep }
}

/// Answers that were saved.
pub(super) struct Saved<'r> {
    pub(super) answers: Answers<'r>,
    /// The day on which they were saved.
    pub(super) day: String,
    /// The file they are in, if answers can be saved there again. One with a response says more than answers do.
    pub(super) file: Option<PathBuf>,
}

/// Reads saved answers.
pub(super) fn load<'r>(path: &Path, rules: &'r RuleSet) -> Result<Saved<'r>, Failure> {
    let name = path.display().to_string();
    let unreadable = |error: &io::Error| Failure::unreadable(&name, error);
    let bytes = read_at_most(path, fhir::LARGEST + 1).map_err(|error| unreadable(&error))?;
    let modified = fs::metadata(path).and_then(|found| found.modified()).map_err(|error| unreadable(&error))?;
    let day = Timestamp::try_from(modified).map_or_else(
        |_| language().cli.unknown_day.to_owned(),
        |moment| Zoned::new(moment, TimeZone::system()).date().to_string(),
    );
    let reading = check::read_answers(rules, &name, &bytes)?;
    let file = (!reading.is_response).then(|| path.to_path_buf());
    Ok(Saved { answers: reading.answers, day, file })
}

fn cannot_save(path: &Path, error: &io::Error) -> Failure {
    let hint = if error.kind() == ErrorKind::AlreadyExists {
        language().cli.new_file_or_resume
    } else {
        language().cli.new_folder
    };
    Failure::new(Exit::Io, [&(language().cli.unsaved)(&path.display().to_string(), error), hint])
}
