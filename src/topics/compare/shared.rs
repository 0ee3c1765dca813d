//! Shared answers and weights that changed and that no component in both files takes over.

use super::plain::Stated;
use super::record::{Keys, TextChange, differing};
use super::stated::Altered;
use super::subject::{Presence, SubjectOf};
use crate::files::Answer;

/// What changed in what components share, apart from what is told for one of them.
pub(crate) fn unseen(
    before: Stated<'_>,
    after: Stated<'_>,
    subjects: &[SubjectOf],
) -> Vec<TextChange> {
    let are_parts = |stated: Stated<'_>| !stated.requirements.components.is_empty();
    if !are_parts(before) || !are_parts(after) {
        return Vec::new();
    }
    let mut changes = differing(&keys(before), &keys(after));
    changes.retain(|change| !is_told(&change.key, subjects));
    changes
}

fn is_told(key: &str, subjects: &[SubjectOf]) -> bool {
    let changes = subjects
        .iter()
        .filter_map(|subject| match &subject.presence {
            Presence::Both(change) => Some(&change.changes),
            Presence::Added(_) | Presence::Removed(_) => None,
        });
    changes.flatten().any(|change| match &change.what {
        Altered::Answer(answer) => answer.question == key,
        Altered::Weight(weight) => weight_key(&weight.criterion) == key,
        Altered::Criterion { .. } | Altered::Rubric => false,
    })
}

fn weight_key(criterion: &str) -> String {
    format!("weight of {criterion}")
}

fn keys(stated: Stated<'_>) -> Keys {
    let Stated {
        rubric,
        requirements,
    } = stated;
    let answers = requirements.answers.iter().filter_map(|(index, answer)| {
        let question = rubric.question(index);
        let value = answer?.value.as_ref();
        let words = value.map_or_else(|| "unknown".to_owned(), |value| question.words(value));
        Some((question.id.clone(), Some(words + &noted(answer?))))
    });
    let weights = rubric.criterion_indices().filter_map(|index| {
        let own = requirements.weights.get(index)?;
        let key = weight_key(&rubric.criterion(index).id);
        Some((key, Some(own.weight.points().to_string())))
    });
    answers.chain(weights).collect()
}

/// What is noted with an answer, in brackets.
fn noted(answer: &Answer) -> String {
    let noted: Vec<&str> = [&answer.note, &answer.source]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if noted.is_empty() {
        String::new()
    } else {
        format!(" ({})", noted.join("; "))
    }
}
