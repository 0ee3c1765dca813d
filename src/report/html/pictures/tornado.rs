//! How far the lead moves with each weight, and where it is lost.

use super::drawing::{Drawing, LINE, Scale, bar, dot, text, upright};
use crate::engine::decision::{Recommendation, WeightsResult};
use crate::engine::robustness::Swing;
use crate::files::Weight;
use crate::output::wording;
use crate::report::html::markup::Element;
use crate::report::html::words::points;
use crate::topics::decide::{changes, phrases};

/// How many weights are drawn.
const MOST: usize = 10;

/// The lead as each weight goes from the least to the most it may be, those that move it farthest first; none unless
/// two alternatives are viable.
pub(crate) fn tornado(id: &str, recommendation: &Recommendation) -> Option<Element> {
    let weights = recommendation.robustness.weights.as_ref()?;
    let mut swings = weights.swings();
    // Those that lose the lead are shown, however little they move it.
    swings.sort_by_key(|swing| !loses_the_lead(swing));
    swings.truncate(MOST);
    swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    swings.retain(|swing| swing.width() > 0.0);
    let (now, tie) = (recommendation.margin?, recommendation.tie_margin);
    let ends = swings
        .iter()
        .flat_map(|swing| [swing.at_least, swing.at_most]);
    let scale = Scale::over(ends.chain([now, tie]));
    let mut drawing = Drawing::new(id);
    marks(&mut drawing, scale, now);
    let top = drawing.bottom + 3.0;
    let mut words = Vec::new();
    for swing in &swings {
        words.push(row(&mut drawing, scale, recommendation, weights, swing));
    }
    let bottom = drawing.bottom;
    drawing.add_behind(upright(scale.at(now), top, bottom, "now"));
    drawing.add_behind(upright(scale.at(0.0), top, bottom, "axis"));
    drawing.add_behind(bar(scale.at(0.0), scale.at(tie), top, bottom - top, "tie"));
    (!words.is_empty()).then(|| {
        let lead = format!("The lead of {} ", phrases::noun(weights.alternatives[0]));
        let description = format!(
            "{lead}by weight, now {}: {}.",
            points(now),
            words.join("; ")
        );
        drawing.finish("How far the lead moves with each weight", &description)
    })
}

/// What the two upright lines stand for.
fn marks(drawing: &mut Drawing, scale: Scale, now: f64) {
    drawing.bottom += LINE;
    let (zero, lead) = (scale.at(0.0), scale.at(now));
    let anchor = |x: f64| match x {
        x if x < 12.0 => "start",
        x if x > 80.0 => "end",
        _ => "middle",
    };
    drawing.add(text(
        lead,
        drawing.bottom,
        anchor(lead),
        "t s",
        format!("now {}", points(now)),
    ));
    if (lead - zero).abs() > 22.0 {
        drawing.add(text(zero, drawing.bottom, anchor(zero), "t s", "level"));
    }
}

fn loses_the_lead(swing: &Swing<String>) -> bool {
    swing.at_least < 0.0 || swing.at_most < 0.0
}

fn row(
    drawing: &mut Drawing,
    scale: Scale,
    recommendation: &Recommendation,
    weights: &WeightsResult,
    swing: &Swing<String>,
) -> String {
    let criterion = recommendation
        .criteria
        .iter()
        .find(|criterion| criterion.id == swing.of);
    let title = criterion.map_or(swing.of.as_str(), |criterion| &criterion.title);
    let (least, most) = (points(swing.at_least), points(swing.at_most));
    let ends = format!("{least} … {most}");
    drawing.label(title, &ends);
    let middle = drawing.bottom + 13.0;
    let [from, to] = [swing.at_least, swing.at_most].map(|lead| scale.at(lead));
    drawing.add(bar(from, to, middle - 4.0, 8.0, "swing"));
    drawing.add(dot(from, middle, "least"));
    drawing.add(dot(to, middle, "most"));
    drawing.bottom = middle + 9.0;
    for change in changes::weight_changes(weights) {
        if change.criterion == swing.of {
            let how = if change.points < change.now {
                "less"
            } else {
                "more"
            };
            let rival = phrases::noun(change.rival);
            drawing.note(
                &format!("{} or {how} puts {rival} ahead", change.points),
                "t s warn",
            );
        }
    }
    drawing.bottom += 2.0;
    format!(
        "{title} (weight {}) {least} at weight {}, {most} at weight {}",
        wording::number(f64::from(swing.points)),
        Weight::MIN,
        Weight::MAX
    )
}
