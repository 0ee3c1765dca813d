//! How the alternatives and outcomes are spoken of, the same in every format.

use crate::engine::decision::{Agreement, Argument, Recommendation, Recorded};
use crate::engine::scoring::Outcome;
use crate::files::Firmness;
use crate::files::{Alternative, Origin};
use crate::output::wording;

/// The alternative as a noun: "open source".
pub(crate) const fn name(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Build => "build",
        Alternative::Buy => "buy",
        Alternative::OpenSource => "open source",
    }
}

/// The alternative as something to be ahead of: "building", "open source".
pub(crate) const fn noun(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Build => "building",
        Alternative::Buy => "buying",
        Alternative::OpenSource => "open source",
    }
}

/// The alternative as an activity: "adopting open source".
pub(crate) const fn doing(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Build => "building",
        Alternative::Buy => "buying",
        Alternative::OpenSource => "adopting open source",
    }
}

/// The alternative as a recommendation: "Adopt open source".
pub(crate) const fn imperative(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Build => "Build it yourselves",
        Alternative::Buy => "Buy it",
        Alternative::OpenSource => "Adopt open source",
    }
}

/// Alternatives as nouns, joined: "build and open source".
pub(crate) fn names(alternatives: &[Alternative]) -> String {
    wording::list(
        &alternatives
            .iter()
            .map(|&alternative| name(alternative))
            .collect::<Vec<_>>(),
    )
}

/// Alternatives as activities, joined: "building or buying".
pub(crate) fn doing_either(alternatives: &[Alternative]) -> String {
    wording::either(
        &alternatives
            .iter()
            .map(|&alternative| doing(alternative))
            .collect::<Vec<_>>(),
    )
}

/// Who changed something.
pub(crate) const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Shared => "by this file",
        Origin::Component => "for this component",
        Origin::CommandLine => "on the command line",
        Origin::Landscape => "by the landscape",
    }
}

/// The result in one or two sentences.
pub(crate) fn headline(recommendation: &Recommendation) -> String {
    match &recommendation.outcome {
        Outcome::Recommended(alternative) => recommended(recommendation, *alternative),
        Outcome::TooClose(tied) => too_close(recommendation, tied),
        Outcome::Inconclusive => inconclusive(recommendation),
        Outcome::NoViableAlternative(_) => {
            "Nothing is left: every alternative is ruled out.".to_owned()
        }
    }
}

fn recommended(recommendation: &Recommendation, alternative: Alternative) -> String {
    let imperative = imperative(alternative);
    let firmness = recommendation.firmness.map(|firmness| firmness.word);
    let viable: Vec<Alternative> = viable(recommendation);
    let Some(margin) = recommendation.margin else {
        return match firmness {
            Some(Firmness::Fragile | Firmness::Leaning) => {
                format!(
                    "{imperative}, as far as is known. The other two are ruled out, and what is open could rule this out too."
                )
            }
            _ => format!("{imperative}. The other two are ruled out."),
        };
    };
    let ahead = format!("{} ahead of {}", points_apart(margin), noun(viable[1]));
    match firmness {
        Some(Firmness::Robust) => format!("{imperative}. This is robust: {ahead}."),
        Some(Firmness::Leaning) => {
            format!("{imperative}. This is a leaning, not a landslide: {ahead}.")
        }
        Some(Firmness::Fragile) | None => format!("{imperative}, but this is fragile: {ahead}."),
    }
}

fn too_close(recommendation: &Recommendation, tied: &[Alternative]) -> String {
    let spread = match (tied.first(), tied.last()) {
        (Some(&first), Some(&last)) => recommendation.score(first) - recommendation.score(last),
        _ => 0.0,
    };
    // Tenths, so that it does not read as if it had reached the tie margin.
    let apart = match wording::tenths(spread) {
        zero if zero == "0.0" => "level".to_owned(),
        apart => format!("{apart} points apart"),
    };
    format!(
        "Too close to call: {} are {apart}, and less than {} decides nothing.",
        wording::list(
            &tied
                .iter()
                .map(|&alternative| noun(alternative))
                .collect::<Vec<_>>()
        ),
        count_points(recommendation.tie_margin),
    )
}

fn inconclusive(recommendation: &Recommendation) -> String {
    let first = viable(recommendation)
        .first()
        .map_or(String::new(), |&first| match recommendation.margin {
            // Less than what is ever shown of a score.
            Some(margin) if margin < 0.05 => " So far nothing is ahead.".to_owned(),
            Some(_) => format!(" So far {} is ahead.", noun(first)),
            None => format!(" So far only {} is not ruled out.", noun(first)),
        });
    format!(
        "Too little is known to recommend anything: {} of the weight is answered, and {} is needed.{first}",
        wording::percent(recommendation.coverage),
        wording::percent(recommendation.min_coverage),
    )
}

