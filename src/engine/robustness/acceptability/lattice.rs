//! E[exp(sY); X >= 0] for weighted sums X and Y of the same exponential variables.
//!
//! Cut the edge between a vertex with x = a > 0 and one with x = -b < 0 where X is zero: the simplex falls in two,
//! one without the negative vertex (share a / (a + b)) and one without the positive vertex (share b / (a + b)), both
//! with a new vertex on X = 0 whose y is (b y+ + a y-) / (a + b). Cutting on gives a recursion over the stacks of
//! positives and of negatives, with a factor 1 / (1 - s y) for every new vertex and, when no negatives are left, for
//! every positive (own derivation; for s = 0 it is the race of `race.rs`). All its terms are positive for real s, so
//! it is stable wherever it converges.

use std::ops::Range;

use super::lanes::Lanes;

/// Criteria of equal x and y, as many as `count`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Column {
    /// The first difference.
    pub(crate) x: f64,
    /// The second difference.
    pub(crate) y: f64,
    /// How many of them there are.
    pub(crate) count: u32,
}

/// The columns with x and y exchanged if that makes for a smaller lattice.
pub(crate) fn cheaper_way_round(columns: Vec<Column>) -> Vec<Column> {
    if work(columns.iter().map(|c| (c.y, c.count))) < work(columns.iter().map(|c| (c.x, c.count))) {
        return columns
            .into_iter()
            .map(|Column { x, y, count }| Column { x: y, y: x, count })
            .collect();
    }
    columns
}

/// The number of cells of the lattice if these were the x. A difference of one sign has its use as y, where it
/// spares the quadrature, and counts as infinitely much work here.
fn work(differences: impl Iterator<Item = (f64, u32)>) -> u64 {
    let (mut positive, mut negative) = (0, 0);
    for (difference, count) in differences {
        if difference > 0.0 {
            positive += u64::from(count);
        } else if difference < 0.0 {
            negative += u64::from(count);
        }
    }
    if positive == 0 || negative == 0 {
        u64::MAX
    } else {
        positive * negative
    }
}

/// What happens where a column of one stack meets a column of the other, or either meets the end of a stack.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// Share that moves to the next column of the stepping stack.
    keep: f64,
    /// Share that moves to the next column of the slotted stack.
    carry: f64,
    /// The y of the new vertex.
    y: f64,
}

impl Cell {
    /// The cell of a step and a slot; `None` stands for the end of a stack.
    ///
    /// `steps_are_positive` tells which of the two ends is an answer: when the negatives are gone the positives
    /// count with certainty, and when the positives are gone nothing is left.
    fn new(step: Option<&Column>, slot: Option<&Column>, steps_are_positive: bool) -> Self {
        let (keep, carry, y) = match (step, slot) {
            (Some(step), Some(slot)) => {
                let keep = -slot.x / (step.x - slot.x);
                let carry = step.x / (step.x - slot.x);
                (keep, carry, keep * step.y + carry * slot.y)
            }
            (Some(step), None) if steps_are_positive => (1.0, 0.0, step.y),
            (None, Some(slot)) if !steps_are_positive => (0.0, 1.0, slot.y),
            (None, None) => (1.0, 0.0, 0.0),
            _ => (0.0, 0.0, 0.0),
        };
        Self { keep, carry, y }
    }
}

/// The recursion, one stack in steps over a vector with a slot for every column of the other stack and its end.
#[derive(Debug)]
pub(crate) struct Sweep {
    /// How often each step is repeated; the last is the end of the stack.
    steps: Vec<u32>,
    /// How many equal slots there are of each kind; the last is the end of the stack.
    slots: Vec<u32>,
    /// A row per step, with a cell per kind of slot.
    cells: Vec<Cell>,
    /// 1 / (1 - s y) for every cell at the present nodes.
    factors: Vec<Lanes>,
    /// The values at the present step.
    vector: Vec<Lanes>,
}

impl Sweep {
    /// A sweep with the columns of positive x as steps.
    pub(crate) fn over_positives(columns: &[Column]) -> Self {
        Self::new(&positives(columns), &negatives(columns), true)
    }

