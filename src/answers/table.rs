//! Answers as rows of a table: a header names what each column answers, an empty field leaves it open.

use std::borrow::Cow;

use super::fields::{Broken, Delimiter, Field, take_field};
use super::header::Header;
use super::ignored::Ignored;
use super::{Answers, LARGEST, ReadError, word};
use crate::load::diagnostic::{self, Code, Diagnostic};
use crate::load::locate::Position;
use crate::load::suggest;
use crate::model::words::RECORD_ID;
use crate::model::{Item, RuleSet};
use crate::text::language;

/// What other programs write where there is no answer: statistics, databases, spreadsheets, forms of hospitals. It can
/// mean other things, so nothing is taken for it unasked.
const MISSING_ELSEWHERE: [&str; 35] = [
    "na", "n/a", "n.a.", "#n/a", "<na>", "nan", "nat", "null", "nil", "none", "missing", "-", "--", ".", "?", "\\n",
    "ni", "inv", "unk", "nask", "asku", "nav", "navu", "msk", "np", "nd", "n/d", "-9", "-99", "-999", "-9999", "99",
    "999", "9999", "#null!",
];

/// How the first line of a table begins that PowerShell 5 writes without `-NoTypeInformation`.
const TYPE_LINE: &[u8] = b"#TYPE ";

/// What other programs call the `id` of a person.
const ID_ELSEWHERE: [&str; 7] =
    ["record_id", "participant_id", "subject_id", "patient_id", "person_id", "study_id", "usubjid"];

/// What the columns of a table answer.
#[derive(Debug)]
pub struct Columns<'r> {
    named: Vec<Column<'r>>,
    rules: &'r RuleSet,
    file: String,
    /// The names of the columns that are left out.
    left_out: Vec<String>,
    /// The words that mean no answer.
    missing: Vec<String>,
    delimiter: Delimiter,
    /// The line on which the header begins.
    header_line: u64,
    /// How many lines of the table stand before the first row.
    lines: u64,
}

/// What one column holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column<'r> {
    /// What a script calls the person.
    Id,
    /// The answer to this item.
    Item(&'r Item),
    /// Nothing that is read.
    LeftOut,
}

/// How somebody says that a table is written.
#[derive(Clone, Debug, Default)]
pub struct TableForm {
    /// What stands between two fields; without it, what the header can be read with in one way only.
    pub delimiter: Option<Delimiter>,
    /// The columns to leave out.
    pub ignored: Ignored,
    /// The words that mean no answer.
    pub missing: Vec<String>,
}

/// What a row says.
#[derive(Debug)]
pub(crate) struct Row<'r> {
    pub(crate) answers: Answers<'r>,
    /// How many of its fields hold a word that means no answer.
    pub(crate) missing: u64,
}

/// Whether a word is an answer to any question.
pub fn is_option(rules: &RuleSet, word: &str) -> bool {
    rules.items().any(|item| word::answer(item, word).is_some())
}

impl<'r> Columns<'r> {
    /// The columns that a header names: `id`, questions, and items of groups as `group.item` or `group__item`. The header
    /// is one that [`read_header`](super::read_header) gave.
    ///
    /// # Errors
    /// Everything that is wrong with the header; columns count fields.
    pub fn new(rules: &'r RuleSet, file: &str, header: &[u8], form: &TableForm) -> Result<Self, ReadError> {
        let words = &language().answers;
        let header = Header::of(header);
        let mut columns = Self {
            named: Vec::new(),
            left_out: Vec::new(),
            missing: form.missing.clone(),
            rules,
            file: file.to_owned(),
            delimiter: Delimiter::COMMA,
            header_line: header.line,
            lines: header.lines,
        };
        let refuse = |mistake| Err(columns.finding(0, Code::BadCsv, mistake).into());
        if header.row.trim_ascii().is_empty() {
            return refuse(words.no_header);
        }
        if matches!(header.row.trim_ascii_start().first(), Some(b'{' | b'[')) {
            return refuse(words.table_is_json);
        }
        if header.row.windows(2).any(|pair| matches!(pair, [b'\r', next] if !b"\r\n".contains(next))) {
            return refuse(words.carriage_returns);
        }
        if header.row.starts_with(TYPE_LINE) {
            return refuse(words.type_line);
        }
        let is_known = |name: &str| form.ignored.has(name) || columns.column(name).is_some();
        let (delimiter, mistake) = match form.delimiter.or(header.named) {
            Some(named) => (header.other_than(named, is_known).map_or(Ok(named), Err), words.not_named_delimiter),
            None => (header.delimiter(is_known), words.other_delimiter),
        };
        match delimiter {
            Ok(delimiter) => columns.delimiter = delimiter,
            Err(likely) => {
                return Err(columns.finding(0, Code::BadCsv, mistake(char::from(likely.byte()))).into());
            }
        }
        let names = columns.names(header)?;
        columns.take(&names, &form.ignored)?;
        Ok(columns)
    }

