//! The fast reader of tables: one pass over a row, directly to the bits of its answers.
//!
//! It accepts only rows without a mistake. All others, and blank ones, go to the strict reader, so that only that one
//! says what is wrong.

use super::bits::{Effect, Layout, ScannedAnswers};
use super::padded::Padded;
use super::scan::effects;
use super::words::Words;
use crate::answers::fields::{Delimiter, Taken, take_field};
use crate::answers::{Column, Columns, LARGEST, word};
use crate::model::words::NOT_SURE;
use crate::model::{Item, RuleSet};

/// Reads rows of one table.
#[derive(Clone, Debug)]
pub(super) struct RowScanner {
    columns: Vec<Field>,
    /// The columns of most tables have few different lists of words, which stay in the cache.
    lists: Vec<List>,
    delimiter: Delimiter,
    /// The words that mean no answer.
    missing: Vec<String>,
}

/// What the fields of a column are.
#[derive(Clone, Debug)]
enum Field {
    Id,
    Answer(Answer),
    LeftOut,
}

#[derive(Clone, Debug)]
struct Answer {
    /// Index of the list of its options.
    list: usize,
    /// The effect of each option; words that mean no answer have none.
    effects: Vec<Effect>,
    /// Index of the word of the answers that has its bits.
    word: usize,
}

/// The words of a field.
#[derive(Clone, Debug)]
struct List {
    words: Vec<String>,
    /// The words up to a delimiter, unless they are too long to be found so.
    bare: Option<Words>,
    /// The words up to a quote.
    quoted: Option<Words>,
}

/// A row that was accepted.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScannedRow<'t> {
    /// The `id`, which needs no escapes.
    pub(super) id: Option<&'t [u8]>,
    pub(super) answers: ScannedAnswers,
    /// How many of its fields hold a word that means no answer.
    pub(super) missing: u64,
    /// How many lines it has.
    pub(super) lines: u64,
    /// The lines after it.
    pub(super) rest: Padded<'t>,
}

/// The row that is being read.
struct Reading<'t> {
    id: Option<&'t [u8]>,
    answers: ScannedAnswers,
    missing: u64,
    line_breaks: u64,
    is_blank: bool,
}

impl RowScanner {
    /// `None` if the rule set has too many words of bits.
    pub(super) fn new(rules: &RuleSet, columns: &Columns<'_>, layout: &Layout) -> Option<Self> {
        if layout.words() > ScannedAnswers::WORDS {
            return None;
        }
        let (delimiter, missing) = (columns.delimiter(), columns.missing().to_vec());
        let mut scanner = Self { columns: Vec::new(), lists: Vec::new(), delimiter, missing };
        for column in columns.columns() {
            let field = match column {
                Column::Id => Field::Id,
                Column::LeftOut => Field::LeftOut,
                Column::Item(item) => Field::Answer(scanner.answer(&rules[item.index], layout)?),
            };
            scanner.columns.push(field);
        }
        Some(scanner)
    }

    fn answer(&mut self, item: &Item, layout: &Layout) -> Option<Answer> {
        let options = item.options.iter().map(|option| option.id.as_str()).chain([NOT_SURE]);
        let words: Vec<&str> = options.chain(self.missing.iter().map(String::as_str)).collect();
        let list = self.lists.iter().position(|list| list.words == words).unwrap_or_else(|| {
            let delimiter = self.delimiter.byte();
            let is_plain = |word: &&str| !word.bytes().any(|byte| b"\"\r\n".contains(&byte) || byte == delimiter);
            let of = |end| words.iter().all(is_plain).then(|| Words::ended_by(end, &words)).flatten();
            let (bare, quoted) = (of(delimiter), of(b'"'));
            self.lists.push(List { words: words.iter().map(|word| (*word).to_owned()).collect(), bare, quoted });
            self.lists.len() - 1
        });
        Some(Answer { list, effects: effects(item, layout)?, word: layout.item(item.index)?.word })
    }

    /// Reads the first row. `None` if the strict reader must read it.
    pub(super) fn row<'t>(&self, lines: Padded<'t>) -> Option<ScannedRow<'t>> {
        let text = lines.bytes();
        let mut reading =
            Reading { id: None, answers: ScannedAnswers::new(), missing: 0, line_breaks: 0, is_blank: true };
        let (last, columns) = self.columns.split_last()?;
        let mut rest = text;
        for column in columns {
            rest = match rest.split_first() {
                Some((first, behind)) if *first == self.delimiter.byte() => behind,
                _ => self.field(column, rest, &mut reading)?,
            };
        }
        let taken = self.any_field(last, rest, &mut reading)?;
        let length = text.len() - taken.rest.len();
        if !taken.is_last || reading.is_blank || length > LARGEST {
            return None;
        }
        let Reading { id, answers, missing, line_breaks, is_blank: _ } = reading;
        Some(ScannedRow { id, answers, missing, lines: line_breaks + 1, rest: lines.behind(length)? })
    }

    /// Reads a field that is not the last, and gives the text behind it.
    #[inline]
    fn field<'t>(&self, column: &Field, text: &'t [u8], reading: &mut Reading<'t>) -> Option<&'t [u8]> {
        if let Field::Answer(answer) = column
            && let Some(list) = self.lists.get(answer.list)
            && let Some((index, behind)) = list.read(text, self.delimiter)
        {
            reading.add(answer, index);
            return Some(behind);
        }
        let taken = self.any_field(column, text, reading)?;
        (!taken.is_last).then_some(taken.rest)
    }

    /// The same for a field that is written in any way.
    fn any_field<'t>(&self, column: &Field, text: &'t [u8], reading: &mut Reading<'t>) -> Option<Taken<'t>> {
        let taken = take_field(text, self.delimiter).ok()?;
        reading.line_breaks += taken.line_breaks;
        if taken.field.is_empty() {
            return Some(taken);
        }
        reading.is_blank = false;
        let bytes = taken.field.plain()?;
        let text = std::str::from_utf8(bytes).ok()?;
        match column {
            Field::LeftOut => {}
            Field::Id if self.missing.iter().any(|word| word == text) => reading.missing += 1,
            Field::Id => {
                if !word::is_record_id(text) || text.contains(['"', '\\']) {
                    return None;
                }
                reading.id = Some(bytes);
            }
            Field::Answer(answer) => {
                let words = &self.lists.get(answer.list)?.words;
                reading.add(answer, words.iter().position(|word| word == text)?);
            }
        }
        Some(taken)
    }
}

impl List {
    /// Reads a word and the delimiter behind it. Gives the index of the word and the text after the delimiter.
    #[inline]
    fn read<'t>(&self, text: &'t [u8], delimiter: Delimiter) -> Option<(usize, &'t [u8])> {
        let text = delimiter.skip_blanks(text);
        match text.split_first() {
            Some((b'"', text)) => {
                let (index, behind) = self.quoted.as_ref()?.read(text)?;
                behind.strip_prefix(&[delimiter.byte()]).map(|behind| (index, behind))
            }
            _ => self.bare.as_ref()?.read(text),
        }
    }
}

impl Reading<'_> {
    #[inline]
    fn add(&mut self, answer: &Answer, index: usize) {
        match answer.effects.get(index) {
            Some(effect) => self.answers.set(answer.word, *effect),
            None => self.missing += 1,
        }
        self.is_blank = false;
    }
}