    fn new(steps: &[Column], slots: &[Column], steps_are_positive: bool) -> Self {
        let cells: Vec<Cell> = with_end(steps)
            .flat_map(|step| {
                with_end(slots).map(move |slot| Cell::new(step, slot, steps_are_positive))
            })
            .collect();
        let counts = |stack: &[Column]| {
            with_end(stack)
                .map(|column| column.map_or(1, |c| c.count))
                .collect()
        };
        let length: u32 = slots.iter().map(|slot| slot.count).sum();
        Self {
            steps: counts(steps),
            slots: counts(slots),
            factors: vec![Lanes::ONE; cells.len()],
            cells,
            vector: vec![Lanes::ZERO; length as usize + 1],
        }
    }

    /// G(s), given the transform of the columns with x = 0.
    pub(crate) fn transform(&mut self, s: &Lanes, base: &Lanes) -> Lanes {
        self.start(s, base);
        for step in (0..self.steps.len()).rev() {
            self.advance(step);
        }
        self.vector[0]
    }

    /// Moves to new nodes, before the end of the stack.
    fn start(&mut self, s: &Lanes, base: &Lanes) {
        for (factor, cell) in self.factors.iter_mut().zip(&self.cells) {
            *factor = s.resolvent(cell.y);
        }
        self.vector.fill(Lanes::ZERO);
        if let Some(end) = self.vector.last_mut() {
            *end = *base;
        }
    }

    /// All repetitions of one step: every slot from its old value and the new value of the slot after it.
    fn advance(&mut self, step: usize) {
        let row = self.row(step);
        for _ in 0..self.steps[step] {
            let cells = self.cells[row.clone()]
                .iter()
                .zip(&self.factors[row.clone()]);
            let mut place = self.vector.len();
            for ((cell, factor), &count) in cells.zip(&self.slots).rev() {
                for _ in 0..count {
                    place -= 1;
                    let (before, after) = self.vector.split_at_mut(place + 1);
                    let next = after.first().unwrap_or(&Lanes::ZERO);
                    before[place].step(factor, cell.keep, next, cell.carry);
                }
            }
        }
    }

    /// The cells of a step.
    fn row(&self, step: usize) -> Range<usize> {
        step * self.slots.len()..(step + 1) * self.slots.len()
    }
}

/// The columns of a stack, and its end.
fn with_end(stack: &[Column]) -> impl DoubleEndedIterator<Item = Option<&Column>> + Clone {
    stack.iter().map(Some).chain(std::iter::once(None))
}

fn positives(columns: &[Column]) -> Vec<Column> {
    columns
        .iter()
        .copied()
        .filter(|column| column.x > 0.0)
        .collect()
}

fn negatives(columns: &[Column]) -> Vec<Column> {
    columns
        .iter()
        .copied()
        .filter(|column| column.x < 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::robustness::acceptability::lanes::WIDTH;
    use crate::engine::robustness::acceptability::race::positive_probability;

    const COLUMNS: [Column; 4] = [
        Column {
            x: 1.0,
            y: 0.5,
            count: 2,
        },
        Column {
            x: -2.0,
            y: 0.25,
            count: 3,
        },
        Column {
            x: 0.5,
            y: -1.0,
            count: 1,
        },
        Column {
            x: -0.25,
            y: 0.125,
            count: 1,
        },
    ];

    /// A sweep with the columns of negative x as steps.
    fn over_negatives() -> Sweep {
        Sweep::new(&negatives(&COLUMNS), &positives(&COLUMNS), false)
    }

    #[test]
    fn is_a_race_at_zero() {
        let race = positive_probability(&COLUMNS.map(|column| (column.x, column.count)));
        for mut sweep in [Sweep::over_positives(&COLUMNS), over_negatives()] {
            let value = sweep.transform(&Lanes::ZERO, &Lanes::ONE);
            assert!((value.re[0] - race).abs() < 1e-15);
            assert!(value.im[0].abs() < 1e-15);
        }
    }

    #[test]
    fn is_the_same_over_either_stack() {
        let s = Lanes {
            re: [0.1; WIDTH],
            im: std::array::from_fn(|lane| lane as f64),
        };
        let one = Sweep::over_positives(&COLUMNS).transform(&s, &Lanes::ONE);
        let other = over_negatives().transform(&s, &Lanes::ONE);
        for lane in 0..WIDTH {
            assert!((one.re[lane] - other.re[lane]).abs() < 1e-15);
            assert!((one.im[lane] - other.im[lane]).abs() < 1e-15);
        }
    }
}
