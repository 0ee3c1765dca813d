//! The best joint assignment of a sum of small tables, by variable elimination.
//!
//! Bucket elimination (R. Dechter, "Bucket elimination: a unifying framework for reasoning", *Artificial
//! Intelligence* 113, 1999): exact, and exponential only in how many variables tangle with each other rather than in
//! how many there are.

/// The largest table that is built on the way; beyond it the answer is given up.
const MAX_TABLE: usize = 1 << 16;

/// A table of values over some variables; the last variable of the scope varies fastest.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) scope: Vec<usize>,
    pub(crate) values: Vec<i64>,
}

/// The number of entries of a table over these variables, if it is within the limit.
pub(crate) fn table_size(scope: &[usize], sizes: &[usize]) -> Option<usize> {
    scope.iter().try_fold(1_usize, |size, &variable| {
        size.checked_mul(sizes[variable])
            .filter(|&size| size <= MAX_TABLE)
    })
}

/// Calls `visit` with every assignment to `scope`, in the order of a table's values.
pub(crate) fn for_each_assignment(
    scope: &[usize],
    sizes: &[usize],
    mut visit: impl FnMut(&[usize]),
) {
    let mut assignment = vec![0; scope.len()];
    loop {
        visit(&assignment);
        // One digit at a time, as one counts: an optimizer has taken the zeroes out of a whole row that was filled at
        // once (docs/optimizer.md).
        let carried = assignment
            .iter_mut()
            .zip(scope)
            .rev()
            .all(|(value, &variable)| {
                *value = (*value + 1) % sizes[variable];
                *value == 0
            });
        if carried {
            return;
        }
    }
}

/// An assignment of every variable that makes the sum of the tables as large as it can be; `None` if that would take
/// more memory than is sensible. Variable `v` takes values `0..sizes[v]`.
pub(crate) fn maximise(mut tables: Vec<Table>, sizes: &[usize]) -> Option<Vec<usize>> {
    // A variable in no table may take any value.
    let mut remaining: Vec<usize> = tables
        .iter()
        .flat_map(|table| table.scope.iter().copied())
        .collect();
    remaining.sort_unstable();
    remaining.dedup();
    let mut costs = vec![0; sizes.len()];
    for &variable in &remaining {
        costs[variable] = cost(variable, &tables, sizes);
    }
    let mut decisions = Vec::new();
    while let Some(position) = cheapest(&remaining, &costs) {
        let variable = remaining.swap_remove(position);
        let (bucket, rest): (Vec<_>, Vec<_>) = tables
            .into_iter()
            .partition(|table| table.scope.contains(&variable));
        tables = rest;
        let (message, choice) = eliminate(variable, &bucket, sizes)?;
        let scope = message.scope.clone();
        tables.push(message);
        // Only what shared a table with the variable has other neighbours now.
        for &neighbour in &scope {
            costs[neighbour] = cost(neighbour, &tables, sizes);
        }
        decisions.push((variable, scope, choice));
    }
    let mut assignment = vec![0; sizes.len()];
    for (variable, scope, choice) in decisions.into_iter().rev() {
        assignment[variable] = choice[offset(&scope, sizes, |other| assignment[other])];
    }
    Some(assignment)
}

/// The position of the remaining variable whose elimination gives the smallest table; of equals, the first variable.
fn cheapest(remaining: &[usize], costs: &[usize]) -> Option<usize> {
    let cost = |&position: &usize| (costs[remaining[position]], remaining[position]);
    (0..remaining.len()).min_by_key(cost)
}

/// The size of the table that eliminating a variable gives.
fn cost(variable: usize, tables: &[Table], sizes: &[usize]) -> usize {
    let bucket = tables
        .iter()
        .filter(|table| table.scope.contains(&variable));
    table_size(&joint_scope(variable, bucket), sizes).unwrap_or(usize::MAX)
}

