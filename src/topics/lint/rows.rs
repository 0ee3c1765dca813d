//! The rows of a criterion: that each can apply, that together they cover everything, and that they tell alternatives
//! apart.

use super::findings::{CONTRADICTION, Findings};
use super::space::{Answered, Demand, Search, Space};
use crate::files::{
    Criterion, Effect, Level, Place, Problem, ProblemCode, Question, QuestionIndex, QuestionKind,
    Rubric, Value,
};
use crate::output::wording;

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
        let demands = row_applies(&criterion.levels, row);
        let never = findings.rules_out(space, &demands, level.place, || {
            format!("row {} of `{}` can apply", row + 1, criterion.id)
        });
        can_apply.push(!never);
        if never {
            let problem = unreachable(criterion, row, space, findings);
            findings.add(problem);
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
    let example = answers(rubric, space, answered);
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
            findings.repeated(
                ProblemCode::SameRowTwice,
                [one.place, other.place],
                found,
                "the same",
                help,
            );
        }
    }
}

/// Where a criterion begins.
pub(crate) fn id_place(criterion: &Criterion, findings: &Findings<'_>) -> Place {
    findings.first_line(criterion.place)
}

/// At most so many answers are told; more are no help.
const MOST_TOLD: usize = 8;

/// Answers that a search found, as a requirements file has them: "`caller: internet` and `models: 5`, where `exit` does
/// not apply". Empty if any answers would do.
fn answers(rubric: &Rubric, space: &Space<'_>, found: &Answered) -> String {
    let given: Vec<String> = found
        .relevant
        .iter()
        .filter(|&&index| !found.is_not_applicable(index))
        .filter_map(|&index| {
            let value = space.value(found, index)?;
            Some(format!("`{}`", answer(rubric.question(index), value)))
        })
        .collect();
    let without: Vec<QuestionIndex> = found
        .relevant
        .iter()
        .copied()
        .filter(|&index| found.is_not_applicable(index))
        .collect();
    let told = shortened(given);
    match not_applicable(rubric, &without) {
        None => wording::list(&told),
        Some(without) if told.is_empty() => without,
        Some(without) => format!("{}, where {without}", wording::list(&told)),
    }
}

fn not_applicable(rubric: &Rubric, questions: &[QuestionIndex]) -> Option<String> {
    let ids = questions
        .iter()
        .map(|&index| format!("`{}`", rubric.question(index).id));
    let ids = shortened(ids.collect());
    let verb = match ids.as_slice() {
        [] => return None,
        [_] => "does",
        _ => "do",
    };
    Some(format!("{} {verb} not apply", wording::list(&ids)))
}

fn shortened(mut items: Vec<String>) -> Vec<String> {
    if items.len() > MOST_TOLD {
        let more = items.len() - MOST_TOLD;
        items.truncate(MOST_TOLD);
        items.push(format!("{more} more"));
    }
    items
}

/// An answer as it stands in a requirements file.
fn answer(question: &Question, value: &Value) -> String {
    match (&question.kind, value) {
        (QuestionKind::Choices { choices, .. }, Value::Choices(set)) if !set.is_empty() => {
            let ids: Vec<&str> = set.iter().map(|index| choices[index].id.as_str()).collect();
            format!("{}: [{}]", question.id, ids.join(", "))
        }
        _ => format!("{}: {}", question.id, question.written(value)),
    }
}
