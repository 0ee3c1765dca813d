//! A rubric, for the page: what it takes to score, and to ask.

use std::collections::BTreeSet;

use super::condition::ConditionData;
use crate::files::{
    Condition, Criterion, Effect, Question, QuestionIndex, QuestionKind, Ratings, Rubric, Text,
    TextPart, Veto,
};
use serde::Serialize;

/// A rubric. What refers to a question, a choice, a group or an alternative does so by position.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RubricData<'r> {
    tie_margin: f64,
    min_coverage: f64,
    groups: Vec<&'r str>,
    questions: Vec<QuestionData<'r>>,
    criteria: Vec<CriterionData<'r>>,
    vetoes: Vec<VetoData<'r>>,
}

/// A question.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuestionData<'r> {
    id: &'r str,
    group: usize,
    ask: &'r str,
    #[serde(flatten)]
    kind: KindData<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_when: Option<ConditionData>,
    /// Whether its answer stays as recorded: a landscape gives it, or gives others by it, and a page has none.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
}

/// What an answer looks like.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum KindData<'r> {
    /// Exactly one of these.
    Choice { choices: Vec<ChoiceData<'r>> },
    /// Any of these.
    Choices {
        choices: Vec<ChoiceData<'r>>,
        /// Whether none of them is an answer too.
        none: bool,
    },
    /// A number, both ends included.
    Number {
        minimum: Option<f64>,
        maximum: Option<f64>,
        /// The word for one, and for any other amount.
        unit: Option<[&'r str; 2]>,
    },
    /// Yes or no.
    YesNo,
    /// Free text, which no condition reads.
    Text,
}

/// A choice.
#[derive(Debug, Serialize)]
struct ChoiceData<'r> {
    id: &'r str,
    label: &'r str,
}

/// A criterion with its decision table.
#[derive(Debug, Serialize)]
struct CriterionData<'r> {
    id: &'r str,
    title: &'r str,
    group: usize,
    levels: Vec<LevelData>,
}

/// A row of a decision table.
#[derive(Debug, Serialize)]
struct LevelData {
    /// Always, if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<ConditionData>,
    /// Null if the criterion counts for nothing.
    ratings: Option<Vec<i8>>,
}

/// A veto.
#[derive(Debug, Serialize)]
struct VetoData<'r> {
    id: &'r str,
    excludes: Vec<usize>,
    when: ConditionData,
    because: Vec<PartData<'r>>,
}

/// A piece of a text: words, or the position of the question whose answer stands there.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum PartData<'r> {
    Words(&'r str),
    Answer(usize),
}

impl<'r> From<&'r Rubric> for RubricData<'r> {
    fn from(rubric: &'r Rubric) -> Self {
        Self {
            tie_margin: rubric.tie_margin,
            min_coverage: rubric.min_coverage,
            groups: rubric.groups.iter().map(|group| &*group.title).collect(),
            questions: questions(rubric),
            criteria: rubric.criteria.iter().map(CriterionData::from).collect(),
            vetoes: rubric.vetoes.iter().map(VetoData::from).collect(),
        }
    }
}

fn questions(rubric: &Rubric) -> Vec<QuestionData<'_>> {
    let locked = locked(rubric);
    let question = |index: QuestionIndex| QuestionData {
        locked: locked.contains(&index),
        ..QuestionData::from(rubric.question(index))
    };
    rubric.question_indices().map(question).collect()
}

/// The questions that a landscape answers, those by which it does, and those on which it hangs whether these apply.
fn locked(rubric: &Rubric) -> BTreeSet<QuestionIndex> {
    let is_derived = |index: &QuestionIndex| rubric.question(*index).derived.is_some();
    let mut locked: BTreeSet<QuestionIndex> =
        rubric.question_indices().filter(is_derived).collect();
    if locked.is_empty() {
        return locked;
    }
    let needs = rubric.musts.iter().flat_map(|must| &must.needs);
    let conditions = needs.filter_map(|need| need.when.as_ref());
    locked.extend(conditions.flat_map(Condition::questions));
    // A question depends on earlier ones only, so that one pass from the last to the first is enough.
    for index in rubric.question_indices().rev() {
        let when = rubric.question(index).ask_when.as_ref();
        if let Some(when) = when.filter(|_| locked.contains(&index)) {
            locked.extend(when.questions());
        }
    }
    locked
}

impl<'r> From<&'r Question> for QuestionData<'r> {
    fn from(question: &'r Question) -> Self {
        let choices = || {
            let choices = question.choices().iter();
            choices.map(|choice| ChoiceData {
                id: &choice.id,
                label: &choice.label,
            })
        };
        Self {
            id: &question.id,
            group: question.group.0,
            ask: &question.ask,
            kind: match &question.kind {
                QuestionKind::Choice(_) => KindData::Choice {
                    choices: choices().collect(),
                },
                QuestionKind::Choices { allow_none, .. } => KindData::Choices {
                    choices: choices().collect(),
                    none: *allow_none,
                },
                QuestionKind::Number {
                    unit,
                    minimum,
                    maximum,
                } => KindData::Number {
                    minimum: *minimum,
                    maximum: *maximum,
                    unit: unit.as_ref().map(|unit| [&*unit.one, &*unit.other]),
                },
                QuestionKind::YesNo => KindData::YesNo,
                QuestionKind::Text => KindData::Text,
            },
            ask_when: question.ask_when.as_ref().map(ConditionData::from),
            locked: false,
        }
    }
}

impl<'r> From<&'r Criterion> for CriterionData<'r> {
    fn from(criterion: &'r Criterion) -> Self {
        let levels = criterion.levels.iter().map(|level| LevelData {
            when: level.when.as_ref().map(ConditionData::from),
            ratings: match &level.effect {
                Effect::Rates(ratings) => Some(in_order(*ratings)),
                Effect::NotApplicable => None,
            },
        });
        Self {
            id: &criterion.id,
            title: &criterion.title,
            group: criterion.group.0,
            levels: levels.collect(),
        }
    }
}

impl<'r> From<&'r Veto> for VetoData<'r> {
    fn from(veto: &'r Veto) -> Self {
        Self {
            id: &veto.id,
            excludes: veto.excludes.iter().map(|one| *one as usize).collect(),
            when: (&veto.when).into(),
            because: parts(&veto.because),
        }
    }
}

fn in_order(ratings: Ratings) -> Vec<i8> {
    ratings.iter().map(|(_, rating)| *rating).collect()
}

fn parts(text: &Text) -> Vec<PartData<'_>> {
    let parts = text.0.iter();
    parts
        .map(|part| match part {
            TextPart::Words(words) => PartData::Words(words),
            TextPart::Answer(question) => PartData::Answer(question.0),
        })
        .collect()
}
