//! What remains of a table of values once everything is removed that does not bear on the order of the alternatives:
//! differences, with identical alternatives as one and columns of equal differences as one.

use super::lattice::Column;

/// Differences up to this, the largest value being between one and two, are rounding errors of the caller and
/// count as zero.
const ZERO: f64 = 1e-12;
/// Differences this near to each other are one, as 0.3 - 0.1 and 0.5 - 0.3 are. Near ties are decided by differences
/// not much larger than zero, so nothing is rounded that need not be.
const SAME: f64 = 1e-15;

/// A table of values, reduced.
#[derive(Debug)]
pub(crate) struct Differences {
    groups: Vec<Group>,
    /// For every alternative, which of the distinct ones it is.
    distinct_of: Vec<usize>,
}

/// Columns of a table in which the alternatives differ by the same amounts.
#[derive(Debug, Clone, Copy)]
struct Group {
    gaps: Gaps,
    /// Points of the columns together.
    points: u32,
}

/// First minus second, first minus third and second minus third distinct alternative.
#[derive(Debug, Clone, Copy)]
struct Gaps([f64; 3]);

impl Differences {
    /// Reduces up to three rows of finite values and a number of points for every column.
    pub(crate) fn new(rows: &[&[f64]], points: &[u32]) -> Self {
        let scaled = Scaled::new(rows);
        let counted: Vec<usize> = (0..points.len())
            .filter(|&column| points[column] > 0)
            .collect();
        let mut distinct: Vec<usize> = Vec::new();
        let mut distinct_of = Vec::new();
        for row in 0..rows.len() {
            let same = |&other: &usize| {
                counted
                    .iter()
                    .all(|&column| scaled.gap(row, other, column) == 0.0)
            };
            distinct_of.push(distinct.iter().position(same).unwrap_or(distinct.len()));
            if distinct_of[row] == distinct.len() {
                distinct.push(row);
            }
        }
        let mut groups = Vec::new();
        for column in counted {
            put(&mut groups, scaled.gaps(&distinct, column), points[column]);
        }
        Self {
            groups,
            distinct_of,
        }
    }

    /// How many alternatives are left once identical ones are one.
    pub(crate) fn distinct(&self) -> usize {
        self.distinct_of.iter().max().map_or(0, |last| last + 1)
    }

    /// For every alternative, which of the distinct ones it is.
    pub(crate) fn distinct_of(&self) -> &[usize] {
        &self.distinct_of
    }

    /// The alternatives that are the given distinct one.
    pub(crate) fn members(&self, distinct: usize) -> Vec<usize> {
        (0..self.distinct_of.len())
            .filter(|&row| self.distinct_of[row] == distinct)
            .collect()
    }

    /// Differences `(over, under)` between two distinct alternatives, with how often each occurs.
    pub(crate) fn pair(&self, over: usize, under: usize) -> Vec<(f64, u32)> {
        self.groups
            .iter()
            .map(|group| (group.gaps.between(over, under), group.points))
            .collect()
    }

    /// Differences of two pairs `(over, under)` of distinct alternatives together. An alternative and itself are a
    /// pair that is no condition.
    pub(crate) fn columns(&self, x: (usize, usize), y: (usize, usize)) -> Vec<Column> {
        self.groups
            .iter()
            .map(|group| Column {
                x: group.gaps.between(x.0, x.1),
                y: group.gaps.between(y.0, y.1),
                count: group.points,
            })
            .collect()
    }
}

impl Gaps {
    fn is_near(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .all(|(gap, other)| (gap - other).abs() <= SAME)
    }

    /// By how much one distinct alternative exceeds another.
    fn between(&self, over: usize, under: usize) -> f64 {
        match (over, under) {
            (0, 1) => self.0[0],
            (0, 2) => self.0[1],
            (1, 2) => self.0[2],
            (1, 0) => -self.0[0],
            (2, 0) => -self.0[1],
            (2, 1) => -self.0[2],
            _ => 0.0,
        }
    }
}

/// Adds points to the group with these gaps, unless all gaps are zero.
fn put(groups: &mut Vec<Group>, gaps: Gaps, points: u32) {
    if gaps.0.iter().all(|&gap| gap == 0.0) {
        return;
    }
    match groups.iter_mut().find(|group| group.gaps.is_near(&gaps)) {
        Some(group) => group.points += points,
        None => groups.push(Group { gaps, points }),
    }
}

/// A table of values, the largest between one and two.
struct Scaled(Vec<Vec<f64>>);

impl Scaled {
    fn new(rows: &[&[f64]]) -> Self {
        let largest = rows
            .iter()
            .flat_map(|row| row.iter())
            .fold(0.0, |max: f64, value| max.max(value.abs()));
        // The largest value without its fraction bits: a power of two, so that scaling rounds nothing.
        let scale =
            f64::from_bits(largest.to_bits() & f64::INFINITY.to_bits()).max(f64::MIN_POSITIVE);
        Self(
            rows.iter()
                .map(|row| row.iter().map(|value| value / scale).collect())
                .collect(),
        )
    }

    /// The difference of two rows in a column.
    fn gap(&self, over: usize, under: usize, column: usize) -> f64 {
        let gap = self.0[over][column] - self.0[under][column];
        if gap.abs() <= ZERO { 0.0 } else { gap }
    }

    /// The differences of up to three rows in a column.
    fn gaps(&self, rows: &[usize], column: usize) -> Gaps {
        let pairs = [(0, 1), (0, 2), (1, 2)];
        Gaps(
            pairs.map(|(over, under)| match (rows.get(over), rows.get(under)) {
                (Some(&over), Some(&under)) => self.gap(over, under, column),
                _ => 0.0,
            }),
        )
    }
}
