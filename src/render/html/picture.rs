//! Draws 1,000 people: dots for those to whom something happened, then rings for the others.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::text::language;

/// The number of people in a row.
const ROW: u64 = 50;

/// The number of rows.
const ROWS: u64 = 20;

/// The distance between people, in units of the drawing.
const STEP: u64 = 10;

/// An SVG picture with `had` of 1,000 people as dots.
pub(super) fn picture(had: u64) -> Markup {
    let (width, height) = (ROW * STEP, ROWS * STEP);
    html! {
        svg role="img" aria-label=((language().phrase.picture)(had)) viewBox={ "0 0 " (width) " " (height) } {
            path.ring d=(dots(had, ROW * ROWS)) {}
            path.hole d=(dots(had, ROW * ROWS)) {}
            path.full d=(dots(0, had)) {}
        }
    }
}

/// The path through a range of people, in reading order. It is stroked as a dotted line in which each dot is a person.
fn dots(from: u64, to: u64) -> String {
    let mut path = String::new();
    for row in 0..ROWS {
        let (first, end) = (from.max(row * ROW), to.min((row + 1) * ROW));
        if first < end {
            let x = |person: u64| person % ROW * STEP + STEP / 2;
            // One unit longer than to the last dot, as none is drawn at the very end of a line.
            let _ = write!(path, "M{} {}h{}", x(first), row * STEP + STEP / 2, (end - first - 1) * STEP + 1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::dots;

    #[test]
    fn each_person_is_drawn_once() {
        assert_eq!(dots(0, 0), "");
        assert_eq!(dots(0, 1), "M5 5h1");
        assert_eq!(dots(0, 60), "M5 5h491M5 15h91");
        assert!(dots(60, 1000).starts_with("M105 15h391M5 25h491"));
        assert_eq!(dots(999, 1000), "M495 195h1");
    }
}
