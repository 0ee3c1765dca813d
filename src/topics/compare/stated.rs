//! What the two files state differently: answers and weights, and the criteria that they are put to.

use std::collections::BTreeMap;

use super::game::{Player, differs, reads_otherwise, related};
use super::plain::{Plain, Side};
use crate::engine::decision::{AnswerResult, Recommendation};
use crate::files::{Answer, CriterionIndex, Rubric};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that changed and that scores may hang on.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Altered {
    /// An answer.
    Answer(Box<AnswerChange>),
    /// A weight that is set in the file.
    Weight(WeightChange),
    /// A criterion of the rubric, by id: its weight, its rows or the questions that it reads.
    Criterion {
        /// Its id.
        id: String,
        /// What it is called.
        title: String,
        /// The points it counts in the rubric before and after; null where it is in the other one only.
        #[serde(rename = "weights")]
        points: [Option<u8>; 2],
        /// Whether its weight alone differs.
        only_weight: bool,
    },
    /// The whole rubric, where the two have nothing to do with each other.
    Rubric,
}

/// An answer that differs, or what is noted with it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnswerChange {
    /// The question's id.
    #[serde(rename = "id")]
    pub question: String,
    /// The question, as the rubric after asks it if it does.
    #[serde(rename = "title")]
    pub ask: String,
    /// What was said; none if the rubric before does not ask.
    #[serde(rename = "answer_before")]
    pub before: Option<Given>,
    /// What is said; none if the rubric after does not ask.
    #[serde(rename = "answer_after")]
    pub after: Option<Given>,
    /// Whether the answers are the same, so that only a note or a source differs.
    pub only_noted: bool,
}

/// How a question is answered in one of the files.
pub(crate) type Given = AnswerResult;

/// A weight that was set, or is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WeightChange {
    /// The criterion's id.
    #[serde(rename = "id")]
    pub criterion: String,
    /// What it is called.
    pub title: String,
    /// The points it counted and counts; none if the rubric has no such criterion.
    #[serde(rename = "weights")]
    pub points: [Option<u8>; 2],
    /// Whether the file sets them, before and after.
    #[serde(rename = "set")]
    pub is_set: [bool; 2],
}

impl Altered {
    /// What it is in the game.
    pub(crate) fn player(&self) -> Player {
        match self {
            Self::Answer(change) => Player::Answer(change.question.clone()),
            Self::Weight(change) => Player::Weight(change.criterion.clone()),
            Self::Criterion { id, .. } => Player::Criterion(id.clone()),
            Self::Rubric => Player::Rubric,
        }
    }
}

/// Everything that changed: answers, then weights, then what the rubric has.
pub(crate) fn altered(sides: [Side<'_>; 2], results: [&Recommendation; 2]) -> Vec<Altered> {
    let mut altered: Vec<Altered> = answers(sides, results)
        .map(|change| Altered::Answer(Box::new(change)))
        .collect();
    altered.extend(weights(sides).into_iter().map(Altered::Weight));
    let criteria = criteria(sides);
    if related(sides[0].rubric, sides[1].rubric) {
        altered.extend(criteria);
    } else if !criteria.is_empty() {
        altered.push(Altered::Rubric);
    }
    altered
}

fn answers<'a>(
    sides: [Side<'a>; 2],
    results: [&'a Recommendation; 2],
) -> impl Iterator<Item = AnswerChange> + use<'a> {
    let [before, after] = results.map(|result| {
        let by_id = result
            .answers
            .iter()
            .map(|one| (one.question.as_str(), one));
        by_id.collect::<BTreeMap<&str, &AnswerResult>>()
    });
    ids(sides, |rubric| ids_of_questions(rubric))
        .into_iter()
        .filter_map(move |id| {
            let indices = sides.map(|side| side.rubric.find_question(id));
            let [one, two] = [0, 1].map(|at| sides[at].answers.get(indices[at]?));
            let plain =
                [0, 1].map(|at| Plain::given(sides[at].rubric, sides[at].answers, indices[at]));
            let said = |answer: Option<&Answer>| {
                answer.map(|answer| (answer.note.clone(), answer.source.clone()))
            };
            let same_value = plain[0] == plain[1] && one.is_some() == two.is_some();
            if same_value && said(one) == said(two) {
                return None;
            }
            let [before, after] =
                [&before, &after].map(|all| all.get(id).map(|one| (*one).clone()));
            Some(AnswerChange {
                question: id.to_owned(),
                ask: after.as_ref().or(before.as_ref())?.ask.clone(),
                before,
                after,
                only_noted: same_value,
            })
        })
}

fn weights(sides: [Side<'_>; 2]) -> Vec<WeightChange> {
    let changed = ids(sides, |rubric| ids_of_criteria(rubric))
        .into_iter()
        .filter_map(|id| {
            let indices = sides.map(|side| side.rubric.find_criterion(id));
            let set = |at: usize| sides[at].weights.get(indices[at]?);
            let own = [set(0), set(1)].map(|own| own.map(|own| own.weight.points()));
            if own[0] == own[1] {
                return None;
            }
            let points = |at: usize| {
                let Side {
                    rubric, weights, ..
                } = sides[at];
                Some(weights.weight(rubric, indices[at]?).points())
            };
            Some(WeightChange {
                criterion: id.to_owned(),
                title: title(sides, indices),
                points: [points(0), points(1)],
                is_set: own.map(|own| own.is_some()),
            })
        });
    changed.collect()
}

fn criteria(sides: [Side<'_>; 2]) -> Vec<Altered> {
    let changed = ids(sides, |rubric| ids_of_criteria(rubric))
        .into_iter()
        .filter_map(|id| {
            let indices = sides.map(|side| side.rubric.find_criterion(id));
            let of = |at: usize| {
                let rubric: &Rubric = sides[at].rubric;
                Some((rubric, rubric.criterion(indices[at]?)))
            };
            let (is_same, only_weight) = match (of(0), of(1)) {
                (Some(before), Some(after)) => {
                    (!differs(before, after), !reads_otherwise(before, after))
                }
                _ => (false, false),
            };
            (!is_same).then(|| Altered::Criterion {
                id: id.to_owned(),
                title: title(sides, indices),
                points: [of(0), of(1)].map(|of| of.map(|(_, criterion)| criterion.weight.points())),
                only_weight,
            })
        });
    changed.collect()
}

fn title(sides: [Side<'_>; 2], indices: [Option<CriterionIndex>; 2]) -> String {
    let title = |at: usize| Some(sides[at].rubric.criterion(indices[at]?).title.clone());
    title(1).or_else(|| title(0)).unwrap_or_default()
}

/// Ids of both rubrics, each once: in the order after, then what is gone.
fn ids<'a>(sides: [Side<'a>; 2], of: impl Fn(&'a Rubric) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut ids = of(sides[1].rubric);
    let earlier = of(sides[0].rubric);
    let gone = earlier.into_iter().filter(|id| !ids.contains(id));
    let gone: Vec<&str> = gone.collect();
    ids.extend(gone);
    ids
}

fn ids_of_questions(rubric: &Rubric) -> Vec<&str> {
    rubric.questions.iter().map(|one| one.id.as_str()).collect()
}

fn ids_of_criteria(rubric: &Rubric) -> Vec<&str> {
    rubric.criteria.iter().map(|one| one.id.as_str()).collect()
}
