//! A page of text for a terminal: indents, wrapping, styles and safe characters.

use crate::output::bars;
use crate::output::document::{Align, Block, Document, Mark, Piece, Rich, Tone};
use crate::output::escape;
use anstyle::Style;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};
use textwrap::{Options, WordSeparator, WordSplitter};

/// What the page is drawn for.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// How many columns there are.
    pub width: usize,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

/// Emphasis for what is read first.
pub(crate) const BOLD: Style = Style::new().bold();
/// For what is looked up rather than read.
pub(crate) const DIM: Style = Style::new().dimmed();

impl Document {
    /// For a terminal.
    pub(crate) fn text(&self, look: Look) -> String {
        let mut page = Page::new(look);
        for block in &self.blocks {
            print(&mut page, block);
        }
        page.finish()
    }
}

fn print(page: &mut Page, block: &Block) {
    match block {
        Block::Title { title, right, .. } => match right {
            Some(right) => page.head(&plain(title), right),
            None => page.paragraph(0, &plain(title), BOLD),
        },
        Block::Part(title) => {
            page.gap();
            page.paragraph(0, &plain(title), BOLD);
        }
        Block::Heading(title) => page.heading(&plain(title)),
        Block::Fold(title, _) => page.heading(title),
        Block::Gap => page.gap(),
        Block::EndOfParts | Block::EndOfFold => {}
        Block::Line {
            indent,
            mark,
            text,
            tone,
        } => {
            let marker = page.draw(&marker(mark));
            page.hanging(*indent, &marker, &plain(text), style(*tone));
        }
        Block::Bars(bars) => {
            let alignments = [Align::Left, Align::Right, Align::Left, Align::Left];
            let rows = bars::rows(bars, page.look.width, page.look.ascii);
            page.table(2, &alignments, rows.into_iter(), Style::new());
        }
        Block::Table {
            head,
            rows,
            tone,
            headed,
        } => {
            let alignments: Vec<Align> = head.iter().map(|(_, align)| *align).collect();
            let titles = head.iter().map(|(title, _)| (*title).to_owned()).collect();
            let titles = headed.map(|_| titles).into_iter();
            let rows = rows.iter().map(|row| row.iter().map(plain).collect());
            let indent = headed.unwrap_or(2);
            page.table(indent, &alignments, titles.chain(rows), style(*tone));
        }
    }
}

/// A paragraph on its own.
pub(crate) fn paragraph(text: &str, tone: Tone, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, text, style(tone));
    page.finish()
}

const fn style(tone: Tone) -> Style {
    match tone {
        Tone::Strong => BOLD,
        Tone::Plain => Style::new(),
        Tone::Quiet => DIM,
    }
}

pub(crate) fn plain(text: &Rich) -> String {
    let pieces = text.0.iter().map(|piece| match piece {
        Piece::Said(text) | Piece::Id(text) | Piece::Link(text, _) | Piece::Address(text) => {
            text.clone()
        }
        Piece::Code(id) => format!("`{id}`"),
        Piece::Source(number) => format!("[{number}]"),
    });
    pieces.collect()
}

fn marker(mark: &Mark) -> String {
    match mark {
        Mark::Paragraph | Mark::More | Mark::Entry | Mark::Heading => String::new(),
        Mark::Bullet => "-".to_owned(),
        Mark::Task => "[ ]".to_owned(),
        Mark::Number(number) => format!("{number}."),
        Mark::Sign(sign, _) => (*sign).to_owned(),
        Mark::Label(label) => label.clone(),
        Mark::Source(number, most) => {
            let width = format!("[{most}]").len();
            format!("{:>width$}", format!("[{number}]"))
        }
    }
}

/// Text being laid out. Everything that is put on it is made safe for a terminal first.
pub(crate) struct Page {
    pub(crate) look: Look,
    text: String,
}

impl Page {
    pub(crate) fn new(look: Look) -> Self {
        Self {
            look,
            text: String::new(),
        }
    }

