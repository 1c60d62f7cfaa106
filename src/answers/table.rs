//! Answers as rows of a table: a header names what each column answers, an empty field leaves it open.

use csv_core::{ReadRecordResult, Reader};

use super::{Answers, LARGEST, word};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::model::words::RECORD_ID;
use crate::model::{Item, RuleSet};

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
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl<'r> Columns<'r> {
    /// The columns that a header names: `id`, questions, and items of groups as `group.item` or `group__item`.
    ///
    /// # Errors
    /// Everything that is wrong with the header; columns count fields.
    pub fn new(rules: &'r RuleSet, file: &str, header: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let mut columns = Self { named: Vec::new(), rules, file: file.to_owned() };
        let header = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header);
        if header.trim_ascii().is_empty() {
            let hint = "name the columns in the first line, such as id,smoking,heart_history.stroke".to_owned();
            return Err(vec![columns.finding(0, None, Code::BadCsv, "the header is missing".to_owned(), hint)]);
        }
        let fields = columns.split(header).map_err(|one| vec![one])?;
        let mut found = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (index, name) in fields.iter().enumerate() {
            // `group.item` and `group__item` are the same column.
            let own = columns.item(name).map_or_else(|| name.to_owned(), Item::column);
            if names.contains(&own) {
                let message = "this column stands twice".to_owned();
                found.push(columns.finding(index, None, Code::DuplicateKey, message, "keep one of the two".to_owned()));
            }
            names.push(own);
            match columns.column(name) {
                Some(column) => columns.named.push(column),
                None => found.push(columns.unknown(index, name)),
            }
        }
        if found.is_empty() { Ok(columns) } else { Err(found) }
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
        let group = self.rules.question(name).and_then(|question| question.items.first());
        let references: Vec<&str> = self.rules.items().map(|item| item.reference.as_str()).collect();
        let (code, message, hint) = if let Some(item) = group {
            let hint = format!("write one column for each item, such as `{}`", item.reference);
            (Code::WrongType, "this is a group of items".to_owned(), hint)
        } else {
            let message = "there is no question with the name of this column".to_owned();
            let hint = word::retired_name_hint(self.rules, name);
            let hint = hint.unwrap_or_else(|| suggest::hint(name, "columns", references));
            (Code::UnknownQuestion, message, hint)
        };
        self.finding(index, None, code, message, hint)
    }

    /// The answers in a row, given without its line break.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its fields; columns count fields.
    pub(crate) fn read(&self, line: &[u8]) -> Result<Answers<'r>, Vec<Diagnostic>> {
        let fields = self.split(line).map_err(|one| vec![one])?;
        if fields.len() != self.named.len() {
            let message = format!("this row has {} fields, the header has {}", fields.len(), self.named.len());
            let hint = "leave a field empty where there is no answer, and put quotes around a comma".to_owned();
            return Err(vec![self.finding(0, None, Code::BadCsv, message, hint)]);
        }
        let mut answers = Answers::none(self.rules);
        let mut found = Vec::new();
        for (index, (column, field)) in self.named.iter().zip(fields.iter()).enumerate() {
            if field.is_empty() {
                continue;
            }
            match column {
                Column::Id if word::is_record_id(field) => answers.id = Some(field.to_owned()),
                Column::Id => {
                    let (message, hint) = word::bad_record_id();
                    found.push(self.finding(index, None, Code::BadRecordId, message, hint));
                }
                Column::Item(item) => match word::answer(item, field) {
                    Some(answer) => answers.set(item.index, answer),
                    None => found.push(self.unknown_option(index, item)),
                },
            }
        }
        if found.is_empty() { Ok(answers) } else { Err(found) }
    }

    fn unknown_option(&self, index: usize, item: &Item) -> Diagnostic {
        let question = item.reference.split('.').next();
        let (message, hint) = word::unknown_option(self.rules, item);
        self.finding(index, question, Code::UnknownOption, message, hint)
    }

    /// The fields of a line. Quotes that stay open are refused: a field with a line break in it is no answer.
    fn split(&self, line: &[u8]) -> Result<Fields, Diagnostic> {
        let refuse = |code, message: &str, hint: &str| self.finding(0, None, code, message.to_owned(), hint.to_owned());
        if line.len() > LARGEST {
            let hint = "one row holds the answers of one person";
            return Err(refuse(Code::TooLarge, "this row is larger than 64 KiB", hint));
        }
        if std::str::from_utf8(line).is_err() {
            return Err(refuse(Code::NotUtf8, "this row is not UTF-8 text", "save the table as UTF-8"));
        }
        let mut fields = Fields { text: vec![0; line.len()], ends: vec![0; line.len() + 2] };
        let mut reader = Reader::new();
        let (result, _, _, mut ends) = reader.read_record(line, &mut fields.text, &mut fields.ends);
        if result == ReadRecordResult::InputEmpty {
            let mut line_break = [0];
            let rest = fields.ends.get_mut(ends..).unwrap_or(&mut []);
            let (result, _, written, more) = reader.read_record(b"\n", &mut line_break, rest);
            if result != ReadRecordResult::Record || written > 0 {
                let hint = "close it on the same line, and write a quote in a field twice";
                return Err(refuse(Code::BadCsv, "a quote is not closed", hint));
            }
            ends += more;
            fields.ends.truncate(ends);
            return Ok(fields);
        }
        Err(refuse(Code::BadCsv, "there is a line break within this row", "write one row a line"))
    }

    fn finding(&self, index: usize, question: Option<&str>, code: Code, message: String, hint: String) -> Diagnostic {
        let at = Position { line: 1, column: index + 1 };
        Diagnostic { code, file: self.file.clone(), at, question: question.map(str::to_owned), message, hint }
    }
}

impl Fields {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let fields = starts.zip(&self.ends).map(|(start, end)| self.text.get(*start..*end));
        fields.map(|field| field.and_then(|field| std::str::from_utf8(field).ok()).unwrap_or(""))
    }
}
