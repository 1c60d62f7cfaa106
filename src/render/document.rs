//! Documents: sections, lists and lines in their final order and words, independent of the output format.
//!
//! Text, Markdown and HTML are rendered from the same document, so they have the same content.

/// The content of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, without markup.
    pub title: String,
    /// Whether it is about an example person, which each printed page then says.
    pub is_example: bool,
    /// Whether it should fit on few printed pages.
    pub is_short: bool,
    /// The id, version and digest of the rules, for each printed page.
    pub rules: String,
    /// Whether a table of contents comes before the sections.
    pub has_contents: bool,
    /// Warnings, and that it is an example. They come first.
    pub lead: Vec<Line>,
    /// Who it is about, and its date. They come below the title.
    pub about: Vec<Line>,
    /// What is urgent, or the emergency signs. It comes before the sections.
    pub emergency: Vec<Block>,
    /// The sections, in their final order.
    pub sections: Vec<Section>,
    /// The blocks after the sections.
    pub foot: Vec<Block>,
}

impl Document {
    /// The headings of its sections, for a table of contents: none where it has no such table.
    pub fn contents(&self) -> Vec<&str> {
        let headings = self.sections.iter().filter_map(|section| section.heading.as_ref());
        headings.filter(|_| self.has_contents).map(|heading| heading.text.as_str()).collect()
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading. The first section needs none, as it follows the title.
    pub heading: Option<Line>,
    /// The content, before the parts.
    pub blocks: Vec<Block>,
    /// Whether it starts a page on paper.
    pub starts_page: bool,
    /// Subsections.
    pub parts: Vec<Section>,
}

impl Section {
    /// A section with a heading.
    pub fn new(heading: impl Into<Line>, blocks: Vec<Block>) -> Self {
        Self { heading: Some(heading.into()), blocks, starts_page: false, parts: Vec::new() }
    }

    /// A section without a heading.
    pub fn untitled(blocks: Vec<Block>) -> Self {
        Self { heading: None, blocks, starts_page: false, parts: Vec::new() }
    }

    /// The same section with these subsections.
    #[must_use]
    pub fn with_parts(self, parts: Vec<Self>) -> Self {
        Self { parts, ..self }
    }

    /// The same section on a page of its own.
    #[must_use]
    pub fn on_new_page(self) -> Self {
        Self { starts_page: true, ..self }
    }
}

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Line(Line),
    /// A list, one item below the other.
    List(Vec<Item>),
    /// A list of short items, which may be laid out in columns.
    Short(Vec<Item>),
    /// Signs to know at a glance: none is broken over two lines where it fits into one.
    Signs(Vec<String>),
    /// Lines with a title that belong together, such as a caution.
    Entry {
        /// The title, in strong type.
        title: String,
        /// The lines below the title.
        lines: Vec<Line>,
    },
    /// What is to be done when: the entries under each heading, as a picture of how much there is.
    Plan {
        /// What the two columns say: when, and what.
        heads: [String; 2],
        /// A row a heading.
        rows: Vec<Planned>,
    },
    /// How many people of 1,000 something happened to, as a sentence and as a picture.
    People {
        /// The sentence.
        said: Line,
        /// The number of people, from 0 to 1,000.
        had: u64,
    },
    /// The key to the pictures.
    Key,
    /// A checklist.
    Ticks {
        /// The text after each box.
        list: Vec<String>,
        /// How many empty lines to write on come after them.
        blank: usize,
    },
    /// Labels, each with a line to write on.
    ByHand(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// The list of sources, numbered from 1, to which the marks refer.
    Sources(Vec<String>),
    /// An empty line in plain text; nothing in other formats.
    Break,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The heading, which says when.
    pub heading: String,
    /// The number of each entry under it, and its name where there is room for it.
    pub entries: Vec<(usize, Option<String>)>,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The text of the entry.
    pub lines: Vec<Line>,
    /// A nested list.
    pub items: Vec<Item>,
}

impl Item {
    /// An entry of one line.
    pub fn of(line: impl Into<Line>) -> Self {
        Self { lines: vec![line.into()], items: Vec::new() }
    }
}

/// Rows and columns. Each row begins with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The rows, with a cell for each column; one that says nothing is empty.
    pub rows: Vec<Vec<Line>>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its importance.
    pub tone: Tone,
    /// The text, without line breaks.
    pub text: String,
    /// The numbers of its sources, sorted.
    pub marks: Vec<usize>,
}

/// The importance of a line, which renderers show as style. The text must be clear without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Normal text.
    Plain,
    /// Important text.
    Strong,
    /// Something urgent.
    Urgent,
}

impl Line {
    /// A line without marks.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), marks: Vec::new() }
    }

    /// Joins sentences to one line.
    pub fn sentences(sentences: &[impl AsRef<str>]) -> Self {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        Self::new(Tone::Plain, sentences.join(" "))
    }

    /// The text with the numbers of its sources: "… [1, 4]".
    pub(super) fn with_marks(&self) -> String {
        if self.marks.is_empty() {
            return self.text.clone();
        }
        let marks: Vec<String> = self.marks.iter().map(usize::to_string).collect();
        format!("{} [{}]", self.text, marks.join(", "))
    }

    /// The same line with the numbers of its sources.
    #[must_use]
    pub fn marked(self, marks: Vec<usize>) -> Self {
        Self { marks, ..self }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new(Tone::Plain, text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::new(Tone::Plain, text)
    }
}

impl<L: Into<Line>> From<L> for Block {
    fn from(line: L) -> Self {
        Self::Line(line.into())
    }
}
