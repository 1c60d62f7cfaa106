//! Answers as rows of a table: a header names what each column answers, an empty field leaves it open.

use std::io::{self, BufRead};

use super::fields::{Broken, Delimiter, Field, RowEnds, line_breaks, take_field};
use super::{Answers, LARGEST, ReadError, word};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::model::words::RECORD_ID;
use crate::model::{Item, RuleSet};
use crate::text::language;

/// What the columns of a table answer.
#[derive(Debug)]
pub struct Columns<'r> {
    named: Vec<Column<'r>>,
    rules: &'r RuleSet,
    file: String,
    delimiter: Delimiter,
    /// How many lines of the table the header takes.
    lines: u64,
}

/// What one column holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column<'r> {
    /// What a script calls the person.
    Id,
    /// The answer to this item.
    Item(&'r Item),
}

/// The header of a table as it stands there, read up to the line break that ends it.
///
/// # Errors
/// The input could not be read.
pub fn read_header(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut ends = RowEnds::new(Delimiter::COMMA);
    let mut header = Vec::new();
    // One byte more than is taken, with its line break.
    while header.len() <= LARGEST + 2 {
        let some = input.fill_buf()?;
        let end = ends.first(some);
        let length = end.unwrap_or(some.len());
        header.extend(some.iter().take(length));
        input.consume(length);
        if end.is_some() || length == 0 {
            break;
        }
    }
    Ok(header)
}

impl<'r> Columns<'r> {
    /// The columns that a header names: `id`, questions, and items of groups as `group.item` or `group__item`.
    ///
    /// # Errors
    /// Everything that is wrong with the header; columns count fields.
    pub fn new(rules: &'r RuleSet, file: &str, header: &[u8]) -> Result<Self, ReadError> {
        let words = &language().answers;
        let header = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header);
        let (delimiter, lines) = (Delimiter::COMMA, lines_in(header));
        let mut columns = Self { named: Vec::new(), rules, file: file.to_owned(), delimiter, lines };
        let fields = columns.split(header, 1)?;
        if fields.iter().all(|field| field.is_empty()) {
            return Err(columns.finding(0, Code::BadCsv, words.no_header).into());
        }
        let mut found = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let name: &str = &field.text().ok_or_else(|| columns.finding(index, Code::NotUtf8, words.row_not_utf8))?;
            // `group.item` and `group__item` are the same column.
            let own = columns.item(name).map_or_else(|| name.to_owned(), Item::column);
            if names.contains(&own) {
                found.push(columns.finding(index, Code::DuplicateKey, words.duplicate_column));
            }
            names.push(own);
            match columns.column(name) {
                Some(column) => columns.named.push(column),
                None => found.push(columns.unknown(index, name)),
            }
        }
        if found.is_empty() { Ok(columns) } else { Err(ReadError(found)) }
    }

    fn column(&self, name: &str) -> Option<Column<'r>> {
        if name == RECORD_ID {
            return Some(Column::Id);
        }
        self.item(name).map(Column::Item)
    }

    fn item(&self, name: &str) -> Option<&'r Item> {
        self.rules.items().find(|item| item.reference == name || item.column() == name)
    }

    fn unknown(&self, index: usize, name: &str) -> Diagnostic {
        let words = &language().answers;
        if let Some(group) = self.rules.question(name) {
            return self.finding(index, Code::WrongType, (words.column_is_group)(&group.first().reference));
        }
        let references: Vec<&str> = self.rules.items().map(|item| item.reference.as_str()).collect();
        let hint = word::retired_name_hint(self.rules, name);
        let hint = hint.unwrap_or_else(|| suggest::hint(name, words.columns, references));
        self.finding(index, Code::UnknownQuestion, (words.unknown_column, hint))
    }

    /// What each column holds.
    pub(crate) fn columns(&self) -> &[Column<'r>] {
        &self.named
    }

    /// What stands between two fields.
    pub(crate) fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// How many lines stand before the first row.
    pub(crate) fn lines(&self) -> u64 {
        self.lines
    }

    /// The answers in a row, which begins on this line of the table; nothing if all its fields are empty.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its fields; columns count fields.
    pub(crate) fn read(&self, row: &[u8], line: u64) -> Result<Option<Answers<'r>>, ReadError> {
        let fields = self.split(row, line)?;
        if fields.iter().all(|field| field.is_empty()) {
            return Ok(None);
        }
        if fields.len() != self.named.len() {
            let mistake = (language().answers.fields)(fields.len(), self.named.len());
            return Err(self.finding(0, Code::BadCsv, mistake).into());
        }
        let mut answers = Answers::none(self.rules);
        let mut found = Vec::new();
        for (index, (column, field)) in self.named.iter().zip(fields).enumerate() {
            if field.is_empty() {
                continue;
            }
            let text = field.text();
            match column {
                Column::Id => match text.filter(|id| word::is_record_id(id)) {
                    Some(id) => answers.id = Some(id.into_owned()),
                    None => found.push(self.finding(index, Code::BadRecordId, word::bad_record_id())),
                },
                Column::Item(item) => match text.and_then(|text| word::answer(item, &text)) {
                    Some(answer) => answers.set(item.index, answer),
                    None => found.push(self.unknown_option(index, item)),
                },
            }
        }
        if found.is_empty() { Ok(Some(answers)) } else { Err(ReadError(found)) }
    }

    fn unknown_option(&self, index: usize, item: &Item) -> Diagnostic {
        let question = self.rules.question_of(item.index).id.to_string();
        let found = self.finding(index, Code::UnknownOption, word::unknown_option(self.rules, item));
        Diagnostic { question: Some(question), ..found }
    }

    /// The fields of a row that begins on this line.
    fn split<'t>(&self, row: &'t [u8], line: u64) -> Result<Vec<Field<'t>>, Diagnostic> {
        let words = &language().answers;
        let row = row.strip_suffix(b"\n").unwrap_or(row);
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        let is_large = row.len() > LARGEST;
        if !is_large && std::str::from_utf8(row).is_err() {
            return Err(self.finding(0, Code::NotUtf8, words.row_not_utf8));
        }
        let (mut fields, mut rest, mut line) = (Vec::with_capacity(self.named.len()), row, line);
        loop {
            let taken = take_field(rest, self.delimiter).map_err(|broken| match broken {
                Broken::Open => self.finding(fields.len(), Code::BadCsv, (words.open_quote)(line, is_large)),
                _ if is_large => self.finding(0, Code::TooLarge, words.row_too_large),
                Broken::QuoteWithin => self.finding(fields.len(), Code::BadCsv, words.quote_within),
                Broken::BehindQuote => self.finding(fields.len(), Code::BadCsv, words.behind_quote),
            })?;
            fields.push(taken.field);
            line += taken.line_breaks;
            rest = taken.rest;
            if taken.is_last && is_large {
                return Err(self.finding(0, Code::TooLarge, words.row_too_large));
            } else if taken.is_last {
                return Ok(fields);
            }
        }
    }

    fn finding(&self, index: usize, code: Code, mistake: (impl Into<String>, impl Into<String>)) -> Diagnostic {
        Diagnostic::new(code, &self.file, Position { line: 1, column: index + 1 }, mistake)
    }
}

/// How many lines a text takes, a line break at its end included.
fn lines_in(text: &[u8]) -> u64 {
    line_breaks(text) + u64::from(!text.ends_with(b"\n"))
}
