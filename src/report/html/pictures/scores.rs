//! Where each alternative stands, and where it could end.

use super::class;
use super::drawing::{Drawing, Scale, bar, level, upright};
use crate::engine::decision::{AlternativeResult, Recommendation};
use crate::output::wording;
use crate::report::html::markup::Element;
use crate::report::html::words::{points, range};
use crate::topics::decide::phrases;

/// The scores of the alternatives, with what they could come to.
pub(crate) fn scores(id: &str, recommendation: &Recommendation) -> Element {
    let all = &recommendation.alternatives;
    let ends = all
        .iter()
        .flat_map(|result| [result.score, result.range.low, result.range.high]);
    let scale = Scale::over(ends).centred();
    let mut drawing = Drawing::new(id);
    for result in all {
        row(&mut drawing, scale, result);
    }
    let bottom = drawing.bottom;
    drawing.add(upright(scale.at(0.0), 22.0, bottom, "axis"));
    let words: Vec<String> = all.iter().map(in_words).collect();
    drawing.finish("Scores", &format!("{}.", words.join("; ")))
}

fn row(drawing: &mut Drawing, scale: Scale, result: &AlternativeResult) {
    drawing.bottom += 4.0;
    let name = wording::capitalised(phrases::name(result.alternative));
    let name = if result.rank.is_none() {
        format!("{name} (ruled out)")
    } else {
        name
    };
    drawing.label(&name, &points(result.score));
    let top = drawing.bottom + 7.0;
    let fill = class(result.alternative);
    let out = if result.rank.is_none() { " out" } else { "" };
    let (zero, end) = (scale.at(0.0), scale.at(result.score));
    drawing.add(bar(zero, end, top, 16.0, &format!("{fill}{out}")));
    let [low, high] = [result.range.low, result.range.high].map(|end| scale.at(end));
    if high - low > 0.05 {
        let middle = top + 23.0;
        drawing.add(level(low, high, middle, "whisker"));
        for end in [low, high] {
            drawing.add(upright(end, middle - 4.0, middle + 4.0, "whisker"));
        }
    }
    drawing.bottom = top + 31.0;
}

fn in_words(result: &AlternativeResult) -> String {
    let out = if result.rank.is_none() {
        ", ruled out"
    } else {
        ""
    };
    let name = phrases::name(result.alternative);
    let score = points(result.score);
    match range(result.range) {
        Some(range) => format!("{name} {score}{out}, could come to {range}"),
        None => format!("{name} {score}{out}"),
    }
}
