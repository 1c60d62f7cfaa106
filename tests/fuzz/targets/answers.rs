//! Any bytes as the answers of one person: what is read is written, and read back the same. A mistake has a place in the
//! document, and its message holds nothing that could control a terminal.
#![no_main]

use std::sync::LazyLock;

use jakcheck::answers;
use jakcheck::model::RuleSet;
use jakcheck::render::visible::is_unprintable;
use libfuzzer_sys::fuzz_target;

#[path = "../places.rs"]
mod places;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));

fuzz_target!(|bytes: &[u8]| {
    match answers::read(&RULES, "answers", bytes) {
        Ok(read) => {
            let written = answers::write(&read).expect("answers to these rules");
            let again = answers::read(&RULES, "written", written.as_bytes()).expect("what was written");
            assert_eq!(again, read);
            assert!(!written.chars().any(|c| c != '\n' && is_unprintable(c)), "{written}");
        }
        Err(error) => {
            assert!(!error.diagnostics().is_empty());
            for mistake in error.diagnostics() {
                assert_eq!(mistake.file, "answers");
                places::assert_inside(bytes, mistake);
            }
            assert!(!error.to_string().chars().any(|c| c != '\n' && is_unprintable(c)), "{error}");
        }
    }
});
