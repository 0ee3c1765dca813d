//! Numbers as a small chart of bars for a terminal.

use crate::output::document::Bar;

/// The ends of bars, by eighths of a column.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A row for each: name, number, bar and remark.
pub(crate) fn rows(bars: &[Bar], width: usize, ascii: bool) -> Vec<Vec<String>> {
    let scale = Scale::of(bars, width, ascii);
    let row = |bar: &Bar| {
        let (name, drawn) = (bar.name.to_owned(), scale.bar(bar.value));
        vec![name, bar.shown.clone(), drawn, bar.remark.clone()]
    };
    bars.iter().map(row).collect()
}

/// How many columns a point takes, and where zero is.
struct Scale {
    left: usize,
    right: usize,
    per_point: f64,
    ascii: bool,
}

impl Scale {
    fn of(bars: &[Bar], width: usize, ascii: bool) -> Self {
        let longest = longest_bar(width);
        let end = |toward: f64| {
            let ends = bars.iter().map(|bar| bar.value * toward);
            ends.fold(0.0, f64::max)
        };
        let (lowest, highest) = (end(-1.0), end(1.0));
        let per_point = longest as f64 / (lowest + highest).max(20.0);
        let columns = |points: f64| whole(points * per_point);
        Self {
            left: columns(lowest),
            right: columns(highest),
            per_point,
            ascii,
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
