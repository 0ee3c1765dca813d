//! A comment on a pull request: found again by a hidden mark, and never too long to be posted.

use crate::output::{escape, wording};
use crate::topics::compare::words::Names;
use crate::topics::gate::words::cut;

/// GitHub refuses a comment of more than 65,536 characters.
const MOST_BYTES: usize = 60_000;
/// Kept free for what closes the page.
const RESERVE: usize = 1_000;
/// The longest name in the mark.
const LONGEST_MARK: usize = 200;

/// The mark. It is inside a comment, which `--` or `>` would end.
pub(crate) fn mark(file: &str) -> String {
    let mut name = String::new();
    for c in file.chars().take(LONGEST_MARK) {
        let plain = c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '_');
        if plain || (c == '-' && !name.ends_with('-')) {
            name.push(c);
        } else {
            name.push('_');
        }
    }
    format!(
        "<!-- trilemma-compare: {} -->\n",
        name.trim_end_matches('-')
    )
}

/// Text for a comment: nothing in it marks anything up, calls anybody or refers to anything.
pub(crate) fn text(given: &str) -> String {
    escape::markdown(&cut(given))
}

/// A page that stays short enough.
#[derive(Default)]
pub(crate) struct Comment {
    page: String,
    left_out: usize,
}

impl Comment {
    /// Adds what has to be there.
    pub(crate) fn whole(&mut self, text: &str) {
        self.page.push_str(text);
    }

    /// Adds what may be left out, if there is room; whether there was.
    pub(crate) fn line(&mut self, text: &str) -> bool {
        let fits = self.page.len() + text.len() + RESERVE <= MOST_BYTES;
        if fits {
            self.page.push_str(text);
        } else {
            self.left_out += 1;
        }
        fits
    }

    /// Adds the rows of a table as far as there is room.
    pub(crate) fn rows(&mut self, head: &str, rows: impl Iterator<Item = String>) {
        let has_room = self.line(head);
        for row in rows {
            if has_room {
                self.line(&row);
            } else {
                self.left_out += 1;
            }
        }
    }

    pub(crate) fn finish(self, names: Names<'_>) -> String {
        let mut page = self.page;
        if self.left_out > 0 {
            let left_out = wording::count(self.left_out, "line");
            page.extend([
                "\n",
                &left_out,
                " would not fit into a comment and ",
                if self.left_out == 1 { "is" } else { "are" },
                " left out.\n",
            ]);
        }
        let [before, after] = [names.before, names.after].map(text);
        page.extend(["\n<sub>", &before, " → ", &after, "</sub>\n"]);
        page
    }
}
