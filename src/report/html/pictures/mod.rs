//! Pictures of a recommendation, as SVG in the page.

pub mod contributions;
pub mod drawing;
pub mod first;
pub mod scores;
pub mod tornado;

use super::markup::{Element, element};
use crate::files::Alternative;

pub(crate) use contributions::contributions;
pub(crate) use first::first_places;
pub(crate) use scores::scores;
pub(crate) use tornado::tornado;

/// The class of whatever is drawn for an alternative. Each has a colour and a pattern of its own.
pub(crate) const fn class(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Build => "build",
        Alternative::Buy => "buy",
        Alternative::OpenSource => "open",
    }
}

/// The patterns that tell the alternatives apart without colour; once on a page, before every picture.
pub(crate) fn patterns() -> Element {
    let pattern = |id: &str, size: &str| {
        element("pattern")
            .with("id", id)
            .with("width", size)
            .with("height", size)
            .with("patternUnits", "userSpaceOnUse")
    };
    let ground = |class: &str, size: &str| {
        element("rect")
            .class(class)
            .with("width", size)
            .with("height", size)
    };
    let stripe = element("line")
        .class("buy-mark")
        .with("x1", "0")
        .with("y1", "0")
        .with("x2", "0")
        .with("y2", "7");
    let point = element("circle")
        .class("open-mark")
        .with("cx", "3")
        .with("cy", "3")
        .with("r", "1.4");
    element("svg")
        .class("patterns")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(
            element("defs")
                .child(
                    pattern("stripes", "7")
                        .with("patternTransform", "rotate(45)")
                        .child(ground("buy-ground", "7"))
                        .child(stripe),
                )
                .child(
                    pattern("dots", "6")
                        .child(ground("open-ground", "6"))
                        .child(point),
                ),
        )
}
