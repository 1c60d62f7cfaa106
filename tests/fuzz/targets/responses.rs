//! Any bytes as a response of FHIR: what is read is in it, is written, and read back the same. A mistake and a warning have a place
//! in the document, and what is told of them holds nothing that could control a terminal.
#![no_main]

use std::sync::LazyLock;

use jakcheck::fhir::{self, Reading, Response};
use jakcheck::load::diagnostic::Diagnostic;
use jakcheck::model::{Answer, RuleSet};
use jakcheck::render::visible::is_unprintable;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

#[path = "../places.rs"]
mod places;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::built_in().expect("the built-in rules load"));

fn assert_told(bytes: &[u8], found: &Diagnostic) {
    assert_eq!(found.file, "response");
    places::assert_inside(bytes, found);
    assert!(!found.to_string().chars().any(|c| c != '\n' && is_unprintable(c)), "{found}");
}

fuzz_target!(|bytes: &[u8]| {
    match fhir::read(&RULES, "response", bytes) {
        Ok(Reading { answers, warnings, kept, .. }) => {
            // What has no escapes in it names each question that has an answer.
            let text = String::from_utf8_lossy(bytes);
            for item in RULES.items().filter(|item| answers.answer(item.index) != Answer::Unanswered) {
                let question = RULES.question_of(item.index);
                assert!(text.contains(question.id.as_str()) || text.contains('\\'), "{} was not said", question.id);
            }
            let response = Response::new(&answers, date(2026, 12, 1), kept);
            let written = serde_json::to_vec(&response).expect("a response");
            let again = fhir::read(&RULES, "written", &written).expect("what was written");
            let hidden = fhir::as_asked(&answers).1;
            for item in
                RULES.items().filter(|item| hidden.iter().all(|one| one.index != RULES.question_of(item.index).index))
            {
                assert_eq!(again.answers.answer(item.index), answers.answer(item.index), "{}", item.reference);
            }
            warnings.iter().for_each(|warning| assert_told(bytes, warning));
        }
        Err(error) => {
            assert!(!error.diagnostics().is_empty());
            error.diagnostics().iter().for_each(|mistake| assert_told(bytes, mistake));
        }
    }
});
