//! A report for the repository: the answer first, then why, how firm, what would change it, and what to do next.

pub mod appendix;
pub mod bars;
pub mod candidates;
pub mod changes;
pub mod next;
pub(crate) mod numbers;
pub mod opening;
pub mod reasons;
pub mod record;
pub(crate) mod sources;

pub(crate) use self::record::{provenance_entries, revisit_if};
use crate::output::markdown::{Page, said};
use crate::report::document::section::Section;
use crate::report::document::whole::{MixReport, Report};
use crate::report::markdown::sources::Citations;

/// The sign that lists begin with.
const BULLET: char = '-';

/// A report as a page of Markdown.
pub fn report(report: &Report<'_>) -> String {
    let mut page = Page::new(BULLET);
    let mut citations = Citations::none();
    page.heading(1, &said(report.title));
    page.paragraph(&format!("**{}**", said(&report.answer)));
    match &report.mix {
        None => {
            for section in &report.sections {
                whole(&mut page, section, &mut citations);
            }
        }
        Some(mix) => components(&mut page, report, mix, &mut citations),
    }
    record::provenance(&mut page, report);
    appendix::appendix(&mut page, report, &mut citations);
    citations.definitions(&mut page, report);
    page.finish()
}

fn whole(page: &mut Page, section: &Section<'_>, citations: &mut Citations) {
    opening::statement(page, section);
    body(page, &Headings::whole(), section, citations);
}

fn components(
    page: &mut Page,
    report: &Report<'_>,
    mix: &MixReport<'_>,
    citations: &mut Citations,
) {
    opening::components(page, mix);
    if let Some(recorded) = report.recorded {
        page.heading(2, "The decision for the whole");
        record::decision(page, recorded);
    }
    for section in &report.sections {
        page.heading(2, &said(section.title));
        page.paragraph(&format!("**{}**", said(&section.answer)));
        opening::statement(page, section);
        body(page, &Headings::component(section), section, citations);
    }
}

fn body(page: &mut Page, headings: &Headings, section: &Section<'_>, citations: &mut Citations) {
    opening::summary(page, headings, section);
    numbers::options(page, headings, section);
    record::recorded(page, headings, section);
    numbers::drivers(page, headings, section);
    numbers::contributions(page, headings, section);
    reasons::cases(page, headings, section, citations);
    reasons::vetoes(page, headings, section, citations);
    changes::changes(page, headings, section);
    next::open_questions(page, headings, section);
    next::advice(page, headings, section, citations);
    candidates::candidates(page, headings, section);
    next::steps(page, headings, section, citations);
    record::risks(page, headings, section, citations);
    record::revisit(page, headings, section);
}

/// How headings are made: those of a component are a level deeper and say whose they are.
pub(crate) struct Headings {
    level: usize,
    suffix: String,
}

impl Headings {
    fn whole() -> Self {
        Self {
            level: 2,
            suffix: String::new(),
        }
    }

    fn component(section: &Section<'_>) -> Self {
        Self {
            level: 3,
            suffix: format!(" ({})", said(section.title)),
        }
    }

    /// The heading of a part of the section.
    fn part(&self, page: &mut Page, title: &str) {
        page.heading(self.level, &format!("{title}{}", self.suffix));
    }

    /// A heading below that.
    fn detail(&self, page: &mut Page, title: &str) {
        page.heading(self.level + 1, &format!("{title}{}", self.suffix));
    }
}
