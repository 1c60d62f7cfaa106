//! Renders a document as plain text, without boxes.

use super::page::{HELD, columns};
use super::{Page, Paint, table};
use crate::render::document::{Block, Document, Item, Line, Planned, Section, Tone};
use crate::text::language;

/// The characters in a row of a picture.
const ROW: usize = 50;

/// The least room for the boxes beside the headings of a plan.
const BESIDE: usize = 28;

/// A line to write on, short enough for three beside each other.
const LINE: &str = "______________";

/// What stands between two signs on a line.
const BETWEEN: &str = "   ";

/// Renders the document, wrapped at `width` columns.
pub fn render(document: &Document, width: usize, paint: Paint) -> String {
    let mut page = Page::new(width, paint);
    for lead in &document.lead {
        line(&mut page, "", lead);
        page.gap();
    }
    page.heading(&document.title.to_uppercase());
    document.about.iter().for_each(|said| line(&mut page, "", said));
    if !document.emergency.is_empty() {
        blocks(&mut page, &document.emergency);
        // A plan stands right below it, with no empty line: the first screen has to hold the first caution too.
        let first = document.sections.first().map_or(&[][..], |section| &section.blocks);
        if !first.iter().any(|block| matches!(block, Block::Plan { .. })) {
            page.gap();
        }
    }
    let contents = document.contents();
    if !contents.is_empty() {
        page.heading(&language().heading.contents.to_uppercase());
        for heading in contents {
            page.item("- ", heading);
        }
        page.gap();
    }
    for part in &document.sections {
        section(&mut page, part, true);
    }
    page.gap();
    blocks(&mut page, &document.foot);
    page.into_text()
}

fn section(page: &mut Page, section: &Section, is_outermost: bool) {
    if let Some(heading) = &section.heading {
        let text = heading.with_marks();
        page.heading(&if is_outermost { text.to_uppercase() } else { text });
    }
    blocks(page, &section.blocks);
    for part in &section.parts {
        self::section(page, part, false);
    }
}

/// Writes blocks to a page.
pub fn blocks(page: &mut Page, blocks: &[Block]) {
    for (place, block) in blocks.iter().enumerate() {
        match block {
            Block::Line(said) => line(page, "", said),
            Block::List(list) | Block::Short(list) => items(page, 0, list),
            Block::Signs(signs) => {
                for signs in side_by_side(signs, page.width()) {
                    page.hanging("", "  ", &signs);
                }
            }
            Block::Entry { title, lines } => {
                // The first one stands right below its heading.
                if place > 0 {
                    page.gap();
                }
                page.styled("", title, Paint::caution);
                for said in lines {
                    line(page, "  ", said);
                }
            }
            Block::Plan { heads, rows } => plan(page, heads, rows),
            Block::People { said, had } => {
                page.item("- ", &said.with_marks());
                for row in rows(*had) {
                    page.item("  ", &row);
                }
            }
            Block::Key => page.line(language().phrase.picture_of_signs),
            Block::Ticks { list, blank } => {
                let line = LINE.repeat(3);
                for tick in list.iter().chain(std::iter::repeat_n(&line, *blank)) {
                    page.item("[ ] ", tick);
                }
            }
            Block::ByHand(labels) => {
                let labels: Vec<String> = labels.iter().map(|label| format!("{label} {LINE}")).collect();
                page.line(&labels.join(" "));
            }
            Block::Table(rows) => table::write(page, rows),
            Block::Sources(sources) => {
                for (index, source) in sources.iter().enumerate() {
                    page.item(&format!("[{}] ", index + 1), source);
                }
            }
            Block::Break => page.gap(),
        }
    }
}

