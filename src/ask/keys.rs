//! Keys as they are pressed: what comes in pieces is put together, and what is pasted is thrown away.
//!
//! A pasted text must choose nothing, whatever digits, spaces and line ends are in it. A terminal that marks what is pasted
//! (bracketed paste) says where it begins and ends. Of any other, what comes with no pause between its letters was not
//! pressed key by key: it is thrown away, and so is what follows closely. Arrow keys typed ahead are in no pasted text and
//! all count, and so does Enter beside them.
//!
//! A line so slow that two keys arrive as one makes a number and Enter look pasted. Then nothing is chosen, and the person
//! is told. That is the better mistake. What is typed by hand, letter by letter, is the business of the cursor.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use console::Key;

/// Keys that come closer than this were not pressed one by one.
const TOGETHER: Duration = Duration::from_millis(25);

/// A pasted text has ended when nothing came for so long.
const AFTER_A_PASTE: Duration = Duration::from_millis(300);

/// Over a slow line the pieces of an arrow key come up to so far apart. Esc alone is known only then.
const IN_PIECES: Duration = Duration::from_millis(100);

/// A marked paste whose end is lost has ended when nothing came for so long.
const LOST_END: Duration = Duration::from_secs(2);

/// No sequence is longer.
const LONGEST_SEQUENCE: usize = 32;

/// What a person does with the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    Up,
    Down,
    First,
    Last,
    Enter,
    Escape,
    Erase,
    /// A key that writes something.
    Letter(char),
    /// More than one of them at once, all thrown away.
    Pasted,
    /// Ctrl-C.
    Stop,
    /// Ctrl-Z.
    Suspend,
    /// Nothing was pressed for a while.
    Pause,
    /// A key without a meaning.
    Other,
}

/// Where keys come from.
pub(super) trait Source {
    /// The next key.
    fn read(&mut self) -> io::Result<Key>;

    /// Whether one comes within some time.
    fn is_waiting(&mut self, patience: Duration) -> bool;
}

/// The keys of a source, one at a time.
#[derive(Debug)]
pub(super) struct Keys<S> {
    source: S,
    ahead: VecDeque<Press>,
}

/// A key, or one end of a marked paste.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Press(Press),
    PasteBegins,
    PasteEnds,
}

impl<S: Source> Keys<S> {
    pub(super) fn new(source: S) -> Self {
        Self { source, ahead: VecDeque::new() }
    }

    /// The next key; where a patience is given, a pause if none comes in time.
    pub(super) fn next(&mut self, patience: Option<Duration>) -> io::Result<Press> {
        if let Some(press) = self.ahead.pop_front() {
            return Ok(press);
        }
        if patience.is_some_and(|patience| !self.source.is_waiting(patience)) {
            return Ok(Press::Pause);
        }
        match self.read()? {
            Read::Press(press @ (Press::Letter(_) | Press::Enter)) => self.alone(press),
            Read::Press(press) => Ok(press),
            Read::PasteBegins => self.skip_marked(),
            Read::PasteEnds => Ok(Press::Other),
        }
    }

    /// A key that a pasted text could begin with: it counts where it comes alone.
    fn alone(&mut self, first: Press) -> io::Result<Press> {
        let mut behind = VecDeque::new();
        let mut is_text = matches!(first, Press::Letter(_));
        while self.source.is_waiting(TOGETHER) {
            let press = match self.read()? {
                Read::Press(Press::Stop) => return Ok(Press::Stop),
                Read::Press(press) => press,
                Read::PasteBegins => return self.skip_marked(),
                Read::PasteEnds => Press::Other,
            };
            is_text |= matches!(press, Press::Letter(_));
            if is_text {
                return self.skip();
            }
            behind.push_back(press);
            if press != Press::Enter {
                break;
            }
        }
        self.ahead = behind;
        Ok(first)
    }

    /// Throws away what comes until nothing comes any more.
    fn skip(&mut self) -> io::Result<Press> {
        while self.source.is_waiting(AFTER_A_PASTE) {
            if self.read()? == Read::Press(Press::Stop) {
                return Ok(Press::Stop);
            }
        }
        Ok(Press::Pasted)
    }

