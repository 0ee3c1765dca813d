//! Which parts of two rubrics count differently, whatever they say in words.

use std::collections::BTreeSet;

use crate::files::{Condition, Criterion, Question, QuestionIndex, QuestionKind, Rubric};
use crate::topics::rubric_diff::clause::Clause;

/// A criterion in a rubric.
pub(crate) type Of<'r> = (&'r Rubric, &'r Criterion);

/// The ids of the questions on which a criterion hangs, those included that decide whether another one applies.
pub(crate) fn reads((rubric, criterion): Of<'_>) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<QuestionIndex> = criterion.questions().into_iter().collect();
    while let Some(index) = open.pop() {
        if found.insert(index) {
            let when = rubric.question(index).ask_when.as_ref();
            open.extend(when.map(Condition::questions).unwrap_or_default());
        }
    }
    let id = |index: QuestionIndex| rubric.question(index).id.as_str();
    found.into_iter().map(id).collect()
}

/// Whether some answers and weights could make a criterion count differently in one rubric than in the other.
pub(crate) fn differs(before: Of<'_>, after: Of<'_>) -> bool {
    before.1.weight != after.1.weight || reads_otherwise(before, after)
}

/// Whether some answers could make another row apply, or a row say something else.
pub(crate) fn reads_otherwise(before: Of<'_>, after: Of<'_>) -> bool {
    let questions = reads(before);
    !same_rows(before, after)
        || questions != reads(after)
        || questions
            .iter()
            .any(|id| !same_question(before.0, after.0, id))
}

fn same_rows(before: Of<'_>, after: Of<'_>) -> bool {
    let (one, two) = (&before.1.levels, &after.1.levels);
    one.len() == two.len()
        && one.iter().zip(two).all(|(one, two)| {
            one.effect == two.effect
                && clause(one.when.as_ref(), before.0) == clause(two.when.as_ref(), after.0)
        })
}

/// Whether a question takes the same answers under the same conditions.
fn same_question(before: &Rubric, after: &Rubric, id: &str) -> bool {
    let question = |rubric: &Rubric| rubric.find_question(id);
    let (Some(one), Some(two)) = (question(before), question(after)) else {
        return false;
    };
    let (one, two) = (before.question(one), after.question(two));
    std::mem::discriminant(&one.kind) == std::mem::discriminant(&two.kind)
        && choices(one) == choices(two)
        && clause(one.ask_when.as_ref(), before) == clause(two.ask_when.as_ref(), after)
}

fn choices(question: &Question) -> BTreeSet<&str> {
    let choices = match &question.kind {
        QuestionKind::Choice(choices) | QuestionKind::Choices { choices, .. } => choices.as_slice(),
        QuestionKind::Number { .. } | QuestionKind::YesNo | QuestionKind::Text => &[],
    };
    choices.iter().map(|choice| choice.id.as_str()).collect()
}

fn clause<'r>(condition: Option<&'r Condition>, rubric: &'r Rubric) -> Option<Clause<'r>> {
    condition.map(|condition| Clause { condition, rubric })
}

/// Whether two rubrics are versions of one, or one extends the other, or both the same: so that the criteria of one can
/// be told from those of the other one by one.
pub(crate) fn related(before: &Rubric, after: &Rubric) -> bool {
    let ids = |rubric: &Rubric| -> BTreeSet<String> {
        let lineage = rubric.lineage.iter().map(|ancestor| ancestor.id.clone());
        lineage.chain([rubric.id.clone()]).collect()
    };
    !ids(before).is_disjoint(&ids(after))
}