    /// The names in a header.
    fn names(&self, header: Header<'_>) -> Result<Vec<String>, Diagnostic> {
        let fields = self.split(header.row, header.line)?;
        if fields.iter().all(|field| field.is_empty()) {
            return Err(self.finding(0, Code::BadCsv, language().answers.no_header));
        }
        // The whole header is UTF-8.
        Ok(fields.iter().filter_map(|field| field.text()).map(Cow::into_owned).collect())
    }

    /// Takes the columns with these names.
    fn take(&mut self, names: &[String], ignored: &Ignored) -> Result<(), ReadError> {
        let (mut found, mut unknown, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        for (index, name) in names.iter().enumerate() {
            if ignored.leaves_out(name) {
                self.named.push(Column::LeftOut);
                self.left_out.push(name.clone());
                continue;
            }
            // `group.item` and `group__item` are the same column.
            let own = word::item(self.rules, name).map_or_else(|| name.to_owned(), Item::column);
            match self.column(name) {
                Some(_) if taken.contains(&own) => {
                    found.push(self.finding(index, Code::DuplicateKey, language().answers.duplicate_column));
                }
                Some(column) => self.named.push(column),
                None => match self.nearly(index, name) {
                    Some(one) => found.push(one),
                    None => unknown.push(index),
                },
            }
            taken.push(own);
        }
        if let Some(first) = unknown.first() {
            found.push(self.finding(*first, Code::UnknownQuestion, self.unknown(names, &unknown)));
        }
        diagnostic::sort(&mut found);
        if found.is_empty() { Ok(()) } else { Err(ReadError(found)) }
    }

    fn column(&self, name: &str) -> Option<Column<'r>> {
        if name == RECORD_ID {
            return Some(Column::Id);
        }
        word::item(self.rules, name).map(Column::Item)
    }

    /// What is wrong with a name that is nearly that of a column.
    fn nearly(&self, index: usize, name: &str) -> Option<Diagnostic> {
        let words = &language().answers;
        if let Some(group) = self.rules.question(name) {
            return Some(self.finding(index, Code::WrongType, (words.column_is_group)(&group.first().reference)));
        }
        let references = || self.rules.items().map(|item| item.reference.as_str()).chain([RECORD_ID]);
        let close = || suggest::very_close(name, references()).map(|close| (words.did_you_mean)(close));
        let hint = word::retired_name_hint(self.rules, name).or_else(close)?;
        Some(self.finding(index, Code::UnknownQuestion, (words.unknown_column, hint)))
    }

    /// What is wrong with all the names that are none of a column. They are not repeated: where the header is missing
    /// they are answers.
    fn unknown(&self, names: &[String], unknown: &[usize]) -> (String, String) {
        let words = &language().answers;
        let places = |indexes: &[usize]| indexes.iter().map(|index| index + 1).collect::<Vec<usize>>();
        let (named, nameless): (Vec<usize>, Vec<usize>) =
            unknown.iter().partition(|index| names.get(**index).is_some_and(|name| !name.is_empty()));
        let is_id = |index: &&usize| names.get(**index).is_some_and(|name| is_id_elsewhere(name));
        let id =
            unknown.iter().find(is_id).filter(|_| names.iter().all(|name| name != RECORD_ID)).map(|index| index + 1);
        let references = self.rules.items().map(|item| item.reference.as_str());
        let listing =
            (!named.is_empty()).then(|| suggest::listing(words.columns, [RECORD_ID].into_iter().chain(references)));
        ((words.unknown_columns)(&places(unknown)), (words.ignore_columns)(&places(&nameless), id, listing.as_deref()))
    }

