//! Bytes to the shape of a rule file, with plain words for what serde says.

use serde::Deserialize;

use super::place::Log;
use crate::load::diagnostic::{Code, Diagnostic, plain};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::load::{LARGEST, RuleFile};

/// The text of a rule file, if it is one.
pub(super) fn text_of<'f>(log: &Log, file: &'f RuleFile) -> Option<&'f str> {
    let report = |code, message: &str, hint: &str| {
        log.add(Diagnostic {
            code,
            file: file.path.clone(),
            at: Position::START,
            question: None,
            message: message.to_owned(),
            hint: hint.to_owned(),
        });
    };
    if file.bytes.len() > LARGEST {
        report(Code::TooLarge, "the file is larger than 1 MiB", "split it or shorten it");
        return None;
    }
    if file.bytes.starts_with(b"\xef\xbb\xbf") {
        report(
            Code::ByteOrderMark,
            "the file begins with a byte order mark",
            "save it as UTF-8 without a byte order mark",
        );
        return None;
    }
    std::str::from_utf8(&file.bytes)
        .inspect_err(|_| report(Code::NotUtf8, "the file is not UTF-8 text", "save it as UTF-8"))
        .ok()
}

/// Reads the shape of a rule file. What is wrong is reported at its place.
pub(super) fn parse<'f, T: Deserialize<'f>>(log: &Log, path: &str, text: &'f str) -> Option<T> {
    serde_json::from_str(text).map_err(|error| log.add(shape_error(path, text, &error))).ok()
}

fn shape_error(path: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
    let full = error.to_string();
    let sentence = full.rsplit_once(" at line ").map_or(full.as_str(), |(sentence, _)| sentence);
    let (code, hint) = classify(sentence, error);
    Diagnostic {
        code,
        file: path.to_owned(),
        at: Position::of_parse_error(text, error),
        question: None,
        message: if text.trim().is_empty() { "the file is empty".to_owned() } else { plain(sentence) },
        hint,
    }
}

fn classify(sentence: &str, error: &serde_json::Error) -> (Code, String) {
    if sentence.starts_with("recursion limit") {
        return (Code::NestingTooDeep, "nest less deeply; use named conditions".to_owned());
    }
    if !error.is_data() {
        return (
            Code::BadJson,
            "write one JSON document: check brackets, commas and quotes near this place".to_owned(),
        );
    }
    if sentence.starts_with("duplicate field") {
        return (Code::DuplicateKey, "keep one of the two".to_owned());
    }
    if sentence.starts_with("missing field") {
        return (Code::MissingKey, "add it; rules/README.md lists the keys".to_owned());
    }
    let words: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    let meant = words.split_first().and_then(|(word, allowed)| suggest::closest(word, allowed.iter().copied()));
    if sentence.starts_with("unknown field") {
        let hint = meant.map_or_else(
            || "remove it; rules/README.md lists the keys".to_owned(),
            |key| format!("did you mean `{key}`?"),
        );
        return (Code::UnknownKey, hint);
    }
    if let Some(word) = meant.filter(|_| sentence.starts_with("unknown variant")) {
        return (Code::WrongType, format!("did you mean `{word}`?"));
    }
    (Code::WrongType, "write the type that the format asks for; rules/README.md shows it".to_owned())
}
