//! How to come by answers: one decision from streams, flags and environment, in one place.

use std::env;
use std::io::{self, IsTerminal};

use super::global::Global;

/// What is known before anything is asked or read.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the table of tests names them all")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// Somebody can type.
    pub(super) stdin_is_terminal: bool,
    /// Somebody sees the questions.
    pub(super) stderr_is_terminal: bool,
    /// `ask` was called by name.
    pub(super) is_ask: bool,
    /// `--accessible`
    pub(super) accessible: bool,
    /// `--no-input`
    pub(super) no_input: bool,
    /// `ACCESSIBLE` is set, or the terminal cannot move its cursor.
    pub(super) wants_lines: bool,
}

/// How to come by answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Lists in a terminal.
    Lists,
    /// Numbered lines, in a terminal or from a pipe.
    Lines,
    /// An answers document on standard input.
    Document,
    /// Questions would not be seen: standard error goes elsewhere.
    Unseen,
    /// Nobody can answer: standard input is no terminal.
    NobodyThere,
    /// Asking was forbidden.
    Forbidden,
}

impl Surroundings {
    /// Those of this process.
    pub(super) fn current(global: &Global, is_ask: bool, accessible: bool) -> Self {
        let is_set =
            |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
        Self {
            stdin_is_terminal: io::stdin().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
            is_ask,
            accessible,
            no_input: global.no_input,
            wants_lines: is_set("ACCESSIBLE") || env::var_os("TERM").is_some_and(|term| term == "dumb"),
        }
    }
}

/// Decides. A terminal on standard error is never enough: a pipe on standard input is read, or refused, but nobody is
/// asked behind its back.
pub(super) fn choose(surroundings: Surroundings) -> Mode {
    let Surroundings { stdin_is_terminal, stderr_is_terminal, is_ask, accessible, no_input, wants_lines } =
        surroundings;
    match (stdin_is_terminal, no_input) {
        (false, _) if !is_ask && !accessible => Mode::Document,
        (_, true) => Mode::Forbidden,
        (false, false) if accessible => Mode::Lines,
        (false, false) => Mode::NobodyThere,
        (true, false) if !stderr_is_terminal => Mode::Unseen,
        (true, false) if accessible || wants_lines => Mode::Lines,
        (true, false) => Mode::Lists,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Surroundings, choose};

    #[test]
    fn the_table_of_modes() {
        // Standard input and standard error are terminals; ask by name; --accessible; --no-input; wants lines.
        let table = [
            ((true, true, false, false, false, false), Mode::Lists),
            ((true, true, true, false, false, false), Mode::Lists),
            ((true, true, false, true, false, false), Mode::Lines),
            ((true, true, false, false, false, true), Mode::Lines),
            ((true, false, false, false, false, false), Mode::Unseen),
            ((true, false, true, true, false, true), Mode::Unseen),
            ((false, true, false, false, false, false), Mode::Document),
            ((false, false, false, false, false, true), Mode::Document),
            ((false, true, false, false, true, false), Mode::Document),
            ((false, true, true, false, false, false), Mode::NobodyThere),
            ((false, true, true, false, false, true), Mode::NobodyThere),
            ((false, false, false, true, false, false), Mode::Lines),
            ((false, true, true, true, false, false), Mode::Lines),
            ((true, true, false, false, true, false), Mode::Forbidden),
            ((true, true, true, true, true, false), Mode::Forbidden),
            ((false, false, true, true, true, false), Mode::Forbidden),
        ];
        for (row, mode) in table {
            let (stdin_is_terminal, stderr_is_terminal, is_ask, accessible, no_input, wants_lines) = row;
            let surroundings =
                Surroundings { stdin_is_terminal, stderr_is_terminal, is_ask, accessible, no_input, wants_lines };
            assert_eq!(choose(surroundings), mode, "{surroundings:?}");
        }
    }
}
