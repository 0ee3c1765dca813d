//! What the open questions could still do, in sentences that every format shares.

use crate::engine::decision::{OpenQuestion, Recommendation};
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::decide::phrases;

/// Which alternatives could still come first; `None` if nothing is open.
#[derive(Debug, Clone)]
pub struct OutlookSaid {
    /// The sentence.
    pub text: String,
    /// Whether it is certain that the leader stays first.
    pub is_certain: bool,
}

/// Which alternatives could still come first, if the open questions could change that.
pub(crate) fn outlook(recommendation: &Recommendation) -> Option<OutlookSaid> {
    let outlook = &recommendation.robustness.outlook;
    if recommendation.open_questions.is_empty() {
        return None;
    }
    if let Some(certain) = outlook.guaranteed() {
        let text = format!(
            "Whatever they turn out to be, {} stays first.",
            phrases::noun(certain)
        );
        return Some(OutlookSaid {
            text,
            is_certain: true,
        });
    }
    let possible = outlook.possible();
    if possible.is_empty() {
        return None;
    }
    let is_counted = possible
        .iter()
        .any(|&alternative| outlook.first[alternative].low > 0.0);
    let text = if is_counted {
        let first = counted(recommendation, possible);
        format!(
            "Of 100 ways they could turn out, these come first: {}.",
            wording::list(&first)
        )
    } else {
        format!(
            "Too much is open to count the ways it could turn out; {} could come first.",
            wording::either(&nouns(&possible))
        )
    };
    Some(OutlookSaid {
        text,
        is_certain: false,
    })
}

/// In how many of 100 ways each comes first, the most frequent first.
fn counted(recommendation: &Recommendation, mut possible: Vec<Alternative>) -> Vec<String> {
    let outlook = &recommendation.robustness.outlook;
    possible.sort_by(|&a, &b| outlook.first[b].high.total_cmp(&outlook.first[a].high));
    let share = |alternative| {
        let share = outlook.first[alternative];
        let [low, high] = [share.low, share.high].map(wording::out_of_100);
        let noun = phrases::noun(alternative);
        if low == high {
            format!("{noun} in {low}")
        } else {
            format!("{noun} in {low} to {high}")
        }
    };
    possible.into_iter().map(share).collect()
}

/// What an open question could do, in clauses; the team's note not among them.
pub(crate) fn consequence(recommendation: &Recommendation, question: &OpenQuestion) -> Vec<String> {
    let mut parts = Vec::new();
    if !question.could_exclude.is_empty() {
        parts.push(format!(
            "could rule out {}",
            phrases::doing_either(&question.could_exclude)
        ));
    }
    if question.could_lead.is_empty() {
        if let Some(shift) = shift(recommendation, question) {
            parts.push(shift);
        }
    } else {
        parts.push(format!(
            "could put {} ahead",
            wording::either(&nouns(&question.could_lead))
        ));
    }
    if question.decides {
        parts.push("alone can change the outcome".to_owned());
    }
    parts
}

/// How far the lead could move, if that cannot change who leads.
fn shift(recommendation: &Recommendation, question: &OpenQuestion) -> Option<String> {
    let [leader, runner_up, ..] = recommendation.alternatives.as_slice() else {
        return None;
    };
    if question.criteria.is_empty() {
        return None;
    }
    let lead = format!("the lead over {}", phrases::noun(runner_up.alternative));
    let points = [
        question.margin.low,
        question.margin.high,
        leader.score - runner_up.score,
    ];
    let [low, high, now] = points.map(|points| phrases::signed(&wording::signed_points(points)));
    if low == high {
        return Some(format!("hardly moves {lead}"));
    }
    Some(format!(
        "could make {lead} anything from {low} to {high} (now {now})"
    ))
}

fn nouns(alternatives: &[Alternative]) -> Vec<&'static str> {
    alternatives
        .iter()
        .map(|&alternative| phrases::noun(alternative))
        .collect()
}
