//! `jakcheck ask`: questions in the terminal, then the report.

use std::io::{self, ErrorKind, Write};
use std::sync::Mutex;

use console::Term;
use jakcheck::ask::{self, End, LineAsker, ListAsker};
use jakcheck::render::Paint;
use jakcheck::report::Report;
use jakcheck::session::Session;
use jakcheck::wording::{self, asking};

use super::{WIDTH, check, date, load};
use crate::cli::{AskArgs, Global};
use crate::color;
use crate::outcome::{Exit, Failure, Outcome};

/// What asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Lists to move through.
    Lists,
    /// Numbered lines: nothing moves, no colour, no escape byte.
    Lines,
}

/// Asks, and prints the report on the answers.
pub(super) fn run(global: &Global, args: &AskArgs, face: Face) -> Result<Outcome, Failure> {
    let rules = load(global)?;
    saved_terminal::save();
    ctrlc::set_handler(|| stop_now())
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot watch for Ctrl-C: {error}"), "please report this"))?;
    let mut session = if args.short { Session::short(&rules) } else { Session::new(&rules) };
    let end = match face {
        Face::Lists => {
            let paint = Paint::new(color::is_on(global.color, true, &color::Environment::current()));
            ask::run(&mut session, &mut ListAsker::new(paint), date(global))
        }
        Face::Lines => {
            let mut asker = LineAsker::new(io::stdin().lock(), io::stderr(), line_width(global), Paint::new(false));
            ask::run(&mut session, &mut asker, date(global))
        }
    };
    match end {
        Ok(End::Finished) => check::print(global, &Report::new(&rules, &session.answers(), date(global))),
        Ok(End::Stopped) if session.is_emergency() => {
            let message = format!("{}\n{}", asking::STOPPED, wording::EMERGENCY_NOW.join(" "));
            Err(Failure { exit: Exit::Stopped, message })
        }
        Ok(End::Stopped) => Err(Failure { exit: Exit::Stopped, message: stopped() }),
        // Ctrl-C inside a list arrives as an error; the handler is ending the program.
        Err(error) if error.kind() == ErrorKind::Interrupted => stop_now(),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
            let mut failure =
                Failure::new(Exit::BadInput, &error.to_string(), "answer all questions, or choose to stop");
            failure.message.push_str("\n\n");
            failure.message.push_str(wording::EMERGENCY_AGAIN);
            Err(failure)
        }
        Err(error) => Err(Failure::unreadable("the keyboard", &error)),
    }
}

/// Columns of the questions in line mode.
fn line_width(global: &Global) -> usize {
    let of_terminal = || Term::stderr().size_checked().map(|(_, columns)| usize::from(columns).saturating_sub(1));
    global.width.map(usize::from).or_else(of_terminal).unwrap_or(WIDTH).min(WIDTH)
}

fn stopped() -> String {
    format!("{}\n{}", asking::STOPPED, wording::EMERGENCY_AGAIN)
}

/// Leaves the terminal as it was, says so, and ends the program, once.
#[expect(clippy::exit, reason = "called from the thread that watches for signals, where no return can end the program")]
fn stop_now() -> ! {
    static STOPPING: Mutex<()> = Mutex::new(());
    // Held until the end: a second caller waits here while the first one ends the program.
    let _only_one = STOPPING.lock();
    saved_terminal::restore();
    let _ = Term::stderr().show_cursor();
    let _ = writeln!(io::stderr().lock(), "\n{}", stopped());
    std::process::exit(130)
}

/// The line discipline of the terminal before the first question: a signal can arrive while a list has turned echo off.
#[cfg(unix)]
mod saved_terminal {
    use std::io;
    use std::sync::OnceLock;

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    static SAVED: OnceLock<Termios> = OnceLock::new();

    /// Remembers it.
    pub(super) fn save() {
        if let Ok(termios) = tcgetattr(io::stdin()) {
            SAVED.get_or_init(|| termios);
        }
    }

    /// Brings it back. If the terminal is gone there is nothing to bring back.
    pub(super) fn restore() {
        if let Some(termios) = SAVED.get() {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, termios);
        }
    }
}

/// Elsewhere the console is left as it was by the system.
#[cfg(not(unix))]
mod saved_terminal {
    pub(super) fn save() {}
    pub(super) fn restore() {}
}
