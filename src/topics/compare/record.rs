//! What was decided, demanded and waived, key by key.

use super::plain::Stated;
use super::stated::Altered;
use super::subject::{Presence, SubjectOf};
use crate::engine::decision::Agreement;
use crate::files::{Alternative, Answer, Minimum, RecordedDecision, Waiver};
use crate::output::wording;
use schemars::JsonSchema;
use serde::Serialize;

/// A key that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextChange {
    /// The key, as in the file.
    pub key: String,
    /// What it was; none if it was not there.
    pub before: Option<String>,
    /// What it is; none if it is not there.
    pub after: Option<String>,
}

/// What differs in a recorded decision.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordChange {
    /// What was chosen, and is; empty where no decision is recorded.
    pub chosen: [Vec<Alternative>; 2],
    /// How it compared with what was recommended, and does.
    pub agreement: [Option<Agreement>; 2],
    /// The keys that differ.
    pub keys: Vec<TextChange>,
}

impl RecordChange {
    pub(crate) fn new(
        records: [Option<&RecordedDecision>; 2],
        agreement: [Option<Agreement>; 2],
    ) -> Self {
        let [before, after] = records.map(|record| record.map(keys_of_record).unwrap_or_default());
        Self {
            chosen: records.map(|record| record.map_or(Vec::new(), |one| one.chosen.clone())),
            agreement,
            keys: differing(&before, &after),
        }
    }

    /// Whether nothing differs, nor how the decision compares with what is recommended.
    pub fn is_same(&self) -> bool {
        self.keys.is_empty() && self.agreement[0] == self.agreement[1]
    }
}

/// Keys with their values, as text.
pub(crate) type Keys = Vec<(String, Option<String>)>;

pub(crate) fn differing(before: &Keys, after: &Keys) -> Vec<TextChange> {
    let mut changes = Vec::new();
    let value = |keys: &Keys, key: &str| {
        let found = keys.iter().find(|(other, _)| other == key);
        found.and_then(|(_, value)| value.clone())
    };
    let new = after.iter().map(|(key, _)| key);
    let gone = before.iter().map(|(key, _)| key);
    let gone = gone.filter(|key| !after.iter().any(|(other, _)| other == *key));
    for key in new.chain(gone) {
        let (was, is) = (value(before, key), value(after, key));
        if was != is {
            changes.push(TextChange {
                key: key.clone(),
                before: was,
                after: is,
            });
        }
    }
    changes
}

fn keys_of_record(record: &RecordedDecision) -> Keys {
    let ids = |alternatives: &[Alternative]| {
        let ids: Vec<&str> = alternatives.iter().map(|one| one.id()).collect();
        (!ids.is_empty()).then(|| ids.join(", "))
    };
    let deciders = (!record.deciders.is_empty()).then(|| wording::list(&record.deciders));
    let version = record.rubric_version.as_ref().map(ToString::to_string);
    named([
        ("chosen", ids(&record.chosen)),
        ("recommended", ids(&record.recommended)),
        ("decided-on", record.decided_on.map(|day| day.to_string())),
        ("deciders", deciders),
        ("because", record.because.clone()),
        ("review-by", record.review_by.map(|day| day.to_string())),
        ("rubric-version", version),
        ("rubric-hash", record.rubric_hash.clone()),
    ])
}

fn named<const N: usize>(keys: [(&str, Option<String>); N]) -> Keys {
    let owned = |(key, value): (&str, Option<String>)| (key.to_owned(), value);
    keys.map(owned).into()
}

/// What differs in what the gate demands.
pub(crate) fn gate(before: Stated<'_>, after: Stated<'_>) -> Vec<TextChange> {
    let [before, after] = [before, after].map(|stated| {
        let gate = &stated.requirements.gate;
        let required = gate.required.iter();
        let ids: Vec<&str> = required
            .map(|one| stated.rubric.question(one.question).id.as_str())
            .collect();
        let number = |minimum: Option<Minimum>| minimum.map(|one| wording::number(one.value));
        named([
            ("required", (!ids.is_empty()).then(|| ids.join(", "))),
            ("min-coverage", number(gate.min_coverage)),
            ("min-margin", number(gate.min_margin)),
            ("min-acceptability", number(gate.min_acceptability)),
        ])
    });
    differing(&before, &after)
}

/// What differs in what is waived. The key is the code, with its scope.
pub(crate) fn waivers(before: &[Waiver], after: &[Waiver]) -> Vec<TextChange> {
    let keys = |waivers: &[Waiver]| -> Keys {
        let mut keys = Keys::new();
        for waiver in waivers {
            let scope = waiver.scope.as_ref().map(|scope| format!(" ({scope})"));
            let key = format!("{}{}", waiver.code, scope.unwrap_or_default());
            let text = format!(
                "{} ({}, until {})",
                waiver.because, waiver.owner, waiver.until
            );
            match keys.iter_mut().find(|(other, _)| *other == key) {
                Some((_, Some(texts))) => texts.extend(["; ".to_owned(), text]),
                _ => keys.push((key, Some(text))),
            }
        }
        keys
    };
    differing(&keys(before), &keys(after))
}

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
