//! What a rubric was expected to say against what it says.

use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Firmness;
use crate::files::{Alternative, Expectation};
use crate::output::with_ids::with_ids;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that was expected and is not so. Both sides are written as in a case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unmet {
    /// The key of `expect`.
    pub key: ExpectationKey,
    /// What was expected.
    pub expected: String,
    /// What is so.
    pub found: String,
}

with_ids! {
    /// What can be expected of a rubric: a key of `expect` in a case.
    pub enum ExpectationKey {
        /// The kind of outcome.
        Outcome = "outcome",
        /// The recommended alternative.
        Recommended = "recommended",
        /// How firm the recommendation is.
        Firmness = "firmness",
        /// The vetoes that fire.
        Vetoes = "vetoes",
        /// The advice that is given.
        Advice = "advice",
    }
}

impl Unmet {
    /// Everything that is not as expected, in the order of the keys.
    pub(crate) fn all(expect: &Expectation, found: &Recommendation) -> Vec<Self> {
        let outcome = found.outcome.kind().id();
        let recommended = match &found.outcome {
            Outcome::Recommended(alternative) => Some(*alternative),
            _ => None,
        };
        let firmness = found.firmness.map(|firmness| firmness.word);
        let fired = found.vetoes.iter().filter(|veto| veto.fired);
        let checks = [
            expect
                .outcome
                .and_then(|expected| differs(ExpectationKey::Outcome, expected.id(), outcome)),
            unless_recommended(&expect.recommended, recommended, outcome),
            expect.firmness.and_then(|expected| {
                differs(
                    ExpectationKey::Firmness,
                    expected.id(),
                    firmness.map_or(outcome, Firmness::id),
                )
            }),
            expect.vetoes.as_deref().and_then(|expected| {
                ids_differ(
                    ExpectationKey::Vetoes,
                    expected,
                    fired.map(|veto| veto.id.as_str()),
                )
            }),
            expect.advice.as_deref().and_then(|expected| {
                ids_differ(
                    ExpectationKey::Advice,
                    expected,
                    found.advice.iter().map(|advice| advice.id.as_str()),
                )
            }),
        ];
        checks.into_iter().flatten().collect()
    }
}

fn differs(key: ExpectationKey, expected: &str, found: &str) -> Option<Unmet> {
    (expected != found).then(|| Unmet {
        key,
        expected: expected.to_owned(),
        found: found.to_owned(),
    })
}

fn unless_recommended(
    expected: &[Alternative],
    found: Option<Alternative>,
    outcome: &'static str,
) -> Option<Unmet> {
    let is_met = expected.is_empty() || found.is_some_and(|found| expected.contains(&found));
    (!is_met).then(|| Unmet {
        key: ExpectationKey::Recommended,
        expected: expected
            .iter()
            .map(|alternative| alternative.id())
            .collect::<Vec<_>>()
            .join(" or "),
        found: found.map_or(outcome, Alternative::id).to_owned(),
    })
}

/// Compares sets of ids; their order does not matter.
fn ids_differ<'f>(
    key: ExpectationKey,
    expected: &[String],
    found: impl Iterator<Item = &'f str>,
) -> Option<Unmet> {
    let mut expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    let mut found: Vec<&str> = found.collect();
    expected.sort_unstable();
    found.sort_unstable();
    differs(key, &listed(&expected), &listed(&found))
}

fn listed(ids: &[&str]) -> String {
    if ids.is_empty() {
        "none".to_owned()
    } else {
        ids.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::{ExpectationKey, ids_differ, unless_recommended};
    use crate::files::Alternative::{Build, Buy, OpenSource};

    #[test]
    fn ids_are_compared_as_sets_and_an_empty_list_expects_none() {
        let expected = ["b".to_owned(), "a".to_owned()];
        assert_eq!(
            ids_differ(ExpectationKey::Vetoes, &expected, ["a", "b"].into_iter()),
            None
        );
        let unmet = ids_differ(ExpectationKey::Vetoes, &[], ["a"].into_iter());
        let unmet = unmet.map(|unmet| (unmet.expected, unmet.found));
        assert_eq!(unmet, Some(("none".to_owned(), "a".to_owned())));
    }

    #[test]
    fn any_of_the_alternatives_expected_will_do() {
        assert_eq!(unless_recommended(&[], None, "too-close"), None);
        assert_eq!(
            unless_recommended(&[Build, Buy], Some(Buy), "recommended"),
            None
        );
        let unmet = unless_recommended(&[Build, Buy], Some(OpenSource), "recommended");
        assert_eq!(
            unmet.map(|unmet| unmet.expected),
            Some("build or buy".to_owned())
        );
    }
}
