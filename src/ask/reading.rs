//! A long text in pages of the window: Enter goes on, b back, q leaves.

use std::io::{self, ErrorKind};

use console::Term;

use super::canvas::{Canvas, rows_of, rows_of_message};
use super::keys::{Keys, Press, Source};
use super::terminal::suspend;
use crate::text::language;

/// What a key does to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Next,
    Previous,
    Leave,
    /// The key says nothing here.
    Stay,
}

impl Turn {
    /// What a key does. Letters are those of the language.
    fn of(press: Press) -> Self {
        let words = &language().asking.words;
        let is = |known: &[&str], letter: char| known.iter().any(|word| word.chars().eq(letter.to_lowercase()));
        match press {
            Press::Enter | Press::Down => Self::Next,
            Press::Escape | Press::Up => Self::Previous,
            Press::Letter(letter) if is(words.back, letter) => Self::Previous,
            Press::Letter(letter) if is(words.quit, letter) => Self::Leave,
            Press::First
            | Press::Last
            | Press::Erase
            | Press::Letter(_)
            | Press::Pasted
            | Press::Stop
            | Press::Suspend
            | Press::Pause
            | Press::Other => Self::Stay,
        }
    }
}

/// The page after a turn; nothing where the reader leaves, or goes on from the last.
fn turned(page: usize, pages: usize, turn: Turn) -> Option<usize> {
    match turn {
        Turn::Next => Some(page + 1).filter(|next| *next < pages),
        Turn::Previous => Some(page.saturating_sub(1)),
        Turn::Leave => None,
        Turn::Stay => Some(page),
    }
}

/// Shows a text page by page until the last was read, or the reader leaves.
pub(super) fn read<S: Source>(term: &Term, keys: &mut Keys<S>, text: &str) -> io::Result<()> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // Which page it is, and what the keys do, stands below each page.
    let below = rows_of_message(term, &(language().asking.page_keys)(lines.len(), lines.len()));
    let room = rows_of(term).saturating_sub(below).max(1);
    let pages: Vec<String> = lines.chunks(room).map(<[&str]>::concat).collect();
    let (mut page, mut is_new) = (0, true);
    while let Some(shown) = pages.get(page) {
        if is_new {
            term.write_str(shown)?;
            term.flush()?;
        }
        // One page needs no key to be read.
        if pages.len() == 1 {
            return Ok(());
        }
        let mut canvas = Canvas::new(term)?;
        canvas.draw(Some(&(language().asking.page_keys)(page + 1, pages.len())), &[], None)?;
        let press = keys.next(None)?;
        drop(canvas);
        if press == Press::Stop {
            return Err(ErrorKind::Interrupted.into());
        }
        if press == Press::Suspend {
            suspend();
        }
        let Some(next) = turned(page, pages.len(), Turn::of(press)) else { return Ok(()) };
        (page, is_new) = (next, next != page || press == Press::Suspend);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Turn, turned};
    use crate::ask::keys::Press;

    #[test]
    fn pages_are_turned_and_left() {
        assert_eq!(turned(0, 3, Turn::of(Press::Enter)), Some(1));
        assert_eq!(turned(2, 3, Turn::of(Press::Enter)), None, "behind the last");
        assert_eq!(turned(1, 3, Turn::of(Press::Letter('b'))), Some(0));
        assert_eq!(turned(0, 3, Turn::of(Press::Escape)), Some(0));
        assert_eq!(turned(0, 3, Turn::of(Press::Letter('Q'))), None);
        for press in [Press::Letter('x'), Press::Letter('1'), Press::Pasted, Press::Other] {
            assert_eq!(turned(1, 3, Turn::of(press)), Some(1), "{press:?}");
        }
    }
}
