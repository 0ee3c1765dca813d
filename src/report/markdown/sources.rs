//! Sources as footnotes.

use std::collections::BTreeSet;

use crate::output::markdown::{Page, rich};
use crate::report::document::whole::Report;
use crate::topics::rubric::reference::source_in_full;

/// The sources cited so far.
pub(crate) struct Citations(BTreeSet<String>);

impl Citations {
    /// None yet.
    pub(crate) fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// The marks for these sources, as in `[^one][^two]`.
    pub(crate) fn marks(&mut self, sources: &[String]) -> String {
        self.0.extend(sources.iter().cloned());
        let marks: Vec<String> = sources.iter().map(|id| format!("[^{id}]")).collect();
        marks.concat()
    }

    /// What the marks lead to.
    pub(crate) fn definitions(&self, page: &mut Page, report: &Report<'_>) {
        let cited = report.sources.iter().map(|cited| cited.source);
        let cited = cited.filter(|source| self.0.contains(&source.id));
        let definitions: Vec<String> = cited
            .map(|source| {
                format!(
                    "[^{}]: {}",
                    source.id,
                    rich(&source_in_full(source), usize::MAX)
                )
            })
            .collect();
        page.paragraph(&definitions.join("\n"));
    }
}
