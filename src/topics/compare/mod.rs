//! What differs between two requirements files, and how much of it each change accounts for.

pub(crate) mod game;
pub(crate) mod json;
pub(crate) mod page;
pub(crate) mod plain;
pub(crate) mod record;
pub(crate) mod shapley;
pub(crate) mod stated;
pub(crate) mod subject;
pub(crate) mod words;

pub(crate) use self::plain::Side;
pub use self::plain::Stated;
pub(crate) use self::record::{RecordChange, TextChange};
pub use self::stated::Altered;
pub(crate) use self::stated::{AnswerChange, Given, WeightChange};
pub(crate) use self::subject::SubjectOf;
pub use self::subject::{Attributed, Presence, SubjectChange};
pub(crate) use self::subject::{VetoChange, VetoState};

use crate::engine::decision::{Assessment, Error, Part, Recommendation, Subject, assess};
use crate::files::{Component, Requirements, Rubric};
use crate::topics::rubric_diff::Comparison;
use crate::topics::rubric_diff::rubric::compare;
use schemars::JsonSchema;
use serde::Serialize;

/// Two requirements files and what differs between them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DecisionComparison<'a> {
    /// What was decided about, and is.
    #[serde(skip)]
    pub titles: [&'a str; 2],
    /// What differs between the rubrics.
    #[serde(rename = "rubric_difference")]
    pub rubric: Comparison<'a>,
    /// Whether the rubrics are versions of one, or one extends the other or what that extends. If not, they count as
    /// one change.
    #[serde(rename = "rubrics_related")]
    pub related: bool,
    /// What is decided, as in the file after; what is gone comes last.
    pub subjects: Vec<SubjectOf>,
    /// What differs in shared answers and weights that no component in both files takes over.
    pub shared: Vec<TextChange>,
    /// What differs in the decision that was recorded for the whole, where there are components before or after.
    #[serde(rename = "recorded_decision")]
    pub record: RecordChange,
    /// What differs in what the gate demands.
    pub gate: Vec<TextChange>,
    /// What differs in what is waived.
    pub waivers: Vec<TextChange>,
}

/// Compares two requirements files, each with its rubric.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub fn compare_decisions<'a>(
    before: Stated<'a>,
    after: Stated<'a>,
) -> Result<DecisionComparison<'a>, Error> {
    let [one, two] = [before, after].map(|stated| {
        let Stated {
            rubric,
            requirements,
        } = stated;
        assess(rubric, requirements).map(|assessment| subjects(stated, assessment))
    });
    let (mut one, two) = (one?, two?);
    let mut compared = Vec::new();
    for subject in two {
        let earlier = one.iter().position(|other| other.id == subject.id);
        let presence = match earlier.map(|index| one.remove(index)) {
            Some(earlier) => {
                let change = SubjectChange::new(
                    (earlier.side, earlier.recommendation, earlier.record),
                    (subject.side, subject.recommendation, subject.record),
                );
                Presence::Both(Box::new(change))
            }
            None => Presence::Added(Box::new(subject.recommendation)),
        };
        compared.push(SubjectOf {
            id: subject.id,
            title: subject.title,
            presence,
        });
    }
    compared.extend(one.into_iter().map(|gone| SubjectOf {
        id: gone.id,
        title: gone.title,
        presence: Presence::Removed(Box::new(gone.recommendation)),
    }));
    let (old, new) = (before.requirements, after.requirements);
    let is_whole = |stated: &Requirements| stated.components.is_empty();
    let of_whole = |stated: &'a Requirements| {
        let has_another_place = is_whole(old) && is_whole(new);
        stated.decision.as_ref().filter(|_| !has_another_place)
    };
    Ok(DecisionComparison {
        titles: [&old.title, &new.title],
        rubric: compare(before.rubric, after.rubric),
        related: game::related(before.rubric, after.rubric),
        shared: record::unseen(before, after, &compared),
        subjects: compared,
        record: RecordChange::new([of_whole(old), of_whole(new)], [None, None]),
        gate: record::gate(before, after),
        waivers: record::waivers(&old.waivers, &new.waivers),
    })
}

impl DecisionComparison<'_> {
    /// Whether the two files state the same, each against a rubric that says the same. Notes on answers count.
    pub fn is_same(&self) -> bool {
        let is_same = |subject: &SubjectOf| match &subject.presence {
            Presence::Both(change) => change.is_same(),
            Presence::Added(_) | Presence::Removed(_) => false,
        };
        self.titles[0] == self.titles[1]
            && self.rubric.same
            && self.subjects.iter().all(is_same)
            && self.shared.is_empty()
            && self.record.is_same()
            && self.gate.is_empty()
            && self.waivers.is_empty()
    }
}

/// Something that is decided, on one side.
struct One<'a> {
    id: Option<String>,
    title: String,
    side: Side<'a>,
    recommendation: Recommendation,
    record: Option<&'a crate::files::RecordedDecision>,
}

fn subjects(stated: Stated<'_>, assessment: Assessment) -> Vec<One<'_>> {
    let Stated {
        rubric,
        requirements,
    } = stated;
    match assessment.subject {
        Subject::Whole(recommendation) => vec![One {
            id: None,
            title: assessment.title,
            side: Side {
                rubric,
                answers: &requirements.answers,
                weights: &requirements.weights,
            },
            recommendation,
            record: requirements.decision.as_ref(),
        }],
        Subject::Parts { parts, .. } => {
            let parts = parts.into_iter().zip(&requirements.components);
            parts
                .map(|(part, component)| of_part(rubric, part, component))
                .collect()
        }
    }
}

fn of_part<'a>(rubric: &'a Rubric, part: Part, component: &'a Component) -> One<'a> {
    One {
        id: Some(part.id),
        title: part.title,
        side: Side {
            rubric,
            answers: &component.answers,
            weights: &component.weights,
        },
        recommendation: part.recommendation,
        record: component.decision.as_ref(),
    }
}
