//! A document before it is printed: lines whose indentation says what belongs to what, tables and folds.
//!
//! What is put on it is plain text. The two sinks, [`super::text`] for terminals and [`super::markdown`], make it safe
//! for where it goes.

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Align {
    Left,
    Right,
}

/// How much of something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What matters most of each.
    Short,
    /// Everything.
    All,
}

impl Detail {
    /// Everything, or what matters most.
    pub const fn of(all: bool) -> Self {
        if all { Self::All } else { Self::Short }
    }
}

/// How loud a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Read first.
    Strong,
    Plain,
    /// Looked up rather than read.
    Quiet,
}

/// What stands before a line.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// Nothing: a paragraph.
    Paragraph,
    /// Nothing: it belongs to the entry above it.
    More,
    /// Nothing on a terminal, where it is an entry all the same.
    Entry,
    Bullet,
    /// Nothing on a terminal; Markdown heads what follows with it.
    Heading,
    /// A box to tick off.
    Task,
    Number(usize),
    /// What became of it: a sign on a terminal, a word in Markdown.
    Sign(&'static str, &'static str),
    /// What the line is about, as wide as its column.
    Label(String),
    /// The number of a source, and the highest number, which tells how wide the column is.
    Source(usize, usize),
}

/// The text of a line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rich(pub(crate) Vec<Piece>);

/// A part of a line.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// Text, whoever wrote it.
    Said(String),
    /// An id in a sentence: in backquotes everywhere.
    Code(String),
    /// An id on its own, which terminals show as it is.
    Id(String),
    /// The number of a source that is listed.
    Source(usize),
    /// A title that Markdown links to an address.
    Link(String, String),
    /// What Markdown has in a link: only terminals show it.
    Address(String),
}

impl Rich {
    /// With more text behind it.
    pub(crate) fn said(mut self, text: impl AsRef<str>) -> Self {
        match self.0.last_mut() {
            // One text is made safe as a whole, so that no sign escapes by being cut in two.
            Some(Piece::Said(before)) => before.push_str(text.as_ref()),
            _ => self.0.push(Piece::Said(text.as_ref().to_owned())),
        }
        self
    }

    /// An id on its own.
    pub(crate) fn id(id: &str) -> Self {
        Self(vec![Piece::Id(id.to_owned())])
    }

    /// With the numbers of sources behind it, as in `[1][4]`.
    pub(crate) fn cite(mut self, numbers: impl IntoIterator<Item = usize>) -> Self {
        let mut numbers = numbers.into_iter().map(Piece::Source).peekable();
        if numbers.peek().is_some() {
            self = self.said(" ");
        }
        self.0.extend(numbers);
        self
    }

    /// With all of another text behind it.
    pub(crate) fn then(self, other: Self) -> Self {
        other.0.into_iter().fold(self, |mut all, piece| {
            match piece {
                Piece::Said(text) => return all.said(text),
                piece => all.0.push(piece),
            }
            all
        })
    }

    /// Ids joined as in a sentence: `a, b and c`.
    pub(crate) fn ids<S: AsRef<str>>(ids: &[S]) -> Self {
        let mut text = Self::default();
        for (position, id) in ids.iter().enumerate() {
            text = match position {
                0 => text,
                _ if position + 1 == ids.len() => text.said(" and "),
                _ => text.said(", "),
            };
            text.0.push(Piece::Code(id.as_ref().to_owned()));
        }
        text
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::default().said(text)
    }
}

impl From<&String> for Rich {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self(vec![Piece::Said(text)])
    }
}

/// A number in a chart.
#[derive(Debug)]
pub(crate) struct Bar {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    /// The number as it is written.
    pub(crate) shown: String,
    pub(crate) remark: String,
}

/// A part of a document.
#[derive(Debug)]
pub(crate) enum Block {
    /// What all of it is headed by.
    Title {
        /// What it is, where a page has to say so: a word before the title in Markdown.
        kind: &'static str,
        title: Rich,
        /// What stands at its right on a terminal, and below it in Markdown.
        right: Option<String>,
    },
    /// The heading over a part that has sections.
    Part(Rich),
    /// What follows belongs to no part any more.
    EndOfParts,
    /// The heading of a section.
    Heading(Rich),
    /// The heading of a section that Markdown folds up, with how many entries it has.
    Fold(String, usize),
    EndOfFold,
    /// An empty line on a terminal.
    Gap,
    Line {
        /// Columns on a terminal. In a list, a deeper line belongs to the one above it.
        indent: usize,
        mark: Mark,
        text: Rich,
        tone: Tone,
    },
    Bars(Vec<Bar>),
    Table {
        /// What Markdown heads the columns with.
        head: Vec<(&'static str, Align)>,
        rows: Vec<Vec<Rich>>,
        tone: Tone,
        /// Columns before it on a terminal, where its head stands too; none for a table without a head there.
        headed: Option<usize>,
    },
}

/// What is to be printed.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
}

