//! Every criterion and every answer.

use crate::engine::decision::{AnswerResult, AnswerState, CriterionResult};
use crate::files::Alternative;
use crate::output::wording;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Column, Part, cell, folded, head, table};
use crate::report::html::words::tenths;
use crate::topics::decide::phrases;
use crate::topics::rubric::reference;

/// Every criterion with its level, and every answer.
pub(crate) fn appendix(part: &Part<'_>) -> Option<Element> {
    let recommendation = part.section.recommendation;
    let criteria = recommendation
        .criteria
        .iter()
        .map(|one| criterion(part, one))
        .collect();
    let answers = part.section.answers.iter();
    let answers: Vec<_> = answers.map(|one| answer(one)).collect();
    let columns: &[Column] = &[
        ("Criterion", false),
        ("Weight", false),
        ("What applies", false),
        ("Build", true),
        ("Buy", true),
        ("Open source", true),
    ];
    let caption =
        "Ratings go from −2 to +2; under each stands what it adds to the score, in points.";
    let counted = [recommendation.criteria.len(), answers.len()];
    let titles = [
        format!("All {}", wording::count(counted[0], "criterion")),
        format!("All {}", wording::count(counted[1], "answer")),
    ];
    let content = vec![
        folded(titles[0].as_str(), vec![table(caption, columns, criteria)]),
        folded(
            titles[1].as_str(),
            vec![table(
                "Every question with what was answered",
                &[
                    ("Question", false),
                    ("Answer", false),
                    ("Note and source", false),
                ],
                answers,
            )],
        ),
    ];
    part.section("appendix", "Appendix", content)
}

fn criterion(part: &Part<'_>, criterion: &CriterionResult) -> Vec<Element> {
    let named = head(&criterion.title)
        .child(element("br"))
        .child(element("span").class("note").text(&criterion.id));
    let weight = match criterion.weight_origin {
        Some(origin) => format!(
            "{}, {}; the rubric says {}",
            criterion.weight,
            phrases::origin(origin),
            criterion.rubric_weight
        ),
        None => criterion.weight.to_string(),
    };
    let applies = match &criterion.level {
        Some(level) => {
            element("td").children(part.cited(wording::capitalised(&level.because), &level.sources))
        }
        None if criterion.hangs_on.is_empty() => cell("No row covers these answers"),
        None => cell(format!("Hangs on {}", wording::list(&criterion.hangs_on))),
    };
    let ratings = criterion.level.as_ref().and_then(|level| level.ratings);
    let rated = Alternative::ALL.map(|alternative| match ratings {
        Some(ratings) => cell(reference::rating(ratings[alternative]))
            .child(element("br"))
            .child(
                element("span")
                    .class("note")
                    .text(tenths(criterion.contributions[alternative])),
            ),
        None => cell("–"),
    });
    [named, cell(weight), applies]
        .into_iter()
        .chain(rated)
        .collect()
}

fn answer(answer: &AnswerResult) -> Vec<Element> {
    let named = head(&answer.ask)
        .child(element("br"))
        .child(element("span").class("note").text(&answer.question));
    let said = match &answer.state {
        AnswerState::Known(words) => words.clone(),
        AnswerState::MayNotApply(words) => format!("{words} (may not apply)"),
        AnswerState::Unknown => "not known".to_owned(),
        AnswerState::Unanswered => "not answered".to_owned(),
        AnswerState::NotApplicable => "does not apply".to_owned(),
    };
    let notes: Vec<String> = answer.note.iter().chain(&answer.source).cloned().collect();
    vec![named, cell(said), cell(notes.join("; "))]
}