/// The variables that share a table with `variable`, without it.
fn joint_scope<'t>(variable: usize, tables: impl Iterator<Item = &'t Table>) -> Vec<usize> {
    let mut scope: Vec<usize> = tables
        .flat_map(|table| table.scope.iter().copied())
        .filter(|&other| other != variable)
        .collect();
    scope.sort_unstable();
    scope.dedup();
    scope
}

/// The best value for each assignment of the neighbours, and which value of `variable` gives it.
fn eliminate(variable: usize, bucket: &[Table], sizes: &[usize]) -> Option<(Table, Vec<usize>)> {
    let scope = joint_scope(variable, bucket.iter());
    let size = table_size(&scope, sizes)?;
    let mut values = Vec::with_capacity(size);
    let mut choice = Vec::with_capacity(size);
    for_each_assignment(&scope, sizes, |assignment| {
        let neighbour = |other: usize| {
            scope
                .iter()
                .position(|&v| v == other)
                .map_or(0, |at| assignment[at])
        };
        let sum = |value: usize| -> i64 {
            let of = |other: usize| {
                if other == variable {
                    value
                } else {
                    neighbour(other)
                }
            };
            bucket
                .iter()
                .map(|table| table.values[offset(&table.scope, sizes, of)])
                .sum()
        };
        // The first of equally good values, so that the result does not depend on chance.
        let best = (0..sizes[variable])
            .rev()
            .max_by_key(|&value| sum(value))
            .unwrap_or(0);
        values.push(sum(best));
        choice.push(best);
    });
    Some((Table { scope, values }, choice))
}

/// The position of an assignment in the values of a table over `scope`.
pub(crate) fn offset(scope: &[usize], sizes: &[usize], value: impl Fn(usize) -> usize) -> usize {
    scope.iter().fold(0, |offset, &variable| {
        offset * sizes[variable] + value(variable)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(tables: &[Table], sizes: &[usize], assignment: &[usize]) -> i64 {
        tables
            .iter()
            .map(|table| table.values[offset(&table.scope, sizes, |v| assignment[v])])
            .sum()
    }

    fn instance() -> impl Strategy<Value = (Vec<usize>, Vec<Table>)> {
        prop::collection::vec(1usize..4, 1..6).prop_flat_map(|sizes| {
            let count = sizes.len();
            let sizes_for_tables = sizes.clone();
            let table = prop::collection::btree_set(0..count, 0..=count.min(3)).prop_flat_map(
                move |scope| {
                    let scope: Vec<usize> = scope.into_iter().collect();
                    let size = table_size(&scope, &sizes_for_tables).unwrap_or(0);
                    prop::collection::vec(-20i64..20, size).prop_map(move |values| Table {
                        scope: scope.clone(),
                        values,
                    })
                },
            );
            (Just(sizes), prop::collection::vec(table, 0..6))
        })
    }

    proptest! {
        #[test]
        fn the_maximum_is_that_of_brute_force((sizes, tables) in instance()) {
            let all: Vec<usize> = (0..sizes.len()).collect();
            let mut best = i64::MIN;
            for_each_assignment(&all, &sizes, |assignment| best = best.max(total(&tables, &sizes, assignment)));
            let found = maximise(tables.clone(), &sizes);
            prop_assert_eq!(found.map(|assignment| total(&tables, &sizes, &assignment)), Some(best));
        }
    }

    #[test]
    fn assignments_are_visited_in_the_order_of_a_tables_values() {
        let (scope, sizes) = ([2, 0, 1], [2, 1, 3]);
        let mut offsets = Vec::new();
        for_each_assignment(&scope, &sizes, |assignment| {
            let value = |variable| {
                let at = scope.iter().position(|&other| other == variable);
                assignment[at.expect("the variable is in the scope")]
            };
            offsets.push(offset(&scope, &sizes, value));
        });
        assert_eq!(offsets, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn hopelessly_tangled_tables_are_given_up() {
        let sizes = vec![4; 12];
        let star = Table {
            scope: vec![0],
            values: vec![0; 4],
        };
        let wide: Vec<usize> = (0..12).collect();
        assert_eq!(table_size(&wide, &sizes), None);
        assert!(maximise(vec![star], &sizes).is_some());
    }
}
