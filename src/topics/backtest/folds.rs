//! Cross-validation: weights are tuned on some organisations and tested on the others.

use std::collections::BTreeSet;

use super::tally::Tally;
use super::trial::Comparison;
use super::tuning::{stated, tune};
use crate::engine::scoring::{Outcome, Standing};
use crate::files::Facts;
use crate::files::{Alternative, CaseFile, Rubric};

/// How a rubric does on cases that its weights were not tuned on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossValidation {
    /// All cases, with one set of weights and another.
    pub tuned: Tuned,
    /// The folds.
    pub folds: Vec<FoldResult>,
    /// The criteria whose weight tuning on all cases changes: id, points as written, points as tuned.
    pub changes: Vec<(String, u8, u8)>,
}

/// All cases, with weights that were come by in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tuned {
    /// With the weights as written.
    pub as_written: Tally,
    /// With weights tuned on all of them: what looking twice at the same cases makes of it.
    pub on_all: Tally,
    /// Each with weights tuned without it and the other cases of its fold.
    pub held_out: Tally,
}

impl Tuned {
    /// The sum of two, over cases that they do not share.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            as_written: self.as_written.plus(other.as_written),
            on_all: self.on_all.plus(other.on_all),
            held_out: self.held_out.plus(other.held_out),
        }
    }
}

/// One fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldResult {
    /// How many organisations are in it.
    pub organisations: usize,
    /// Its cases, with weights tuned on the other folds.
    pub held_out: Tally,
    /// How many weights that tuning changes.
    pub weights_changed: usize,
}

/// The fold of each case, from 0: organisations in the order of their names are dealt to the folds in turn, and every
/// case goes with its organisation. Names that differ only in case or spaces are the same organisation.
pub fn split(organisations: &[&str], folds: usize) -> Vec<usize> {
    let names: Vec<String> = organisations.iter().map(|name| folded(name)).collect();
    let order: BTreeSet<&String> = names.iter().collect();
    let order: Vec<&String> = order.into_iter().collect();
    let position = |name: &String| order.binary_search(&name).unwrap_or_else(|near| near);
    names
        .iter()
        .map(|name| position(name) % folds.max(1))
        .collect()
}

fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A case as tuning sees it.
pub(crate) struct Sample {
    standing: Standing,
    chosen: Vec<Alternative>,
    /// The weights that the case sets itself.
    own: Vec<Option<u8>>,
}

impl Sample {
    fn new(rubric: &Rubric, file: &CaseFile) -> Option<Self> {
        let requirements = &file.requirements;
        requirements.case.as_ref()?;
        let weights = &requirements.weights;
        let facts = Facts::new(rubric, &requirements.answers);
        Some(Self {
            standing: Standing::new(rubric, &facts, weights),
            chosen: requirements.decision.as_ref()?.chosen.clone(),
            own: rubric
                .criterion_indices()
                .map(|index| weights.get(index).map(|own| own.weight.points()))
                .collect(),
        })
    }

    /// Whether the rubric would agree under these weights, and whether it would commit itself.
    pub(crate) fn under(&self, rubric: &Rubric, points: &[u8]) -> (bool, bool) {
        let points: Vec<u8> = points
            .iter()
            .zip(&self.own)
            .map(|(&points, own)| own.unwrap_or(points))
            .collect();
        let standing = self.standing.reweighted(rubric, &points);
        let is_viable = |alternative| standing.is_viable(alternative);
        let comparison = Comparison::of(&self.chosen, &standing.outcome, is_viable);
        let commits = matches!(standing.outcome, Outcome::Recommended(_));
        (comparison == Comparison::Agrees, commits)
    }
}

