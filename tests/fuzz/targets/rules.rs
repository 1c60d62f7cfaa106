//! Any bytes in the place of one file of the small rule set: it loads, or each mistake has a place in one of its files.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use jakcheck::analysis::Cases;
use jakcheck::answers::Answers;
use jakcheck::load::{LoadError, RuleFile, RuleFiles};
use jakcheck::model::RuleSet;
use jakcheck::pages::report::{self, Report};
use jakcheck::render::visible::is_unprintable;
use jakcheck::render::{Paint, text};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

#[path = "../places.rs"]
mod places;

static FILES: LazyLock<Vec<RuleFile>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/small_rules");
    RuleFiles::of_folder(&folder).expect("the small rule set").iter().cloned().collect()
});

fuzz_target!(|bytes: &[u8]| {
    let [choice, bytes @ ..] = bytes else { return };
    let chosen = usize::from(*choice) % FILES.len();
    let mut files = FILES.clone();
    files[chosen].bytes = bytes.to_owned().into();
    let files = RuleFiles::new(files);
    let loaded = RuleSet::load(&files).and_then(|rules| Cases::prove(&rules, &files).map(|_| rules));
    match loaded {
        Ok(rules) => {
            let report = Report::new(&Answers::none(&rules), date(2026, 1, 20));
            let printed = text::render(&report::page::document(&report), 80, Paint::new(false));
            assert!(!printed.chars().any(|c| c != '\n' && is_unprintable(c)), "{printed}");
        }
        Err(LoadError::Io { path, error }) => panic!("{}: {error}", path.display()),
        Err(LoadError::Invalid(mistakes)) => {
            assert!(!mistakes.is_empty());
            for mistake in &mistakes {
                // A file that is missing is named where it should be.
                let document = files.iter().find(|file| [&file.path, &file.name].contains(&&mistake.file));
                places::assert_inside(document.map_or(b"", |file| &file.bytes), mistake);
                let said = mistake.to_string();
                assert!(!said.chars().any(|c| c != '\n' && is_unprintable(c)), "{said}");
            }
        }
    }
});
