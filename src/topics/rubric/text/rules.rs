//! Vetoes, advice and next steps of a rubric.

use super::Entries;
use crate::files::{Advice, Must, NextStep, ProcessItem, Veto};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::{conditions, reference};
use anstyle::Style;

impl Entries<'_> {
    /// A veto: what it rules out, when, and what lifts it.
    pub(crate) fn veto(&mut self, veto: &Veto) {
        let rubric = self.rubric;
        self.page.gap();
        let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
        let because = reference::text(&veto.because, rubric);
        let text = self.cite(&format!("{doing} is ruled out: {because}"), &veto.sources);
        self.page.paragraph(4, &text, Style::new());
        self.facts(6, &[&veto.id], veto.place);
        let when = conditions::words(&veto.when, rubric);
        self.page.paragraph(6, &format!("If {when}."), Style::new());
        let lifted_by = reference::text(&veto.lifted_by, rubric);
        self.page
            .paragraph(6, &format!("Lifted by: {lifted_by}"), Style::new());
    }

    /// A must: what a candidate is to have, and when.
    pub(crate) fn must(&mut self, must: &Must) {
        let rubric = self.rubric;
        self.page.gap();
        let title = self.cite(&must.title, &must.sources);
        self.page.paragraph(4, &title, Style::new());
        let mut facts = vec![must.id.as_str()];
        facts.extend(reference::must_facts(must));
        self.facts(6, &facts, must.place);
        for need in &must.needs {
            self.page
                .paragraph(6, &reference::need(need, rubric), Style::new());
        }
        let ask = reference::text(&must.ask, rubric);
        self.page
            .paragraph(6, &format!("Otherwise ask: {ask}"), Style::new());
    }

    /// A piece of advice and when it is said.
    pub(crate) fn one_advice(&mut self, advice: &Advice) {
        self.page.gap();
        let say = reference::text(&advice.say, self.rubric);
        let say = self.cite(&say, &advice.sources);
        self.page.paragraph(4, &say, Style::new());
        self.facts(6, &[&advice.id], advice.place);
        let when = conditions::words(&advice.when, self.rubric);
        let beside = reference::beside(&advice.beside);
        self.page
            .paragraph(6, &format!("Said if {when}{beside}."), Style::new());
    }

    /// A part of the process, and when it belongs there.
    pub(crate) fn part(&mut self, item: &ProcessItem) {
        self.page.gap();
        let title = item.step.as_ref().map(|step| format!("{}. ", step.title));
        let say = reference::text(&item.say, self.rubric);
        let say = format!("{}{say}", title.unwrap_or_default());
        let say = self.cite(&say, &item.sources);
        self.page.paragraph(4, &say, Style::new());
        self.facts(6, &[&item.id, &reference::part_facts(item)], item.place);
        for detail in reference::part_details(item, self.rubric) {
            self.page.paragraph(6, &detail, Style::new());
        }
        if let Some(when) = &item.when {
            let when = conditions::words(when, self.rubric);
            self.page.paragraph(6, &format!("If {when}."), Style::new());
        }
    }

    /// A next step and when it is worth taking.
    pub(crate) fn next_step(&mut self, step: &NextStep) {
        let say = reference::text(&step.say, self.rubric);
        let say = self.cite(&say, &step.sources);
        self.page.hanging(4, "-", &say, Style::new());
        let mut facts: Vec<String> = reference::step_facts(step).into_iter().collect();
        if let Some(when) = &step.when {
            facts.push(format!("if {}", conditions::words(when, self.rubric)));
        }
        let inherited = reference::inherited_from(self.rubric, step.place).is_some();
        if inherited || !facts.is_empty() {
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            self.facts(7, &facts, step.place);
        }
    }
}
