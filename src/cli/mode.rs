//! Decides how to get answers, from the streams, flags and environment.

use std::env;
use std::io::{self, IsTerminal};

use console::Term;

use super::global::Global;

/// The facts that the decision depends on.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the table of tests names them all")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// If so, somebody can type.
    pub(super) stdin_is_terminal: bool,
    /// If so, somebody sees the questions.
    pub(super) stderr_is_terminal: bool,
    /// The command `ask` was named.
    pub(super) is_ask: bool,
    /// `--accessible`
    pub(super) accessible: bool,
    /// `--no-input`
    pub(super) no_input: bool,
    /// `ACCESSIBLE` is set, or the terminal cannot move its cursor.
    pub(super) wants_lines: bool,
}

/// How to get answers, or why that is impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Ask with interactive lists in a terminal.
    Lists,
    /// Ask in numbered lines, in a terminal or from a pipe.
    Lines,
    /// Read an answers document from standard input.
    Document,
    /// Standard error is not a terminal, so nobody would see the questions.
    Unseen,
    /// Standard input is not a terminal, so nobody can answer.
    NobodyThere,
    /// `--no-input` forbids asking.
    Forbidden,
}

impl Surroundings {
    /// The mode for this process.
    pub(super) fn current(global: &Global, is_ask: bool, accessible: bool) -> Self {
        let is_set =
            |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
        Self {
            stdin_is_terminal: io::stdin().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
            is_ask,
            accessible,
            no_input: global.no_input,
            // A terminal for Unix programs on Windows gives lines and no keys.
            wants_lines: is_set("ACCESSIBLE")
                || env::var_os("TERM").is_some_and(|term| term == "dumb")
                || Term::stderr().features().is_msys_tty(),
        }
    }
}

/// Decides the mode. If standard input is a pipe, it is read or refused; the person is never asked in its place, even
/// if standard error is a terminal.
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
