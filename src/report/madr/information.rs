//! Scores, what would change them, what is open and what comes next: what a record has no section of its own for.

use super::options::of;
use crate::output::markdown::{Align, Page, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::report::markdown::numbers::{points, range};
use crate::report::markdown::sources::Citations;
use crate::report::markdown::{provenance_entries, revisit_if};
use crate::topics::decide::phrases;
use crate::topics::market::{candidates, shortlist};
use crate::topics::rubric::reference;

/// How many candidates of a kind are named of each subject.
const CANDIDATES: usize = 5;
/// How many open questions are listed of each subject.
const QUESTIONS: usize = 5;

/// More information.
pub(crate) fn information(page: &mut Page, report: &Report<'_>, citations: &mut Citations) {
    page.heading(2, "More Information");
    for section in &report.sections {
        scores(page, section);
        advice(page, section, citations);
        listed(page, section, "Revisit if", &revisit_if(section));
        listed(page, section, "Still to be found out", &open(section));
        candidates(page, section);
        steps(page, section, citations);
    }
    page.paragraph("Where this comes from:");
    page.list(&provenance_entries(report));
}

fn scores(page: &mut Page, section: &Section<'_>) {
    page.paragraph(&format!("Scores{}:", of(section)));
    let rows = section.options.iter().map(|option| {
        let result = option.result;
        let first = option.near_stated.map(wording::out_of_100);
        [
            wording::capitalised(phrases::name(result.alternative)),
            points(result.score),
            range(result.range),
            first.map_or_else(|| "–".to_owned(), |first| format!("{first} of 100")),
        ]
    });
    page.table(
        [
            ("Option", Align::Left),
            ("Score", Align::Right),
            ("Could end at", Align::Left),
            ("First near these weights", Align::Right),
        ],
        rows.collect(),
    );
}

fn advice(page: &mut Page, section: &Section<'_>, citations: &mut Citations) {
    let given = &section.recommendation.advice;
    let told: Vec<String> = given
        .iter()
        .map(|advice| {
            let heading = reference::advice_heading(advice.kind);
            let marks = citations.marks(&advice.sources);
            format!("{heading}: {}{marks}", said(&advice.say))
        })
        .collect();
    page.list(&told);
}

fn listed(page: &mut Page, section: &Section<'_>, title: &str, entries: &[String]) {
    if !entries.is_empty() {
        page.paragraph(&format!("{title}{}:", of(section)));
        page.list(entries);
    }
}

fn open(section: &Section<'_>) -> Vec<String> {
    let questions = section.open_questions.iter().take(QUESTIONS);
    questions.map(|(question, _)| said(&question.ask)).collect()
}

/// What there is to buy and to adopt, and what would have to give where nothing fits.
fn candidates(page: &mut Page, section: &Section<'_>) {
    let Some(candidates) = &section.candidates else {
        return;
    };
    let mut told: Vec<String> = Vec::new();
    for kind in &candidates.kinds {
        let heading = shortlist::heading(kind.list.kind);
        let counts = shortlist::counts(candidates.part, kind.list);
        let first = candidates::first(candidates, kind, CANDIDATES).unwrap_or_default();
        told.push(said(format!("{heading}: {counts} {first}").trim_end()));
        let near_misses = candidates::near_misses(candidates, kind);
        told.extend(near_misses.iter().map(|one| format!("{}.", said(one))));
    }
    if !told.is_empty() {
        let landscape = candidates.listing.landscape;
        let title = format!(
            "{} by the landscape of {}",
            candidates::HEADING,
            landscape.days()
        );
        listed(page, section, &title, &told);
    }
}

fn steps(page: &mut Page, section: &Section<'_>, citations: &mut Citations) {
    for list in &section.steps {
        let heading = if list.heading.is_empty() {
            "Next steps"
        } else {
            list.heading
        };
        let steps = list.steps.iter();
        let steps: Vec<String> = steps
            .map(|step| said(&step.say) + &citations.marks(&step.sources))
            .collect();
        listed(page, section, heading, &steps);
    }
}
