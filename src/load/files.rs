//! The files of a rule set, built into the program or from a folder.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::LoadError;
use crate::text::language;

/// The most bytes of a rule file: 1 MiB.
pub const LARGEST: usize = 1 << 20;

/// The most files of a rule set.
const MOST_FILES: usize = 500;

/// A file as bytes. Whether they are text is checked when it is loaded.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Name within the rule set, such as `topics/smoking.json`.
    pub name: String,
    /// Path, as messages name it.
    pub path: String,
    /// The content, or its first [`LARGEST`] + 1 bytes if it is too large.
    pub bytes: Cow<'static, [u8]>,
}

/// All files of a rule set, sorted by name.
#[derive(Clone, Debug)]
pub struct RuleFiles {
    files: Vec<RuleFile>,
    built_in: bool,
}

macro_rules! built_in {
    ($($name:literal,)+) => {
        &[$(($name, include_bytes!(concat!("../../rules/jak-inhibitors/", $name))),)+]
    };
}

/// The files built into the program. A test compares this list with the folder.
const BUILT_IN: &[(&str, &[u8])] = built_in![
    "reviews.json",
    "rule-set.json",
    "sources.json",
    "cases/blood_clots.json",
    "cases/cancer.json",
    "cases/earlier_treatments.json",
    "cases/heart_and_stroke.json",
    "cases/infections.json",
    "cases/liver_kidneys_blood.json",
    "cases/other_effects.json",
    "cases/other_medicines.json",
    "cases/pregnancy.json",
    "cases/stomach_and_bowel.json",
    "cases/treatment.json",
    "cases/vaccines.json",
    "cases/warning_symptoms.json",
    "topics/about_jak_inhibitors.json",
    "topics/blood_clots.json",
    "topics/blood_tests.json",
    "topics/cancer.json",
    "topics/earlier_treatments.json",
    "topics/heart_and_stroke.json",
    "topics/infections.json",
    "topics/liver_kidneys_blood.json",
    "topics/other_effects.json",
    "topics/other_medicines.json",
    "topics/pregnancy.json",
    "topics/smoking_and_weight.json",
    "topics/stomach_and_bowel.json",
    "topics/study_numbers.json",
    "topics/treatment.json",
    "topics/vaccines.json",
    "topics/warning_symptoms.json",
];

impl RuleFiles {
    /// The files built into the program.
    pub fn built_in() -> Self {
        let file = |(name, bytes): &(&str, &'static [u8])| RuleFile {
            name: (*name).to_owned(),
            path: format!("rules/jak-inhibitors/{name}"),
            bytes: Cow::Borrowed(bytes),
        };
        Self { built_in: true, ..Self::new(BUILT_IN.iter().map(file).collect()) }
    }

    /// A rule set of other files, such as those of a test.
    pub fn new(mut files: Vec<RuleFile>) -> Self {
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Self { files, built_in: false }
    }

    /// All JSON files of a folder and of the folders in it, without those whose name begins with a full stop. The loader reports those that the rule set does not list,
    /// so that no rule is overlooked.
    ///
    /// # Errors
    /// The path that could not be read, and why.
    pub fn of_folder(folder: &Path) -> Result<Self, LoadError> {
        let mut files = Vec::new();
        for (name, inner) in collect(folder, "", &mut files)? {
            collect(&inner, &format!("{name}/"), &mut files)?;
        }
        Ok(Self::new(files))
    }

    /// The files, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &RuleFile> {
        self.files.iter()
    }

    /// Whether these are the files built into the program.
    pub fn is_built_in(&self) -> bool {
        self.built_in
    }

    /// The SHA-256 digest of all names and contents, each after its length, as 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for file in &self.files {
            for part in [file.name.as_bytes(), &file.bytes] {
                hash.update(part.len().to_string());
                hash.update(":");
                hash.update(part);
            }
        }
        format!("{:x}", hash.finalize())
    }
}

/// Adds the JSON files of a folder to `files`, and gives the folders in it with their names. A name that is not UTF-8
/// is changed to one that no rule set lists.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<RuleFile>) -> Result<Vec<(String, PathBuf)>, LoadError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |error| LoadError::Io { path, error }
    };
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let entry = entry.map_err(failed(folder))?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        // Systems and editors keep notes of their own beside a file, such as `._rule-set.json`.
        if name.starts_with('.') {
            continue;
        }
        let kind = fs::metadata(&path).map_err(failed(&path))?;
        if kind.is_dir() {
            folders.push((name, path));
            continue;
        }
        if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            continue;
        }
        // Reading a pipe or a device could wait forever.
        if !kind.is_file() {
            return Err(failed(&path)(io::Error::other(language().rules.no_ordinary_file)));
        }
        if files.len() == MOST_FILES {
            return Err(failed(&path)(io::Error::other((language().rules.too_many_files)(MOST_FILES))));
        }
        let bytes = read_at_most(&path, LARGEST + 1).map_err(failed(&path))?;
        files.push(RuleFile { name: format!("{prefix}{name}"), path: path.display().to_string(), bytes: bytes.into() });
    }
    Ok(folders)
}

/// Reads at most `most` bytes of a file, so that a huge one does not fill the memory.
pub fn read_at_most(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
