//! Parses rule files, and rewrites serde's errors in plain words.

use serde::Deserialize;

use super::place::Log;
use crate::load::diagnostic::{Code, Diagnostic, plain};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::load::{LARGEST, RuleFile};
use crate::text::language;

/// The text of a rule file. Reports a file that is too large, not UTF-8, or has a byte order mark.
pub(super) fn decode<'f>(log: &Log, file: &'f RuleFile) -> Option<&'f str> {
    let rules = &language().rules;
    let (code, mistake) = if file.bytes.len() > LARGEST {
        (Code::TooLarge, rules.too_large)
    } else if file.bytes.starts_with(b"\xef\xbb\xbf") {
        (Code::ByteOrderMark, rules.byte_order_mark)
    } else if let Ok(text) = std::str::from_utf8(&file.bytes) {
        return Some(text);
    } else {
        (Code::NotUtf8, rules.not_utf8)
    };
    log.add(Diagnostic::new(code, &file.path, Position::START, mistake));
    None
}

/// Parses the text of a rule file. Reports an error at its position.
pub(super) fn parse<'f, T: Deserialize<'f>>(log: &Log, path: &str, text: &'f str) -> Option<T> {
    serde_json::from_str(text).map_err(|error| log.add(shape_error(path, text, &error))).ok()
}

fn shape_error(path: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
    let full = error.to_string();
    let sentence = full.rsplit_once(" at line ").map_or(full.as_str(), |(sentence, _)| sentence);
    let (code, hint) = classify(sentence, error);
    let is_empty = text.trim().is_empty();
    let message = if is_empty { language().rules.empty_file.to_owned() } else { plain(sentence) };
    Diagnostic::new(code, path, Position::of_parse_error(text, error), (message, hint))
}

fn classify(sentence: &str, error: &serde_json::Error) -> (Code, String) {
    let rules = &language().rules;
    if sentence.starts_with("recursion limit") {
        return (Code::NestingTooDeep, rules.nest_less.to_owned());
    }
    if !error.is_data() {
        return (Code::BadJson, rules.check_json.to_owned());
    }
    if sentence.starts_with("duplicate field") {
        return (Code::DuplicateKey, rules.keep_one.to_owned());
    }
    if sentence.starts_with("missing field") {
        return (Code::MissingKey, rules.add_key.to_owned());
    }
    let words: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    let meant = words.split_first().and_then(|(word, allowed)| suggest::closest(word, allowed.iter().copied()));
    let meant = meant.map(language().answers.did_you_mean);
    if words.first() == Some(&"clinical_review") {
        return (Code::UnknownKey, rules.review_in_records.to_owned());
    }
    if sentence.starts_with("unknown field") {
        return (Code::UnknownKey, meant.unwrap_or_else(|| rules.remove_key.to_owned()));
    }
    let meant = meant.filter(|_| sentence.starts_with("unknown variant"));
    (Code::WrongType, meant.unwrap_or_else(|| rules.right_type.to_owned()))
}