impl CrossValidation {
    /// Cross-validation over so many folds; none if there are fewer organisations than folds, or fewer folds than two.
    pub fn new(rubric: &Rubric, files: &[CaseFile], folds: usize) -> Option<Self> {
        let (names, samples): (Vec<&str>, Vec<Sample>) = files
            .iter()
            .filter_map(|file| {
                let case = file.requirements.case.as_ref()?;
                Some((case.organisation.as_str(), Sample::new(rubric, file)?))
            })
            .unzip();
        let fold_of = split(&names, folds);
        if folds < 2 || (0..folds).any(|fold| !fold_of.contains(&fold)) {
            return None;
        }
        let tested = (0..folds).map(|fold| {
            let (inside, outside): (Vec<_>, Vec<_>) =
                (0..samples.len()).partition(|&at| fold_of[at] == fold);
            let pick =
                |at: &[usize]| -> Vec<&Sample> { at.iter().map(|&at| &samples[at]).collect() };
            let tuned = tune(rubric, &pick(&outside));
            let organisations: BTreeSet<String> =
                inside.iter().map(|&at| folded(names[at])).collect();
            FoldResult {
                organisations: organisations.len(),
                held_out: tally(rubric, &pick(&inside), &tuned),
                weights_changed: changes(rubric, &tuned).len(),
            }
        });
        let folds: Vec<FoldResult> = tested.collect();
        let all: Vec<&Sample> = samples.iter().collect();
        let tuned = tune(rubric, &all);
        Some(Self {
            tuned: Tuned {
                as_written: tally(rubric, &all, &stated(rubric)),
                on_all: tally(rubric, &all, &tuned),
                held_out: folds
                    .iter()
                    .fold(Tally::default(), |sum, fold| sum.plus(fold.held_out)),
            },
            changes: changes(rubric, &tuned),
            folds,
        })
    }

    /// How many organisations there are, which is the most folds there can be.
    pub fn organisations(files: &[CaseFile]) -> usize {
        let cases = files
            .iter()
            .filter_map(|file| file.requirements.case.as_ref());
        let names: BTreeSet<String> = cases.map(|case| folded(&case.organisation)).collect();
        names.len()
    }
}

fn tally(rubric: &Rubric, samples: &[&Sample], points: &[u8]) -> Tally {
    samples.iter().fold(Tally::default(), |tally, sample| {
        let (agrees, commits) = sample.under(rubric, points);
        tally.with(agrees, commits)
    })
}

fn changes(rubric: &Rubric, tuned: &[u8]) -> Vec<(String, u8, u8)> {
    let each = rubric.criteria.iter().zip(tuned);
    each.map(|(criterion, &tuned)| (criterion.id.clone(), criterion.weight.points(), tuned))
        .filter(|(_, stated, tuned)| stated != tuned)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{folded, split};
    use proptest::prelude::*;

    #[test]
    fn organisations_are_dealt_in_the_order_of_their_names() {
        let folds = split(&["Uber", "Airbnb", "Netflix", "uber ", "Stripe"], 2);
        // Airbnb, Netflix, Stripe, Uber
        assert_eq!(folds, [1, 0, 1, 1, 0]);
    }

    proptest! {
        #[test]
        fn folds_partition_the_cases_and_never_split_an_organisation(
            names in prop::collection::vec("[a-dA-D ]{1,3}", 0..40),
            folds in 1usize..7,
        ) {
            let borrowed: Vec<&str> = names.iter().map(String::as_str).collect();
            let split = split(&borrowed, folds);
            prop_assert_eq!(split.len(), names.len());
            prop_assert!(split.iter().all(|&fold| fold < folds));
            let mut fold_of = BTreeMap::new();
            for (name, &fold) in names.iter().zip(&split) {
                prop_assert_eq!(*fold_of.entry(folded(name)).or_insert(fold), fold);
            }
            // The sizes differ by one organisation at most.
            let sizes: Vec<usize> = (0..folds)
                .map(|fold| fold_of.values().filter(|&&of| of == fold).count())
                .collect();
            let (most, least) = (sizes.iter().max(), sizes.iter().min());
            prop_assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1));
        }
    }
}
