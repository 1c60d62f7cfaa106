//! The terminal's settings: remembered before the first question, without echo while a list is shown, restored at the
//! end, whatever ends the program.

use std::io::Write as _;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use console::Term;

pub(super) use self::line_discipline::suspend;
pub use self::line_discipline::{Quiet, remember};

/// Whether the terminal marks what is pasted.
static MARKS_PASTES: AtomicBool = AtomicBool::new(false);

/// Whoever has it draws, and no other thread.
pub type Pen = MutexGuard<'static, ()>;

/// Lets one thread alone draw. Whoever ends the program takes it for good, so that no list that goes away takes the last
/// words with it.
pub fn take_pen() -> Pen {
    static PEN: Mutex<()> = Mutex::new(());
    PEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets the terminal mark what is pasted, or not any more. One that cannot do so takes no notice; the console of Windows
/// would write it.
pub(super) fn mark_pastes(is_on: bool) {
    if cfg!(unix) && MARKS_PASTES.swap(is_on, Relaxed) != is_on {
        let _ = Term::stderr().write_all(if is_on { b"\x1b[?2004h" } else { b"\x1b[?2004l" });
    }
}

/// Restores the terminal as it was remembered, and shows the cursor.
pub fn give_back() {
    line_discipline::restore();
    mark_pastes(false);
    // Where the terminal is gone, nobody misses the cursor.
    let _ = Term::stderr().show_cursor();
}

/// Restores the terminal before a panic is reported.
pub fn give_back_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |defect| {
        give_back();
        report(defect);
    }));
}

/// Echo and line input. A signal can arrive while a list has turned them off.
#[cfg(unix)]
mod line_discipline {
    use std::io;
    use std::sync::OnceLock;

    use rustix::process::{Signal, kill_current_process_group};
    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    static REMEMBERED: OnceLock<Termios> = OnceLock::new();

    /// Remembers the terminal as it is now. Only the first call counts.
    pub fn remember() {
        if let Ok(termios) = tcgetattr(io::stdin()) {
            REMEMBERED.get_or_init(|| termios);
        }
    }

    /// Restores what was remembered. Where the terminal is gone there is nothing to restore.
    pub(super) fn restore() {
        if let Some(termios) = REMEMBERED.get() {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, termios);
        }
    }

    /// Stops the program, and what runs beside it in a pipe, until the shell goes on with it. Comes back at once where no
    /// shell could.
    pub(in crate::ask) fn suspend() {
        let _ = kill_current_process_group(Signal::TSTP);
    }

    /// No echo for as long as this lives: keys typed early would be written into the list.
    #[derive(Debug)]
    pub struct Quiet(Option<Termios>);

    impl Quiet {
        /// Turns echo off, and line input too, so that a key typed early reaches the list without Enter. Ctrl-C and Ctrl-Z
        /// come as keys: between two of them the program must not stop with the terminal as it is.
        pub fn start() -> Self {
            let before = tcgetattr(io::stdin()).ok();
            if let Some(mut quiet) = before.clone() {
                quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, &quiet);
            }
            Self(before)
        }
    }

    impl Drop for Quiet {
        fn drop(&mut self) {
            if let Some(before) = &self.0 {
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
            }
        }
    }
}

/// The console of Windows echoes what a program reads as a line, and nothing while no line is read: there is nothing to do.
#[cfg(windows)]
mod line_discipline {
    /// Does nothing.
    pub(in crate::ask) fn suspend() {}

    /// Does nothing.
    pub fn remember() {}

    pub(super) fn restore() {}

    /// Stands for no change.
    #[derive(Debug)]
    pub struct Quiet;

    impl Quiet {
        /// Does nothing.
        pub fn start() -> Self {
            Self
        }
    }
}