    /// Throws away what comes until the end of a marked paste.
    fn skip_marked(&mut self) -> io::Result<Press> {
        while self.source.is_waiting(LOST_END) {
            match self.read()? {
                Read::PasteEnds => break,
                Read::Press(Press::Stop) => return Ok(Press::Stop),
                Read::Press(_) | Read::PasteBegins => {}
            }
        }
        Ok(Press::Pasted)
    }

    fn read(&mut self) -> io::Result<Read> {
        let press = match self.source.read()? {
            Key::Escape => return self.behind_escape(),
            Key::UnknownEscSeq(letters) => return self.sequence(letters),
            Key::ArrowUp => Press::Up,
            Key::ArrowDown => Press::Down,
            Key::Home | Key::PageUp => Press::First,
            Key::End | Key::PageDown => Press::Last,
            Key::Enter => Press::Enter,
            Key::Backspace | Key::Del => Press::Erase,
            Key::CtrlC | Key::Char('\u{3}') => Press::Stop,
            Key::Char('\u{1a}') => Press::Suspend,
            Key::Char(letter) if !letter.is_control() => Press::Letter(letter),
            Key::Unknown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::Tab
            | Key::BackTab
            | Key::Alt
            | Key::Shift
            | Key::Insert
            | Key::Char(_)
            | _ => Press::Other,
        };
        Ok(Read::Press(press))
    }

    /// Esc alone, or a sequence of which Esc came first.
    fn behind_escape(&mut self) -> io::Result<Read> {
        if !self.source.is_waiting(IN_PIECES) {
            return Ok(Read::Press(Press::Escape));
        }
        let key = self.source.read()?;
        if let Key::Char(letter) = key {
            return self.sequence(vec![letter]);
        }
        Ok(Read::Press(if key == Key::CtrlC { Press::Stop } else { Press::Escape }))
    }

