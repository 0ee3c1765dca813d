//! Which questions are asked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::engine::decision::recommend;
use crate::engine::robustness::acceptability::Error;
use crate::files::{Answers, Condition, CriterionIndex, QuestionIndex, Rubric, Weights};

/// Which questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Plan {
    /// All of them.
    All,
    /// Those without an answer, and those whose answer is unknown.
    Missing,
    /// The most decisive ones.
    Quick,
}

/// The questions by what they could still move, as far as it takes to know the share of the weight that the rubric asks
/// for, each with the questions on which it depends whether it is asked.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub fn quick(
    rubric: &Rubric,
    answers: &Answers,
    weights: &Weights,
) -> Result<BTreeSet<QuestionIndex>, Error> {
    let ranked = recommend(rubric, answers, weights, None, None)?.open_questions;
    let ranked = ranked
        .iter()
        .filter_map(|open| rubric.find_question(&open.question));
    let mut chosen = BTreeSet::new();
    for question in ranked {
        if covered(rubric, answers, &chosen) >= rubric.min_coverage {
            break;
        }
        add(rubric, question, &mut chosen);
    }
    chosen.retain(|question| answers.value(*question).is_none());
    Ok(chosen)
}

fn add(rubric: &Rubric, question: QuestionIndex, chosen: &mut BTreeSet<QuestionIndex>) {
    if chosen.insert(question) {
        let when = rubric.question(question).ask_when.as_ref();
        for needed in when.into_iter().flat_map(Condition::questions) {
            add(rubric, needed, chosen);
        }
    }
}

/// The share of all weight whose criteria read nothing but what is answered or chosen.
fn covered(rubric: &Rubric, answers: &Answers, chosen: &BTreeSet<QuestionIndex>) -> f64 {
    let weight = |index: &CriterionIndex| f64::from(rubric.criterion(*index).weight.points());
    let is_covered = |index: &CriterionIndex| {
        let reads = rubric.criterion(*index).questions();
        reads
            .into_iter()
            .all(|read| chosen.contains(&read) || answers.value(read).is_some())
    };
    let all: f64 = rubric.criterion_indices().map(|index| weight(&index)).sum();
    let known = rubric.criterion_indices().filter(is_covered);
    known.map(|index| weight(&index)).sum::<f64>() / all.max(1.0)
}
