//! Which parts of a rubric the cases reach.

use std::collections::BTreeSet;

use super::trial::Trial;
use crate::engine::decision::Recommendation;
use crate::files::{Rubric, TextPart};

/// How much of a rubric at least one case reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Rows of the decision tables.
    pub rows: Unreached<UnreachedRow>,
    /// Vetoes, by id.
    pub vetoes: Unreached<String>,
    /// Advice, by id.
    pub advice: Unreached<String>,
}

/// What no case reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached<T> {
    /// How many there are in all.
    pub of: usize,
    /// Those that no case reaches, as in the rubric.
    pub items: Vec<T>,
}

/// A row of a decision table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreachedRow {
    /// The id of the criterion.
    pub criterion: String,
    /// The position of the row, from 1.
    pub row: usize,
    /// What it says, answers named as in the rubric.
    pub because: String,
}

impl Reach {
    /// Whether the cases reach everything.
    pub fn is_full(&self) -> bool {
        self.rows.items.is_empty() && self.vetoes.items.is_empty() && self.advice.items.is_empty()
    }

    /// What some trials reach of a rubric.
    pub fn of(rubric: &Rubric, trials: &[Trial]) -> Self {
        let results: Vec<&Recommendation> =
            trials.iter().filter_map(Trial::recommendation).collect();
        let fired: BTreeSet<&str> = trials.iter().flat_map(Trial::fired_vetoes).collect();
        let given: BTreeSet<&str> = trials.iter().flat_map(Trial::advice).collect();
        let vetoes = rubric.vetoes.iter().map(|veto| &veto.id);
        let advice = rubric.advice.iter().map(|advice| &advice.id);
        Self {
            rows: rows(rubric, &results),
            vetoes: Unreached {
                of: rubric.vetoes.len(),
                items: vetoes
                    .filter(|id| !fired.contains(id.as_str()))
                    .cloned()
                    .collect(),
            },
            advice: Unreached {
                of: rubric.advice.len(),
                items: advice
                    .filter(|id| !given.contains(id.as_str()))
                    .cloned()
                    .collect(),
            },
        }
    }
}

fn rows(rubric: &Rubric, results: &[&Recommendation]) -> Unreached<UnreachedRow> {
    let mut unreached = Unreached {
        of: 0,
        items: Vec::new(),
    };
    for (index, criterion) in rubric.criteria.iter().enumerate() {
        for (position, level) in criterion.levels.iter().enumerate() {
            let row = position + 1;
            let applies = |result: &&Recommendation| {
                let known = result.criteria[index].level.as_ref();
                known.is_some_and(|known| known.row == row)
            };
            unreached.of += 1;
            if !results.iter().any(applies) {
                unreached.items.push(UnreachedRow {
                    criterion: criterion.id.clone(),
                    row,
                    because: level
                        .because
                        .0
                        .iter()
                        .map(|part| words(rubric, part))
                        .collect(),
                });
            }
        }
    }
    unreached
}

fn words(rubric: &Rubric, part: &TextPart) -> String {
    match part {
        TextPart::Words(words) => words.clone(),
        TextPart::Answer(question) => format!("{{{}}}", rubric.question(*question).id),
    }
}
