//! The scores as a small chart.

use crate::engine::decision::{AlternativeResult, Recommendation};
use crate::output::text::{Look, Page};
use crate::output::wording;
use crate::topics::decide::phrases;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

/// The ends of bars, by eighths of a column.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A row for each alternative: score, bar, range and whether it is ruled out.
pub(crate) fn scoreboard(page: &mut Page, recommendation: &Recommendation) {
    let scale = Scale::of(&recommendation.alternatives, page.look);
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(page.look.width - 1).unwrap_or(u16::MAX));
    for result in &recommendation.alternatives {
        table.add_row(vec![
            Cell::new(phrases::name(result.alternative)),
            Cell::new(page.draw(&Page::signed(&wording::signed_points(result.score))))
                .set_alignment(CellAlignment::Right),
            Cell::new(scale.bar(result.score)),
            Cell::new(page.draw(&remark(result))),
        ]);
    }
    for line in table.to_string().lines() {
        page.line(&format!(" {line}"), anstyle::Style::new());
    }
}

fn remark(result: &AlternativeResult) -> String {
    let mut remarks = Vec::new();
    if result.rank.is_none() {
        remarks.push("ruled out".to_owned());
    }
    let [low, high] =
        [result.range.low, result.range.high].map(|end| Page::signed(&wording::signed_points(end)));
    if low != high {
        let about = if result.range.exact { "" } else { "about " };
        remarks.push(format!("{about}{low} to {high}"));
    }
    remarks.join(", ")
}

/// How many columns a point takes, and where zero is.
struct Scale {
    left: usize,
    right: usize,
    per_point: f64,
    ascii: bool,
}

impl Scale {
    fn of(results: &[AlternativeResult], look: Look) -> Self {
        let longest = longest_bar(look.width);
        let end = |toward: f64| {
            results
                .iter()
                .map(|result| result.score * toward)
                .fold(0.0, f64::max)
        };
        let (lowest, highest) = (end(-1.0), end(1.0));
        let per_point = longest as f64 / (lowest + highest).max(20.0);
        let columns = |points: f64| whole(points * per_point);
        Self {
            left: columns(lowest),
            right: columns(highest),
            per_point,
            ascii: look.ascii,
        }
    }

    fn bar(&self, score: f64) -> String {
        let length = score.abs() * self.per_point;
        let axis = match (self.left, self.ascii) {
            (0, _) => "",
            (_, true) => "|",
            (_, false) => "│",
        };
        if score < 0.0 {
            let drawn = self.blocks(length, true);
            let padding = self.left.saturating_sub(drawn.chars().count());
            format!(
                "{}{drawn}{axis}{}",
                " ".repeat(padding),
                " ".repeat(self.right)
            )
        } else {
            let drawn = self.blocks(length, false);
            format!("{}{axis}{drawn}", " ".repeat(self.left))
        }
    }

    /// A bar of full blocks with a fraction at its outer end; at least a sliver for what is not zero.
    fn blocks(&self, length: f64, leftward: bool) -> String {
        if self.ascii {
            return "#".repeat(rounded(length));
        }
        if leftward {
            let halves = rounded(length * 2.0);
            let end = if halves % 2 == 1 { "▐" } else { "" };
            return format!("{end}{}", "█".repeat(halves / 2));
        }
        let eighths = rounded(length * 8.0);
        format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
    }
}

/// Columns of the longest bar, both sides of zero together: none where there is no room.
fn longest_bar(width: usize) -> usize {
    match width {
        0..60 => 0,
        60..76 => 12,
        _ => 24,
    }
}

/// Columns that hold a bar of this length; lengths are small and not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(length: f64) -> usize {
    length.ceil() as usize
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded(length: f64) -> usize {
    length.round() as usize
}
