//! The rows of a criterion: that each can apply, that together they cover everything, and that they tell alternatives
//! apart.

use super::findings::{CONTRADICTION, Findings};
use super::space::{Answered, Demand, Search, Space};
use super::words;
use crate::files::{Criterion, Effect, Level, Place, Problem, ProblemCode, Rubric};

/// Checks the rows of every criterion.
pub(crate) fn check(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    for criterion in &rubric.criteria {
        let can_apply = reachability(criterion, space, findings);
        coverage(rubric, criterion, space, findings);
        difference(criterion, &can_apply, findings);
        repetition(criterion, findings);
    }
}

/// The demands under which a row applies: its condition holds, and that of no row before it does.
pub(crate) fn row_applies(levels: &[Level], row: usize) -> Vec<Demand<'_>> {
    let own = levels[row].when.iter().map(Demand::holds);
    own.chain(fails(&levels[..row])).collect()
}

fn fails(levels: &[Level]) -> impl Iterator<Item = Demand<'_>> {
    let conditions = levels.iter().filter_map(|level| level.when.as_ref());
    conditions.map(Demand::fails)
}

/// Whether each row can apply, as far as it is known; reports those that cannot.
fn reachability(
    criterion: &Criterion,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) -> Vec<bool> {
    let mut can_apply = Vec::new();
    for (row, level) in criterion.levels.iter().enumerate() {
        let search = space.find(&row_applies(&criterion.levels, row));
        can_apply.push(!matches!(search, Search::Impossible));
        match search {
            Search::Found(_) => {}
            Search::Impossible => {
                let problem = unreachable(criterion, row, space, findings);
                findings.add(problem);
            }
            Search::GivenUp => {
                let what = format!("row {} of `{}` can apply", row + 1, criterion.id);
                findings.give_up(level.place, &what);
            }
        }
    }
    can_apply
}

fn unreachable(
    criterion: &Criterion,
    row: usize,
    space: &Space<'_>,
    findings: &Findings<'_>,
) -> Problem {
    let level = &criterion.levels[row];
    let found = format!("row {} of `{}` can never apply", row + 1, criterion.id);
    let problem = Problem::new(
        ProblemCode::UnreachableLevel,
        findings.first_line(level.place),
        found,
    );
    let Some(when) = &level.when else {
        return problem
            .expected("answers that no row before it covers")
            .help("the rows before it cover everything; remove it");
    };
    if matches!(space.find(&[Demand::holds(when)]), Search::Impossible) {
        return problem
            .expected("a condition that some answers meet")
            .help(CONTRADICTION);
    }
    match covering_row(criterion, row, space) {
        Some(earlier) => problem
            .related(
                findings.first_line(criterion.levels[earlier].place),
                "this row comes first and covers all of it",
            )
            .help("remove it, or move it up"),
        None => problem
            .expected("answers that no row before it covers")
            .help("the rows before it together cover all of it; remove it, or move it up"),
    }
}

/// The first earlier row that by itself covers everything that a row covers.
fn covering_row(criterion: &Criterion, row: usize, space: &Space<'_>) -> Option<usize> {
    let own = criterion.levels[row].when.as_ref()?;
    (0..row).find(|&earlier| {
        let when = criterion.levels[earlier].when.as_ref();
        when.is_some_and(|when| {
            let search = space.find(&[Demand::holds(own), Demand::fails(when)]);
            matches!(search, Search::Impossible)
        })
    })
}

/// Reports answers that no row covers.
fn coverage(
    rubric: &Rubric,
    criterion: &Criterion,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) {
    if criterion.levels.iter().any(|level| level.when.is_none()) {
        return;
    }
    let demands: Vec<_> = fails(&criterion.levels).collect();
    match space.find(&demands) {
        Search::Found(answered) => {
            let problem = uncovered(rubric, criterion, space, findings, &answered);
            findings.add(problem);
        }
        Search::Impossible => {}
        Search::GivenUp => {
            let what = format!("the rows of `{}` cover every answer", criterion.id);
            findings.give_up(criterion.place, &what);
        }
    }
}

fn uncovered(
    rubric: &Rubric,
    criterion: &Criterion,
    space: &Space<'_>,
    findings: &Findings<'_>,
    answered: &Answered,
) -> Problem {
    let example = words::answers(rubric, space, answered);
    let found = if example.is_empty() {
        format!("no row of `{}` covers any answer", criterion.id)
    } else {
        format!("no row of `{}` covers {example}", criterion.id)
    };
    Problem::new(
        ProblemCode::UncoveredAnswers,
        id_place(criterion, findings),
        found,
    )
    .expected("rows that cover every combination of answers")
    .help("add a row for it, or end with `otherwise: true`; a row may say `not-applicable: true`")
}

/// Reports a criterion that moves nothing.
fn difference(criterion: &Criterion, can_apply: &[bool], findings: &mut Findings<'_>) {
    let is_level = |level: &Level| match level.effect {
        Effect::Rates(ratings) => {
            let mut values = ratings.iter().map(|(_, rating)| *rating);
            let first = values.next();
            values.all(|rating| Some(rating) == first)
        }
        Effect::NotApplicable => true,
    };
    let mut applying = criterion
        .levels
        .iter()
        .zip(can_apply)
        .filter(|&(_, &can_apply)| can_apply);
    if applying.all(|(level, _)| is_level(level)) {
        let found = format!("`{}` never tells the alternatives apart", criterion.id);
        findings.add(
            Problem::new(
                ProblemCode::NoDifference,
                id_place(criterion, findings),
                found,
            )
            .expected("a row that rates one alternative above another")
            .help("rate what it favours, or remove it: as it is, it only waters the others down"),
        );
    }
}

/// Reports neighbouring rows that could be one.
fn repetition(criterion: &Criterion, findings: &mut Findings<'_>) {
    for (row, pair) in criterion.levels.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if one.effect == other.effect && one.because == other.because {
            let found = format!(
                "rows {} and {} of `{}` say and do the same",
                row + 1,
                row + 2,
                criterion.id
            );
            let help = if other.when.is_some() {
                "make them one row, with `any-of` or a list of choices"
            } else {
                "remove the first of them"
            };
            findings.add(
                Problem::new(
                    ProblemCode::SameRowTwice,
                    findings.first_line(other.place),
                    found,
                )
                .related(findings.first_line(one.place), "the same")
                .help(help),
            );
        }
    }
}

/// Where a criterion begins.
pub(crate) fn id_place(criterion: &Criterion, findings: &Findings<'_>) -> Place {
    findings.first_line(criterion.place)
}
