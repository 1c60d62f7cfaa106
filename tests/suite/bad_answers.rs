//! Answers with mistakes: each is reported with a position and a hint, and no message contains an answer.
//!
//! A file of `data/bad_answers` is named `CODE.json` or `CODE.VARIANT.json` and is read against the built-in rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use jakcheck::answers::{LARGEST, read};
use jakcheck::load::diagnostic::{Code, Diagnostic};
use proptest::prelude::*;

use crate::support::built_in;
use crate::support::diagnostics::{faults, lies_in, printed, utf_16};
use crate::support::files::{data, file_names};
use crate::support::random::cases;
use crate::support::responses::{MISTAKES, WARNINGS};
use crate::support::snapshots::{snapshots, stale_snapshots};

/// Codes that are only about rules.
const NOT_OF_ANSWERS_DOCUMENTS: &[Code] = &[
    Code::BadCsv,
    Code::ByteOrderMark,
    Code::UnknownKey,
    Code::ConditionTooLarge,
    Code::MissingKey,
    Code::NestingTooDeep,
    Code::MissingFile,
    Code::UnlistedFile,
    Code::UnsupportedFormat,
    Code::BadId,
    Code::ReservedId,
    Code::RetiredId,
    Code::ReadsItself,
    Code::DuplicateId,
    Code::WrongFileName,
    Code::BadDate,
    Code::UnknownSource,
    Code::UnknownPassage,
    Code::UnknownCondition,
    Code::UnknownCaution,
    Code::UnknownSymptom,
    Code::ConditionShape,
    Code::EmptyCondition,
    Code::Cycle,
    Code::QuestionOrder,
    Code::QuestionShape,
    Code::TooManyOptions,
    Code::MissingCitation,
    Code::MissingWhy,
    Code::MissingText,
    Code::BadLevel,
    Code::HiddenCharacter,
    Code::StraySpace,
    Code::UnreadOption,
    Code::NeedlessReason,
    Code::UnusedSource,
    Code::UnusedPassage,
    Code::UnknownRule,
    Code::DuplicateReview,
    Code::BadDigest,
    Code::ReviewShape,
    Code::CoverageShape,
    Code::NothingReads,
    Code::BadCount,
    Code::MissingCase,
    Code::CaseFailed,
    Code::UnknownEvidence,
];

/// Valid answers in every form.
const GOOD: &str = r#"{
  "id": "Anna M\u00fcller",
  "stage": "taking_now",
  "smoking": "not_sure",
  "heart_history": ["stroke", "angina"],
  "heart_risks": ["none"],
  "clot_risks": ["surgery", "not_sure"],
  "infection_risks": { "hepatitis": "yes", "shingles": "not_sure" },
  "pregnancy": "no"
}
"#;

/// An answers document with a mistake.
struct Bad {
    /// Name of its file without `.json`, and of its snapshot.
    name: String,
    /// The expected code.
    code: String,
    /// The document.
    bytes: Vec<u8>,
    /// The diagnostics.
    found: Vec<Diagnostic>,
}

impl Bad {
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        let code = name.split('.').next().unwrap().to_owned();
        let found = find(&format!("{name}.json"), &bytes);
        Self { name: name.to_owned(), code, bytes, found }
    }

    /// The document as text, with invalid UTF-8 replaced.
    fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or("")
    }
}

static BAD: LazyLock<Vec<Bad>> = LazyLock::new(|| {
    let written = file_names(&data("bad_answers")).into_iter().map(|file| {
        let name = file.strip_suffix(".json").expect("a bad answers file is JSON");
        Bad::new(name, fs::read(data("bad_answers").join(&file)).unwrap())
    });
    written.chain(made()).collect()
});

