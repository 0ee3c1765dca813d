//! What stands below the front matter.

use super::BULLET;
use super::information::information;
use super::options::{because, options};
use crate::files::Alternative;
use crate::output::markdown::{Page, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::report::markdown::sources::Citations;
use crate::topics::decide::phrases;

/// How many drivers are listed.
const DRIVERS: usize = 8;
/// How many consequences of either sort are listed of each subject.
const CONSEQUENCES: usize = 4;

/// A record with every section.
pub fn full(report: &Report<'_>) -> String {
    let mut page = Page::new(BULLET);
    let mut citations = Citations::none();
    context(&mut page, report);
    drivers(&mut page, report);
    considered(&mut page);
    outcome(&mut page, report);
    consequences(&mut page, report, Some(&mut citations));
    confirmation(&mut page, report);
    options(&mut page, report, &mut citations);
    information(&mut page, report, &mut citations);
    citations.definitions(&mut page, report);
    page.finish()
}

/// A record with nothing but problem, options, outcome and consequences.
pub fn minimal(report: &Report<'_>) -> String {
    let mut page = Page::new(BULLET);
    context(&mut page, report);
    considered(&mut page);
    outcome(&mut page, report);
    consequences(&mut page, report, None);
    page.finish()
}

/// The title, problem and, where there is one, solution; and the question that is answered.
fn context(page: &mut Page, report: &Report<'_>) {
    let solution = solution(report);
    let title = said(report.title);
    if solution.is_empty() {
        page.heading(1, &title);
    } else {
        page.heading(1, &format!("{title}: {solution}"));
    }
    page.heading(2, "Context and Problem Statement");
    page.paragraph(&format!(
        "How do we get \"{title}\": do we build it ourselves, buy it, or adopt open source?"
    ));
    for section in &report.sections {
        page.paragraph(&said(&section.y_statement));
    }
}

/// What is chosen or proposed, in a word or two; empty if nothing is.
fn solution(report: &Report<'_>) -> String {
    let mut chosen: Vec<Alternative> = match report.recorded {
        Some(recorded) => recorded.chosen.clone(),
        None => report
            .sections
            .iter()
            .flat_map(|section| section.stance.chosen.clone())
            .collect(),
    };
    chosen.sort_unstable();
    chosen.dedup();
    phrases::names(&chosen)
}

fn drivers(page: &mut Page, report: &Report<'_>) {
    let sections = &report.sections;
    if sections.iter().all(|section| section.drivers.is_empty()) {
        return;
    }
    page.heading(2, "Decision Drivers");
    let mut told: Vec<String> = Vec::new();
    for driver in sections.iter().flat_map(|section| &section.drivers) {
        let set_by = driver.set_by.words(|id| format!("`{id}`"));
        let told_now = format!(
            "{}, weight {} of 10, set by {set_by}",
            said(&driver.criterion.title),
            driver.criterion.weight
        );
        if !told.contains(&told_now) {
            told.push(told_now);
        }
    }
    told.truncate(DRIVERS);
    page.list(&told);
}

/// What an option is called in a record.
pub(crate) fn option(alternative: Alternative) -> String {
    wording::capitalised(phrases::name(alternative))
}

fn considered(page: &mut Page) {
    page.heading(2, "Considered Options");
    page.list(&Alternative::ALL.map(option));
}

fn outcome(page: &mut Page, report: &Report<'_>) {
    page.heading(2, "Decision Outcome");
    if report.mix.is_some() {
        if let Some(recorded) = report.recorded {
            page.paragraph(&said(&phrases::decided(recorded)));
        }
        let parts: Vec<String> = report
            .sections
            .iter()
            .map(|section| format!("{}: {}", said(section.title), chosen(section)))
            .collect();
        page.list(&parts);
        return;
    }
    for section in &report.sections {
        page.paragraph(&chosen(section));
        page.paragraph(&said(&section.summary));
    }
}

/// "Chosen option: …, because …", or why none is.
fn chosen(section: &Section<'_>) -> String {
    let stance = &section.stance;
    if stance.chosen.is_empty() {
        return format!(
            "No option is chosen yet. {}",
            said(&phrases::headline(section.recommendation))
        );
    }
    let names: Vec<String> = stance.chosen.iter().copied().map(option).collect();
    let word = if names.len() == 1 {
        "option"
    } else {
        "options"
    };
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let recorded = section.recommendation.recorded.as_ref();
    let own = recorded.and_then(|recorded| recorded.because.as_ref());
    let because = match own {
        Some(own) => said(own.trim_end_matches('.')),
        None => said(&strongest(section)),
    };
    let because = if because.is_empty() {
        String::new()
    } else {
        format!(", because {because}")
    };
    format!("Chosen {word}: {}{because}.", wording::list(&quoted))
}

/// The strongest reason for what is chosen, as a clause; that nothing else is left if so.
fn strongest(section: &Section<'_>) -> String {
    let viable = section.options.iter();
    let viable = viable.filter(|option| option.result.rank.is_some()).count();
    if viable == 1 && !section.stance.is_decided {
        return "the other two are ruled out".to_owned();
    }
    let chosen = &section.stance.chosen;
    let mut cases = section.cases.iter();
    let case = cases.find(|case| chosen.contains(&case.alternative));
    let reason = case.and_then(|case| case.reasons_for.first());
    reason.map_or_else(String::new, |reason| reason.level.because.clone())
}

/// What follows from the choice, for good and for bad.
fn consequences(page: &mut Page, report: &Report<'_>, mut citations: Option<&mut Citations>) {
    let mut good = Vec::new();
    let mut bad = Vec::new();
    for section in &report.sections {
        let of = super::options::of(section);
        let chosen = &section.stance.chosen;
        let cases = section.cases.iter();
        for case in cases.filter(|case| chosen.contains(&case.alternative)) {
            for (told, reasons, word) in [
                (&mut good, &case.reasons_for, "Good"),
                (&mut bad, &case.reasons_against, "Bad"),
            ] {
                for reason in reasons.iter().take(CONSEQUENCES) {
                    let marks = citations.as_mut().map(|all| all.marks(reason.sources));
                    let marks = marks.unwrap_or_default();
                    told.push(because(word, &of, &reason.level.because) + &marks);
                }
            }
        }
    }
    if good.is_empty() && bad.is_empty() {
        return;
    }
    page.heading(3, "Consequences");
    page.list(&[good, bad].concat());
}

/// How it can be told whether the decision is followed and still stands.
fn confirmation(page: &mut Page, report: &Report<'_>) {
    page.heading(3, "Confirmation");
    let input = said(&report.provenance.input);
    let mut lines = vec![format!(
        "Mode: `trilemma check` in CI, on {input}. It fails when the decision does not follow from the answers any more, or its review is overdue."
    )];
    let sections = report.sections.iter();
    let parts = sections.filter_map(|section| section.recommendation.recorded.as_ref());
    let recorded: Vec<_> = report.recorded.into_iter().chain(parts).collect();
    let mut owners: Vec<&str> = Vec::new();
    for owner in recorded.iter().flat_map(|recorded| &recorded.deciders) {
        if !owners.contains(&owner.as_str()) {
            owners.push(owner);
        }
    }
    if owners.is_empty() {
        lines.push("Owner: nobody is recorded yet.".to_owned());
    } else {
        lines.push(format!("Owner: {}.", said(&wording::list(&owners))));
    }
    match recorded
        .iter()
        .filter_map(|recorded| recorded.review_by)
        .min()
    {
        Some(day) => lines.push(format!("To be reviewed by {day}.")),
        None => lines.push("No review date is recorded yet.".to_owned()),
    }
    page.list(&lines);
}
