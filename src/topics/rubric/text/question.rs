//! A question of a rubric.

use super::Entries;
use crate::files::{Choice, Question};
use crate::output::text::DIM;
use crate::topics::rubric::{conditions, reference};
use anstyle::Style;

/// Ids wider than this do not push the labels further to the right.
const WIDEST_ID: usize = 24;

impl Entries<'_> {
    /// A question with its choices.
    pub(crate) fn question(&mut self, question: &Question) {
        self.page.gap();
        self.page.paragraph(4, &question.ask, Style::new());
        let answers = reference::answers(question);
        self.facts(6, &[&question.id, &answers], question.place);
        if let Some(help) = &question.help {
            self.page.paragraph(6, help, Style::new());
        }
        if let Some(when) = &question.ask_when {
            let when = conditions::words(when, self.rubric);
            self.page
                .paragraph(6, &format!("Asked only if {when}."), Style::new());
        }
        if let Some(derived) = reference::derived(question) {
            self.page.paragraph(6, &derived, Style::new());
        }
        self.choices(question.choices());
    }

    fn choices(&mut self, choices: &[Choice]) {
        let lengths = choices.iter().map(|choice| choice.id.len());
        let width = lengths.max().unwrap_or(0).min(WIDEST_ID);
        for choice in choices {
            let marker = format!("{:<width$}", choice.id);
            self.page.hanging(8, &marker, &choice.label, Style::new());
            if let Some(help) = &choice.help {
                self.page.hanging(8, &" ".repeat(width), help, DIM);
            }
        }
    }
}
