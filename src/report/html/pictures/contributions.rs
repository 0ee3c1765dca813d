//! What each criterion adds to the score of an alternative.

use super::class;
use super::drawing::{Drawing, Scale, bar, upright};
use crate::engine::decision::{CriterionResult, Recommendation};
use crate::files::Alternative;
use crate::output::wording;
use crate::report::html::markup::Element;
use crate::report::html::words::tenths;
use crate::topics::decide::phrases;

/// How many criteria are drawn one by one: the rest is summed up.
const MOST: usize = 12;

/// Criteria with what they add, the strongest for first, the strongest against last; then the sum of the others.
struct Rows<'r> {
    shown: Vec<(&'r CriterionResult, f64)>,
    others: usize,
    rest: f64,
}

impl<'r> Rows<'r> {
    fn of(recommendation: &'r Recommendation, alternative: Alternative) -> Self {
        let all = recommendation.criteria.iter();
        let mut shown: Vec<(&CriterionResult, f64)> = all
            .map(|criterion| (criterion, criterion.contributions[alternative]))
            .filter(|(_, points)| *points != 0.0)
            .collect();
        shown.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        // One left over takes as much room as saying so.
        let most = if shown.len() == MOST + 1 {
            MOST + 1
        } else {
            MOST.min(shown.len())
        };
        let others = shown.split_off(most);
        shown.sort_by(|a, b| b.1.total_cmp(&a.1));
        Self {
            shown,
            others: others.len(),
            rest: others.iter().map(|(_, points)| points).sum(),
        }
    }
}

/// A picture for each alternative, all to the same scale.
pub(crate) fn contributions(
    id: &str,
    recommendation: &Recommendation,
) -> Vec<(Alternative, Element)> {
    let rows: Vec<(Alternative, Rows<'_>)> = recommendation
        .alternatives
        .iter()
        .map(|result| result.alternative)
        .map(|alternative| (alternative, Rows::of(recommendation, alternative)))
        .filter(|(_, rows)| !rows.shown.is_empty())
        .collect();
    let each = rows.iter().flat_map(|(_, rows)| {
        let points = rows.shown.iter().map(|(_, points)| *points);
        points.chain([rows.rest])
    });
    let scale = Scale::over(each).centred();
    rows.iter()
        .map(|(alternative, rows)| {
            let id = format!("{id}-{}", alternative.id());
            (*alternative, picture(&id, scale, *alternative, rows))
        })
        .collect()
}

fn picture(id: &str, scale: Scale, alternative: Alternative, rows: &Rows<'_>) -> Element {
    let mut drawing = Drawing::new(id);
    let mut words = Vec::new();
    let fill = class(alternative);
    for (criterion, points) in &rows.shown {
        row(&mut drawing, scale, (&criterion.title, *points), fill);
        words.push(format!("{} {}", criterion.title, tenths(*points)));
    }
    if rows.others > 0 {
        let others = wording::count(rows.others, "smaller one");
        row(&mut drawing, scale, (&others, rows.rest), "rest");
        words.push(format!("{others} {}", tenths(rows.rest)));
    }
    let title = format!(
        "What speaks for and against {}",
        phrases::doing(alternative)
    );
    drawing.finish(&title, &format!("In points: {}.", words.join("; ")))
}

fn row(drawing: &mut Drawing, scale: Scale, (title, points): (&str, f64), fill: &str) {
    drawing.label(title, &tenths(points));
    let top = drawing.bottom + 5.0;
    let (zero, end) = (scale.at(0.0), scale.at(points));
    let side = if points < 0.0 { "against" } else { "for" };
    drawing.add(bar(zero, end, top, 8.0, &format!("{fill} {side}")));
    drawing.add(upright(zero, top - 2.0, top + 10.0, "axis"));
    drawing.bottom = top + 11.0;
}