/// A line of time from now on: each heading is a point on it, with the boxes of its entries beside or below.
fn plan(page: &mut Page, [when, what]: &[String; 2], rows: &[Planned]) {
    let longest = rows.iter().map(|row| columns(&row.heading)).fold(0, usize::max);
    let is_narrow = longest + BESIDE > page.width();
    let room = page.width() - if is_narrow { 4 } else { longest + 5 };
    if is_narrow {
        page.styled("", when, Paint::heading);
        page.styled("    ", what, Paint::heading);
    } else {
        let beside = " ".repeat((longest + 5).saturating_sub(columns(when)));
        page.styled_item(&format!("{when}{beside}"), what, Paint::heading);
    }
    for (point, Planned { heading, entries }) in rows.iter().enumerate() {
        // The line goes on to the last point.
        let on = if point + 1 < rows.len() { "|" } else { " " };
        let boxed = |(place, (number, name)): (usize, &(usize, Option<String>))| match name {
            Some(name) if columns(name) < room - 6 => format!("[{number}]{HELD}{} ", name.replace(' ', HELD)),
            Some(name) => format!("[{number}]{HELD}{name} "),
            // So many fit into the narrowest page.
            None if place % 4 == 3 => format!("[{number}] "),
            None => format!("[{number}]"),
        };
        let boxes: String = entries.iter().enumerate().map(boxed).collect();
        if is_narrow {
            page.hanging("+- ", &format!("{on}  "), heading);
            page.hanging(&format!("{on}   "), &format!("{on}   "), &boxes);
        } else {
            let beside = " ".repeat(longest + 2 - columns(heading));
            page.hanging(&format!("+- {heading}{beside}"), &format!("{on}{}", " ".repeat(longest + 4)), &boxes);
        }
    }
}

/// The signs in their order, as many beside each other as fit whole into a line.
fn side_by_side(signs: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for sign in signs {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(BETWEEN) + columns(sign) <= width => {
                *line = format!("{line}{BETWEEN}{sign}");
            }
            _ => lines.push(sign.clone()),
        }
    }
    lines
}

fn items(page: &mut Page, depth: usize, list: &[Item]) {
    let indent = "  ".repeat(depth);
    for Item { lines, items: inner } in list {
        let mut lines = lines.iter();
        if let Some(first) = lines.next() {
            page.item(&format!("{indent}- "), &first.with_marks());
        }
        lines.for_each(|said| line(page, &format!("{indent}  "), said));
        items(page, depth + 1, inner);
    }
}

fn line(page: &mut Page, indent: &str, line: &Line) {
    let style = match line.tone {
        Tone::Plain => |_: Paint, text: &str| text.to_owned(),
        Tone::Strong => Paint::heading,
        Tone::Urgent => Paint::urgent,
    };
    page.styled(indent, &line.with_marks(), style);
}

/// A picture of 1,000 people in rows of characters, each for ten people.
pub(super) fn rows(had: u64) -> Vec<String> {
    let sign = |tens: u64| match had.saturating_sub(tens * 10) {
        0 => '.',
        1..10 => '+',
        _ => '#',
    };
    let signs: Vec<char> = (0..100).map(sign).collect();
    signs.chunks(ROW).map(|row| row.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Page, Paint, Planned, plan};

    #[test]
    fn no_box_of_a_plan_is_broken() {
        let entry = |number: usize| (number, (number < 3).then(|| "A caution of some words".to_owned()));
        let rows = ["Today", "At your next visit"]
            .map(|heading| Planned { heading: heading.to_owned(), entries: (1..100).map(entry).collect() });
        for width in 20..120 {
            let mut page = Page::new(width, Paint::new(false));
            plan(&mut page, &["When".to_owned(), "What is to be done".to_owned()], &rows);
            let text = page.into_text();
            assert!(text.lines().all(|line| line.len() <= width), "{text}");
            assert!((1..100).all(|number| text.matches(&format!("[{number}]")).count() == 2), "{text}");
        }
    }

    #[test]
    fn a_picture_has_a_thousand_people() {
        let row = |full: usize, rest: &str, empty: usize| format!("{}{rest}{}", "#".repeat(full), ".".repeat(empty));
        assert_eq!(super::rows(0).concat(), row(0, "", 100));
        assert_eq!(super::rows(9).concat(), row(0, "+", 99));
        assert_eq!(super::rows(10).concat(), row(1, "", 99));
        assert_eq!(super::rows(124).concat(), row(12, "+", 87));
        assert_eq!(super::rows(1000).concat(), row(100, "", 0));
        assert_eq!(super::rows(124).len(), 2);
    }
}
