//! The answer, how firm it is, and what is ruled out.

use crate::engine::decision::{AdviceGiven, Recommendation};
use crate::output::wording;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Part, figure, pair, paragraph};
use crate::report::html::pictures;
use crate::topics::decide::{changes, phrases};
use crate::topics::rubric::reference;

/// What a reader in a hurry has to know.
pub(crate) fn summary(part: &Part<'_>) -> Vec<Element> {
    let section = part.section;
    let statement = element("blockquote")
        .class("statement")
        .child(paragraph(&section.y_statement));
    let advice = section.deferrals.iter().chain(&section.contradictions);
    let beside = [statement]
        .into_iter()
        .chain(advice.map(|advice| said(part, advice, 0)));
    vec![
        facts(section.recommendation, section.firmness_word()),
        pair(
            vec![paragraph(&section.summary).class("lead")],
            beside.collect(),
        ),
    ]
}

/// Advice in a box, with its heading so deep.
pub(crate) fn said(part: &Part<'_>, advice: &AdviceGiven, depth: usize) -> Element {
    element("div")
        .class("box")
        .child(
            part.heading(depth)
                .text(reference::advice_heading(advice.kind)),
        )
        .child(element("p").children(part.cited(&advice.say, &advice.sources)))
}

/// The figures that everybody asks for first.
fn facts(recommendation: &Recommendation, firmness: &str) -> Element {
    let result = wording::capitalised(&changes::outcome(&recommendation.outcome));
    let mut facts = vec![("Result", result, String::new())];
    let second = recommendation.alternatives.get(1);
    if let (Some(margin), Some(second)) = (recommendation.margin, second) {
        let rival = phrases::noun(second.alternative);
        let over = format!("over {rival}");
        facts.push(("Lead", phrases::points_apart(margin), over));
    }
    if !firmness.is_empty() {
        facts.push(("How firm", wording::capitalised(firmness), String::new()));
    }
    let coverage = wording::percent(recommendation.coverage);
    facts.push(("Weight answered", coverage, String::new()));
    if let Some(recorded) = &recommendation.recorded {
        let chosen = wording::capitalised(&phrases::names(&recorded.chosen));
        let on = recorded.decided_on.map(|day| format!("on {day}"));
        facts.push(("Decided", chosen, on.unwrap_or_default()));
    }
    element("dl")
        .class("facts")
        .children(facts.into_iter().map(|(name, value, more)| {
            let value = element("dd").text(value);
            element("div")
                .child(element("dt").text(name))
                .child(if more.is_empty() {
                    value
                } else {
                    value.child(element("span").text(more))
                })
        }))
}

/// How firm it is.
pub(crate) fn firmness(part: &Part<'_>) -> Option<Element> {
    let section = part.section;
    let mut content = Vec::new();
    content.extend(section.firmness.as_ref().map(paragraph));
    if let Some(outlook) = &section.outlook {
        let open = section.open_questions.len();
        content.push(paragraph(format!(
            "Open questions: {open}. {}",
            outlook.text
        )));
    }
    let mut drawn = Vec::new();
    if let Some(picture) = pictures::first_places(&part.id("first"), section.recommendation) {
        let how = "None of these shares is a probability of being right: they say how far the result rests on what was \
                   weighed and what is known.";
        drawn.push(figure(
            "How often each alternative comes first",
            how,
            picture,
        ));
    }
    let content = match (content.is_empty(), drawn.is_empty()) {
        (true, true) => Vec::new(),
        _ => vec![pair(content, drawn)],
    };
    part.section("firm", "How firm is it?", content)
}
