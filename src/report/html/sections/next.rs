//! What to do next, what is accepted, and what was decided.

use crate::engine::decision::Recorded;
use crate::files::StepKind;
use crate::output::wording;
use crate::report::document::revisit::Risk;
use crate::report::document::steps::StepList;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Part, paragraph};
use crate::report::html::words::{sentence, tenths};
use crate::topics::decide::phrases;

/// What to do next.
pub(crate) fn next_steps(part: &Part<'_>) -> Option<Element> {
    let lists = &part.section.steps;
    let is_mix = lists
        .iter()
        .any(|list| list.alternative != lists[0].alternative);
    let content = lists
        .iter()
        .flat_map(|list| steps(part, list, is_mix))
        .collect();
    part.section("next", "Next steps", content)
}

fn steps(part: &Part<'_>, list: &StepList<'_>, is_mix: bool) -> Vec<Element> {
    let doing = phrases::doing(list.alternative);
    let heading = match (list.heading, is_mix) {
        ("", true) => wording::capitalised(doing),
        (heading, true) => format!("{heading}: {doing}"),
        (heading, false) => heading.to_owned(),
    };
    let items = list.steps.iter();
    let items =
        items.map(|step| element("li").children(part.cited(sentence(&step.say), &step.sources)));
    let name = if list.kind == StepKind::Step {
        "ol"
    } else {
        "ul"
    };
    let mut out = Vec::new();
    if !heading.is_empty() {
        out.push(part.heading(1).text(heading));
    }
    out.push(element(name).children(items));
    out
}

/// What is accepted with the choice.
pub(crate) fn risks(part: &Part<'_>) -> Option<Element> {
    let risks = &part.section.risks;
    let item = |risk: &Risk<'_>| {
        let (text, sources): (String, &[String]) = match risk {
            Risk::Veto(veto) => (
                format!("It goes against a veto: {}", veto.because),
                &veto.sources,
            ),
            Risk::Reason(reason) => (
                format!("{} ({} points)", reason.sentence, tenths(reason.points)),
                reason.sources,
            ),
            Risk::Caution(advice) => (advice.say.clone(), &advice.sources),
        };
        element("li").children(part.cited(sentence(&text), sources))
    };
    let content = (!risks.is_empty()).then(|| element("ul").children(risks.iter().map(item)));
    part.section("risks", "Risks accepted", content.into_iter().collect())
}

/// What the team decided.
pub(crate) fn decision(part: &Part<'_>) -> Option<Element> {
    let recorded = part.section.recommendation.recorded.as_ref()?;
    part.section("decision", "The decision", recorded_decision(recorded))
}

/// What was decided, why, and when to look at it again.
pub(crate) fn recorded_decision(recorded: &Recorded) -> Vec<Element> {
    let mut out = vec![paragraph(phrases::decided(recorded))];
    if let Some(because) = &recorded.because {
        out.push(
            element("blockquote")
                .class("statement")
                .child(paragraph(because)),
        );
    }
    if let Some(day) = recorded.review_by {
        out.push(paragraph(format!("To be reviewed by {day}.")));
    }
    out
}
