//! A page of Markdown being put together: blocks with an empty line between them, headings that differ.

use std::collections::BTreeSet;

pub(crate) use crate::output::document::Align;
use crate::output::document::{Block, Document, Mark, Piece, Rich, Tone};
use crate::output::escape::{markdown, markdown_address};
use crate::output::wording;

/// Where a document goes as Markdown.
pub(crate) struct Sheet<'a> {
    /// What stands before it as it is.
    pub(crate) opening: &'a str,
    /// The level of its title.
    pub(crate) level: usize,
    /// Bytes that it may have; what would not fit is left out and counted.
    pub(crate) most: usize,
    /// Characters after which a text is cut.
    pub(crate) longest: usize,
}

impl Document {
    /// As a page of its own in Markdown.
    pub(crate) fn markdown(&self) -> String {
        let sheet = Sheet {
            opening: "",
            level: 1,
            most: usize::MAX,
            longest: usize::MAX,
        };
        print_on(sheet, self)
    }
}

/// A document as Markdown.
pub(crate) fn print_on(sheet: Sheet<'_>, document: &Document) -> String {
    let mut sink = Sink {
        page: Page::new(),
        is_in_part: false,
        list: Vec::new(),
        is_skipping: false,
        used: sheet.opening.len() + RESERVE,
        section_ends: 0,
        left_out: 0,
        sheet,
    };
    for block in &document.blocks {
        sink.block(block);
    }
    if sink.left_out > 0 {
        let left_out = wording::count(sink.left_out, "line");
        let are = if sink.left_out == 1 { "is" } else { "are" };
        let text = format!("{left_out} would not fit here and {are} left out.");
        sink.page.paragraph(&text);
    }
    sink.sheet.opening.to_owned() + &sink.page.finish()
}

/// Bytes kept free for what says how much was left out.
const RESERVE: usize = 200;

/// A document on its way onto a page.
struct Sink<'a> {
    sheet: Sheet<'a>,
    page: Page,
    is_in_part: bool,
    /// The entries that are open, one in the other: how far each is indented on a terminal, and where its text begins
    /// here.
    list: Vec<(usize, usize)>,
    /// Whether the fold it is in is left out.
    is_skipping: bool,
    /// Bytes that are written or kept free.
    used: usize,
    /// How many may be before the entries and rows of this section are left out.
    section_ends: usize,
    /// How many lines are left out.
    left_out: usize,
}

impl Sink<'_> {
    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Line { .. } | Block::Gap) {
            self.list.clear();
        }
        let (title_level, part) = (self.sheet.level, usize::from(self.is_in_part));
        match block {
            Block::EndOfFold if self.is_skipping => self.is_skipping = false,
            _ if self.is_skipping => {}
            Block::Title { kind, title, right } => {
                let kind = match *kind {
                    "" => Rich::default(),
                    kind => Rich::from(format!("{kind}: ")),
                };
                self.heading(title_level, &kind.then(title.clone()));
                if let Some(right) = right {
                    self.line(0, &Mark::Paragraph, &markdown(right));
                }
            }
            Block::Part(title) => {
                self.is_in_part = true;
                self.heading(title_level + 1, title);
            }
            Block::EndOfParts => self.is_in_part = false,
            Block::Heading(title) => self.heading(title_level + 1 + part, title),
            Block::Fold(title, count) => {
                let title = markdown(title);
                let open = format!("<details><summary>{title} ({count})</summary>");
                self.is_skipping = !self.section(&open);
                if self.is_skipping {
                    self.left_out += count;
                } else {
                    self.page.block(open);
                }
            }
            Block::EndOfFold => self.page.block("</details>".to_owned()),
            Block::Gap => {}
            Block::Line {
                indent,
                mark,
                text,
                tone,
            } => {
                let text = rich(text, self.sheet.longest);
                match tone {
                    _ if matches!(mark, Mark::Heading) => {
                        self.list.clear();
                        if self.section(&text) {
                            self.page.heading(title_level + 2 + part, &text);
                        }
                    }
                    _ if text.is_empty() => {}
                    Tone::Strong => self.line(*indent, mark, &format!("**{text}**")),
                    Tone::Plain | Tone::Quiet => self.line(*indent, mark, &text),
                }
            }
            Block::Bars(bars) => {
                let rows = bars.iter().map(|bar| {
                    let cells = [bar.name, &bar.shown, &bar.remark];
                    cells.map(Rich::from).to_vec()
                });
                let head = [("", Align::Left), ("", Align::Right), ("", Align::Left)];
                self.table(&head, &rows.collect::<Vec<_>>());
            }
            Block::Table { head, rows, .. } => self.table(head, rows),
        }
    }

    fn heading(&mut self, level: usize, title: &Rich) {
        let title = rich(title, self.sheet.longest);
        if self.section(&title) {
            self.page.heading(level, &title);
        }
    }

    /// Begins a section: its entries may take four fifths of what is left. Whether there is room for what begins it.
    fn section(&mut self, opening: &str) -> bool {
        let has_room = self.has_room(opening);
        let left = self.sheet.most.saturating_sub(self.used);
        self.section_ends = self.used + left / 5 * 4;
        has_room
    }

    fn line(&mut self, indent: usize, mark: &Mark, text: &str) {
        // A label that is left empty goes on with what the label above is about.
        let (goes_on, below) = match mark {
            Mark::More => (true, indent),
            Mark::Label(label) if label.trim().is_empty() => (true, indent + 1),
            _ => (false, indent),
        };
        let mut is_after_others = false;
        while self.list.last().is_some_and(|(outer, _)| *outer >= below) {
            self.list.pop();
            is_after_others = true;
        }
        let column = self.list.last().map_or(0, |(_, column)| *column);
        let space = " ".repeat(column);
        let (marker, text) = match mark {
            _ if goes_on && column > 0 && !is_after_others => {
                self.entry(&format!("\\\n{space}{text}"), false);
                return;
            }
            Mark::Paragraph | Mark::More if column == 0 || !goes_on => {
                self.list.clear();
                if self.has_room(text) {
                    self.page.paragraph(text);
                }
                return;
            }
            Mark::Paragraph | Mark::More | Mark::Entry | Mark::Bullet | Mark::Heading => {
                ("-".to_owned(), text.to_owned())
            }
            Mark::Task => ("-".to_owned(), format!("[ ] {text}")),
            Mark::Sign(_, word) => ("-".to_owned(), format!("{word}: {text}")),
            Mark::Label(label) => {
                let label = markdown(label.trim());
                ("-".to_owned(), format!("**{label}**: {text}"))
            }
            Mark::Number(number) => (format!("{number}."), text.to_owned()),
            Mark::Source(number, _) => {
                let anchor = format!("<a id=\"source-{number}\"></a>{text}");
                (format!("{number}."), anchor)
            }
        };
        let is_first = self.list.is_empty() && !is_after_others;
        let between = if is_first { "" } else { "\n" };
        self.entry(&format!("{between}{space}{marker} {text}"), is_first);
        self.list.push((indent, column + marker.len() + 1));
    }

    fn table(&mut self, head: &[(&str, Align)], rows: &[Vec<Rich>]) {
        let rule = head.iter().map(|(_, align)| align.rule());
        let titles = head.iter().map(|(title, _)| *title);
        let lines = [narrow_row(titles), narrow_row(rule)].concat();
        self.entry(lines.trim_end(), true);
        let longest = self.sheet.longest;
        for row in rows {
            let row = narrow_row(row.iter().map(|cell| rich(cell, longest)));
            self.entry(&format!("\n{}", row.trim_end()), false);
        }
    }

    /// Adds to a list or a table, or begins one.
    fn entry(&mut self, text: &str, is_first: bool) {
        if self.used.saturating_add(text.len()) > self.section_ends {
            self.left_out += 1;
            // No later entry has room either: it would stand below another's.
            self.section_ends = 0;
            return;
        }
        self.used += text.len() + 2;
        match self.page.blocks.last_mut().filter(|_| !is_first) {
            Some(block) => block.push_str(text),
            None => self.page.block(text.to_owned()),
        }
    }

    fn has_room(&mut self, text: &str) -> bool {
        // What is closed later is counted with what opens it.
        let used = self.used + text.len() + 20;
        let has_room = used <= self.sheet.most;
        if has_room {
            self.used = used;
        } else {
            self.left_out += 1;
        }
        has_room
    }
}

