//! Numbers.

use std::ops::RangeInclusive;

use super::scalar::{shortened, wrong_type};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Problem, ProblemCode};
use crate::output::wording;

/// A finite number in a range, written in decimals.
pub(crate) fn number(
    node: &Node,
    (minimum, maximum): (Option<f64>, Option<f64>),
    problems: &mut Problems<'_>,
) -> Option<f64> {
    let range = NumberRange { minimum, maximum };
    let expected = range.words();
    let NodeKind::Scalar { text, plain } = &node.kind else {
        problems.add(wrong_type(node, "this", &expected, problems));
        return None;
    };
    let Some(number) = decimal(text) else {
        let problem = wrong_type(node, "this", &expected, problems);
        problems.add(problem.maybe_help(range.help(text)));
        return None;
    };
    if !plain {
        let problem = wrong_type(node, "this", &expected, problems);
        problems.add(problem.help(format!("write {text} without quotes")));
        return None;
    }
    if !range.contains(number) {
        let found = format!("`{}` is out of range", shortened(text));
        problems.add(Problem::new(ProblemCode::OutOfRange, node.place, found).expected(expected));
        return None;
    }
    // Zero has no sign here.
    Some(number + 0.0)
}

/// A whole number in a range.
pub(crate) fn whole<T>(
    node: &Node,
    range: RangeInclusive<i64>,
    problems: &mut Problems<'_>,
) -> Option<T>
where
    T: TryFrom<i64>,
{
    let expected = format!("a whole number from {} to {}", range.start(), range.end());
    let NodeKind::Scalar { text, plain } = &node.kind else {
        problems.add(wrong_type(node, "this", &expected, problems));
        return None;
    };
    let is_decimal = decimal(text).is_some();
    let digits = text.strip_prefix('+').unwrap_or(text);
    match digits.parse::<i64>().ok().filter(|_| is_decimal) {
        Some(_) if !plain => {
            let problem = wrong_type(node, "this", &expected, problems);
            problems.add(problem.help(format!("write {text} without quotes")));
            None
        }
        Some(number) if range.contains(&number) => T::try_from(number).ok(),
        Some(_) => {
            let found = format!("`{text}` is out of range");
            problems
                .add(Problem::new(ProblemCode::OutOfRange, node.place, found).expected(expected));
            None
        }
        None => {
            problems.add(wrong_type(node, "this", &expected, problems));
            None
        }
    }
}

/// The numbers that are allowed, both ends included.
#[derive(Clone, Copy)]
struct NumberRange {
    minimum: Option<f64>,
    maximum: Option<f64>,
}

impl NumberRange {
    fn contains(self, number: f64) -> bool {
        self.minimum.is_none_or(|low| number >= low)
            && self.maximum.is_none_or(|high| number <= high)
    }

    fn words(self) -> String {
        match (self.minimum, self.maximum) {
            (Some(low), Some(high)) => format!(
                "a number from {} to {}",
                wording::number(low),
                wording::number(high)
            ),
            (Some(low), None) => format!("a number, {} or more", wording::number(low)),
            (None, Some(high)) => format!("a number, {} or less", wording::number(high)),
            (None, None) => "a number".to_owned(),
        }
    }

    /// How to write what was most likely meant, if that is allowed here.
    fn help(self, text: &str) -> Option<String> {
        let plain = without_grouping(text);
        let length = plain
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .count();
        let (digits, rest) = plain.split_at(length);
        let number = decimal(digits)?;
        let allowed = |number: f64| self.contains(number).then(|| format!("write {number}"));
        match rest.trim() {
            "" => allowed(number),
            "k" | "K" => allowed(number * 1e3),
            "M" => allowed(number * 1e6),
            "%" if self.maximum == Some(1.0) => allowed(number / 100.0),
            "e" | "E" => None,
            unit if unit
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '%' | '/' | ' ')) =>
            {
                self.contains(number)
                    .then(|| format!("write {digits} alone; the rubric knows the unit"))
            }
            _ => None,
        }
    }
}

/// A number without the signs that group its thousands, and with a point for a decimal comma.
fn without_grouping(text: &str) -> String {
    let mut plain: String = text.chars().filter(|c| !matches!(c, '_' | '\'')).collect();
    while let Some(comma) = plain.find(',') {
        let digits = plain[comma + 1..]
            .chars()
            .take_while(char::is_ascii_digit)
            .count();
        let replacement = if digits == 3 { "" } else { "." };
        plain.replace_range(comma..=comma, replacement);
    }
    plain
}

/// The decimals of YAML's core schema; neither hexadecimal nor octal, nor infinities, nor digits grouped by `_`.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let starts_well = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let is_decimal = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    let leading_zero =
        digits.len() > 1 && digits.starts_with('0') && digits.as_bytes()[1].is_ascii_digit();
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.filter(|_| starts_well && is_decimal && !leading_zero)
}
