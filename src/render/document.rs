//! What is printed, before it has a form: sections, lists and lines in their final order and words.
//!
//! Text, Markdown and HTML are written from the same document, so they say the same.

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is, in a few words.
    pub title: String,
    /// Whether a made-up person is shown; each printed page says so.
    pub is_example: bool,
    /// Whether it is to fill few printed pages.
    pub is_short: bool,
    /// Which rules spoke, in a few words; each printed page says so.
    pub rules: String,
    /// Whether it is so long that its contents stand on top.
    pub has_contents: bool,
    /// What must be known before all else: a warning, that it is an example.
    pub lead: Vec<Line>,
    /// Of whom it speaks, and of which day.
    pub about: Vec<Line>,
    /// What must not wait, and what to do in an emergency; before every section.
    pub emergency: Vec<Block>,
    /// What it says.
    pub sections: Vec<Section>,
    /// What stands at its foot.
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
    /// Its heading; the first part may stand under the title alone.
    pub heading: Option<Line>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Its own parts, below.
    pub parts: Vec<Section>,
}

impl Section {
    /// A part under a heading.
    pub fn new(heading: impl Into<Line>, blocks: Vec<Block>) -> Self {
        Self { heading: Some(heading.into()), blocks, parts: Vec::new() }
    }

    /// A part under the title alone.
    pub fn untitled(blocks: Vec<Block>) -> Self {
        Self { heading: None, blocks, parts: Vec::new() }
    }

    /// The same part and its own parts.
    #[must_use]
    pub fn with_parts(self, parts: Vec<Self>) -> Self {
        Self { parts, ..self }
    }
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Line(Line),
    /// Things of one kind.
    List(Vec<Item>),
    /// Things of one kind that are said in a few words and may stand side by side.
    Short(Vec<Item>),
    /// Something with a title of its own that belongs together: a caution.
    Entry {
        /// Its title.
        title: String,
        /// What is said of it.
        lines: Vec<Line>,
    },
    /// How many people of 1,000 something happened to, as a sentence and as a picture.
    People {
        /// The sentence.
        said: Line,
        /// How many, from 0 to 1,000.
        had: u64,
    },
    /// How to read the pictures.
    Key,
    /// Things to tick.
    Ticks {
        /// The things.
        list: Vec<String>,
        /// How many empty lines to write on come after them.
        blank: usize,
    },
    /// What is filled in by hand, each with room to write.
    ByHand(Vec<String>),
    /// The sources that numbers in brackets lead to, from 1.
    Sources(Vec<String>),
    /// What follows is another matter: an empty line in plain text.
    Break,
}

/// A thing in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is said of it.
    pub lines: Vec<Line>,
    /// What belongs to it.
    pub items: Vec<Item>,
}

impl Item {
    /// A thing of which one line is said.
    pub fn of(line: impl Into<Line>) -> Self {
        Self { lines: vec![line.into()], items: Vec::new() }
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it is said.
    pub tone: Tone,
    /// The text; never a line break in it.
    pub text: String,
    /// The numbers of its sources, in order.
    pub marks: Vec<usize>,
}

/// How a line is said. The words say it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Like most.
    Plain,
    /// What matters most.
    Strong,
    /// What must not wait.
    Urgent,
}

impl Line {
    /// A line in a tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), marks: Vec::new() }
    }

    /// Sentences in one paragraph.
    pub fn sentences(sentences: &[impl AsRef<str>]) -> Self {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        Self::new(Tone::Plain, sentences.join(" "))
    }

    /// The same line and the numbers of its sources.
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
