//! `--format`: which formats there are, and which of them a command prints.

use std::ffi::OsString;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, ValueEnum};
use jakcheck::text::language;

use super::color::values_in;

/// The name of the argument.
const FORMAT: &str = "format";

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[value(help = language().help.format_text)]
    Text,
    #[value(help = language().help.format_json)]
    Json,
    #[value(help = language().help.format_markdown)]
    Markdown,
    #[value(help = language().help.format_html)]
    Html,
    // Before the command it is read for `check`, and not listed.
    #[value(help = language().help.format_fhir, hide = true)]
    Fhir,
    // Before the command it is read for `batch`, and not listed.
    #[value(help = language().help.format_csv, hide = true)]
    Csv,
}

/// The formats of the list of one person.
pub(crate) const LIST: &[Format] = &[Format::Text, Format::Json, Format::Markdown, Format::Html, Format::Fhir];

/// The formats of a command that prints a page, and its data.
pub(crate) const PAGE_OR_DATA: &[Format] = &[Format::Text, Format::Json, Format::Markdown, Format::Html];

/// The formats of a command that prints a page.
pub(crate) const PAGE: &[Format] = &[Format::Text, Format::Markdown, Format::Html];

/// The formats of a command that prints lines, and their data.
pub(crate) const DATA: &[Format] = &[Format::Text, Format::Json];

/// The format of a command that prints neither.
pub(crate) const TEXT: &[Format] = &[Format::Text];

impl Format {
    /// `--format` for a command that prints these formats. Without it, the first one is printed.
    pub(crate) fn one_of(formats: &'static [Self]) -> Arg {
        let values = formats.iter().filter_map(Self::to_possible_value).map(|value| value.hide(false));
        let parser = PossibleValuesParser::new(values).try_map(|name| Self::from_str(&name, false));
        let argument = Arg::new(FORMAT).long(FORMAT).global(true).value_name("FORMAT").value_parser(parser);
        argument.help(language().help.format).default_value(formats.first().map_or("", |first| first.name()))
    }

    /// Its name on the command line, which clap compares with the names that it knows.
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Fhir => "fhir",
            Self::Csv => "csv",
        }
    }

    /// Finds `--format json` before the arguments are parsed, as it applies to usage errors too.
    pub(crate) fn is_json_in(arguments: &[OsString]) -> bool {
        values_in(arguments, "--format").last().is_some_and(|name| name == Self::Json.name())
    }
}

/// Refuses a format that the command does not print. The parser of a command does not see what stands before its name.
pub(crate) fn check(program: &Command, matches: &ArgMatches) -> Result<(), clap::Error> {
    let (mut command, mut matches) = (program, matches);
    while let Some((name, inner)) = matches.subcommand()
        && let Some(found) = command.find_subcommand(name)
    {
        (command, matches) = (found, inner);
    }
    let Some(argument) = command.get_arguments().find(|argument| argument.get_id() == FORMAT) else { return Ok(()) };
    let Some(format) = matches.get_one::<Format>(FORMAT) else { return Ok(()) };
    let values = argument.get_possible_values();
    let listed: Vec<String> =
        values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).map(str::to_owned).collect();
    if listed.iter().any(|name| name == format.name()) {
        return Ok(());
    }
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String(argument.to_string()));
    error.insert(ContextKind::InvalidValue, ContextValue::String(format.name().to_owned()));
    error.insert(ContextKind::ValidValue, ContextValue::Strings(listed));
    Err(error)
}
