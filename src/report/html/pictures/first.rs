//! How often each alternative comes first.

use super::class;
use super::drawing::{Drawing, bar};
use crate::engine::decision::Recommendation;
use crate::engine::robustness::acceptability::Acceptability;
use crate::files::Alternative;
use crate::output::wording;
use crate::report::html::markup::{Element, element};
use crate::topics::decide::phrases;

/// Shares of weightings, and of ways the open questions could turn out; none if only one alternative can come first.
pub(crate) fn first_places(id: &str, recommendation: &Recommendation) -> Option<Element> {
    let robustness = &recommendation.robustness;
    let mut drawing = Drawing::new(id);
    let mut words = Vec::new();
    let mut add = |label: &str, shares: &[(Alternative, f64)]| {
        words.push(row(&mut drawing, label, shares));
    };
    if let Some(weights) = &robustness.weights {
        let of = |acceptability: &Acceptability| -> Vec<(Alternative, f64)> {
            let first = acceptability.ranks.iter().map(|ranks| ranks[0]);
            weights.alternatives.iter().copied().zip(first).collect()
        };
        add("Of 100 weightings near yours", &of(&weights.near_stated));
        add("Of 100 of all weightings", &of(&weights.over_all));
    }
    let outlook = &robustness.outlook;
    if !recommendation.open_questions.is_empty() && outlook.exact {
        let shares: Vec<_> = recommendation
            .alternatives
            .iter()
            .map(|result| (result.alternative, outlook.first[result.alternative].low))
            .collect();
        add("Of 100 ways the open answers could go", &shares);
    }
    (!words.is_empty()).then(|| {
        let description = format!("{}.", words.join("; "));
        drawing.finish("How often each comes first", &description)
    })
}

fn row(drawing: &mut Drawing, label: &str, shares: &[(Alternative, f64)]) -> String {
    drawing.bottom += 6.0;
    drawing.label(label, "");
    let top = drawing.bottom + 7.0;
    let mut left = 0.0;
    let mut names = Vec::new();
    for &(alternative, share) in shares.iter().filter(|(_, share)| *share > 0.0) {
        let right = left + 100.0 * share;
        let right = if right > 99.99 { 100.0 } else { right };
        drawing.add(bar(left, right, top, 22.0, class(alternative)));
        left = right;
        let count = wording::out_of_100(share);
        names.push((
            alternative,
            format!("{} {count}", phrases::name(alternative)),
        ));
    }
    if left < 99.9 {
        drawing.add(bar(left, 100.0, top, 22.0, "none"));
    }
    drawing.bottom = top + 22.0 + 18.0;
    let mut line = element("text")
        .class("t s")
        .with("x", "0")
        .with("y", drawing.bottom.to_string());
    for (position, (alternative, name)) in names.iter().enumerate() {
        let gap = if position > 0 { "14" } else { "0" };
        line = line
            .child(
                element("tspan")
                    .class(&format!("key {}", class(*alternative)))
                    .with("dx", gap)
                    .text("■ "),
            )
            .child(element("tspan").text(name));
    }
    drawing.add(line);
    let names: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    format!("{label}: {}", names.join(", "))
}
