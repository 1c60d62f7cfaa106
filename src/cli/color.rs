//! Decides whether a stream gets colour, from the flag, the environment and the terminal.

use std::borrow::Cow;
use std::env;
use std::ffi::OsString;

use clap::ValueEnum;
use console::Term;
use jakcheck::render::Paint;
use jakcheck::text::language;

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    #[value(help = language().help.color_auto)]
    Auto,
    #[value(help = language().help.color_always)]
    Always,
    #[value(help = language().help.color_never)]
    Never,
}

/// The environment variables that control colour.
#[derive(Clone, Debug, Default)]
struct Environment {
    no_color: Option<OsString>,
    clicolor: Option<OsString>,
    clicolor_force: Option<OsString>,
    term: Option<OsString>,
}

impl Environment {
    /// The environment of this process.
    fn current() -> Self {
        Self {
            no_color: env::var_os("NO_COLOR"),
            clicolor: env::var_os("CLICOLOR"),
            clicolor_force: env::var_os("CLICOLOR_FORCE"),
            term: env::var_os("TERM"),
        }
    }
}

/// The order of precedence: the flag, `NO_COLOR`, `CLICOLOR_FORCE`, then whether the stream is a terminal with colours.
fn is_on(choice: ColorChoice, is_terminal: bool, environment: &Environment) -> bool {
    let is_set = |variable: &Option<OsString>| variable.as_ref().is_some_and(|value| !value.is_empty());
    let is = |variable: &Option<OsString>, text: &str| variable.as_ref().is_some_and(|value| value == text);
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if is_set(&environment.no_color) => false,
        ColorChoice::Auto if is_set(&environment.clicolor_force) && !is(&environment.clicolor_force, "0") => true,
        ColorChoice::Auto => is_terminal && !is(&environment.term, "dumb") && !is(&environment.clicolor, "0"),
    }
}

/// The colours of what goes to a stream.
pub(super) fn paint(choice: ColorChoice, term: &Term, is_terminal: bool) -> Paint {
    Paint::new(is_on(choice, is_terminal && takes_colors(term), &Environment::current()))
}

/// Whether a terminal understands colours. The console of Windows does so from the time it is asked.
fn takes_colors(term: &Term) -> bool {
    !cfg!(windows) || term.features().colors_supported()
}

/// Finds `--color` before the arguments are parsed, as it applies to help and usage errors too.
pub(crate) fn choice_in(arguments: &[OsString]) -> ColorChoice {
    let known = |value: &String| ColorChoice::from_str(value, false).ok();
    values_in(arguments, "--color").iter().rev().find_map(known).unwrap_or(ColorChoice::Auto)
}

/// The values of an option in arguments that are not parsed yet.
pub(super) fn values_in(arguments: &[OsString], name: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = arguments.iter().skip(1).map(|argument| argument.to_string_lossy()).take_while(|word| word != "--");
    while let Some(argument) = rest.next() {
        if argument == name {
            values.extend(rest.next().map(Cow::into_owned));
        } else if let Some(value) = argument.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            values.push(value.to_owned());
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::ColorChoice::{Always, Auto, Never};
    use super::{Environment, choice_in, is_on};

    type Pairs = &'static [(&'static str, &'static str)];

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        let value = |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into());
        Environment {
            no_color: value("NO_COLOR"),
            clicolor: value("CLICOLOR"),
            clicolor_force: value("CLICOLOR_FORCE"),
            term: value("TERM"),
        }
    }

    #[test]
    fn the_policy_follows_the_table() {
        let table: [(_, bool, Pairs, bool); 14] = [
            (Auto, true, &[], true),
            (Auto, false, &[], false),
            (Auto, true, &[("NO_COLOR", "1")], false),
            (Auto, true, &[("NO_COLOR", "")], true),
            (Auto, true, &[("CLICOLOR", "0")], false),
            (Auto, false, &[("CLICOLOR_FORCE", "1")], true),
            (Auto, false, &[("CLICOLOR_FORCE", "0")], false),
            (Auto, false, &[("CLICOLOR_FORCE", "")], false),
            (Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
            (Auto, true, &[("TERM", "dumb")], false),
            (Always, false, &[("NO_COLOR", "1")], true),
            (Always, false, &[("TERM", "dumb")], true),
            (Never, true, &[("CLICOLOR_FORCE", "1")], false),
            (Never, true, &[], false),
        ];
        for (choice, is_terminal, pairs, on) in table {
            assert_eq!(is_on(choice, is_terminal, &environment(pairs)), on, "{choice:?} {is_terminal} {pairs:?}");
        }
    }

    #[test]
    fn the_flag_is_found_before_parsing() {
        let choice = |words: &[&str]| choice_in(&words.iter().map(Into::into).collect::<Vec<_>>());
        assert_eq!(choice(&["jakcheck", "--color", "never", "--help"]), Never);
        assert_eq!(choice(&["jakcheck", "check", "--color=always"]), Always);
        assert_eq!(choice(&["jakcheck", "--", "--color=always"]), Auto);
        assert_eq!(choice(&["jakcheck", "--color"]), Auto);
    }
}
