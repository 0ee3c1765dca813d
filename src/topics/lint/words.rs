//! Answers and conditions in the words of the files.

use super::space::{Answered, Space};
use crate::files::{Question, QuestionIndex, QuestionKind, Rubric, Value};
use crate::output::wording;

/// At most so many answers are told; more are no help.
const MOST_TOLD: usize = 8;

/// Answers that a search found, as a requirements file has them: "`caller: internet` and `models: 5`, where `exit` does
/// not apply". Empty if any answers would do.
pub(crate) fn answers(rubric: &Rubric, space: &Space<'_>, found: &Answered) -> String {
    let given: Vec<String> = found
        .relevant
        .iter()
        .filter(|&&index| !found.is_not_applicable(index))
        .filter_map(|&index| {
            let value = space.value(found, index)?;
            Some(format!("`{}`", answer(rubric.question(index), value)))
        })
        .collect();
    let without: Vec<QuestionIndex> = found
        .relevant
        .iter()
        .copied()
        .filter(|&index| found.is_not_applicable(index))
        .collect();
    let told = shortened(given);
    match not_applicable(rubric, &without) {
        None => wording::list(&told),
        Some(without) if told.is_empty() => without,
        Some(without) => format!("{}, where {without}", wording::list(&told)),
    }
}

fn not_applicable(rubric: &Rubric, questions: &[QuestionIndex]) -> Option<String> {
    let ids = questions
        .iter()
        .map(|&index| format!("`{}`", rubric.question(index).id));
    let ids = shortened(ids.collect());
    let verb = match ids.as_slice() {
        [] => return None,
        [_] => "does",
        _ => "do",
    };
    Some(format!("{} {verb} not apply", wording::list(&ids)))
}

fn shortened(mut items: Vec<String>) -> Vec<String> {
    if items.len() > MOST_TOLD {
        let more = items.len() - MOST_TOLD;
        items.truncate(MOST_TOLD);
        items.push(format!("{more} more"));
    }
    items
}

/// An answer as it stands in a requirements file.
fn answer(question: &Question, value: &Value) -> String {
    match (&question.kind, value) {
        (QuestionKind::Choices { choices, .. }, Value::Choices(set)) if !set.is_empty() => {
            let ids: Vec<&str> = set.iter().map(|index| choices[index].id.as_str()).collect();
            format!("{}: [{}]", question.id, ids.join(", "))
        }
        _ => format!("{}: {}", question.id, question.written(value)),
    }
}