impl Document {
    /// What all of it is headed by.
    pub(crate) fn title(&mut self, kind: &'static str, title: impl Into<Rich>) {
        let title = title.into();
        self.blocks.push(Block::Title {
            kind,
            title,
            right: None,
        });
    }

    /// The title on the left, the rubric that it is judged by on the right.
    pub(crate) fn head(&mut self, kind: &'static str, title: &str, right: String) {
        self.blocks.push(Block::Title {
            kind,
            title: title.into(),
            right: Some(right),
        });
    }

    /// The heading over a part that has sections.
    pub(crate) fn part(&mut self, title: impl Into<Rich>) {
        self.blocks.push(Block::Part(title.into()));
    }

    /// Ends the last part.
    pub(crate) fn end_parts(&mut self) {
        self.blocks.push(Block::EndOfParts);
    }

    /// The heading of a section.
    pub(crate) fn heading(&mut self, title: impl Into<Rich>) {
        self.blocks.push(Block::Heading(title.into()));
    }

    /// The heading of a section that Markdown folds up, until the fold ends.
    pub(crate) fn fold(&mut self, title: &str, entries: usize) {
        self.blocks.push(Block::Fold(title.to_owned(), entries));
    }

    pub(crate) fn end_fold(&mut self) {
        self.blocks.push(Block::EndOfFold);
    }

    /// An empty line on a terminal, unless there is one already.
    pub(crate) fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// A line with what stands before it.
    pub(crate) fn line(&mut self, indent: usize, mark: Mark, text: impl Into<Rich>, tone: Tone) {
        let text = text.into();
        self.blocks.push(Block::Line {
            indent,
            mark,
            text,
            tone,
        });
    }

    /// A paragraph.
    pub(crate) fn say(&mut self, indent: usize, text: impl Into<Rich>) {
        self.line(indent, Mark::Paragraph, text, Tone::Plain);
    }

    /// A paragraph that is read first.
    pub(crate) fn strong(&mut self, indent: usize, text: impl Into<Rich>) {
        self.line(indent, Mark::Paragraph, text, Tone::Strong);
    }

    /// A paragraph that is looked up rather than read.
    pub(crate) fn quiet(&mut self, indent: usize, text: impl Into<Rich>) {
        self.line(indent, Mark::Paragraph, text, Tone::Quiet);
    }

    /// An entry of a list, without a sign on a terminal.
    pub(crate) fn entry(&mut self, indent: usize, text: impl Into<Rich>) {
        self.line(indent, Mark::Entry, text, Tone::Plain);
    }

    /// An entry of a list.
    pub(crate) fn bullet(&mut self, indent: usize, text: impl Into<Rich>) {
        self.line(indent, Mark::Bullet, text, Tone::Plain);
    }

    /// What else is said of the entry above.
    pub(crate) fn more(&mut self, indent: usize, text: impl Into<Rich>, tone: Tone) {
        self.line(indent, Mark::More, text, tone);
    }

    /// A line with what it is about in a column before it.
    pub(crate) fn label(
        &mut self,
        indent: usize,
        label: impl Into<String>,
        text: impl Into<Rich>,
        tone: Tone,
    ) {
        self.line(indent, Mark::Label(label.into()), text, tone);
    }

    /// A chart.
    pub(crate) fn bars(&mut self, bars: Vec<Bar>) {
        self.blocks.push(Block::Bars(bars));
    }

    /// A table, if it has rows.
    pub(crate) fn table(
        &mut self,
        head: &[(&'static str, Align)],
        rows: Vec<Vec<Rich>>,
        tone: Tone,
    ) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table {
                head: head.to_vec(),
                rows,
                tone,
                headed: None,
            });
        }
    }

    /// A table whose head stands on a terminal as well.
    pub(crate) fn headed_table(
        &mut self,
        indent: usize,
        head: &[(&'static str, Align)],
        rows: Vec<Vec<Rich>>,
    ) {
        self.blocks.push(Block::Table {
            head: head.to_vec(),
            rows,
            tone: Tone::Plain,
            headed: Some(indent),
        });
    }
}