    /// A sequence of which these letters came behind Esc. It is read to its end: no digit in it is a digit that was typed.
    fn sequence(&mut self, mut letters: Vec<char>) -> io::Result<Read> {
        let introducer = letters.first().copied();
        if !matches!(introducer, Some('[' | 'O')) {
            let press = if introducer == Some('\u{1b}') { Press::Escape } else { Press::Other };
            return Ok(Read::Press(press));
        }
        let is_end = |letter: &char| ('@'..='~').contains(letter);
        while !letters.iter().skip(1).any(is_end) && letters.len() < LONGEST_SEQUENCE {
            if !self.source.is_waiting(IN_PIECES) {
                return Ok(Read::Press(Press::Other));
            }
            let key = self.source.read()?;
            let Key::Char(letter) = key else {
                return Ok(Read::Press(if key == Key::CtrlC { Press::Stop } else { Press::Other }));
            };
            letters.push(letter);
        }
        let sequence: String = letters.iter().skip(1).collect();
        let number = sequence.trim_end_matches('~').split(';').next().unwrap_or("");
        Ok(Read::Press(match (sequence.chars().last(), number) {
            (Some('A'), _) => Press::Up,
            (Some('B'), _) => Press::Down,
            (Some('H'), _) | (Some('~'), "1" | "5" | "7") => Press::First,
            (Some('F'), _) | (Some('~'), "4" | "6" | "8") => Press::Last,
            (Some('~'), "3") => Press::Erase,
            (Some('~'), "200") => return Ok(Read::PasteBegins),
            (Some('~'), "201") => return Ok(Read::PasteEnds),
            (Some('M'), "") => Press::Enter,
            _ => Press::Other,
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::io;
    use std::time::Duration;

    use console::Key;

    use super::{Keys, Press, Source};

    /// Keys, and pauses between them in milliseconds.
    struct Script(VecDeque<Result<Key, u64>>);

    impl Source for Script {
        fn read(&mut self) -> io::Result<Key> {
            loop {
                match self.0.pop_front() {
                    Some(Ok(key)) => return Ok(key),
                    Some(Err(_)) => {}
                    None => return Err(io::ErrorKind::UnexpectedEof.into()),
                }
            }
        }

        fn is_waiting(&mut self, patience: Duration) -> bool {
            match self.0.front() {
                Some(Ok(_)) => true,
                Some(Err(pause)) => Duration::from_millis(*pause) < patience,
                None => false,
            }
        }
    }

    fn typed(text: &str) -> Vec<Result<Key, u64>> {
        text.chars().map(|c| Ok(if c == '\n' { Key::Enter } else { Key::Char(c) })).collect()
    }

    fn pressed(script: Vec<Result<Key, u64>>) -> Vec<Press> {
        let mut keys = Keys::new(Script(script.into()));
        std::iter::from_fn(|| keys.next(None).ok()).collect()
    }

    #[test]
    fn keys_one_by_one_count() {
        let script = [typed("1"), vec![Err(40)], typed("7"), vec![Err(40)], typed("\n")].concat();
        assert_eq!(pressed(script), [Press::Letter('1'), Press::Letter('7'), Press::Enter]);
    }

    #[test]
    fn what_comes_at_once_is_thrown_away() {
        for text in ["555 0199\n", "3\n", "\n3", "\n\n\nyes please\n", "  ", " \n", "just thinking"] {
            assert_eq!(pressed(typed(text)), [Press::Pasted], "{text:?}");
        }
        // In pieces, as a slow line brings it; what is typed later counts.
        let script =
            [typed("5"), vec![Err(5)], typed("55 0"), vec![Err(250)], typed("3\n"), vec![Err(400)], typed("2")];
        assert_eq!(pressed(script.concat()), [Press::Pasted, Press::Letter('2')]);
    }

    #[test]
    fn a_marked_paste_is_thrown_away_whole() {
        let mark = |digit| vec![Ok(Key::UnknownEscSeq(vec!['[', '2', '0'])), Ok(Key::Char(digit)), Ok(Key::Char('~'))];
        let script = [mark('0'), typed("3"), vec![Err(900)], typed("\n"), mark('1'), typed("4")].concat();
        assert_eq!(pressed(script), [Press::Pasted, Press::Letter('4')]);
        // An end that never comes does not swallow what is typed later.
        let script = [mark('0'), typed("3\n"), vec![Err(3000)], typed("4")].concat();
        assert_eq!(pressed(script), [Press::Pasted, Press::Letter('4')]);
        let script = [mark('0'), typed("3\n"), vec![Ok(Key::CtrlC)]].concat();
        assert_eq!(pressed(script), [Press::Stop]);
    }

    #[test]
    fn arrows_typed_ahead_count_and_enter_beside_them() {
        let script = vec![Ok(Key::ArrowDown), Ok(Key::ArrowDown), Ok(Key::Enter), Ok(Key::ArrowUp), Ok(Key::Enter)];
        assert_eq!(pressed(script), [Press::Down, Press::Down, Press::Enter, Press::Up, Press::Enter]);
    }

    #[test]
    fn sequences_are_put_together() {
        let pieces = |rest: &str| [vec![Ok(Key::Escape), Err(60)], typed(rest)].concat();
        assert_eq!(pressed(pieces("[B")), [Press::Down]);
        assert_eq!(pressed(pieces("OA")), [Press::Up]);
        assert_eq!(pressed(vec![Ok(Key::Escape), Err(200), Ok(Key::Enter)]), [Press::Escape, Press::Enter]);
        // Ctrl and an arrow key: the digits in it are not typed.
        let modified = [vec![Ok(Key::UnknownEscSeq(vec!['[', '1', ';']))], typed("5B")].concat();
        assert_eq!(pressed(modified), [Press::Down]);
        for (letters, press) in
            [("[5~", Press::First), ("[6~", Press::Last), ("[15~", Press::Other), ("x", Press::Other)]
        {
            assert_eq!(pressed(vec![Ok(Key::UnknownEscSeq(letters.chars().collect()))]), [press], "{letters}");
        }
    }

    #[test]
    fn a_pause_is_told_where_it_is_asked_for() {
        let mut keys = Keys::new(Script(vec![Err(2000), Ok(Key::Enter)].into()));
        assert_eq!(keys.next(Some(Duration::from_secs(1))).unwrap(), Press::Pause);
        assert_eq!(keys.next(None).unwrap(), Press::Enter);
    }
}
