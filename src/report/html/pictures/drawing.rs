//! The parts that pictures are drawn with.
//!
//! Across, everything is placed in percent, so that a picture is as wide as its column; down, and in the size of
//! letters, in pixels, so that it is as legible on a telephone as on a wall.

use crate::report::html::markup::{Element, element};
use textwrap::Options;

/// Columns that a line of a label may take: what fits beside a number on a narrow telephone.
const LABEL_COLUMNS: usize = 34;
/// Columns of a line that has no number at its end.
const WHOLE_COLUMNS: usize = 44;
/// Lines that a label may take.
const LABEL_LINES: usize = 3;
/// Pixels from one line of a label to the next.
pub(crate) const LINE: f64 = 18.0;

/// A picture that grows downwards.
pub(crate) struct Drawing {
    id: String,
    shapes: Vec<Element>,
    /// Pixels used so far.
    pub(crate) bottom: f64,
}

impl Drawing {
    /// An empty one. The id is unlike any other's on the page.
    pub(crate) fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            shapes: Vec::new(),
            bottom: 0.0,
        }
    }

    /// Adds a shape.
    pub(crate) fn add(&mut self, shape: Element) {
        self.shapes.push(shape);
    }

    /// Adds a shape behind all others.
    pub(crate) fn add_behind(&mut self, shape: Element) {
        self.shapes.insert(0, shape);
    }

    /// A line of words over what is drawn next, as many lines as it takes, with a number at its right end.
    pub(crate) fn label(&mut self, words: &str, number: &str) {
        self.bottom += LINE;
        let first = self.bottom;
        let columns = if number.is_empty() {
            WHOLE_COLUMNS
        } else {
            LABEL_COLUMNS
        };
        for (position, line) in lines(words, columns).into_iter().enumerate() {
            if position > 0 {
                self.bottom += LINE;
            }
            self.add(text(0.0, self.bottom, "start", "t", line));
        }
        if !number.is_empty() {
            self.add(text(100.0, first, "end", "t n", number));
        }
    }

    /// A line of small words.
    pub(crate) fn note(&mut self, words: &str, class: &str) {
        for line in lines(words, WHOLE_COLUMNS) {
            self.bottom += LINE - 2.0;
            self.add(text(0.0, self.bottom, "start", class, line));
        }
    }

    /// The picture, with what it is called and what it shows in words.
    pub(crate) fn finish(self, title: &str, description: &str) -> Element {
        let [named, described] = ["title", "desc"].map(|part| format!("{}-{part}", self.id));
        element("svg")
            .with("role", "img")
            .with("aria-labelledby", format!("{named} {described}"))
            .with("width", "100%")
            .with("height", pixels(self.bottom + 4.0))
            .child(element("title").with("id", named).text(title))
            .child(element("desc").with("id", described).text(description))
            .children(self.shapes)
    }
}

/// A label broken into lines; what is left of a very long one is left out.
fn lines(words: &str, columns: usize) -> Vec<String> {
    // Nothing beyond this could be shown, and breaking a very long text would take long.
    let start: String = words
        .chars()
        .take(columns * (LABEL_LINES + 1) * 2)
        .collect();
    let mut lines: Vec<String> = textwrap::wrap(&start, Options::new(columns))
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    if lines.len() > LABEL_LINES {
        lines.truncate(LABEL_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Where values lie between the left and the right edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// From the least of these values to the greatest; zero is always in it.
    pub(crate) fn over(values: impl IntoIterator<Item = f64>) -> Self {
        let start = Self {
            low: 0.0,
            high: 0.0,
        };
        let scale = values.into_iter().fold(start, |scale, value| Self {
            low: scale.low.min(value),
            high: scale.high.max(value),
        });
        if scale.high > scale.low {
            scale
        } else {
            Self {
                low: -1.0,
                high: 1.0,
            }
        }
    }

    /// The same, zero in the middle.
    pub(crate) fn centred(self) -> Self {
        let most = self.high.max(-self.low);
        Self {
            low: -most,
            high: most,
        }
    }

    /// Percent from the left.
    pub(crate) fn at(self, value: f64) -> f64 {
        100.0 * (value.clamp(self.low, self.high) - self.low) / (self.high - self.low)
    }
}

/// A bar from one place to another, whichever is to the left.
pub(crate) fn bar(from: f64, to: f64, y: f64, height: f64, class: &str) -> Element {
    let (left, right) = (from.min(to), from.max(to));
    element("rect")
        .class(class)
        .with("x", percent(left))
        .with("y", pixels(y))
        .with("width", percent((right - left).max(0.3)))
        .with("height", pixels(height))
}

/// A line straight down.
pub(crate) fn upright(x: f64, top: f64, bottom: f64, class: &str) -> Element {
    line((x, top), (x, bottom), class)
}

/// A line straight across.
pub(crate) fn level(left: f64, right: f64, y: f64, class: &str) -> Element {
    line((left, y), (right, y), class)
}

fn line((x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) -> Element {
    element("line")
        .class(class)
        .with("x1", percent(x1))
        .with("y1", pixels(y1))
        .with("x2", percent(x2))
        .with("y2", pixels(y2))
}

/// A dot.
pub(crate) fn dot(x: f64, y: f64, class: &str) -> Element {
    element("circle")
        .class(class)
        .with("cx", percent(x))
        .with("cy", pixels(y))
}

/// Words that begin (`start`), end (`end`) or are centred (`middle`) at a place.
pub(crate) fn text(x: f64, y: f64, anchor: &str, class: &str, words: impl Into<String>) -> Element {
    // Words begin at the left edge where nothing else is said.
    let x = (x != 0.0).then(|| percent(x));
    let anchor = (anchor != "start").then_some(anchor);
    element("text")
        .class(class)
        .with_some("x", x)
        .with("y", pixels(y))
        .with_some("text-anchor", anchor)
        .text(words)
}

fn percent(number: f64) -> String {
    format!("{}%", rounded(number))
}

fn pixels(number: f64) -> String {
    rounded(number)
}

/// Two decimals at most.
fn rounded(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    (if rounded == 0.0 { 0.0 } else { rounded }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_its_values_and_zero() {
        let scale = Scale::over([20.0, 40.0]);
        assert!((scale.at(20.0) - 50.0).abs() < 1e-9);
        assert!((scale.centred().at(0.0) - 50.0).abs() < 1e-9);
        assert!((Scale::over([]).at(0.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_label_of_any_length_takes_few_lines() {
        assert_eq!(lines("Latency", LABEL_COLUMNS), ["Latency"]);
        let endless = lines(&"x".repeat(1_000_000), LABEL_COLUMNS);
        assert_eq!(endless.len(), LABEL_LINES);
        assert!(endless[2].ends_with('…'));
    }
}
