//! What would change the result.

use crate::output::wording;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Part, figure, first_then_folded, pair, paragraph};
use crate::report::html::pictures;
use crate::report::html::words::sentence;
use crate::topics::decide::changes::{AnswerChange, NO_SINGLE_WEIGHT, flip};
use crate::topics::decide::phrases;

/// How many questions stand there at once.
const MOST: usize = 5;

/// Answers and weights that would change the result.
pub(crate) fn what_would_change_it(part: &Part<'_>) -> Option<Element> {
    let mut answers = answers(part);
    answers.extend(possible_again(part));
    let weights = weights(part);
    let content = match (answers.is_empty(), weights.is_empty()) {
        (true, true) => Vec::new(),
        _ => vec![pair(answers, weights)],
    };
    part.section("change", "What would change it?", content)
}

fn answers(part: &Part<'_>) -> Vec<Element> {
    let changes = &part.section.answer_changes;
    if changes.is_empty() {
        return Vec::new();
    }
    let item = |change: &AnswerChange<'_>| {
        let answers = change.flips.iter().map(|one| element("li").text(flip(one)));
        element("li")
            .text(change.ask)
            .child(element("ul").class("soft").children(answers))
    };
    let items = changes.iter().map(item).collect();
    let mut out = vec![
        part.heading(1).text("Another answer"),
        element("p")
            .class("soft")
            .text("One answer at a time, all others as they are; the nearest first."),
    ];
    out.extend(first_then_folded(element("ul"), items, MOST, |rest| {
        let rest = wording::count(rest, "other question");
        format!("{rest} to which another answer would change it")
    }));
    out
}

fn weights(part: &Part<'_>) -> Vec<Element> {
    let section = part.section;
    if section.recommendation.robustness.weights.is_none() {
        return Vec::new();
    }
    let mut out = vec![part.heading(1).text("Another weight")];
    if section.weight_changes.is_empty() {
        out.push(paragraph(NO_SINGLE_WEIGHT));
    } else {
        let items = section.weight_changes.iter();
        let items = items.map(|change| element("li").text(sentence(change)));
        out.push(element("ul").children(items));
    }
    let how = "The lead over the next alternative, as each weight alone goes from 1 (open dot) to 10 (filled dot). The \
               dotted line is the lead now; where a bar reaches the shaded band it is too close to call, and left of it \
               another alternative is ahead.";
    if let Some(picture) = pictures::tornado(&part.id("tornado"), section.recommendation) {
        out.push(figure(
            "How far the lead moves with each weight",
            how,
            picture,
        ));
    }
    out
}

fn possible_again(part: &Part<'_>) -> Vec<Element> {
    let lifted = &part.section.revisit.lifted;
    if lifted.is_empty() {
        return Vec::new();
    }
    let items = lifted.iter().map(|(alternative, by)| {
        let doing = wording::capitalised(phrases::doing(*alternative));
        element("li").text(sentence(&format!("{doing} becomes possible with {by}")))
    });
    vec![
        part.heading(1).text("What is ruled out"),
        element("ul").children(items),
    ]
}