/// Documents that are too large for a file in the repository, or not text.
fn made() -> Vec<Bad> {
    let nested = |open: &str, close: &str, depth: usize| open.repeat(depth) + "0" + &close.repeat(depth);
    let in_key = |key: &str, value: &str| format!("{{ \"{key}\": {value} }}\n").into_bytes();
    let mut padded = GOOD.as_bytes().to_vec();
    padded.resize(LARGEST + 1, b' ');
    vec![
        Bad::new("too_large.spaces", padded),
        Bad::new("wrong_container.many_brackets", vec![b'['; 200_000]),
        Bad::new("wrong_container.brackets", vec![b'['; LARGEST]),
        Bad::new("wrong_container.deep_list", nested("[", "]", 30_000).into_bytes()),
        Bad::new("bad_json.deep_list_in_id", in_key("id", &nested("[", "]", 30_000))),
        Bad::new("bad_json.deep_list_in_group", in_key("heart_history", &nested("[", "]", 30_000))),
        Bad::new("bad_json.deep_object_in_question", in_key("smoking", &nested("{\"a\":", "}", 10_000))),
        Bad::new("bad_json.deep_object_in_group", in_key("heart_history", &nested("{\"a\":", "}", 10_000))),
        Bad::new("bad_json.deep_list_in_unknown_key", in_key("smoke", &nested("[", "]", 30_000))),
        Bad::new("wrong_container.utf_16", utf_16(GOOD)),
        Bad::new("not_utf8.latin_1", b"{ \"id\": \"M\xfcller\" }\n".to_vec()),
        Bad::new("not_utf8.cut_off", b"{ \"id\": \"M\xc3".to_vec()),
    ]
}

fn find(file: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    read(built_in(), file, bytes).err().map_or_else(Vec::new, |error| error.diagnostics().to_vec())
}

/// Words of four letters or more.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 4).map(str::to_lowercase).collect()
}

/// The words of the ids of the rule set. Hints may contain them, as they do not depend on the answers.
fn words_of_ids() -> BTreeSet<String> {
    let items = built_in().items().flat_map(|item| {
        item.options.iter().map(|option| option.id.as_str()).chain([item.reference.as_str(), "not_sure", "none"])
    });
    let retired = built_in().retired().iter().map(|retired| retired.id.as_str());
    items.chain(retired).flat_map(words).collect()
}

#[test]
fn good_answers_of_every_form_are_read() {
    assert_eq!(printed(&find("answers", GOOD.as_bytes())), "");
}

#[test]
fn answers_may_be_exactly_64_kib_large() {
    let mut bytes = GOOD.as_bytes().to_vec();
    bytes.resize(LARGEST, b' ');
    assert_eq!(printed(&find("answers", &bytes)), "");
}

