//! The keyboard of a terminal: its keys, one at a time, and whether one comes soon.

pub(super) use self::system::Keyboard;

/// Where the next key waits until it is read.
#[cfg(unix)]
mod system {
    use std::io::{self, ErrorKind};
    use std::time::Duration;

    use console::{Key, Term};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use crate::ask::keys::Source;
    use crate::ask::terminal::take_pen;
    use crate::text::language;

    /// The keyboard of a terminal.
    #[derive(Debug)]
    pub(in crate::ask) struct Keyboard(Term);

    impl Keyboard {
        /// The keyboard of this terminal.
        pub(in crate::ask) fn of(term: &Term) -> Self {
            Self(term.clone())
        }
    }

    impl Source for Keyboard {
        fn read(&mut self) -> io::Result<Key> {
            poll(&mut [PollFd::new(&io::stdin(), PollFlags::IN)], None)?;
            // Reading changes the settings of the terminal and changes them back: not while it waits, when a signal can come.
            let _pen = take_pen();
            self.0.read_key_raw().map_err(|error| {
                if error.kind() == ErrorKind::UnexpectedEof {
                    return io::Error::new(ErrorKind::UnexpectedEof, language().asking.ended_before_choice);
                }
                error
            })
        }

        fn is_waiting(&mut self, patience: Duration) -> bool {
            let stdin = io::stdin();
            let timeout = Timespec::try_from(patience).ok();
            let mut keyboard = [PollFd::new(&stdin, PollFlags::IN)];
            poll(&mut keyboard, timeout.as_ref()).is_ok_and(|ready| ready > 0)
        }
    }
}

/// The console tells of each key twice, and of the mouse and the window as well: whether a key waits is known once it is
/// read.
#[cfg(windows)]
mod system {
    use std::io;
    use std::time::{Duration, Instant};

    use console::{Key, Term};
    use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, poll, read};

    use crate::ask::keys::Source;

    /// The keyboard of the console.
    #[derive(Debug)]
    pub(in crate::ask) struct Keyboard {
        ahead: Option<Key>,
    }

    impl Keyboard {
        /// The keyboard of the console, of which there is one.
        pub(in crate::ask) fn of(_: &Term) -> Self {
            Self { ahead: None }
        }
    }

    impl Source for Keyboard {
        fn read(&mut self) -> io::Result<Key> {
            loop {
                if let Some(key) = self.ahead.take() {
                    return Ok(key);
                }
                self.ahead = key_of(&read()?);
            }
        }

        fn is_waiting(&mut self, patience: Duration) -> bool {
            let begun = Instant::now();
            while self.ahead.is_none() {
                let left = patience.saturating_sub(begun.elapsed());
                if !poll(left).is_ok_and(|is_there| is_there) {
                    return false;
                }
                self.ahead = read().ok().as_ref().and_then(key_of);
            }
            true
        }
    }

    /// The key that was pressed, if it was one. With Control only Ctrl-C has a meaning; with Alt as well it writes what a
    /// third level of the keyboard has.
    fn key_of(event: &Event) -> Option<Key> {
        let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release)?;
        let is_command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        Some(match key.code {
            KeyCode::Char('c' | 'C') if is_command => Key::CtrlC,
            KeyCode::Char(_) if is_command => Key::Unknown,
            KeyCode::Char(letter) => Key::Char(letter),
            KeyCode::Enter => Key::Enter,
            KeyCode::Esc => Key::Escape,
            KeyCode::Up => Key::ArrowUp,
            KeyCode::Down => Key::ArrowDown,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Delete => Key::Del,
            _ => Key::Unknown,
        })
    }
}
