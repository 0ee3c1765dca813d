//! What speaks for and against the alternatives.

use crate::output::wording;
use crate::report::document::reasons::{Case, ReasonSaid};
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Part, first_then_folded};
use crate::report::html::words::{sentence, tenths};

/// How many reasons stand there at once.
const MOST: usize = 5;

/// The reasons, with what each rests on.
pub(crate) fn why(part: &Part<'_>) -> Option<Element> {
    // What speaks for the second is what speaks against the first.
    let told = part.section.cases.iter().enumerate();
    let told = told
        .filter(|(position, _)| *position != 1)
        .map(|(_, case)| case);
    let mut content: Vec<Element> = told.map(|case| sides(part, case)).collect();
    if !content.is_empty() {
        let text = "Points are what each criterion adds to the distance between the two.";
        content.insert(0, element("p").class("soft").text(text));
    }
    part.section("why", "Why?", content)
}

fn sides(part: &Part<'_>, case: &Case<'_>) -> Element {
    let side = |heading: &str, reasons: &[ReasonSaid<'_>]| -> Option<Element> {
        let items = reasons.iter().map(|reason| item(part, reason)).collect();
        let list = element("ol").class("reasons");
        (!reasons.is_empty()).then(|| {
            element("div")
                .child(part.heading(1).text(heading))
                .children(first_then_folded(list, items, MOST, |rest| {
                    wording::capitalised(&wording::count(rest, "smaller reason"))
                }))
        })
    };
    let for_it = side(&case.heading_for, &case.reasons_for);
    let against = side(&case.heading_against, &case.reasons_against);
    element("div")
        .class("sides")
        .children(for_it.into_iter().chain(against))
}

fn item(part: &Part<'_>, reason: &ReasonSaid<'_>) -> Element {
    let answers = reason
        .answers
        .iter()
        .map(|(question, words)| format!("{question}: {words}"));
    let answers: Vec<String> = answers.collect();
    let text = element("span").children(part.cited(sentence(&reason.sentence), reason.sources));
    let mut item = element("li")
        .child(element("span").class("points").text(tenths(reason.points)))
        .child(text);
    if !answers.is_empty() {
        item = item.child(element("span").class("note").text(answers.join(" · ")));
    }
    item
}
