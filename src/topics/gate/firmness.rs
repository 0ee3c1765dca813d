//! Whether the result is as firm as is demanded. Nothing here counts unless the file asks for it.

use super::answers::share;
use super::finding::{Finding, Subject, against};
use crate::engine::decision::Outcome;
use crate::files::{Gate, Problem, ProblemCode};
use crate::output::wording;

/// Everything that is to be said about how firm the result is.
pub(crate) fn check(subject: &Subject<'_>, gate: &Gate, out: &mut Vec<Finding>) {
    out.extend(margin(subject, gate));
    out.extend(acceptability(subject, gate));
    out.extend(nothing_left(subject));
}

fn margin(subject: &Subject<'_>, gate: &Gate) -> Option<Finding> {
    let least = gate.min_margin?;
    let margin = subject.gist.margin?;
    let [first, second, ..] = subject.gist.ranking.as_slice() else {
        return None;
    };
    (margin < least.value).then(|| {
        // Rounded down: what falls short is never shown as enough.
        let shown = (margin * 10.0).floor() / 10.0;
        let found = format!(
            "`{}` is {} points ahead of `{}`{}",
            first.id(),
            wording::tenths(shown),
            second.id(),
            subject.suffix()
        );
        let code = ProblemCode::MarginTooSmall;
        let problem = against(code, subject.place, least.place, found)
            .expected(format!("at least {} points", wording::number(least.value)));
        subject.finding(problem)
    })
}

fn acceptability(subject: &Subject<'_>, gate: &Gate) -> Option<Finding> {
    let least = gate.min_acceptability?;
    let acceptability = subject.gist.acceptability?;
    let first = subject.gist.ranking.first()?;
    (acceptability < least.value).then(|| {
        let found = format!(
            "`{}` comes first under {} of the weightings near the stated ones{}",
            first.id(),
            wording::percent_below(acceptability),
            subject.suffix()
        );
        let code = ProblemCode::AcceptabilityTooLow;
        let problem = against(code, subject.place, least.place, found)
            .expected(format!("at least {}", share(least.value)));
        subject.finding(problem)
    })
}

fn nothing_left(subject: &Subject<'_>) -> Option<Finding> {
    let Outcome::NoViableAlternative(_) = &subject.gist.outcome else {
        return None;
    };
    let vetoes: Vec<String> = subject
        .gist
        .vetoes
        .iter()
        .map(|veto| format!("`{}`", veto.id))
        .collect();
    let found = format!(
        "every alternative is ruled out{}, by {}",
        subject.suffix(),
        wording::list(&vetoes)
    );
    let problem = Problem::new(ProblemCode::NoViableAlternative, subject.place, found)
        .help("`trilemma decide` shows the ways out that lift the fewest vetoes");
    Some(subject.finding(problem))
}
