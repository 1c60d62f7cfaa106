//! Whether a mistake has a place in its document.

use jakcheck::load::diagnostic::Diagnostic;

/// Asserts that a mistake is in a line of the document, and in one of its characters or behind its last.
pub(crate) fn assert_inside(document: &[u8], mistake: &Diagnostic) {
    let at = mistake.at;
    let line = at.line.checked_sub(1).and_then(|line| document.split(|byte| *byte == b'\n').nth(line));
    let line = line.unwrap_or_else(|| panic!("no such line: {mistake}"));
    let characters = String::from_utf8_lossy(line).chars().count();
    assert!((1..=characters + 1).contains(&at.column), "no such column: {mistake}");
}