/// Text for one line: what was said only shows, ids stand as code, numbers lead to their sources.
pub(crate) fn rich(text: &Rich, longest: usize) -> String {
    let pieces = text.0.iter().map(|piece| match piece {
        Piece::Said(text) => markdown(&wording::cut(text, longest)),
        Piece::Code(id) | Piece::Id(id) => code(id),
        Piece::Source(number) => format!("[\\[{number}\\]](#source-{number})"),
        Piece::Link(title, address) => {
            format!("[{}](<{}>)", markdown(title), markdown_address(address))
        }
        Piece::Address(_) => String::new(),
    });
    let text: String = pieces.collect();
    text.trim().to_owned()
}

/// An id as code, unless it holds what could end that.
pub(crate) fn code(id: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=, ".contains(c);
    if id.chars().all(is_plain) && !id.trim().is_empty() {
        format!("`{id}`")
    } else {
        markdown(id)
    }
}

/// Blocks of Markdown. What is put on it is Markdown already.
pub(crate) struct Page {
    blocks: Vec<String>,
    headings: BTreeSet<String>,
}

impl Align {
    const fn rule(self) -> &'static str {
        match self {
            Self::Left => "---",
            Self::Right => "--:",
        }
    }
}

impl Page {
    pub(crate) fn new() -> Self {
        Self {
            blocks: Vec::new(),
            headings: BTreeSet::new(),
        }
    }

    /// The page, with a line break at its end.
    pub(crate) fn finish(self) -> String {
        self.blocks.join("\n\n") + "\n"
    }

    /// A heading.
    pub(crate) fn heading(&mut self, level: usize, title: &str) {
        let heading = heading(&mut self.headings, level, title);
        self.block(heading);
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.block(text.to_owned());
        }
    }

    /// A block as it is.
    pub(crate) fn block(&mut self, block: String) {
        self.blocks.push(block);
    }
}

/// A heading. No two on a page are alike, so that each can be linked to: the second one is counted.
pub(crate) fn heading(others: &mut BTreeSet<String>, level: usize, title: &str) -> String {
    let title = title.trim_end_matches([
        '.', ',', ';', ':', '!', ' ', '\\', '。', '，', '；', '：', '！',
    ]);
    let title = if title.is_empty() { "Untitled" } else { title };
    let mut unique = title.to_owned();
    let mut count = 2;
    while !others.insert(unique.to_lowercase()) {
        unique = format!("{title} ({count})");
        count += 1;
    }
    format!("{} {unique}", "#".repeat(level))
}

/// A row of a table; an empty cell is as narrow as it can be.
fn narrow_row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let cells = cells.into_iter().map(|cell| match cell.as_ref() {
        "" => " |".to_owned(),
        text => format!(" {text} |"),
    });
    format!("|{}\n", cells.collect::<String>())
}
