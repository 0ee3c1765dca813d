//! Musts, and what evidence counts, as they stand in a file.

use super::condition::Condition;
use super::each;
use super::shapes::{compact, sources, text};
use crate::files::{CandidateKind, Demand, Rubric, Strength};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Number;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Must<'r> {
    id: &'r str,
    title: &'r str,
    ask: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    selects: bool,
    needs: Vec<Need<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'r str>,
}

impl<'r> Must<'r> {
    pub(crate) fn new(must: &'r crate::files::Must, rubric: &'r Rubric) -> Self {
        let is_for_all = must.kinds == CandidateKind::ALL;
        let kinds = must.kinds.iter().map(|kind| kind.id());
        Self {
            id: &must.id,
            title: &must.title,
            ask: text(&must.ask, rubric),
            kinds: if is_for_all {
                Vec::new()
            } else {
                kinds.collect()
            },
            selects: must.selects,
            needs: each(&must.needs, rubric, Need::new),
            sources: sources(&must.sources, rubric),
        }
    }
}

#[derive(Debug, Serialize)]
struct Need<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition<'r>>,
    has: Has<'r>,
}

impl<'r> Need<'r> {
    fn new(need: &'r crate::files::Need, rubric: &'r Rubric) -> Self {
        Self {
            when: need.when.as_ref().map(|when| Condition::new(when, rubric)),
            has: Has(&need.has),
        }
    }
}

/// What a candidate is to have.
#[derive(Debug)]
struct Has<'r>(&'r Demand);

impl Serialize for Has<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self.0 {
            Demand::NotDocumented => return serializer.serialize_str("not-documented"),
            _ => serializer.serialize_map(Some(1))?,
        };
        match self.0 {
            Demand::NotDocumented => {}
            Demand::AllOf(all) => map.serialize_entry("all-of", &several(all))?,
            Demand::AnyOf(any) => map.serialize_entry("any-of", &several(any))?,
            Demand::Has {
                attribute,
                words,
                all,
            } => {
                let words: Vec<&str> = words.iter().map(|word| word.id.as_str()).collect();
                match words.as_slice() {
                    [one] => map.serialize_entry(attribute.id(), one)?,
                    words if *all => {
                        let includes = std::collections::BTreeMap::from([("includes-all", words)]);
                        map.serialize_entry(attribute.id(), &includes)?;
                    }
                    words => map.serialize_entry(attribute.id(), words)?,
                }
            }
        }
        map.end()
    }
}

fn several(parts: &[Demand]) -> Vec<Has<'_>> {
    parts.iter().map(Has).collect()
}

/// What evidence counts, in the order of its strength.
#[derive(Debug)]
pub(crate) struct EvidenceCounts([(&'static str, Number); Strength::ALL.len()]);

impl EvidenceCounts {
    /// The counts, unless they are those that hold anyway.
    pub(crate) fn new(counts: &crate::files::EvidenceCounts) -> Option<Self> {
        let is_default = *counts == crate::files::EvidenceCounts::default();
        let count = |strength: Strength| (strength.id(), compact(counts.of(strength)));
        (!is_default).then(|| Self(Strength::ALL.map(count)))
    }
}

impl Serialize for EvidenceCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, count)| (key, count)))
    }
}