/// The alternatives that are not ruled out, the first ahead.
fn viable(recommendation: &Recommendation) -> Vec<Alternative> {
    let ranked = recommendation
        .alternatives
        .iter()
        .filter(|result| result.rank.is_some());
    ranked.map(|result| result.alternative).collect()
}

/// A difference in points, in words: "12 points", "less than 1 point".
pub(crate) fn points_apart(points: f64) -> String {
    if points < 0.5 {
        "less than 1 point".to_owned()
    } else {
        count_points(points.round())
    }
}

/// A number of points: "1 point", "5 points".
pub(crate) fn count_points(points: f64) -> String {
    let noun = if (points - 1.0).abs() < f64::EPSILON {
        "point"
    } else {
        "points"
    };
    format!("{} {noun}", wording::number(points))
}

/// Why an alternative is ruled out, in a sentence; `None` if it is not.
pub(crate) fn ruled_out(
    recommendation: &Recommendation,
    alternative: Alternative,
) -> Option<String> {
    let fired = recommendation
        .vetoes
        .iter()
        .filter(|veto| veto.fired && veto.excludes.contains(&alternative));
    let reasons: Vec<&str> = fired.map(|veto| veto.because.as_str()).collect();
    let doing = wording::capitalised(doing(alternative));
    (!reasons.is_empty()).then(|| format!("{doing} is ruled out: {}.", reasons.join("; ")))
}

/// That a vetoed alternative would come first if it were not, in a sentence; `None` if none would.
pub(crate) fn vetoed_leader(recommendation: &Recommendation) -> Option<String> {
    let first = recommendation
        .alternatives
        .first()
        .filter(|first| first.rank.is_some())?;
    let vetoed = recommendation
        .alternatives
        .iter()
        .filter(|result| result.rank.is_none());
    let best = vetoed.max_by(|a, b| a.score.total_cmp(&b.score))?;
    (best.score > first.score).then(|| {
        let (doing, score) = (
            wording::capitalised(doing(best.alternative)),
            wording::signed_points(best.score),
        );
        format!("{doing} would come first with {score}, and no score buys back what rules it out.")
    })
}

/// How firm a result is, as an adjective; empty if nothing is recommended.
pub(crate) fn firmness(recommendation: &Recommendation) -> &'static str {
    let firmness = recommendation.firmness;
    firmness.map_or("", |firmness| firmness.word.id())
}

/// What would make an alternative possible that is ruled out, before what lifts the veto: "Buying becomes possible with".
pub(crate) fn becomes_possible(alternative: Alternative) -> String {
    format!(
        "{} becomes possible with",
        wording::capitalised(doing(alternative))
    )
}

/// A rounded number with its sign, as it is drawn: with a real minus.
pub(crate) fn signed(number: &str) -> String {
    number.replace('-', "−")
}

/// A part's outcome in a few words, for a table.
pub(crate) fn result(recommendation: &Recommendation) -> String {
    match &recommendation.outcome {
        Outcome::Recommended(alternative) => match recommendation.margin {
            Some(margin) => {
                let points = points_apart(margin);
                format!(
                    "{}, {}: {points} ahead",
                    name(*alternative),
                    firmness(recommendation)
                )
            }
            None => format!("{}, the others are ruled out", name(*alternative)),
        },
        Outcome::TooClose(tied) => format!("too close to call: {}", names(tied)),
        Outcome::Inconclusive => {
            let known = wording::percent(recommendation.coverage);
            format!("inconclusive, {known} answered")
        }
        Outcome::NoViableAlternative(_) => "every alternative is ruled out".to_owned(),
    }
}

/// What the reasons for and against an alternative are headed by.
pub(crate) fn argument_headings(
    recommendation: &Recommendation,
    argument: &Argument,
) -> (String, String) {
    let [own, rival] = [argument.alternative, argument.rival].map(name);
    if recommendation.outcome == Outcome::Recommended(argument.alternative) {
        return (
            format!("Why {own} rather than {rival}"),
            format!("What speaks against {}", doing(argument.alternative)),
        );
    }
    let [noun, other] = [argument.alternative, argument.rival].map(noun);
    (
        format!("For {noun}, next to {other}"),
        format!("Against {noun}, next to {other}"),
    )
}

/// What the team decided, in a sentence.
pub(crate) fn decided(recorded: &Recorded) -> String {
    let on = recorded
        .decided_on
        .map(|day| format!(" on {day}"))
        .unwrap_or_default();
    let by = match recorded.deciders.as_slice() {
        [] => String::new(),
        deciders => format!(" by {}", wording::list(deciders)),
    };
    let compared = match recorded.agreement {
        Agreement::Agrees => ", as recommended",
        Agreement::AmongTied => ", one of those too close to call",
        Agreement::Differs => ", which is not what is recommended",
        Agreement::RuledOut => ", which these answers rule out",
        Agreement::NothingToCompare => "",
    };
    format!(
        "{}, decided{on}{by}{compared}.",
        wording::capitalised(&names(&recorded.chosen))
    )
}
