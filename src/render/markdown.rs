//! Renders a document as Markdown. All texts are escaped.

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Tag};
use pulldown_cmark_to_cmark::cmark;

use super::text::rows;
use crate::render::document::{Block, Document, Item, Line, Planned, Section, Table, Tone};
use crate::render::visible::seen;
use crate::text::language;

/// A line to write on.
const LINE: &str = "________________";

/// Renders the document.
///
/// # Errors
/// The Markdown writer cannot write the events.
pub fn render(document: &Document) -> Result<String, pulldown_cmark_to_cmark::Error> {
    let mut events = Events(Vec::new());
    document.lead.iter().for_each(|lead| events.line(lead));
    events.heading(HeadingLevel::H1, &document.title);
    document.about.iter().for_each(|line| events.line(line));
    events.blocks(&document.emergency, HeadingLevel::H2);
    events.contents(&document.contents());
    for section in &document.sections {
        events.section(section, HeadingLevel::H2);
    }
    events.around(Event::Rule, |_| {});
    events.blocks(&document.foot, HeadingLevel::H2);
    let mut text = String::new();
    cmark(events.0.iter(), &mut text, Options::empty())?;
    text.push('\n');
    Ok(text)
}

/// The events for the Markdown writer, which escapes every text event.
struct Events(Vec<Event<'static>>);

impl Events {
    fn around(&mut self, first: Event<'static>, inside: impl FnOnce(&mut Self)) {
        let last = if let Event::Start(tag) = &first { Some(Event::End(tag.to_end())) } else { None };
        self.0.push(first);
        inside(self);
        self.0.extend(last);
    }

    fn tag(&mut self, tag: Tag<'static>, inside: impl FnOnce(&mut Self)) {
        self.around(Event::Start(tag), inside);
    }

    fn text(&mut self, text: &str) {
        self.0.push(Event::Text(CowStr::from(seen(text).into_owned())));
    }

    fn heading(&mut self, level: HeadingLevel, text: &str) {
        let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.tag(tag, |events| events.text(text));
    }

    fn line(&mut self, line: &Line) {
        self.tag(Tag::Paragraph, |events| events.toned(line));
    }

    fn toned(&mut self, line: &Line) {
        let text = line.with_marks();
        // Markdown has no form for a strong text with blanks at its ends.
        let seen = seen(&text);
        match line.tone {
            Tone::Strong | Tone::Urgent if !seen.trim().is_empty() => {
                self.tag(Tag::Strong, |events| events.text(seen.trim()));
            }
            Tone::Plain | Tone::Strong | Tone::Urgent => self.text(&text),
        }
    }

    fn section(&mut self, section: &Section, level: HeadingLevel) {
        if let Some(heading) = &section.heading {
            self.heading(level, &heading.with_marks());
        }
        let below = below(level);
        self.blocks(&section.blocks, below);
        section.parts.iter().for_each(|part| self.section(part, below));
    }

    fn blocks(&mut self, blocks: &[Block], level: HeadingLevel) {
        for block in blocks {
            match block {
                Block::Line(line) => self.line(line),
                Block::List(items) | Block::Short(items) => self.items(items),
                Block::Signs(signs) => {
                    self.items(&signs.iter().map(|sign| Item::of(sign.as_str())).collect::<Vec<Item>>());
                }
                Block::Entry { title, lines } => {
                    self.heading(level, title);
                    for line in lines {
                        self.line(line);
                    }
                }
                Block::Plan { heads, rows } => {
                    self.line(&Line::new(Tone::Strong, heads.join(" ")));
                    let entry = |(number, name): &(usize, Option<String>)| {
                        name.as_ref().map_or_else(|| format!(" {number}"), |name| format!(" {number} {name}"))
                    };
                    let entries = |row: &Planned| row.entries.iter().map(entry).collect::<String>();
                    let row = |row: &Planned| Item::of(format!("{}{}", row.heading, entries(row)));
                    self.items(&rows.iter().map(row).collect::<Vec<Item>>());
                }
                Block::People { said, had } => self.people(said, *had),
                Block::Key => self.line(&language().phrase.picture_of_signs.into()),
                Block::Ticks { list, blank } => self.tag(Tag::List(None), |events| {
                    for tick in list.iter().map(String::as_str).chain(std::iter::repeat_n(LINE, *blank)) {
                        events.tick(tick);
                    }
                }),
                Block::ByHand(labels) => {
                    let labels: Vec<String> = labels.iter().map(|label| format!("{label} {LINE}")).collect();
                    self.line(&labels.join(" ").into());
                }
                Block::Table(table) => self.table(table),
                Block::Sources(sources) => self.tag(Tag::List(Some(1)), |events| {
                    for source in sources {
                        events.tag(Tag::Item, |events| events.text(source));
                    }
                }),
                Block::Break => {}
            }
        }
    }

    fn items(&mut self, items: &[Item]) {
        self.tag(Tag::List(None), |events| {
            for item in items {
                events.tag(Tag::Item, |events| events.item(item));
            }
        });
    }

    // Items of one line are not paragraphs, so that their list has no empty lines.
    fn item(&mut self, item: &Item) {
        if let ([line], []) = (item.lines.as_slice(), item.items.as_slice()) {
            return self.text(&line.with_marks());
        }
        item.lines.iter().for_each(|line| self.line(line));
        if !item.items.is_empty() {
            self.items(&item.items);
        }
    }

    fn table(&mut self, Table { headings, rows }: &Table) {
        self.tag(Tag::Table(vec![Alignment::None; headings.len()]), |events| {
            events.tag(Tag::TableHead, |events| {
                for heading in headings {
                    events.cell(|events| events.text(heading));
                }
            });
            for row in rows {
                events.tag(Tag::TableRow, |events| {
                    for cell in row {
                        events.cell(|events| events.toned(cell));
                    }
                });
            }
        });
    }

    // A backslash right before the end of a cell would take it into the text.
    fn cell(&mut self, inside: impl FnOnce(&mut Self)) {
        self.tag(Tag::TableCell, |events| {
            inside(events);
            events.text(" ");
        });
    }

    fn tick(&mut self, tick: &str) {
        self.tag(Tag::Item, |events| {
            events.0.push(Event::TaskListMarker(false));
            events.text(tick);
        });
    }

    fn contents(&mut self, headings: &[&str]) {
        if !headings.is_empty() {
            self.heading(HeadingLevel::H2, language().heading.contents);
            let items: Vec<Item> = headings.iter().map(|heading| Item::of(*heading)).collect();
            self.items(&items);
        }
    }

    fn people(&mut self, said: &Line, had: u64) {
        self.line(said);
        let kind = pulldown_cmark::CodeBlockKind::Fenced(CowStr::from(""));
        self.tag(Tag::CodeBlock(kind), |events| {
            for row in rows(had) {
                events.0.push(Event::Text(CowStr::from(format!("{row}\n"))));
            }
        });
    }
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}
