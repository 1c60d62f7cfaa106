//! Renders a document as one HTML file, without scripts and external resources. All texts are escaped.

mod picture;
mod policy;
mod style;

use maud::{DOCTYPE, Escaper, Markup, PreEscaped, Render, html};

use self::picture::picture;
pub(crate) use self::policy::policy;
pub(crate) use self::style::SHEET;
pub use self::style::Size;
use self::style::Style;
use crate::render::document::{Block, Document, Item, Line, Section, Table, Tone};
use crate::render::visible::seen;
use crate::text::language;

/// Renders the document, for the screen and for print in a letter size.
pub fn render(document: &Document, size: Size) -> String {
    let style = Style::new(document, size);
    let page = html! {
        (DOCTYPE)
        html lang=(language().code) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(style.sheet(), None));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (Text(&document.title)) }
                style { (PreEscaped(style.sheet())) }
            }
            body.short[document.is_short] {
                header {
                    @for lead in &document.lead { (paragraph(lead)) }
                    h1 { (Text(&document.title)) }
                    @for line in &document.about { (paragraph(line)) }
                    @if !document.emergency.is_empty() {
                        section.emergency aria-label=(language().safety.emergency) { (blocks(&document.emergency, 2)) }
                    }
                }
                main {
                    (contents(document))
                    @for (place, part) in document.sections.iter().enumerate() {
                        (section(part, 2, document.has_contents.then_some(place)))
                    }
                }
                @if !document.foot.is_empty() { footer { (blocks(&document.foot, 2)) } }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// A text that is rendered without unprintable characters and with markup escaped.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Render for Text<'_> {
    fn render_to(&self, buffer: &mut String) {
        // Writing to a `String` cannot fail.
        let _ = std::fmt::Write::write_str(&mut Escaper::new(buffer), &seen(self.0));
    }
}

fn heading(level: usize, text: &Markup) -> Markup {
    match level {
        0..=2 => html! { h2 { (text) } },
        3 => html! { h3 { (text) } },
        4 => html! { h4 { (text) } },
        5 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

/// Links to the sections that have a heading.
fn contents(document: &Document) -> Markup {
    let headings = document.sections.iter().enumerate();
    let headings = headings.filter_map(|(place, part)| Some((place, &part.heading.as_ref()?.text)));
    html! {
        @if document.has_contents {
            nav aria-labelledby="contents" {
                h2 id="contents" { (language().heading.contents) }
                ul { @for (place, text) in headings { li { a href={ "#part-" (place) } { (Text(text)) } } } }
            }
        }
    }
}

/// A section; `place` is where the contents find it.
pub(crate) fn section(part: &Section, level: usize, place: Option<usize>) -> Markup {
    html! {
        section.starts-page[part.starts_page] id=[place.map(|place| format!("part-{place}"))] {
            @if let Some(title) = &part.heading { (heading(level, &marked(title))) }
            (blocks(&part.blocks, level + 1))
            @for inner in &part.parts { (section(inner, level + 1, None)) }
        }
    }
}

/// `level` is the level of headings inside.
fn blocks(blocks: &[Block], level: usize) -> Markup {
    html! { @for inner in blocks { (block(inner, level)) } }
}

fn block(block: &Block, level: usize) -> Markup {
    match block {
        Block::Line(line) => paragraph(line),
        Block::List(list) => html! { ul { (items(list)) } },
        Block::Short(list) => html! { ul.few-words { (items(list)) } },
        Block::Signs(signs) => html! { ul.signs { @for sign in signs { li { (Text(sign)) } } } },
        Block::Entry { title, lines } => html! {
            article {
                (heading(level, &html! { (Text(title)) }))
                @for line in lines { (paragraph(line)) }
            }
        },
        Block::Plan { heads, rows } => html! {
            ul.plan {
                li { @for head in heads { strong { (Text(head)) } " " } }
                @for row in rows {
                    li {
                        span { (Text(&row.heading)) }
                        span {
                            @for (number, name) in &row.entries {
                                " " span { b { (number) } @if let Some(name) = name { " " (Text(name)) } }
                            }
                        }
                    }
                }
            }
        },
        Block::People { said, had } => html! {
            figure {
                (picture(*had))
                figcaption { (marked(said)) }
            }
        },
        Block::Key => paragraph(&language().phrase.picture_of_dots.into()),
        Block::Ticks { list, blank } => html! {
            ul.ticks {
                @for tick in list { li { label { input type="checkbox"; span { (Text(tick)) } } } }
                @for _ in 0..*blank { li.blank {} }
            }
        },
        Block::ByHand(labels) => html! {
            ul.by-hand { @for label in labels { li { (Text(label)) } } }
        },
        Block::Table(rows) => table(rows),
        Block::Sources(sources) => html! {
            ol.sources {
                @for (index, source) in sources.iter().enumerate() {
                    li id={ "source-" (index + 1) } { (Text(source)) }
                }
            }
        },
        Block::Break => html! {},
    }
}

/// A table. On a narrow screen the style sheet writes the cells of a row one below the other, each after its heading.
fn table(Table { headings, rows }: &Table) -> Markup {
    html! {
        div.table {
            table {
                thead { tr { @for heading in headings { th scope="col" { (Text(heading)) } } } }
                tbody { @for cells in rows { (row(headings, cells)) } }
            }
        }
    }
}

fn row(headings: &[String], cells: &[Line]) -> Markup {
    let mut cells = headings.iter().zip(cells);
    html! {
        tr {
            @if let Some((_, head)) = cells.next() { th scope="row" { (toned(head)) } }
            @for (heading, cell) in cells { td data-heading=(Text(heading)) { (toned(cell)) } }
        }
    }
}

/// The entries of a list.
pub(crate) fn items(list: &[Item]) -> Markup {
    html! { @for inner in list { (item(inner)) } }
}

fn item(item: &Item) -> Markup {
    let Item { lines, items: inner } = item;
    html! {
        li {
            @if let [line] = lines.as_slice() { (toned(line)) } @else { @for line in lines { (paragraph(line)) } }
            @if !inner.is_empty() { ul { (items(inner)) } }
        }
    }
}

fn paragraph(line: &Line) -> Markup {
    html! { p { (toned(line)) } }
}

fn toned(line: &Line) -> Markup {
    match line.tone {
        Tone::Plain => marked(line),
        Tone::Strong => html! { strong { (marked(line)) } },
        Tone::Urgent => html! { strong.urgent { (marked(line)) } },
    }
}

/// The text with the numbers of its sources as links: "… [1, 4]".
fn marked(line: &Line) -> Markup {
    html! {
        (Text(&line.text))
        @if let Some((first, others)) = line.marks.split_first() {
            " [" (mark(*first))
            @for other in others { ", " (mark(*other)) }
            "]"
        }
    }
}

fn mark(number: usize) -> Markup {
    html! { a href={ "#source-" (number) } aria-label=((language().phrase.source)(number)) { (number) } }
}
