//! The terminal's settings: remembered before the first question, without echo while a list is shown, restored at the
//! end, whatever ends the program.

use std::panic;

use console::Term;

pub use self::line_discipline::{Quiet, remember};

/// Restores the terminal as it was remembered, and shows the cursor.
pub fn give_back() {
    line_discipline::restore();
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

    /// No echo for as long as this lives: keys typed early would be written into the list.
    #[derive(Debug)]
    pub struct Quiet(Option<Termios>);

    impl Quiet {
        /// Turns echo off, and line input too, so that a key typed early reaches the list without Enter.
        pub fn start() -> Self {
            let before = tcgetattr(io::stdin()).ok();
            if let Some(mut quiet) = before.clone() {
                quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON);
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

/// On other systems there is nothing to do.
#[cfg(not(unix))]
mod line_discipline {
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
