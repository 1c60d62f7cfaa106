//! What was answered to the questionnaire in a form tool: a `QuestionnaireResponse` of FHIR R4.
//!
//! Nothing is read that was not said. Whatever could be a yes that is not understood is a mistake, and the response is refused. What
//! is said in another way than it should be, and can still be understood, is a warning.

mod elements;
mod given;
mod items;
mod read;
mod reading;
mod walk;
mod write;

use memchr::memmem;

use self::read::Reader;
pub use self::reading::{Kept, Reading};
use self::walk::{object, value};
pub use self::write::{Response, as_asked};
use crate::answers::{self, ReadError};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::Position;
use crate::model::RuleSet;
use crate::text::language;
use crate::text::rules::Mistake;

/// A response is at most this many bytes: 1 MiB. It repeats every text of the questionnaire.
pub const LARGEST: usize = 1 << 20;

/// Reads answers: an answers document, or a response, which its `resourceType` tells. `file` is its name in messages.
///
/// # Errors
/// Everything that is wrong with it, in the order of places.
pub fn read<'r>(rules: &'r RuleSet, file: &str, bytes: &[u8]) -> Result<Reading<'r>, ReadError> {
    read_response(rules, file, bytes).unwrap_or_else(|| answers::read(rules, file, bytes).map(Reading::from))
}

/// Reads a response; nothing where it is none.
pub(crate) fn read_response<'r>(
    rules: &'r RuleSet,
    file: &str,
    bytes: &[u8],
) -> Option<Result<Reading<'r>, ReadError>> {
    memmem::find(bytes, b"\"resourceType\"")?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let refused = |code, words: Mistake| Some(Err(Diagnostic::new(code, file, Position::START, words).into()));
    if bytes.len() > LARGEST {
        return refused(Code::TooLarge, language().responses.too_large);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refused(Code::NotUtf8, language().answers.not_utf8);
    };
    let is_response = match object(text) {
        Some(members) => value(&members, "resourceType").is_some(),
        // What is as large as this and no JSON is told best as a response.
        None => text.starts_with('{') && text.len() > answers::LARGEST,
    };
    is_response.then(|| Reader::new(rules, file, text).read())
}
