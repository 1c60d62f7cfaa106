//! The options that every command has: format, output, colour, width, date.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;
use console::Term;
use jakcheck::render::Paint;
use jakcheck::text::language;
use jiff::Zoned;
use jiff::civil::Date;

use super::color::{self, ColorChoice};
use super::format::Format;

/// The width of text without a terminal, in columns.
pub(super) const WIDTH: usize = 80;

/// The greatest width of text, in columns. Longer lines are hard to read.
const WIDEST: usize = 100;

/// Flags that every command knows.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Debug, Args)]
pub(crate) struct Global {
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR", help = language().help.rules_dir)]
    pub(crate) rules: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value_t = Format::Text, help = language().help.format)]
    pub(crate) format: Format,
    #[arg(long, global = true, value_name = "FILE", help = language().help.output)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, global = true, hide_short_help = true, requires = "output", help = language().help.force)]
    pub(crate) force: bool,
    #[arg(long, global = true, hide_short_help = true, help = language().help.large_print)]
    pub(crate) large_print: bool,
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto,
        help = language().help.color)]
    pub(crate) color: ColorChoice,
    #[arg(long, global = true, hide_short_help = true, value_name = "N",
        value_parser = clap::value_parser!(u16).range(20..=1000), help = language().help.width)]
    pub(crate) width: Option<u16>,
    #[arg(long, global = true, hide_short_help = true, value_name = "DATE", value_parser = parse_date,
        help = language().help.date)]
    pub(crate) date: Option<Date>,
    #[arg(long, global = true, hide_short_help = true, help = language().help.no_input)]
    pub(crate) no_input: bool,
    #[arg(long, global = true, hide_short_help = true, help = language().help.exit_code)]
    pub(crate) exit_code: bool,
    #[arg(long, short, global = true, hide_short_help = true, help = language().help.quiet)]
    pub(crate) quiet: bool,
}

impl Global {
    /// The day of `--date`, or today.
    pub(super) fn day(&self) -> Date {
        self.date.unwrap_or_else(|| Zoned::now().date())
    }

    /// The width of the result, in columns.
    pub(super) fn columns(&self) -> usize {
        let of_terminal = || {
            let (_, columns) = self.is_for_terminal().then(|| Term::stdout().size_checked()).flatten()?;
            Some(usize::from(columns).min(WIDEST))
        };
        self.width.map(usize::from).or_else(of_terminal).unwrap_or(WIDTH)
    }

    /// The colours of the result.
    pub(super) fn paint(&self) -> Paint {
        color::paint(self.color, &Term::stdout(), self.is_for_terminal())
    }

    fn is_for_terminal(&self) -> bool {
        self.output.is_none() && io::stdout().is_terminal()
    }
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| language().cli.bad_date)
}
