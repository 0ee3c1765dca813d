//! Vetoes: that each can fire and need not, and that something is left.

use super::findings::{CONTRADICTION, Findings};
use super::space::{Demand, Search, Space};
use crate::files::{Alternative, Problem, ProblemCode, Rubric, Veto};
use crate::output::wording;

/// Checks each veto by itself, and gives those that always fire.
pub(crate) fn check<'r>(
    rubric: &'r Rubric,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) -> Vec<&'r Veto> {
    let mut always = Vec::new();
    for veto in &rubric.vetoes {
        can_fire(veto, space, findings);
        if always_fires(veto, space, findings) {
            always.push(veto);
        }
        if veto.excludes.len() == Alternative::ALL.len() {
            findings.add(
                Problem::new(
                    ProblemCode::VetoExcludesEverything,
                    findings.key(veto.place, "excludes"),
                    format!("`{}` rules out all three alternatives", veto.id),
                )
                .expected("one or two alternatives")
                .help("where nothing should be done at all, say so with `kind: defer` in `advice`"),
            );
        }
    }
    always
}

fn can_fire(veto: &Veto, space: &Space<'_>, findings: &mut Findings<'_>) {
    match space.find(&[Demand::holds(&veto.when)]) {
        Search::Found(_) => {}
        Search::Impossible => findings.add(
            Problem::new(
                ProblemCode::VetoNeverFires,
                findings.key(veto.place, "when"),
                format!("`{}` can never fire", veto.id),
            )
            .expected("a condition that some answers meet")
            .help(CONTRADICTION),
        ),
        Search::GivenUp => {
            findings.give_up(veto.place, &format!("`{}` can ever fire", veto.id));
        }
    }
}

fn always_fires(veto: &Veto, space: &Space<'_>, findings: &mut Findings<'_>) -> bool {
    match space.find(&[Demand::fails(&veto.when)]) {
        Search::Found(_) => false,
        Search::Impossible => {
            let ids: Vec<String> = veto.excludes.iter().map(|a| quoted(*a)).collect();
            findings.add(
                Problem::new(
                    ProblemCode::VetoAlwaysFires,
                    findings.key(veto.place, "when"),
                    format!("`{}` fires whatever the answers", veto.id),
                )
                .expected("a condition that some answers do not meet")
                .help(format!(
                    "as it is, {} is never recommended",
                    wording::either(&ids)
                )),
            );
            true
        }
        Search::GivenUp => {
            findings.give_up(veto.place, &format!("`{}` always fires", veto.id));
            false
        }
    }
}

/// An alternative's id between back-ticks.
pub(crate) fn quoted(alternative: Alternative) -> String {
    format!("`{}`", alternative.id())
}
