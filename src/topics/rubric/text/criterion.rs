//! A criterion of a rubric with its decision table.

use super::Entries;
use crate::files::{Criterion, Effect, Level};
use crate::output::text::DIM;
use crate::output::wording;
use crate::topics::rubric::{conditions, reference};
use anstyle::Style;

impl Entries<'_> {
    /// A criterion with its rows.
    pub(crate) fn criterion(&mut self, criterion: &Criterion) {
        self.page.gap();
        self.page.paragraph(4, &criterion.title, Style::new());
        let weight = reference::weight(criterion, self.rubric, str::to_owned);
        if weight.says_where {
            let facts = format!("{} · {}", criterion.id, weight.words);
            self.page.paragraph(6, &facts, DIM);
        } else {
            self.facts(6, &[&criterion.id, &weight.words], criterion.place);
        }
        let why = self.cite(&criterion.why, &criterion.sources);
        self.page.paragraph(6, &why, Style::new());
        for (index, level) in criterion.levels.iter().enumerate() {
            self.level(index, level, criterion);
        }
    }

    fn level(&mut self, index: usize, level: &Level, criterion: &Criterion) {
        let when = match &level.when {
            Some(when) => {
                let otherwise = if index == 0 { "" } else { "otherwise, " };
                format!("{otherwise}if {}", conditions::words(when, self.rubric))
            }
            None if index == 0 => "always".to_owned(),
            None => "otherwise".to_owned(),
        };
        self.page
            .paragraph(6, &wording::capitalised(&when), Style::new());
        let effect = wording::capitalised(&effect(level.effect));
        self.page.paragraph(8, &effect, DIM);
        let because = wording::capitalised(&reference::text(&level.because, self.rubric));
        let because = self.cite(&because, &level.sources);
        self.page.paragraph(8, &because, Style::new());
        // A row has a place of its own only where it was not taken over together with its criterion.
        if level.place.file != criterion.place.file {
            self.facts(8, &[], level.place);
        }
    }
}

/// What follows from a row.
fn effect(effect: Effect) -> String {
    let words = reference::no_ratings(effect).map(str::to_owned);
    words.unwrap_or_else(|| reference::ratings(effect))
}
