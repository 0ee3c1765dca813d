//! The answers to a question that the rubric can tell apart.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::files::{
    ChoiceSet, Condition, NumberRange, NumberSpan, Predicate, Question, QuestionIndex,
    QuestionKind, Rubric, Value,
};

/// One answer out of a set of answers between which no condition of the rubric makes a difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The answer.
    pub value: Value,
    /// The share of such answers among all, if each choice, each band of numbers and each combination of choices is
    /// equally likely: above 0, and 1 in all.
    pub probability: f64,
}

/// One answer from each set of answers to a question between which no condition of the rubric makes a difference.
///
/// Whatever holds for all of these holds for every possible answer. Choices that no condition tells apart are
/// represented by the first of them; numbers are cut where a condition cuts them, and an interval is represented by
/// its lower end. Empty for free text, which no condition reads.
pub fn cells(tests: &Tests<'_>, index: QuestionIndex) -> Vec<Cell> {
    cells_between(tests, index, None)
}

/// The same, for a number of which is known what it lies between.
pub(crate) fn cells_between(
    tests: &Tests<'_>,
    index: QuestionIndex,
    span: Option<NumberSpan>,
) -> Vec<Cell> {
    let predicates = tests.of_question(index);
    let candidates = match span {
        Some(span) => std::iter::once(span.low)
            .chain(cuts(Some(span.low), Some(span.high), predicates))
            .map(Value::Number)
            .collect(),
        None => candidates(tests.rubric.question(index), predicates),
    };
    let share = 1.0 / candidates.len() as f64;
    let mut cells: Vec<Cell> = Vec::new();
    let mut seen: HashMap<Vec<bool>, usize> = HashMap::new();
    for value in candidates {
        let signature: Vec<bool> = predicates
            .iter()
            .map(|test| test.is_satisfied_by(&value))
            .collect();
        match seen.entry(signature) {
            Entry::Occupied(known) => cells[*known.get()].probability += share,
            Entry::Vacant(new) => {
                new.insert(cells.len());
                cells.push(Cell {
                    value,
                    probability: share,
                });
            }
        }
    }
    cells
}

/// The bands that the rubric cuts the answers to a number question into, from low to high. The first is open below and
/// the last above, as far as the question's own range goes.
pub(crate) fn bands(tests: &Tests<'_>, index: QuestionIndex) -> Vec<NumberRange> {
    let QuestionKind::Number {
        minimum, maximum, ..
    } = tests.rubric.question(index).kind
    else {
        return Vec::new();
    };
    let cuts = cuts(minimum, maximum, tests.of_question(index));
    let lower = std::iter::once(None).chain(cuts.iter().copied().map(Some));
    let upper = cuts.iter().copied().map(Some).chain([None]);
    lower
        .zip(upper)
        .map(|(at_least, under)| NumberRange { at_least, under })
        .collect()
}

/// A number in a band of a question.
pub(crate) fn number_in(band: NumberRange, question: &Question) -> f64 {
    let (minimum, maximum) = match question.kind {
        QuestionKind::Number {
            minimum, maximum, ..
        } => (minimum, maximum),
        _ => (None, None),
    };
    let below_cut = || band.under.map(|cut| cut - 1.0);
    band.at_least
        .or(minimum)
        .or_else(below_cut)
        .or(maximum)
        .unwrap_or(0.0)
}

/// Every test of a rubric, by the question that it reads.
#[derive(Debug)]
pub struct Tests<'r> {
    /// The rubric.
    pub rubric: &'r Rubric,
    by_question: Vec<Vec<&'r Predicate>>,
}

impl<'r> Tests<'r> {
    /// The tests of a rubric, wherever they stand.
    pub fn of(rubric: &'r Rubric) -> Self {
        let mut by_question = vec![Vec::new(); rubric.questions.len()];
        for test in rubric.conditions().flat_map(Condition::tests) {
            by_question[test.question.0].push(&test.predicate);
        }
        Self {
            rubric,
            by_question,
        }
    }

    fn of_question(&self, index: QuestionIndex) -> &[&'r Predicate] {
        &self.by_question[index.0]
    }
}

fn candidates(question: &Question, predicates: &[&Predicate]) -> Vec<Value> {
    match &question.kind {
        QuestionKind::Choice(choices) => (0..choices.len()).map(Value::Choice).collect(),
        QuestionKind::Choices {
            choices,
            allow_none,
        } => (u64::from(!*allow_none)..1 << choices.len())
            .map(|bits| Value::Choices(ChoiceSet::from_bits(bits)))
            .collect(),
        QuestionKind::Number {
            minimum, maximum, ..
        } => {
            let cuts = cuts(*minimum, *maximum, predicates);
            let first = NumberRange {
                at_least: None,
                under: cuts.first().copied(),
            };
            std::iter::once(number_in(first, question))
                .chain(cuts)
                .map(Value::Number)
                .collect()
        }
        QuestionKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        QuestionKind::Text => Vec::new(),
    }
}

/// Where the tests cut the numbers between `minimum` and `maximum`, from low to high.
fn cuts(minimum: Option<f64>, maximum: Option<f64>, predicates: &[&Predicate]) -> Vec<f64> {
    let ends = predicates.iter().filter_map(|test| match test {
        Predicate::InRange(range) => Some([range.at_least, range.under]),
        _ => None,
    });
    let inside =
        |cut: &f64| minimum.is_none_or(|low| *cut > low) && maximum.is_none_or(|high| *cut <= high);
    let mut cuts: Vec<f64> = ends.flatten().flatten().filter(inside).collect();
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    cuts
}
