//! Shapes that several parts of a rubric file share.

use crate::files::{FirmnessThresholds, Rubric, SourceIndex, Text, TextPart};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

/// A map that keeps its order.
#[derive(Debug)]
pub(crate) struct Ordered<K, V>(pub(crate) Vec<(K, V)>);

impl<K, V> Ordered<K, V> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Ordered<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[derive(Debug, serde::Serialize)]
pub(crate) struct Source<'r> {
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'r str>,
}

impl<'r> Source<'r> {
    pub(crate) fn new(source: &'r crate::files::Source) -> Self {
        Self {
            title: &source.title,
            author: source.author.as_deref(),
            publisher: source.publisher.as_deref(),
            date: source.date.as_deref(),
            url: source.url.as_deref(),
            note: source.note.as_deref(),
        }
    }
}

#[derive(Debug, PartialEq, serde::Serialize)]
pub(crate) struct Firmness {
    robust: Threshold,
    leaning: Threshold,
}

#[derive(Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
struct Threshold {
    acceptability: Number,
    weight_error: Number,
    outlook: Number,
}

impl Firmness {
    pub(crate) fn new(thresholds: &FirmnessThresholds) -> Self {
        let threshold = |threshold: &crate::files::Threshold| Threshold {
            acceptability: compact(threshold.acceptability),
            weight_error: compact(threshold.weight_error),
            outlook: compact(threshold.outlook),
        };
        Self {
            robust: threshold(&thresholds.robust),
            leaning: threshold(&thresholds.leaning),
        }
    }
}

/// Whether nothing was said about firmness that would not hold anyway.
pub(crate) fn is_default(firmness: &Firmness) -> bool {
    *firmness == Firmness::new(&FirmnessThresholds::default())
}

/// A number as people write it: `5`, not `5.0`.
#[allow(clippy::cast_possible_truncation)] // only of whole numbers that fit
pub(crate) fn compact(number: f64) -> Number {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT {
        return Number::from(number as i64);
    }
    // Numbers of a rubric are finite.
    Number::from_f64(number).unwrap_or_else(|| Number::from(0))
}

/// The ids of sources.
pub(crate) fn sources<'r>(sources: &[SourceIndex], rubric: &'r Rubric) -> Vec<&'r str> {
    let ids = sources
        .iter()
        .map(|index| rubric.source(*index).id.as_str());
    ids.collect()
}

/// A text as it stands in a file: answers and braces in braces.
pub(crate) fn text(text: &Text, rubric: &Rubric) -> String {
    let part = |part: &TextPart| match part {
        TextPart::Words(words) => words.replace('{', "{{").replace('}', "}}"),
        TextPart::Answer(question) => format!("{{{}}}", rubric.question(*question).id),
    };
    text.0.iter().map(part).collect()
}
