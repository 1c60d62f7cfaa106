//! Renders data as a JSON document with a final newline: each entry of a list, such as a caution, is one line.

use std::fmt::Write as _;
use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::render::visible::is_unprintable;

/// Lists and objects inside so many others are written in one line.
const OPENED: usize = 2;

/// Renders a value as a JSON document.
///
/// Unprintable characters that JSON allows unescaped are escaped too, as they could control a terminal.
pub fn render(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut json = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut json, Lines::default()))?;
    let mut text = String::new();
    for c in String::from_utf8_lossy(&json).chars() {
        if c != '\n' && is_unprintable(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    Ok(text)
}

/// Writes each entry of a list or object on a line of its own, down to a depth.
#[derive(Debug, Default)]
struct Lines {
    /// Inside how many lists and objects the writer is.
    depth: usize,
    /// Whether something was written in the innermost of them.
    has_entry: bool,
}

impl Lines {
    fn open(&mut self) {
        self.depth += 1;
        self.has_entry = false;
    }

    fn entry<W: ?Sized + io::Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            writer.write_all(if self.depth > OPENED { b", " } else { b"," })?;
        }
        self.line(writer)
    }

    fn close<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let is_broken = self.has_entry && self.depth <= OPENED;
        self.depth -= 1;
        self.has_entry = true;
        if is_broken { self.line(writer) } else { Ok(()) }
    }

    fn line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        if self.depth > OPENED {
            return Ok(());
        }
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open();
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer)?;
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.entry(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_entry = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open();
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer)?;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.entry(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_entry = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn unprintable_characters_are_escaped() {
        let value = "a\u{1b}b\u{9b}c\u{202e}d\u{7f}e\u{e0041}";
        let text = super::render(&value).unwrap();
        assert_eq!(text, "\"a\\u001bb\\u009bc\\u202ed\\u007fe\\udb40\\udc41\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }

    #[test]
    fn an_entry_of_a_list_is_one_line() {
        let value = json!({"a": [], "b": {}, "c": [{"d": [1, {"e": null}], "f": {}}, {}], "g": {"h": [2, 3]}, "i": 4});
        let text = super::render(&value).unwrap();
        assert_eq!(
            text,
            "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    {\"d\": [1, {\"e\": null}], \"f\": {}},\n    {}\n  ],\n  \
             \"g\": {\n    \"h\": [2, 3]\n  },\n  \"i\": 4\n}\n"
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        assert_eq!(super::render(&json!([])).unwrap(), "[]\n");
    }
}
