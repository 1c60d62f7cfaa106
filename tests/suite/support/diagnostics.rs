//! Checks of diagnostics: their form and their position.

use jakcheck::load::diagnostic::Diagnostic;
use jakcheck::load::locate::Position;

/// UTF-16 with a byte order mark, as some programs on Windows save text.
pub(crate) fn utf_16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Diagnostics as they are printed.
pub(crate) fn printed(found: &[Diagnostic]) -> String {
    found.iter().map(ToString::to_string).collect::<Vec<String>>().join("\n\n")
}

/// What is wrong with the form of a diagnostic: it must be one sentence in lower case, without a full stop, and a hint.
pub(crate) fn faults(diagnostic: &Diagnostic) -> Vec<&'static str> {
    let Diagnostic { message, hint, .. } = diagnostic;
    let is_plain = |text: &str| !text.contains(|c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{206f}'));
    let printed = diagnostic.to_string().replace('\n', " ");
    let checks = [
        (!message.trim().is_empty() && !hint.trim().is_empty(), "message or hint is empty"),
        (!message.starts_with(|c: char| c.is_ascii_uppercase()), "message starts with a capital"),
        (!message.ends_with('.') && !hint.ends_with('.'), "a full stop"),
        (is_plain(&printed), "hidden characters are printed"),
    ];
    checks.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| fault).collect()
}

/// Whether a position is in a text, or directly after the end of one of its lines.
pub(crate) fn lies_in(text: &str, at: Position) -> bool {
    let line = text.split('\n').nth(at.line.saturating_sub(1));
    at.line >= 1 && at.column >= 1 && line.is_some_and(|line| at.column <= line.chars().count() + 1)
}
