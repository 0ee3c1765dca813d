//! Version 1 of `compare --format json`: single changes.

use crate::topics::compare::{Altered, Attributed, Given, Lead, TextChange, VetoChange, VetoState};
use crate::topics::decide::json::shapes::{Each, ids};
use crate::topics::decide::json::trace::words;
use crate::topics::decide::json::words::{AlternativeId, AnswerStateWord};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that changed and that scores may hang on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Change")]
pub(crate) struct ChangeEntry<'c> {
    kind: ChangeKind,
    /// The id of the question or criterion; of the whole rubric, null.
    id: Option<&'c str>,
    /// The question, or what the criterion is called; of the whole rubric, null.
    title: Option<&'c str>,
    /// Points by which it moved the lead.
    points: f64,
    /// Points by which it moved each score.
    scores: Each<f64>,
    /// How the question was answered; null if this is no answer, or the rubric before did not ask.
    answer_before: Option<GivenEntry<'c>>,
    /// How the question is answered; null if this is no answer, or the rubric after does not ask.
    answer_after: Option<GivenEntry<'c>>,
    /// What the weight was; null if this is no weight, or the rubric before had no such criterion.
    weight_before: Option<WeightEntry>,
    /// What the weight is; null if this is no weight, or the rubric after has no such criterion.
    weight_after: Option<WeightEntry>,
    /// What became of the criterion; null if this is no criterion of the rubric.
    criterion: Option<CriterionWord>,
}

/// What changed.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum ChangeKind {
    /// An answer, or what is noted with it.
    Answer,
    /// A weight that was set in the file, or is.
    Weight,
    /// A criterion of the rubric: its weight, its rows, or the questions that it reads.
    Criterion,
    /// The whole rubric, where the two have nothing to do with each other.
    Rubric,
}

/// What became of a criterion of the rubric.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "CriterionChange")]
enum CriterionWord {
    /// It is in the rubric after only.
    Added,
    /// It is in the rubric before only.
    Removed,
    /// It counts otherwise.
    Changed,
}

impl<'c> ChangeEntry<'c> {
    pub(crate) fn new(change: &'c Attributed, lead: &Lead) -> Self {
        let entry = |kind, id, title| Self {
            kind,
            id,
            title,
            points: lead.moved_by(change),
            scores: change.scores.into(),
            answer_before: None,
            answer_after: None,
            weight_before: None,
            weight_after: None,
            criterion: None,
        };
        match &change.what {
            Altered::Answer(answer) => Self {
                answer_before: answer.before.as_ref().map(GivenEntry::new),
                answer_after: answer.after.as_ref().map(GivenEntry::new),
                ..entry(
                    ChangeKind::Answer,
                    Some(&answer.question),
                    Some(&answer.ask),
                )
            },
            Altered::Weight(weight) => {
                let side = |at: usize| {
                    weight.points[at].map(|points| WeightEntry {
                        points,
                        set: weight.is_set[at],
                    })
                };
                Self {
                    weight_before: side(0),
                    weight_after: side(1),
                    ..entry(
                        ChangeKind::Weight,
                        Some(&weight.criterion),
                        Some(&weight.title),
                    )
                }
            }
            Altered::Criterion {
                id, title, points, ..
            } => Self {
                criterion: Some(match points {
                    [None, _] => CriterionWord::Added,
                    [_, None] => CriterionWord::Removed,
                    _ => CriterionWord::Changed,
                }),
                ..entry(ChangeKind::Criterion, Some(id), Some(title))
            },
            Altered::Rubric => entry(ChangeKind::Rubric, None, None),
        }
    }
}

/// How a question is answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct GivenEntry<'c> {
    state: AnswerStateWord,
    /// The answer in words; null if there is none.
    answer: Option<&'c str>,
    /// The team's note.
    note: Option<&'c str>,
    /// What the team rests it on.
    source: Option<&'c str>,
}

impl<'c> GivenEntry<'c> {
    fn new(given: &'c Given) -> Self {
        Self {
            state: (&given.state).into(),
            answer: words(&given.state),
            note: given.note.as_deref(),
            source: given.source.as_deref(),
        }
    }
}

/// What a criterion weighs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Weight")]
struct WeightEntry {
    /// The points, 1 to 10.
    points: u8,
    /// Whether the file sets them; if not, they are the rubric's.
    set: bool,
}

/// A key that differs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "KeyChange")]
pub(crate) struct KeyEntry<'c> {
    /// The key.
    key: &'c str,
    /// What it was, as text; null if it was not there.
    before: Option<&'c str>,
    /// What it is, as text; null if it is not there.
    after: Option<&'c str>,
}

impl<'c> KeyEntry<'c> {
    pub(crate) fn new(change: &'c TextChange) -> Self {
        Self {
            key: &change.key,
            before: change.before.as_deref(),
            after: change.after.as_deref(),
        }
    }
}

/// A veto that stands otherwise.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VetoChange")]
pub(crate) struct VetoChangeEntry<'c> {
    /// Its id.
    id: &'c str,
    /// What it rules out.
    excludes: Vec<AlternativeId>,
    /// Why.
    because: &'c str,
    before: VetoStateWord,
    after: VetoStateWord,
}

impl<'c> VetoChangeEntry<'c> {
    pub(crate) fn new(change: &'c VetoChange) -> Self {
        Self {
            id: &change.id,
            excludes: ids(&change.excludes),
            because: &change.because,
            before: change.before.into(),
            after: change.after.into(),
        }
    }
}

/// How a veto stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "VetoState")]
enum VetoStateWord {
    /// It rules something out.
    Fired,
    /// It may, depending on an open question.
    Possible,
    /// It does not, or there is none.
    Quiet,
}

impl From<VetoState> for VetoStateWord {
    fn from(state: VetoState) -> Self {
        match state {
            VetoState::Fired => Self::Fired,
            VetoState::Possible => Self::Possible,
            VetoState::Quiet => Self::Quiet,
        }
    }
}
