//! The terminal's own state: remembered before the first question, quiet while a list is shown, given back at the end
//! whatever ends the program.

use std::panic;

use console::Term;

pub use self::line_discipline::{Quiet, remember};

/// The terminal as it was when it was remembered, with its cursor.
pub fn give_back() {
    line_discipline::restore();
    // Where the terminal is gone, nobody misses the cursor.
    let _ = Term::stderr().show_cursor();
}

/// A defect of the program must not cost the terminal as well.
pub fn give_back_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |defect| {
        give_back();
        report(defect);
    }));
}

/// The line discipline: a signal can arrive while a list has turned echo off.
#[cfg(unix)]
mod line_discipline {
    use std::io;
    use std::sync::OnceLock;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    static REMEMBERED: OnceLock<Termios> = OnceLock::new();

    /// Remembers the terminal as it is now. The first time counts.
    pub fn remember() {
        if let Ok(termios) = tcgetattr(io::stdin()) {
            REMEMBERED.get_or_init(|| termios);
        }
    }

    /// Brings back what was remembered. If the terminal is gone there is nothing to bring back.
    pub(super) fn restore() {
        if let Some(termios) = REMEMBERED.get() {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, termios);
        }
    }

    /// No echo for as long as this lives: keys typed ahead of a list would be written into it.
    #[derive(Debug)]
    pub struct Quiet(Option<Termios>);

    impl Quiet {
        /// Turns echo off. Typed lines wait for no Enter either, so that a key typed ahead reaches the list.
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

/// Elsewhere the console is left as it was by the system.
#[cfg(not(unix))]
mod line_discipline {
    /// Nothing to remember.
    pub fn remember() {}

    pub(super) fn restore() {}

    /// Nothing to quieten.
    #[derive(Debug)]
    pub struct Quiet;

    impl Quiet {
        /// Does nothing.
        pub fn start() -> Self {
            Self
        }
    }
}
