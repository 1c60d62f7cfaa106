//! Rule sets with one mistake each, which must be reported with its code, a position and a hint.
//!
//! `data/small_rules` is a valid rule set about bicycles. A file of `data/bad_rules` is named
//! `CODE.ROLE.json` or `CODE.VARIANT.ROLE.json`; it takes the place of the file with that role in the valid set.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use jakcheck::analysis::Cases;
use jakcheck::load::diagnostic::{Code, Diagnostic};
use jakcheck::load::{LARGEST, LoadError, RuleFile, RuleFiles};
use jakcheck::model::RuleSet;

use crate::support::diagnostics::{faults, lies_in, printed, utf_16};
use crate::support::files::{data, file_names};
use crate::support::responses::{MISTAKES, WARNINGS};
use crate::support::snapshots::{snapshots, stale_snapshots};

/// A rule set with a mistake.
struct Bad {
    /// Name of its file without `.json`, and of its snapshot.
    name: String,
    /// The expected code.
    code: String,
    /// All files, with the bad one.
    files: Vec<RuleFile>,
    /// The diagnostics.
    found: Vec<Diagnostic>,
}

impl Bad {
    fn new(name: &str, files: Vec<RuleFile>) -> Self {
        let code = name.split('.').next().unwrap().to_owned();
        let found = find(files.clone());
        Self { name: name.to_owned(), code, files, found }
    }
}

static GOOD: LazyLock<Vec<RuleFile>> = LazyLock::new(|| {
    let files = RuleFiles::of_folder(&data("small_rules")).unwrap();
    let with_stable_path = |file: &RuleFile| RuleFile { path: format!("small_rules/{}", file.name), ..file.clone() };
    files.iter().map(with_stable_path).collect()
});

static BAD: LazyLock<Vec<Bad>> = LazyLock::new(|| {
    let written = file_names(&data("bad_rules")).into_iter().map(|file| {
        let bytes = fs::read(data("bad_rules").join(&file)).unwrap();
        let path = format!("bad_rules/{file}");
        let name = file.strip_suffix(".json").expect("a bad rule file is JSON").to_owned();
        let place = place_of(&name);
        let mut files: Vec<RuleFile> = GOOD.iter().filter(|good| good.name != place).cloned().collect();
        files.push(RuleFile { name: place, path, bytes: bytes.into() });
        Bad::new(&name, files)
    });
    written.chain(made()).collect()
});

/// Mistakes that are too large for a file in the repository, not text, or a missing file.
fn made() -> Vec<Bad> {
    let with = |name: &str, change: &dyn Fn(&mut RuleFile)| {
        let mut files = GOOD.clone();
        change(files.iter_mut().find(|file| file.name == place_of(name)).unwrap());
        Bad::new(name, files)
    };
    let without = |name: &str| {
        let files = GOOD.iter().filter(|file| file.name != place_of(name)).cloned().collect();
        Bad::new(name, files)
    };
    vec![
        // Spaces at the end keep the document valid, so that only its size is wrong.
        with("too_large.rule-set", &|file| file.bytes.to_mut().resize(LARGEST + 1, b' ')),
        with("too_large.topic-wheels", &|file| file.bytes.to_mut().resize(LARGEST + 1, b' ')),
        with("too_large.case-wheels", &|file| file.bytes.to_mut().resize(LARGEST + 1, b' ')),
        with("not_utf8.latin_1.topic-wheels", &|file| {
            let place = file.bytes.windows(5).position(|bytes| bytes == b"tyre\"").unwrap();
            file.bytes.to_mut()[place] = 0xfc;
        }),
        with("not_utf8.utf_16.sources", &|file| {
            let text = String::from_utf8(file.bytes.to_vec()).unwrap();
            file.bytes = utf_16(&text).into();
        }),
        with("not_utf8.cut_off.case-brakes", &|file| file.bytes.to_mut().push(0xe2)),
        without("missing_file.rule-set"),
        without("missing_file.sources"),
        without("missing_file.topic-wheels"),
        without("missing_case.file.case-brakes"),
    ]
}

/// The file that a bad file replaces.
fn place_of(name: &str) -> String {
    let (_, role) = name.rsplit_once('.').expect("the name ends in a role");
    match role.split_once('-') {
        Some(("topic", topic)) => format!("topics/{topic}.json"),
        Some(("case", topic)) => format!("cases/{topic}.json"),
        _ => format!("{role}.json"),
    }
}

fn find(files: Vec<RuleFile>) -> Vec<Diagnostic> {
    let files = RuleFiles::new(files);
    match RuleSet::load(&files).and_then(|rules| Cases::prove(&rules, &files)) {
        Ok(_) => Vec::new(),
        Err(LoadError::Invalid(found)) => found,
        Err(LoadError::Io { path, error }) => panic!("{}: {error}", path.display()),
    }
}

