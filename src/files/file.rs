//! The files a decision was read from, and places in them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A file that was read, named as the user knows it.
#[derive(Debug, Clone)]
pub struct File {
    /// The path as given, or a name such as `--set` or `<stdin>` where there is none.
    pub name: String,
    /// Its text, without a byte-order mark.
    pub text: Cow<'static, str>,
}

/// Which of the [`Files`] it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// A stretch of a file: bytes `start..end` of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Place {
    /// The bytes it covers.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Every file that took part, so that a [`Place`] can be shown with its text.
/// A copy shares the texts.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<Arc<File>>);

impl Files {
    /// Keeps a file and gives its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(name.into(), Cow::Owned(text.into()))
    }

    /// Adds a file whose text is part of the program.
    pub fn add_bundled(&mut self, name: impl Into<String>, text: &'static str) -> FileId {
        self.push(name.into(), Cow::Borrowed(text))
    }

    fn push(&mut self, name: String, text: Cow<'static, str>) -> FileId {
        self.0.push(Arc::new(File { name, text }));
        FileId(self.0.len() - 1)
    }

    /// The same files, but for the first, which is taken from `other`. What was read beside another first file, such as
    /// a rubric, can so be used for this one: every place stays true.
    #[must_use]
    pub fn with_first_of(&self, other: &Self) -> Self {
        let first = other.0.first().into_iter();
        Self(first.chain(self.0.iter().skip(1)).cloned().collect())
    }

    /// Every file, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// The file with this id.
    pub fn get(&self, id: FileId) -> &File {
        &self.0[id.0]
    }

    /// The name of a file, with `/` between folders.
    pub(crate) fn path(&self, id: FileId) -> String {
        let name = self.get(id).name.replace('\\', "/");
        name.strip_prefix("./").unwrap_or(&name).to_owned()
    }

    /// Where a place begins and ends; the end is behind its last character.
    pub(crate) fn region(&self, place: Place) -> (Position, Position) {
        let start = place.end;
        (
            self.position(place),
            self.position(Place { start, ..place }),
        )
    }

    /// Where a place begins.
    pub fn position(&self, place: Place) -> Position {
        let before = &self.get(place.file).text[..place.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, Place, Position};

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let mut files = Files::default();
        let file = files.add("a.yaml", "title: é x\r\nrubric: y\n");
        let at = |start| {
            files.position(Place {
                file,
                start,
                end: start + 1,
            })
        };
        assert_eq!(at(0), Position { line: 1, column: 1 });
        assert_eq!(
            at(10),
            Position {
                line: 1,
                column: 10
            }
        );
        assert_eq!(at(13), Position { line: 2, column: 1 });
    }
}
