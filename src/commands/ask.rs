//! `jakcheck ask`: questions in the terminal, then the report.

use std::io::{self, ErrorKind, IsTerminal, Write};

use console::Term;
use jakcheck::ask::{self, End, ListAsker};
use jakcheck::render::Paint;
use jakcheck::report::Report;
use jakcheck::session::Session;
use jakcheck::wording::{self, asking};

use super::{check, date, load};
use crate::cli::Global;
use crate::color;
use crate::outcome::{Exit, Failure, Outcome};

/// Asks, and prints the report on the answers.
pub(super) fn run(global: &Global) -> Result<Outcome, Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let hint = "run it in a terminal, or put the answers in a file and run `jakcheck check FILE`";
        return Err(Failure::new(Exit::Usage, "questions need a terminal to ask in", hint));
    }
    let rules = load(global)?;
    ctrlc::set_handler(|| stop_now())
        .map_err(|error| Failure::new(Exit::Io, &format!("cannot watch for Ctrl-C: {error}"), "please report this"))?;
    let paint = Paint::new(color::is_on(global.color, true, &color::Environment::current()));
    let mut session = Session::new(&rules);
    let mut asker = ListAsker::new(paint);
    match ask::run(&mut session, &mut asker) {
        Ok(End::Finished) => check::print(global, &Report::new(&rules, &session.answers(), date(global))),
        Ok(End::Stopped) if session.is_emergency() => {
            let message = format!("{}\n{}", asking::STOPPED, wording::EMERGENCY_NOW.join(" "));
            Err(Failure { exit: Exit::Stopped, message })
        }
        Ok(End::Stopped) => Err(Failure { exit: Exit::Stopped, message: stopped() }),
        // Ctrl-C inside a list arrives as an error; the handler is ending the program.
        Err(error) if error.kind() == ErrorKind::Interrupted => stop_now(),
        Err(error) => Err(Failure::unreadable("the keyboard", &error)),
    }
}

fn stopped() -> String {
    format!("{}\n{}", asking::STOPPED, wording::EMERGENCY_AGAIN)
}

/// Leaves the terminal as it was, says so, and ends the program, once.
#[expect(clippy::exit, reason = "called from the thread that watches for signals, where no return can end the program")]
fn stop_now() -> ! {
    static STOPPING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    // Held until the end: a second caller waits here while the first one ends the program.
    let _only_one = STOPPING.lock();
    let _ = Term::stderr().show_cursor();
    let _ = writeln!(io::stderr().lock(), "\n{}", stopped());
    std::process::exit(130)
}
