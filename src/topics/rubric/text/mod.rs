//! A rubric as a reference: all of it, or what an id names.

pub mod criterion;
pub mod explanation;
pub mod question;
pub mod rules;

use std::collections::BTreeSet;

use crate::files::{AdviceKind, Alternative, Group, GroupIndex, Place, Rubric, SourceIndex};
use crate::output::text::{DIM, Look, Page, plain};
use crate::topics::decide::phrases;
use crate::topics::decide::text::head;
use crate::topics::rubric::reference;
use anstyle::Style;

pub use self::explanation::explanation;

/// A whole rubric: what is asked, what follows from the answers, and what that rests on.
pub fn rubric(rubric: &Rubric, look: Look) -> String {
    let mut entries = Entries::new(rubric, look);
    entries.opening();
    for index in (0..rubric.groups.len()).map(GroupIndex) {
        entries.group(index);
    }
    entries.vetoes();
    entries.musts();
    entries.advice();
    entries.next_steps();
    entries.process();
    entries
        .cited
        .extend((0..rubric.sources.len()).map(SourceIndex));
    entries.sources();
    entries.page.finish()
}

/// Entries of a rubric being written on a page.
struct Entries<'r> {
    rubric: &'r Rubric,
    page: Page,
    /// What was cited so far. A source's number is its position in the rubric.
    cited: BTreeSet<SourceIndex>,
}

impl<'r> Entries<'r> {
    fn new(rubric: &'r Rubric, look: Look) -> Self {
        Self {
            rubric,
            page: Page::new(look),
            cited: BTreeSet::new(),
        }
    }

    fn opening(&mut self) {
        let rubric = self.rubric;
        let version = format!("{} {}", rubric.id, rubric.version);
        head(&mut self.page, &rubric.title, &version);
        if let Some(about) = &rubric.about {
            self.page.paragraph(2, about, Style::new());
            self.page.gap();
        }
        let mut facts = format!(
            "{}. {}",
            reference::size(rubric),
            reference::thresholds(rubric)
        );
        if let Some(lineage) = reference::lineage(rubric) {
            facts = format!("{facts} {lineage}");
        }
        self.page.paragraph(2, &facts, DIM);
    }

    /// A group with its questions and its criteria.
    fn group(&mut self, index: GroupIndex) {
        let rubric = self.rubric;
        let group = &rubric.groups[index.0];
        let mut about = group.about.as_ref();
        let questions = rubric.questions.iter().filter(|one| one.group == index);
        for (position, question) in questions.enumerate() {
            if position == 0 {
                self.group_heading(
                    &format!("{}: what is asked", group.title),
                    about.take(),
                    group,
                );
            }
            self.question(question);
        }
        let criteria = rubric.criteria.iter().filter(|one| one.group == index);
        for (position, criterion) in criteria.enumerate() {
            if position == 0 {
                self.group_heading(
                    &format!("{}: what follows", group.title),
                    about.take(),
                    group,
                );
            }
            self.criterion(criterion);
        }
    }

    fn group_heading(&mut self, title: &str, about: Option<&String>, group: &Group) {
        self.page.heading(title);
        if let Some(about) = about {
            self.page.paragraph(4, about, Style::new());
        }
        if reference::inherited_from(self.rubric, group.place).is_some() {
            self.facts(4, &[&group.id], group.place);
        }
    }

    fn vetoes(&mut self) {
        if !self.rubric.vetoes.is_empty() {
            self.page.heading("Vetoes");
            self.rubric.vetoes.iter().for_each(|veto| self.veto(veto));
        }
    }

    fn musts(&mut self) {
        if !self.rubric.musts.is_empty() {
            self.page.heading("Musts");
            self.rubric.musts.iter().for_each(|must| self.must(must));
        }
    }

    fn advice(&mut self) {
        for kind in AdviceKind::ALL {
            let advice = self.rubric.advice.iter();
            for (index, advice) in advice.filter(|advice| advice.kind == kind).enumerate() {
                if index == 0 {
                    let heading = reference::advice_heading(kind).to_lowercase();
                    self.page.heading(&format!("Advice: {heading}"));
                }
                self.one_advice(advice);
            }
        }
    }

    fn next_steps(&mut self) {
        for alternative in Alternative::ALL {
            let steps = &self.rubric.next_steps[alternative];
            if !steps.is_empty() {
                let doing = phrases::doing(alternative);
                self.page.heading(&format!("Next steps when {doing}"));
            }
            for step in steps {
                self.next_step(step);
            }
        }
    }

    fn process(&mut self) {
        if !self.rubric.process.is_empty() {
            self.page.heading("Process");
            self.rubric.process.iter().for_each(|item| self.part(item));
        }
    }

    /// The list of what was cited.
    fn sources(&mut self) {
        if self.cited.is_empty() {
            return;
        }
        self.page.heading("Sources");
        let width = format!("[{}]", self.rubric.sources.len()).len();
        for index in std::mem::take(&mut self.cited) {
            let source = self.rubric.source(index);
            let marker = format!("{:>width$}", mark(index));
            let text = plain(&reference::source_in_full(source));
            let from = reference::inherited_from(self.rubric, source.place);
            let from = from.map(|id| format!(" · from {id}")).unwrap_or_default();
            self.page
                .hanging(4, &marker, &format!("{text}{from}"), Style::new());
        }
    }

    /// A text with the marks of its sources behind it.
    fn cite(&mut self, text: &str, sources: &[SourceIndex]) -> String {
        if sources.is_empty() {
            return text.to_owned();
        }
        self.cited.extend(sources);
        let marks: String = sources.iter().map(|index| mark(*index)).collect();
        format!("{text} {marks}")
    }

    /// The line below a title: the id, what else there is to say, and where it was taken over from.
    fn facts(&mut self, indent: usize, facts: &[&str], place: Place) {
        let mut facts: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        if let Some(id) = reference::inherited_from(self.rubric, place) {
            facts.push(format!("from {id}"));
        }
        self.page.paragraph(indent, &facts.join(" · "), DIM);
    }
}

fn mark(index: SourceIndex) -> String {
    format!("[{}]", index.0 + 1)
}