    /// What each column holds.
    pub(crate) fn columns(&self) -> &[Column<'r>] {
        &self.named
    }

    /// The names of the columns that are left out, in their order.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// The words that mean no answer.
    pub(crate) fn missing(&self) -> &[String] {
        &self.missing
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
    pub(crate) fn read(&self, row: &[u8], line: u64) -> Result<Option<Row<'r>>, ReadError> {
        let fields = self.split(row, line)?;
        if fields.iter().all(|field| field.is_empty()) {
            return Ok(None);
        }
        if fields.len() != self.named.len() {
            let mistake = (language().answers.fields)(fields.len(), self.named.len());
            return Err(self.finding(0, Code::BadCsv, mistake).into());
        }
        let mut read = Row { answers: Answers::none(self.rules), missing: 0 };
        let mut found = Vec::new();
        for (index, (column, field)) in self.named.iter().zip(fields).enumerate() {
            // The whole row is UTF-8.
            let Some(text) = field.text().filter(|text| !text.is_empty()) else { continue };
            let is_missing = self.missing.iter().any(|word| *word == text);
            match column {
                Column::LeftOut => {}
                Column::Id | Column::Item(_) if is_missing => read.missing += 1,
                Column::Id if word::is_record_id(&text) => read.answers.id = Some(text.into_owned()),
                Column::Id => found.push(self.finding(index, Code::BadRecordId, word::bad_record_id())),
                Column::Item(item) => match word::answer(item, &text) {
                    Some(answer) => read.answers.set(item.index, answer),
                    None => found.push(self.unknown_option(index, item, &text)),
                },
            }
        }
        if found.is_empty() { Ok(Some(read)) } else { Err(ReadError(found)) }
    }

    fn unknown_option(&self, index: usize, item: &Item, text: &str) -> Diagnostic {
        let question = self.rules.question_of(item.index).id.to_string();
        let (message, mut hint) = word::unknown_option(self.rules, item, text);
        if MISSING_ELSEWHERE.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            language().answers.missing_word.clone_into(&mut hint);
        }
        let found = self.finding(index, Code::UnknownOption, (message, hint));
        Diagnostic { question: Some(question), ..found }
    }

    /// The fields of a row that begins on this line.
    fn split<'t>(&self, row: &'t [u8], line: u64) -> Result<Vec<Field<'t>>, Diagnostic> {
        let words = &language().answers;
        let content = row.strip_suffix(b"\n").unwrap_or(row);
        let is_large = content.strip_suffix(b"\r").unwrap_or(content).len() > LARGEST;
        // Of a row that came in pieces only the beginning is here, so of every large one no more is looked at.
        let row = if is_large { row.get(..LARGEST).unwrap_or(row) } else { row };
        if !is_large && std::str::from_utf8(row).is_err() {
            return Err(self.finding(0, Code::NotUtf8, words.row_not_utf8));
        }
        let (mut fields, mut rest, mut line) = (Vec::with_capacity(self.named.len()), row, line);
        loop {
            let taken = take_field(rest, self.delimiter).map_err(|broken| match broken {
                Broken::Open if is_large => self.finding(fields.len(), Code::TooLarge, (words.large_quote)(line)),
                Broken::Open => self.finding(fields.len(), Code::BadCsv, (words.open_quote)(line)),
                _ if is_large => self.finding(0, Code::TooLarge, words.row_too_large),
                Broken::QuoteWithin => self.finding(fields.len(), Code::BadCsv, words.quote_within),
                Broken::Marks => self.finding(fields.len(), Code::BadCsv, (words.marks)(line)),
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
        let line = usize::try_from(self.header_line).unwrap_or(1);
        Diagnostic::new(code, &self.file, Position { line, column: index + 1 }, mistake)
    }
}

/// Whether other programs give this name to what is `id` here.
fn is_id_elsewhere(name: &str) -> bool {
    ID_ELSEWHERE.iter().any(|id| name.eq_ignore_ascii_case(id))
}