    /// The text so far, with a line break at its end.
    pub(crate) fn finish(self) -> String {
        self.text.trim_end().to_owned() + "\n"
    }

    /// An empty line, unless there is one already.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The heading of a section, after a gap.
    pub(crate) fn heading(&mut self, title: &str) {
        self.gap();
        self.paragraph(2, title, BOLD);
    }

    /// A wrapped paragraph.
    pub(crate) fn paragraph(&mut self, indent: usize, text: &str, style: Style) {
        self.hanging(indent, "", text, style);
    }

    /// A paragraph with a marker before its first line; the other lines align with the first.
    pub(crate) fn hanging(&mut self, indent: usize, marker: &str, text: &str, style: Style) {
        let marker = if marker.is_empty() {
            String::new()
        } else {
            format!("{marker}  ")
        };
        let inner = " ".repeat(indent + textwrap::core::display_width(&marker));
        let first = " ".repeat(indent) + &marker;
        // A word stays whole if it can, so that addresses and ids can be copied.
        let width = self.look.width.max(inner.len() + 20);
        let options = Options::new(width)
            .initial_indent(&first)
            .subsequent_indent(&inner)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let text = self.draw(text);
        for line in textwrap::wrap(&text, options) {
            self.styled_line(&line, style);
        }
    }

    /// The title on the left, what stands at its right; below each other where there is no room.
    pub(crate) fn head(&mut self, title: &str, right: &str) {
        let [title, right] = [title, right].map(|text| self.draw(text));
        let used = textwrap::core::display_width(&title) + textwrap::core::display_width(&right);
        if used + 3 <= self.look.width {
            let space = " ".repeat(self.look.width - used);
            self.line(&format!("{title}{space}{right}"), BOLD);
        } else {
            self.paragraph(0, &title, BOLD);
            self.paragraph(0, &right, Style::new());
        }
        self.gap();
    }

    /// A table without lines, as wide as its cells ask for.
    pub(crate) fn table(
        &mut self,
        indent: usize,
        alignments: &[Align],
        rows: impl Iterator<Item = Vec<String>>,
        style: Style,
    ) {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        // A cell has a space at either side.
        let before = " ".repeat(indent - 1);
        table.set_width(u16::try_from(self.look.width - before.len()).unwrap_or(u16::MAX));
        for row in rows {
            let cells = row.iter().zip(alignments).map(|(text, align)| {
                let cell = Cell::new(self.draw(text));
                match align {
                    Align::Left => cell,
                    Align::Right => cell.set_alignment(CellAlignment::Right),
                }
            });
            table.add_row(cells);
        }
        for line in table.to_string().lines() {
            self.line(&format!("{before}{line}"), style);
        }
    }

    /// A line as it is, but for characters that would act on the terminal.
    pub(crate) fn line(&mut self, text: &str, style: Style) {
        let text = self.draw(text);
        self.styled_line(&text, style);
    }

    fn styled_line(&mut self, line: &str, style: Style) {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        if style == Style::new() || body.is_empty() {
            self.text.push_str(line.trim_end());
        } else {
            let body = body.trim_end();
            self.text.extend([
                indent,
                &style.render().to_string(),
                body,
                &style.render_reset().to_string(),
            ]);
        }
        self.text.push('\n');
    }

    /// Text that is safe and, if need be, drawn without the symbols this program adds.
    pub(crate) fn draw(&self, text: &str) -> String {
        let safe = escape::terminal(text);
        if self.look.ascii {
            without_symbols(&safe)
        } else {
            safe.into_owned()
        }
    }
}

/// The symbols that this program draws, in ASCII; what users wrote stays as it is.
fn without_symbols(text: &str) -> String {
    text.replace('−', "-")
        .replace('→', "->")
        .replace('…', "...")
        .replace('·', "-")
        .replace(['“', '”'], "\"")
}
