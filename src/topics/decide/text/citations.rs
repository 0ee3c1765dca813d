//! Sources numbered in the order in which they are first cited.

use super::Detail;
use crate::files::Source;
use crate::output::text::{DIM, Page, plain};
use crate::topics::rubric::reference;

/// How many sources are cited at one place, unless all are asked for: the first are the ones it rests on most.
const CITED: usize = 2;

/// The sources cited so far.
pub(crate) struct Citations {
    detail: Detail,
    cited: Vec<String>,
}

impl Citations {
    /// None yet.
    pub(crate) fn none(detail: Detail) -> Self {
        Self {
            detail,
            cited: Vec::new(),
        }
    }

    /// The marks for these sources, as in `[1][4]`.
    fn marks(&mut self, sources: &[String]) -> String {
        let most = if self.detail == Detail::All {
            sources.len()
        } else {
            CITED
        };
        let marks = sources
            .iter()
            .take(most)
            .map(|id| format!("[{}]", self.number(id)));
        marks.collect::<Vec<_>>().concat()
    }

    fn number(&mut self, id: &str) -> usize {
        if let Some(position) = self.cited.iter().position(|cited| cited == id) {
            return position + 1;
        }
        self.cited.push(id.to_owned());
        self.cited.len()
    }

    /// A text with its marks behind it.
    pub(crate) fn cite(&mut self, text: &str, sources: &[String]) -> String {
        let marks = self.marks(sources);
        if marks.is_empty() {
            text.to_owned()
        } else {
            format!("{text} {marks}")
        }
    }

    /// The list of what was cited.
    pub(crate) fn list(&self, page: &mut Page, sources: &[Source]) {
        if self.cited.is_empty() {
            return;
        }
        page.heading("Sources");
        let width = format!("[{}]", self.cited.len()).len();
        for (index, id) in self.cited.iter().enumerate() {
            if let Some(source) = sources.iter().find(|source| source.id == *id) {
                let marker = format!("{:>width$}", format!("[{}]", index + 1));
                page.hanging(4, &marker, &self.describe(source), DIM);
            }
        }
    }

    /// A source in a line; its address and how far to trust it only if all is asked for.
    fn describe(&self, source: &Source) -> String {
        match self.detail {
            Detail::Short => reference::source_line(source),
            Detail::All => plain(&reference::source_in_full(source)),
        }
    }
}
