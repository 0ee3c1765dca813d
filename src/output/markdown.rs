//! A page of Markdown being put together: blocks with an empty line between them, headings that differ.

use std::collections::BTreeSet;

use crate::output::escape::markdown;

/// Blocks of Markdown. What is put on it is Markdown already; what users wrote goes through [`said`] first.
pub(crate) struct Page {
    blocks: Vec<String>,
    headings: BTreeSet<String>,
    bullet: char,
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A text that somebody wrote, so that it only shows.
pub(crate) fn said(text: &str) -> String {
    markdown(text.trim())
}

/// A text that somebody wrote, for the end of a sentence of ours: with the mark it ends with, or a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…', ':', ')', '"', '”']) {
        said(text)
    } else {
        said(text) + "."
    }
}

impl Page {
    /// An empty page whose lists begin with this sign.
    pub(crate) fn new(bullet: char) -> Self {
        Self {
            blocks: Vec::new(),
            headings: BTreeSet::new(),
            bullet,
        }
    }

    /// The page, with a line break at its end.
    pub(crate) fn finish(self) -> String {
        self.blocks.join("\n\n") + "\n"
    }

    /// A heading. No two are alike, so that each can be linked to: the second one is counted.
    pub(crate) fn heading(&mut self, level: usize, title: &str) {
        let title = title.trim_end_matches([
            '.', ',', ';', ':', '!', ' ', '\\', '。', '，', '；', '：', '！',
        ]);
        let title = if title.is_empty() { "Untitled" } else { title };
        let mut unique = title.to_owned();
        let mut count = 2;
        while !self.headings.insert(unique.to_lowercase()) {
            unique = format!("{title} ({count})");
            count += 1;
        }
        self.block(format!("{} {unique}", "#".repeat(level)));
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.block(text.to_owned());
        }
    }

    /// A list; further lines of an entry are set under its first.
    pub(crate) fn list(&mut self, entries: &[String]) {
        let bullet = self.bullet.to_string();
        self.entries(entries, |_| bullet.clone());
    }

    /// A numbered list.
    pub(crate) fn numbered(&mut self, entries: &[String]) {
        self.entries(entries, |index| format!("{}.", index + 1));
    }

    fn entries(&mut self, entries: &[String], marker: impl Fn(usize) -> String) {
        if entries.is_empty() {
            return;
        }
        let entry = |(index, entry): (usize, &String)| {
            let marker = marker(index);
            let indent = format!("\n{}", " ".repeat(marker.len() + 1));
            format!("{marker} {}", entry.replace('\n', &indent))
        };
        let entries: Vec<String> = entries.iter().enumerate().map(entry).collect();
        self.block(entries.join("\n"));
    }

    /// A table, if it has rows.
    pub(crate) fn table<const N: usize>(
        &mut self,
        head: [(&str, Align); N],
        rows: Vec<[String; N]>,
    ) {
        if rows.is_empty() {
            return;
        }
        let rule = head.map(|(_, align)| match align {
            Align::Left => "---",
            Align::Right => "--:",
        });
        let rows: String = rows.into_iter().map(|cells| narrow_row(&cells)).collect();
        let table = narrow_row(&head.map(|(title, _)| title)) + &narrow_row(&rule) + &rows;
        self.block(table.trim_end().to_owned());
    }

    /// A block as it is.
    pub(crate) fn block(&mut self, block: String) {
        self.blocks.push(block);
    }
}

/// A row of a table; an empty cell is as narrow as it can be.
fn narrow_row<S: AsRef<str>>(cells: &[S]) -> String {
    let cell = |cell: &S| match cell.as_ref() {
        "" => " |".to_owned(),
        text => format!(" {text} |"),
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("|{cells}\n")
}

/// Two lines of one entry: a break in it that shows.
pub(crate) fn lines(first: &str, second: &str) -> String {
    if second.is_empty() {
        first.to_owned()
    } else {
        format!("{first}\\\n{second}")
    }
}

/// A row of a table.
pub(crate) fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}
