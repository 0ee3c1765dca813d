//! A case that a rubric is tested on, in full.

use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::backtest::text::{list, unmet};
use crate::topics::backtest::{Trial, words};
use crate::topics::decide::page::{Detail, assessment};
use crate::topics::decide::phrases;
use anstyle::Style;

/// A case in full: what was known, what the rubric makes of it, and how that compares.
pub fn explained_case(trial: &Trial, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, &words::title(trial), BOLD);
    if let Some(case) = &trial.case {
        let component = case.component.iter().map(String::as_str);
        let label = format!("label: {}", case.label.id());
        let about: Vec<&str> = component.chain([label.as_str()]).collect();
        page.paragraph(2, &about.join(" · "), DIM);
        list(&mut page, "What was known", &case.facts);
        list(&mut page, "Sources", &case.sources);
        if let Some(note) = &case.note {
            list(&mut page, "Note", std::slice::from_ref(note));
        }
    }
    let head = page.finish();
    let decided = assessment(&trial.assessment, look, Detail::Short, None);
    let mut page = Page::new(look);
    comparison(&mut page, trial);
    format!("{head}\n{decided}\n{}", page.finish())
}

fn comparison(page: &mut Page, trial: &Trial) {
    page.heading("How it compares");
    if trial.comparison.is_some() {
        let text = format!(
            "They chose {}; the rubric {}: {}.",
            phrases::names(&trial.chosen),
            words::says(trial),
            words::comparison(trial.comparison)
        );
        page.paragraph(4, &text, Style::new());
    } else {
        page.paragraph(4, "No decision to compare with.", Style::new());
    }
    if let Some(miss) = trial.miss() {
        for line in words::miss(&miss) {
            page.hanging(4, "-", &line, Style::new());
        }
    }
    if trial.has_expectation && trial.unmet.is_empty() {
        page.paragraph(4, "What the file expects is so.", Style::new());
    }
    unmet(page, trial);
}
