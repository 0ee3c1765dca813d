//! A scorecard to fill in.

use std::collections::BTreeSet;

use crate::files::rubric::write::{Error, scalar};
use crate::files::{Rubric, Strength};
use crate::output::wording;
use crate::topics::market::shortlist::{standing, strength_words};
use crate::topics::plan::page::asked;
use crate::topics::plan::{CandidatePlan, Plan, Point};

/// Columns after which comments are broken.
const WIDTH: usize = 110;

/// A scorecard with a blank entry for every candidate of a plan and everything that it has to meet; `None` if there are
/// no candidates.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub(crate) fn scorecard(plan: &Plan<'_>) -> Result<Option<String>, Error> {
    let mut seen: BTreeSet<(&str, usize)> = BTreeSet::new();
    let mut entries = String::new();
    for candidate in plan.parts.iter().flat_map(|part| &part.candidates) {
        one_candidate(&mut entries, candidate, plan.rubric, &mut seen)?;
    }
    if entries.is_empty() {
        return Ok(None);
    }
    let mut text = String::new();
    comment(
        &mut text,
        "",
        "What you found out about the candidates. Fill in what you know, and name this file in the requirements file: \
         `scorecards: [FILE]`. An entry that is left blank counts for nothing; one that is not needs `meets` and \
         `evidence`.",
    );
    let evidence = Strength::OWN.map(|strength| format!("`{}`", strength.id()));
    let evidence = wording::either(&evidence);
    comment(
        &mut text,
        "",
        &format!(
            "`meets` is `yes` or `no`, `evidence` is {evidence}, `date` is like `2026-12-01`."
        ),
    );
    text.extend(["scorecard: ", &scalar(plan.title)?, "\ncandidates:\n"]);
    text.push_str(&entries);
    Ok(Some(text))
}

fn one_candidate<'p>(
    text: &mut String,
    candidate: &'p CandidatePlan<'_>,
    rubric: &Rubric,
    seen: &mut BTreeSet<(&'p str, usize)>,
) -> Result<(), Error> {
    let id = candidate.id;
    let points: Vec<&Point<'_>> = candidate
        .points
        .iter()
        // What hangs on answers that are missing cannot be judged yet.
        .filter(|point| point.why.is_some() || point.on.verdict.strength().is_some())
        .filter(|point| seen.insert((id, point.on.must)))
        .collect();
    if points.is_empty() {
        return Ok(());
    }
    text.push('\n');
    let title = format!("{}: {}", candidate.name, standing(candidate.standing));
    comment(text, "  ", &title);
    for point in points {
        entry(text, id, point, rubric)?;
    }
    Ok(())
}

fn entry(text: &mut String, id: &str, point: &Point<'_>, rubric: &Rubric) -> Result<(), Error> {
    let must = &rubric.musts[point.on.must];
    let strength = point.on.verdict.strength();
    let known = asked(point).unwrap_or_else(|| {
        let known = strength.map_or(String::new(), |it| format!(": {}", strength_words(it)));
        format!("{}{known}.", must.title)
    });
    comment(text, "  ", &known);
    // Ids may look like numbers.
    let (id, must) = (scalar(id)?, scalar(&must.id)?);
    let blank = "    meets:\n    evidence:\n    date:\n    note:\n    source:\n";
    text.extend(["  - id: ", &id, "\n    musts: [", &must, "]\n", blank]);
    Ok(())
}

/// A comment, wrapped. Nothing in it ends the line, nor acts on a terminal.
fn comment(text: &mut String, indent: &str, words: &str) {
    let words = crate::output::escape::terminal(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    for line in textwrap::wrap(&words.join(" "), WIDTH) {
        text.extend([indent, "# ", &line, "\n"]);
    }
}
