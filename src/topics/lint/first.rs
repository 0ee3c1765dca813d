//! Whether every alternative can come first.
//!
//! What is checked is necessary, not sufficient: an alternative that passes may still never come first, because which
//! answers go together is looked at for two alternatives, or a mixture of two, at a time. With the weights of the rubric, an
//! alternative is reported if
//!
//! - vetoes rule it out whatever the answers (decided exactly), or
//! - another alternative that is never ruled out where this one stands has a higher score whatever the answers, or
//! - neither of the other two is ever ruled out where this one stands, and a weighted mean of their scores (in
//!   quarters) is higher whatever the answers, so that always at least one of them is ahead.
//!
//! Scores are compared over every completion of no answers at all ([`Completions::range`]): exactly where its tables
//! allow it, and else within bounds drawn too wide, which never report an alternative wrongly.

use super::findings::Findings;
use super::rules::{not_vetoed, quoted, vetoes_against};
use super::space::{Demand, Search, Space};
use crate::engine::scoring::{Completions, Standing};
use crate::files::Facts;
use crate::files::{
    Alternative, Answers, Condition, PerAlternative, Place, Problem, ProblemCode, Ratings, Rubric,
    Veto, Weights,
};
use crate::output::wording;

/// Checks that every alternative can come first. `always` are the vetoes that always fire.
pub(crate) fn check(
    rubric: &Rubric,
    space: &Space<'_>,
    always: &[&Veto],
    findings: &mut Findings<'_>,
) {
    let Some(place) = findings.section(rubric, "criteria") else {
        return;
    };
    let standing =
        PerAlternative::from_fn(|alternative| space.find(&not_vetoed(rubric, alternative)));
    let is_out = |alternative| matches!(standing[alternative], Search::Impossible);
    if Alternative::ALL.into_iter().all(is_out) {
        nothing_left(rubric, always, findings);
        return;
    }
    let race = Race::new(rubric, space);
    for alternative in Alternative::ALL {
        let told = always
            .iter()
            .any(|veto| veto.excludes.contains(&alternative));
        match standing[alternative] {
            Search::Impossible if told => {}
            Search::Impossible => findings.add(never_first(
                findings.section(rubric, "vetoes").unwrap_or(place),
                alternative,
                "the vetoes against it leave no answers under which it stands",
            )),
            Search::GivenUp => {
                findings.give_up(place, &format!("{} can stand", quoted(alternative)));
            }
            Search::Found(_) => race.check(alternative, place, findings),
        }
    }
}

fn nothing_left(rubric: &Rubric, always: &[&Veto], findings: &mut Findings<'_>) {
    let place = match always {
        [first, ..] => Some(findings.first_line(first.place)),
        [] => findings.section(rubric, "vetoes"),
    };
    if let Some(place) = place {
        findings.add(
            Problem::new(
                ProblemCode::NothingLeft,
                place,
                "the vetoes rule out all three alternatives whatever the answers",
            )
            .expected("answers under which an alternative stands"),
        );
    }
}

fn never_first(place: Place, alternative: Alternative, why: &str) -> Problem {
    let found = format!("{} can never come first", quoted(alternative));
    Problem::new(ProblemCode::AlternativeNeverFirst, place, found)
        .expected("answers under which each alternative comes first")
        .help(why)
}

/// The scores under every combination of answers.
struct Race<'r> {
    rubric: &'r Rubric,
    space: &'r Space<'r>,
    completions: Completions,
}

impl<'r> Race<'r> {
    fn new(rubric: &'r Rubric, space: &'r Space<'_>) -> Self {
        let answers = Answers::all_open(rubric);
        let facts = Facts::new(rubric, &answers);
        let weights = Weights::unchanged(rubric.criteria.len());
        let standing = Standing::new(rubric, &facts, &weights);
        Self {
            completions: Completions::new(rubric, &facts, &standing),
            rubric,
            space,
        }
    }

    fn check(&self, alternative: Alternative, place: Place, findings: &mut Findings<'_>) {
        let rivals = Alternative::ALL
            .into_iter()
            .filter(|&other| other != alternative);
        let mut standing = Vec::new();
        for rival in rivals {
            match self.can_be_out(rival, alternative) {
                Search::Impossible => standing.push(rival),
                Search::Found(_) => {}
                Search::GivenUp => {
                    let what = format!(
                        "{} can be ruled out where {} stands",
                        quoted(rival),
                        quoted(alternative)
                    );
                    findings.give_up(place, &what);
                }
            }
        }
        if let Some(why) = self.always_ahead(alternative, &standing) {
            findings.add(never_first(place, alternative, &why));
        }
    }

    /// Answers under which a rival is ruled out and the alternative is not.
    fn can_be_out(&self, rival: Alternative, alternative: Alternative) -> Search {
        let vetoes = vetoes_against(self.rubric, rival).map(|veto| veto.when.clone());
        let vetoed = Condition::AnyOf(vetoes.collect());
        let mut demands = not_vetoed(self.rubric, alternative);
        demands.push(Demand::holds(&vetoed));
        self.space.find(&demands)
    }

    /// Why an alternative is always behind these rivals, if it is.
    fn always_ahead(&self, alternative: Alternative, rivals: &[Alternative]) -> Option<String> {
        let own = |ratings: &Ratings| i64::from(ratings[alternative]);
        for &rival in rivals {
            let best = self.best(|ratings| own(ratings) - i64::from(ratings[rival]));
            if best < -Standing::TOLERANCE {
                return Some(format!(
                    "whatever the answers, {} is at least {} points ahead of it",
                    quoted(rival),
                    wording::tenths(-best)
                ));
            }
        }
        let &[one, other] = rivals else { return None };
        (1..4).find_map(|quarters| {
            let mean = |ratings: &Ratings| {
                quarters * i64::from(ratings[one]) + (4 - quarters) * i64::from(ratings[other])
            };
            let best = self.best(|ratings| 4 * own(ratings) - mean(ratings));
            (best < -Standing::TOLERANCE).then(|| {
                format!(
                    "whatever the answers, {} or {} is ahead of it",
                    quoted(one),
                    quoted(other)
                )
            })
        })
    }

    /// The highest that a difference of scores can come to.
    fn best(&self, objective: impl Fn(&Ratings) -> i64) -> f64 {
        self.completions.range(objective, None).high
    }
}
