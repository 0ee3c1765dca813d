//! How firm the result is and what would change it.

use anstyle::Style;

use super::Detail;
use super::page::{BOLD, DIM, Page};
use crate::decision::{FlipResult, Recommendation, WeightsResult};
use crate::model::{Weight, wording};
use crate::render::phrases;
use crate::robustness::{Switching, SwitchingWeight};
use crate::scoring::Outcome;

/// How firm a recommendation is, in a sentence or two.
pub(super) fn firmness(page: &mut Page, recommendation: &Recommendation) {
    let Some(weights) = &recommendation.robustness.weights else {
        return;
    };
    let leader = phrases::noun(weights.alternatives[0]);
    let near = wording::out_of_100(weights.near_stated.ranks[0][0]);
    let all = wording::out_of_100(weights.over_all.ranks[0][0]);
    let lead = wording::capitalised(leader);
    let text = format!(
        "{lead} comes first under {near} of 100 weightings near yours, and under {all} of 100 of all there are. {}",
        tolerated(weights.tolerated_error),
    );
    page.paragraph(2, &text, DIM);
}

fn tolerated(error: f64) -> String {
    if error >= 1.0 {
        return "No weights put another ahead of it.".to_owned();
    }
    format!(
        "It stays first while every weight is off by up to {} at once.",
        wording::percent_below(error)
    )
}

/// What would change the outcome: single answers, then single weights.
pub(super) fn what_would_change_this(
    page: &mut Page,
    recommendation: &Recommendation,
    detail: Detail,
) {
    let robustness = &recommendation.robustness;
    let weights = robustness
        .weights
        .as_ref()
        .map(weight_changes)
        .unwrap_or_default();
    if robustness.flips.is_empty() && weights.is_empty() {
        return;
    }
    page.heading("What would change this");
    let most = if detail == Detail::All { usize::MAX } else { 5 };
    let questions = by_question(&robustness.flips, detail);
    for (flip, others) in questions.iter().take(most) {
        page.paragraph(4, &flip.ask, Style::new());
        for flip in std::iter::once(flip).chain(others) {
            page.paragraph(6, &change(flip), DIM);
        }
    }
    if questions.len() > most {
        let rest = wording::count(questions.len() - most, "other question");
        page.paragraph(
            4,
            &format!("so would another answer to {rest}; `--all` lists them"),
            DIM,
        );
    }
    for text in weights.iter().take(most) {
        page.paragraph(4, text, Style::new());
    }
    if weights.is_empty() && robustness.weights.is_some() {
        page.paragraph(
            4,
            "No single weight from 1 to 10 would put another alternative ahead.",
            Style::new(),
        );
    }
}

/// Flips by question in the order of the nearest; in short, only the nearest to each outcome.
fn by_question(flips: &[FlipResult], detail: Detail) -> Vec<(&FlipResult, Vec<&FlipResult>)> {
    let mut questions: Vec<(&FlipResult, Vec<&FlipResult>)> = Vec::new();
    for flip in flips {
        match questions
            .iter_mut()
            .find(|(first, _)| first.question == flip.question)
        {
            None => questions.push((flip, Vec::new())),
            Some((first, others)) => {
                let is_new = |seen: &&FlipResult| !seen.outcome.is_same_as(&flip.outcome);
                if detail == Detail::All || (is_new(first) && others.iter().all(is_new)) {
                    others.push(flip);
                }
            }
        }
    }
    questions
}

fn change(flip: &FlipResult) -> String {
    let instead = if flip.instead_of.is_empty() {
        String::new()
    } else {
        format!(" instead of {}", flip.instead_of)
    };
    format!("{}{instead} → {}", flip.answer, outcome(&flip.outcome))
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Recommended(alternative) => phrases::name(*alternative).to_owned(),
        Outcome::TooClose(tied) => format!("too close to call ({})", phrases::names(tied)),
        Outcome::Inconclusive => "too little known".to_owned(),
        Outcome::NoViableAlternative(_) => "every alternative ruled out".to_owned(),
    }
}

/// The single weights from 1 to 10 that put another alternative ahead, the smallest change first.
fn weight_changes(weights: &WeightsResult) -> Vec<String> {
    let mut changes: Vec<(i32, String)> = weights
        .criterion_weights
        .iter()
        .flat_map(|switching| {
            let (now, low, high) = whole_points(switching);
            let phrase = |points: i32, how: &str, end: SwitchingWeight| {
                let rival = phrases::noun(end.rival);
                let text = format!(
                    "{}: a weight of {points} {how} (it is {now}) puts {rival} ahead",
                    switching.of
                );
                ((points - now).abs(), text)
            };
            let low = low.map(|(points, end)| phrase(points, "or less", end));
            let high = high.map(|(points, end)| phrase(points, "or more", end));
            low.into_iter().chain(high)
        })
        .collect();
    changes.sort_by_key(|(distance, _)| *distance);
    changes.into_iter().map(|(_, text)| text).collect()
}

type End = Option<(i32, SwitchingWeight)>;

/// The points now, and the nearest whole points beyond either end that a weight may have.
#[allow(clippy::cast_possible_truncation)] // weights are small
fn whole_points<T>(switching: &Switching<T>) -> (i32, End, End) {
    let (least, most) = (i32::from(Weight::MIN), i32::from(Weight::MAX));
    let low = switching
        .low
        .map(|end| ((end.points - 1e-9).ceil() as i32 - 1, end));
    let high = switching
        .high
        .map(|end| ((end.points + 1e-9).floor() as i32 + 1, end));
    let now = switching.points.round() as i32;
    (
        now,
        low.filter(|(points, _)| *points >= least),
        high.filter(|(points, _)| *points <= most),
    )
}

/// Which alternatives could still come first, if the open questions could change that.
pub(super) fn outlook(page: &mut Page, recommendation: &Recommendation) {
    let outlook = &recommendation.robustness.outlook;
    if recommendation.open_questions.is_empty() {
        return;
    }
    if let Some(certain) = outlook.guaranteed() {
        let text = format!(
            "Whatever they turn out to be, {} stays first.",
            phrases::noun(certain)
        );
        page.paragraph(4, &text, BOLD);
        return;
    }
    let possible = outlook.possible();
    if possible.is_empty() {
        return;
    }
    let is_counted = possible
        .iter()
        .any(|&alternative| outlook.first[alternative].low > 0.0);
    let text = if is_counted {
        let mut by_share = possible;
        by_share.sort_by(|&a, &b| outlook.first[b].high.total_cmp(&outlook.first[a].high));
        let first: Vec<String> = by_share
            .into_iter()
            .map(|alternative| {
                let [low, high] = [
                    outlook.first[alternative].low,
                    outlook.first[alternative].high,
                ]
                .map(wording::out_of_100);
                let noun = phrases::noun(alternative);
                if low == high {
                    format!("{noun} in {low}")
                } else {
                    format!("{noun} in {low} to {high}")
                }
            })
            .collect();
        format!(
            "Of 100 ways they could turn out, these come first: {}.",
            wording::list(&first)
        )
    } else {
        let names: Vec<_> = possible.into_iter().map(phrases::noun).collect();
        format!(
            "Too much is open to count the ways it could turn out; {} could come first.",
            wording::either(&names)
        )
    };
    page.paragraph(4, &text, Style::new());
}
