//! Wrong usage that the parser of the command line found, for JSON. What was typed is not in it.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use jakcheck::text::language;

use super::outcome::Failure;

/// What is wrong with the arguments, and what to do next.
pub(crate) fn failure(error: &clap::Error) -> Failure {
    let kind = error.kind().as_str().unwrap_or(language().cli.wrong_usage);
    let names = |kinds: &[ContextKind]| kinds.iter().flat_map(|kind| texts(error, *kind)).collect::<Vec<&str>>();
    // An unknown argument is told as it was typed, and every other one as the help names it.
    let about = if error.kind() == ErrorKind::UnknownArgument { Vec::new() } else { names(&[ContextKind::InvalidArg]) };
    let message = if about.is_empty() { kind.to_owned() } else { format!("{kind}: {}", about.join(", ")) };
    Failure::usage([message, hint(error, &names)])
}

fn hint<'e>(error: &clap::Error, names: &impl Fn(&[ContextKind]) -> Vec<&'e str>) -> String {
    let cli = &language().cli;
    let meant = names(&[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]);
    let values = names(&[ContextKind::ValidValue]);
    if let Some(meant) = meant.first() {
        (cli.did_you_mean)(meant)
    } else if !values.is_empty() {
        (cli.values_are)(&values)
    } else if error.kind() == ErrorKind::InvalidSubcommand {
        cli.to_check_a_file.to_owned()
    } else {
        reason(error).unwrap_or_else(|| cli.see_help.to_owned())
    }
}

/// Why a value was refused, unless the value is in it.
fn reason(error: &clap::Error) -> Option<String> {
    let given = texts(error, ContextKind::InvalidValue);
    let reason = error.source()?.to_string();
    (!given.iter().any(|value| reason.contains(value))).then_some(reason)
}

/// The texts of a part of an error.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<&str> {
    if let Some(ContextValue::String(text)) = error.get(kind) {
        vec![text]
    } else if let Some(ContextValue::Strings(texts)) = error.get(kind) {
        texts.iter().map(String::as_str).collect()
    } else {
        Vec::new()
    }
}