#[test]
fn answers_with_one_mistake_give_only_its_code() {
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
fn messages_about_answers_match_the_snapshots() {
    for Bad { name, found, .. } in BAD.iter() {
        snapshots("bad_answers").bind(|| insta::assert_snapshot!(name.as_str(), printed(found)));
    }
}

#[test]
fn each_message_about_answers_is_one_sentence_with_a_hint() {
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
fn each_mistake_has_a_position_in_the_answers() {
    for bad in BAD.iter() {
        for diagnostic in &bad.found {
            assert!(lies_in(bad.text(), diagnostic.at), "{}: {diagnostic}", bad.name);
        }
    }
}

#[test]
fn messages_contain_no_word_of_the_answers() {
    let allowed = words_of_ids();
    for bad in BAD.iter() {
        let given: BTreeSet<String> = words(bad.text()).difference(&allowed).cloned().collect();
        for Diagnostic { message, hint, question, .. } in &bad.found {
            let said = words(&format!("{message} {hint} {}", question.as_deref().unwrap_or("")));
            let again: Vec<&String> = said.intersection(&given).collect();
            assert!(again.is_empty(), "{}: {again:?}", bad.name);
        }
    }
}

#[test]
fn every_code_of_answers_is_tested() {
    let is_of_others =
        |code: Code| NOT_OF_ANSWERS_DOCUMENTS.contains(&code) || MISTAKES.contains(&code) || WARNINGS.contains(&code);
    let given: BTreeSet<&str> = BAD.iter().map(|bad| bad.code.as_str()).collect();
    let known: BTreeSet<&str> = Code::ALL.iter().filter(|code| !is_of_others(**code)).map(|code| code.name()).collect();
    assert_eq!(given, known);
}

#[test]
fn no_snapshot_of_bad_answers_is_unused() {
    assert_eq!(stale_snapshots("bad_answers", BAD.iter().map(|bad| bad.name.as_str())), Vec::<String>::new());
}

/// A private text that cannot be meant as an id: `zq` is in no id and in no message.
fn canary() -> impl Strategy<Value = String> {
    "zq[a-zA-Z0-9 ,.\u{e9}-]{4,20}"
}

/// Characters that control a terminal or are invisible.
const HIDDEN: &[char] = &['\0', '\u{7}', '\n', '\r', '\u{1b}', '\u{9b}', '\u{200b}', '\u{202e}', '\u{feff}'];

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// All messages and hints on one line.
fn said(found: &[Diagnostic]) -> String {
    let one_line = |one: &Diagnostic| format!("{} {} {} {:?}", one.code.name(), one.message, one.hint, one.question);
    found.iter().map(one_line).collect::<Vec<String>>().join(" ")
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn messages_never_contain_an_answer(
        canary in canary(),
        question in prop::sample::select(built_in().questions().iter().collect::<Vec<_>>()),
    ) {
        let (id, text) = (&question.id, quoted(&canary));
        for json in [
            format!("{{\"{id}\": {text}}}"),
            format!("{{\"{id}\": [{text}]}}"),
            format!("{{\"{id}\": [\"none\", {text}, {text}]}}"),
            format!("{{\"{id}\": {{{text}: \"yes\"}}}}"),
            format!("{{\"{id}\": {{{text}: {text}, {text}: {text}}}}}"),
            format!("{{\"{id}\": {{\"{}\": {text}}}}}", question.items[0].id),
            format!("{{{text}: \"yes\"}}"),
            format!("{{{text}: {text}, {text}: {text}}}"),
            format!("{{\"{id}.{canary}\": \"yes\"}}"),
            format!("[{text}]"),
            text.clone(),
            canary.clone(),
            format!("{{\"{id}\": {canary}}}"),
            format!("{{\"{id}\": '{canary}'}}"),
            format!("{{\"{id}\": {text}"),
            format!("{{\"{id}\": \"not_sure\"}} {canary}"),
        ] {
            let found = find("answers", json.as_bytes());
            prop_assert!(!found.is_empty(), "{json} was taken");
            prop_assert!(!said(&found).contains("zq"), "{json}: {}", said(&found));
        }
    }

    #[test]
    fn an_unprintable_id_is_refused_and_not_printed(
        canary in canary(),
        hidden in prop::sample::select(HIDDEN),
    ) {
        let json = format!("{{\"id\": {}}}", quoted(&format!("{canary}{hidden}{canary}")));
        let found = find("answers", json.as_bytes());
        prop_assert_eq!(found.iter().map(|one| one.code).collect::<Vec<Code>>(), [Code::BadRecordId]);
        let said = said(&found);
        prop_assert!(!said.contains("zq") && !said.contains(hidden), "{said}");
    }

    #[test]
    fn changed_bytes_give_answers_or_a_position_and_never_a_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        length in any::<prop::sample::Index>(),
        is_cut_off in any::<bool>(),
    ) {
        let mut bytes = GOOD.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if is_cut_off {
            bytes.truncate(length.index(bytes.len()));
        }
        let text = std::str::from_utf8(&bytes).unwrap_or("");
        match read(built_in(), "answers", &bytes) {
            Ok(_) => prop_assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text} was taken"),
            Err(error) => {
                prop_assert!(!error.diagnostics().is_empty());
                for diagnostic in error.diagnostics() {
                    prop_assert!(lies_in(text, diagnostic.at), "{diagnostic}");
                }
            }
        }
    }
}
