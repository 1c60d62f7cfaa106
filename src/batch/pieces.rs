//! Pieces of the JSON text of a record: each function strips one, and gives what is behind it.

/// The most bytes of an `id`.
const LONGEST_ID: usize = 200;

/// Strips a byte and the spaces after it. `None` if the text begins with another byte.
#[inline]
pub(super) fn take(text: &[u8], byte: u8) -> Option<&[u8]> {
    match text.split_first() {
        Some((first, rest)) if *first == byte => Some(skip_spaces(rest)),
        _ => None,
    }
}

/// Strips spaces. Most texts have none here, so the loop is not inlined.
#[inline]
pub(super) fn skip_spaces(text: &[u8]) -> &[u8] {
    match text.first() {
        Some(byte) if *byte <= b' ' => skip_some_spaces(text),
        Some(_) | None => text,
    }
}

#[inline(never)]
fn skip_some_spaces(mut text: &[u8]) -> &[u8] {
    while let Some((b' ' | b'\t', rest)) = text.split_first() {
        text = rest;
    }
    text
}

/// Strips what says that there is no answer, and the spaces after it. `None` if the text begins with something else.
#[inline]
pub(super) fn missing(text: &[u8]) -> Option<&[u8]> {
    let rest = text.strip_prefix(b"null").or_else(|| text.strip_prefix(b"\"\""))?;
    Some(skip_spaces(rest))
}

/// Reads an `id` that can be written as it is, without escapes and without blanks around it. Gives its bytes and the rest
/// of the text.
pub(super) fn record_id(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.strip_prefix(b"\"")?;
    let length = text.iter().take(LONGEST_ID + 1).position(|byte| *byte == b'"')?;
    let (id, rest) = text.split_at_checked(length)?;
    let is_plain = id.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'\\')
        && !(id.starts_with(b" ") || id.ends_with(b" "));
    if is_plain { Some((id, skip_spaces(rest.strip_prefix(b"\"")?))) } else { None }
}
