//! Answers as rows of a table: a header names what each column answers, an empty field leaves it open.

use csv_core::{ReadRecordResult, Reader};

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
}

#[derive(Clone, Copy, Debug)]
enum Column<'r> {
    Id,
    Item(&'r Item),
}

/// The fields of one line.
#[derive(Debug)]
struct Fields {
    text: String,
    ends: Vec<usize>,
}

impl<'r> Columns<'r> {
    /// The columns that a header names: `id`, questions, and items of groups as `group.item` or `group__item`.
    ///
    /// # Errors
    /// Everything that is wrong with the header; columns count fields.
    pub fn new(rules: &'r RuleSet, file: &str, header: &[u8]) -> Result<Self, ReadError> {
        let words = &language().answers;
        let mut columns = Self { named: Vec::new(), rules, file: file.to_owned() };
        let header = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header);
        if header.trim_ascii().is_empty() {
            return Err(columns.finding(0, Code::BadCsv, words.no_header).into());
        }
        let fields = columns.split(header)?;
        let mut found = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (index, name) in fields.iter().enumerate() {
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
        self.rules.find_item(name).or_else(|| word::item_alone(self.rules, name))
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

    /// The answers in a row, given without its line break.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its fields; columns count fields.
    pub(crate) fn read(&self, line: &[u8]) -> Result<Answers<'r>, ReadError> {
        let fields = self.split(line)?;
        let (row, header) = (fields.ends.len(), self.named.len());
        if row != header {
            return Err(self.finding(0, Code::BadCsv, (language().answers.fields)(row, header)).into());
        }
        let mut answers = Answers::none(self.rules);
        let mut found = Vec::new();
        for (index, (column, field)) in self.named.iter().zip(fields.iter()).enumerate() {
            if field.is_empty() {
                continue;
            }
            match column {
                Column::Id if word::is_record_id(field) => answers.id = Some(field.to_owned()),
                Column::Id => found.push(self.finding(index, Code::BadRecordId, word::bad_record_id())),
                Column::Item(item) => match word::answer(item, field) {
                    Some(answer) => answers.set(item.index, answer),
                    None => found.push(self.unknown_option(index, item)),
                },
            }
        }
        if found.is_empty() { Ok(answers) } else { Err(ReadError(found)) }
    }

    fn unknown_option(&self, index: usize, item: &Item) -> Diagnostic {
        let question = self.rules.question_of(item.index).id.to_string();
        let found = self.finding(index, Code::UnknownOption, word::unknown_option(self.rules, item));
        Diagnostic { question: Some(question), ..found }
    }

    /// The fields of a line. Quotes that stay open are refused: a field with a line break in it is no answer.
    fn split(&self, line: &[u8]) -> Result<Fields, Diagnostic> {
        let words = &language().answers;
        let refuse = |code, mistake| self.finding(0, code, mistake);
        if line.len() > LARGEST {
            return Err(refuse(Code::TooLarge, words.row_too_large));
        }
        if std::str::from_utf8(line).is_err() {
            return Err(refuse(Code::NotUtf8, words.row_not_utf8));
        }
        let (mut text, mut ends) = (vec![0; line.len()], vec![0; line.len() + 2]);
        let mut reader = Reader::new();
        let (result, _, length, count) = reader.read_record(line, &mut text, &mut ends);
        if result != ReadRecordResult::InputEmpty {
            return Err(refuse(Code::BadCsv, words.line_break));
        }
        let rest = ends.get_mut(count..).unwrap_or(&mut []);
        let (result, _, written, more) = reader.read_record(b"\n", &mut [0], rest);
        if result != ReadRecordResult::Record || written > 0 {
            return Err(refuse(Code::BadCsv, words.open_quote));
        }
        text.truncate(length);
        ends.truncate(count + more);
        let text = String::from_utf8(text).map_err(|_| refuse(Code::NotUtf8, words.row_not_utf8))?;
        Ok(Fields { text, ends })
    }

    fn finding(&self, index: usize, code: Code, mistake: (impl Into<String>, impl Into<String>)) -> Diagnostic {
        Diagnostic::new(code, &self.file, Position { line: 1, column: index + 1 }, mistake)
    }
}

impl Fields {
    fn iter(&self) -> impl Iterator<Item = &str> {
        let (mut rest, mut start) = (self.text.as_str(), 0);
        self.ends.iter().map(move |end| {
            let (field, after) = rest.split_at(end - start);
            (rest, start) = (after, *end);
            field
        })
    }
}
