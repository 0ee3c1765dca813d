//! What the components come to together.

use super::next::recorded_decision;
use crate::engine::decision::AnswerState;
use crate::output::wording;
use crate::report::document::whole::{MixReport, Report};
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{cell, table};

/// The components with their results, and what they have in common.
pub(crate) fn overview(report: &Report<'_>, mix: &MixReport<'_>) -> Element {
    let rows = mix
        .results
        .iter()
        .enumerate()
        .map(|(position, (part, result))| {
            let link = element("a")
                .with("href", format!("#part-{}", position + 1))
                .text(&part.title);
            let coverage = wording::percent(part.recommendation.coverage);
            vec![
                element("th").with("scope", "row").child(link),
                cell(wording::capitalised(result)),
                cell(coverage),
            ]
        });
    let columns = &[
        ("Component", false),
        ("Result", false),
        ("Weight answered", true),
    ];
    let mut out = element("section")
        .with("id", "overview")
        .with("aria-labelledby", "overview-title")
        .child(
            element("h2")
                .with("id", "overview-title")
                .text("Component by component"),
        )
        .child(table(
            "What each component comes to",
            columns,
            rows.collect(),
        ));
    if !mix.drivers.is_empty() {
        out = out
            .child(element("h3").text("Shared answers behind strong reasons of several components"))
            .child(
                element("ul").children(mix.drivers.iter().map(|(driver, parts)| {
                    let answer = &driver.answer;
                    let words = match &answer.state {
                        AnswerState::Known(words) | AnswerState::MayNotApply(words) => {
                            words.as_str()
                        }
                        _ => "not known",
                    };
                    element("li").text(format!("{} {words} ({})", answer.ask, wording::list(parts)))
                })),
            );
    }
    if let Some(recorded) = report.recorded {
        out = out
            .child(element("h3").text("The decision for the whole"))
            .children(recorded_decision(recorded));
    }
    out
}
