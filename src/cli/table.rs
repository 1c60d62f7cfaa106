//! How a table comes into a batch: what separates its fields, what is left out of it, which words mean no answer.

use std::io::{self, BufRead, BufReader, Read};

use clap::Args;
use jakcheck::answers::{self, Columns, Delimiter, Ignored, TableForm, container};
use jakcheck::model::RuleSet;
use jakcheck::text::language;

use super::outcome::Failure;

/// How a table is written.
#[derive(Clone, Debug, Args)]
pub(super) struct TableArgs {
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter, help = language().help.batch_delimiter)]
    delimiter: Option<Delimiter>,
    #[arg(long, value_name = "WORD,...", value_delimiter = ',', allow_hyphen_values = true,
        help = language().help.batch_missing)]
    missing: Vec<String>,
}

impl TableArgs {
    /// Whether nothing is said about a table.
    pub(super) fn is_empty(&self) -> bool {
        self.delimiter.is_none() && self.missing.is_empty()
    }

    /// Reads the header of a table.
    pub(super) fn columns<'r>(
        &self,
        rules: &'r RuleSet,
        ignored: Ignored,
        name: &str,
        input: &mut Box<dyn Read + Send>,
    ) -> Result<Columns<'r>, Failure> {
        let missing = self.missing.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
        let form = TableForm { delimiter: self.delimiter, ignored, missing };
        if form.missing.iter().any(|word| answers::is_option(rules, word)) {
            return Err(Failure::usage(language().cli.missing_is_option));
        }
        let mut buffered = BufReader::new(std::mem::replace(input, Box::new(io::empty())));
        let first = buffered.fill_buf().map_err(|error| Failure::unreadable(name, &error))?;
        if let Some(found) = container::of_table(name, first) {
            return Err(Failure::diagnostics(&[found]));
        }
        let header = answers::read_header(&mut buffered, self.delimiter);
        let header = header.map_err(|error| Failure::unreadable(name, &error))?;
        *input = Box::new(buffered);
        Columns::new(rules, name, &header, &form).map_err(|error| Failure::diagnostics(error.diagnostics()))
    }
}

fn parse_delimiter(name: &str) -> Result<Delimiter, &'static str> {
    Delimiter::named(name).ok_or(language().cli.bad_delimiter)
}
