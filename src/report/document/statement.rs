//! The decision in one long sentence: context, concern, choice, what is gained and what is accepted for it
//! (O. Zimmermann's Y-statement).

use super::decided::{Stance, doing};
use super::reasons::{Case, ReasonSaid};
use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::decide::phrases;

/// How many groups of criteria are named in which the choice is ahead.
const GAINS: usize = 2;

/// The statement for a subject called `title`.
pub(crate) fn y_statement(
    title: &str,
    recommendation: &Recommendation,
    stance: &Stance,
    cases: &[Case<'_>],
) -> String {
    let context = format!("In the context of \"{title}\"");
    if stance.chosen.is_empty() {
        return format!("{context}, {}.", undecided(recommendation, cases));
    }
    let case = cases
        .iter()
        .find(|case| stance.chosen.contains(&case.alternative));
    let for_it = case.map_or(&[][..], |case| &case.reasons_for);
    let facing = for_it
        .first()
        .map(|reason| format!(", facing that {}", because(reason)));
    let verb = if stance.is_decided {
        "we decided for"
    } else {
        "we propose"
    };
    let others: Vec<Alternative> = Alternative::ALL
        .into_iter()
        .filter(|alternative| !stance.chosen.contains(alternative))
        .collect();
    let against = if others.is_empty() {
        String::new()
    } else {
        format!(" and against {}", wording::list(&doing(&others)))
    };
    let gains = case.map(gains).unwrap_or_default();
    let achieve = if gains.is_empty() {
        String::new()
    } else {
        format!(", to gain in {}", wording::list(&gains))
    };
    let accepting = accepted(recommendation, stance, case)
        .map(|clause| format!(", accepting that {clause}"))
        .unwrap_or_default();
    let chosen = wording::list(&doing(&stance.chosen));
    format!(
        "{context}{}, {verb} {chosen}{against}{achieve}{accepting}.",
        facing.unwrap_or_default()
    )
}

/// The gravest of what is accepted: what rules the choice out, or else what speaks most against it.
fn accepted<'a>(
    recommendation: &'a Recommendation,
    stance: &Stance,
    case: Option<&Case<'a>>,
) -> Option<&'a str> {
    let mut fired = recommendation.vetoes.iter().filter(|veto| veto.fired);
    let veto = fired.find(|veto| {
        let mut excluded = veto.excludes.iter();
        excluded.any(|alternative| stance.chosen.contains(alternative))
    });
    let reason = || Some(because(case?.reasons_against.first()?));
    veto.map(|veto| veto.because.as_str()).or_else(reason)
}

/// Why nothing is proposed, and what each way would mean.
fn undecided(recommendation: &Recommendation, cases: &[Case<'_>]) -> String {
    match &recommendation.outcome {
        Outcome::TooClose(tied) => {
            let sides: Vec<String> = tied
                .iter()
                .filter_map(|&alternative| side(alternative, cases))
                .collect();
            let names: Vec<&str> = tied.iter().copied().map(phrases::noun).collect();
            let sides = if sides.is_empty() {
                String::new()
            } else {
                format!(": {}", sides.join("; "))
            };
            format!(
                "nothing is proposed yet, because {} are too close to call{sides}",
                wording::list(&names)
            )
        }
        Outcome::Inconclusive => format!(
            "nothing is proposed yet, because only {} of the weight is answered",
            wording::percent(recommendation.coverage)
        ),
        Outcome::NoViableAlternative(_) => {
            "nothing is proposed, because every alternative is ruled out".to_owned()
        }
        Outcome::Recommended(alternative) => {
            format!("we propose {}", phrases::doing(*alternative))
        }
    }
}

fn side(alternative: Alternative, cases: &[Case<'_>]) -> Option<String> {
    let case = cases.iter().find(|case| case.alternative == alternative)?;
    let reason = case.reasons_against.first()?;
    let doing = phrases::doing(alternative);
    Some(format!("{doing} means accepting that {}", because(reason)))
}

/// Why, as a clause.
pub(crate) fn because<'a>(reason: &ReasonSaid<'a>) -> &'a str {
    &reason.level.because
}

/// The groups of criteria in which it is ahead of its rival, the furthest first, in words.
fn gains(case: &Case<'_>) -> Vec<String> {
    let mut groups: Vec<(&str, f64)> = Vec::new();
    for reason in case.reasons_for.iter().chain(&case.reasons_against) {
        let group = reason.criterion.group.as_str();
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, points)) => *points += reason.points,
            None => groups.push((group, reason.points)),
        }
    }
    groups.retain(|(_, points)| *points > 0.0);
    groups.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let groups = groups.into_iter().take(GAINS);
    groups.map(|(id, _)| id.replace('-', " ")).collect()
}

/// The same text with its first letter in lower case.
pub(crate) fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