#[test]
fn files_whose_name_begins_with_a_full_stop_are_not_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    for file in GOOD.iter() {
        let path = folder.path().join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    let before = RuleFiles::of_folder(folder.path()).unwrap().digest();
    // What macOS puts beside a file on a foreign disk, an editor's copy, and a folder of version control.
    for name in
        ["._rule-set.json", "topics/._wheels.json", "cases/.wheels.json", ".git/config.json", "topics/.DS_Store"]
    {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, b"\0\x05\x16\x07").unwrap();
    }
    let files = RuleFiles::of_folder(folder.path()).unwrap();
    assert_eq!(files.digest(), before);
    assert!(RuleSet::load(&files).is_ok());
}

#[test]
fn the_small_rule_set_is_valid() {
    assert_eq!(printed(&find(GOOD.clone())), "");
}

#[test]
fn a_rule_set_with_one_mistake_gives_only_its_code() {
    let mut wrong = BTreeMap::new();
    for Bad { name, code, found, .. } in BAD.iter() {
        let codes: BTreeSet<&str> = found.iter().map(|diagnostic| diagnostic.code.name()).collect();
        if codes != BTreeSet::from([code.as_str()]) {
            wrong.insert(name, codes);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn messages_about_rules_match_the_snapshots() {
    for Bad { name, found, .. } in BAD.iter() {
        snapshots("bad_rules").bind(|| insta::assert_snapshot!(name.as_str(), printed(found)));
    }
}

#[test]
fn each_message_about_rules_is_one_sentence_with_a_hint() {
    let mut wrong = BTreeMap::new();
    for Bad { name, found, .. } in BAD.iter() {
        let faults: Vec<&str> = found.iter().flat_map(faults).collect();
        if !faults.is_empty() {
            wrong.insert(name, faults);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_mistake_has_a_position_in_its_file() {
    for Bad { name, files, found, .. } in BAD.iter() {
        for diagnostic in found {
            assert!(is_placed(files, diagnostic), "{name}: {diagnostic}");
        }
    }
}

/// As worked cases contain answers, a rule set can give the codes of answers too, except those of whole files.
#[test]
fn every_code_of_rules_is_tested() {
    let given: BTreeSet<&str> = BAD.iter().map(|bad| bad.code.as_str()).collect();
    // The safety case is no part of a rule set; `hazards.rs` has its mistakes.
    let is_of_others = |code: &&Code| {
        let is_of_responses = MISTAKES.contains(code) || WARNINGS.contains(code);
        is_of_responses || matches!(code, Code::BadCsv | Code::WrongContainer | Code::UnknownEvidence)
    };
    let codes = Code::ALL.iter().filter(|code| !is_of_others(code));
    let known: BTreeSet<&str> = codes.map(|code| code.name()).collect();
    assert_eq!(given, known);
}

#[test]
fn no_snapshot_of_a_bad_rule_file_is_unused() {
    assert_eq!(stale_snapshots("bad_rules", BAD.iter().map(|bad| bad.name.as_str())), Vec::<String>::new());
}

#[test]
fn a_truncated_rule_set_gives_a_position_and_never_a_panic() {
    for (index, file) in GOOD.iter().enumerate() {
        for length in (0..file.bytes.len()).step_by(7) {
            assert_total(index, |bytes| bytes.truncate(length));
        }
    }
}

#[test]
fn a_changed_byte_gives_a_rule_set_or_a_position_and_never_a_panic() {
    let bytes = [b'"', b',', b'}', b'7', 0xc3];
    for (index, file) in GOOD.iter().enumerate() {
        for (place, byte) in (0..file.bytes.len()).step_by(11).zip(bytes.iter().cycle()) {
            assert_total(index, |bytes| bytes[place] = *byte);
        }
    }
}

fn assert_total(index: usize, change: impl Fn(&mut Vec<u8>)) {
    let mut files = GOOD.clone();
    change(files[index].bytes.to_mut());
    for diagnostic in find(files.clone()) {
        assert!(is_placed(&files, &diagnostic), "{diagnostic}");
    }
}

/// Whether the position is valid. For mistakes of a whole file and for missing files it is the first character.
fn is_placed(files: &[RuleFile], diagnostic: &Diagnostic) -> bool {
    let text = files
        .iter()
        .find(|file| file.path == diagnostic.file)
        .and_then(|file| std::str::from_utf8(&file.bytes).ok())
        .unwrap_or("");
    lies_in(text, diagnostic.at)
}
