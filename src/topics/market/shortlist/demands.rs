//! What the answers demand of candidates, and which answers are missing.

use std::collections::BTreeSet;

use crate::engine::matching::{Demanded, ShortlistPart};
use crate::files::{QuestionIndex, Rubric, Truth};
use crate::output::wording;

/// The musts that the answers demand, those first that tell what is looked at; `None` if they demand none.
pub(crate) fn musts(part: &ShortlistPart<'_>) -> Option<String> {
    let demanded = part.lineup.demanded.iter();
    let applies = demanded.filter(|one| one.applies() == Truth::True);
    let titles: Vec<&str> = applies.map(|one| one.must.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("Musts: {}", titles.join("; ")))
}

/// The ids of the questions without an answer on which it hangs what is demanded.
pub(crate) fn unanswered<'r>(part: &ShortlistPart<'_>, rubric: &'r Rubric) -> Vec<&'r str> {
    let demanded = part.lineup.demanded.iter();
    let questions: BTreeSet<QuestionIndex> = demanded.flat_map(Demanded::unanswered).collect();
    let questions = questions.into_iter();
    questions
        .map(|question| rubric.question(question).id.as_str())
        .collect()
}

/// What to answer to know every must; `None` if nothing is missing. The ids are quoted as the format does.
pub(crate) fn to_answer(ids: &[&str], quoted: fn(&str) -> String) -> Option<String> {
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    (!ids.is_empty()).then(|| format!("Answer {} to know the rest of them.", wording::list(&ids)))
}
