//! Rows of decision tables. They have no ids: two rows are the same row if they have the same condition, or else the
//! same reason.

use super::fields::Field;
use super::{FieldChange, Part, RowValue, Value, fields};
use crate::files::{Criterion, Effect, Level, Rubric};
use crate::topics::rubric_diff::clause::Clause;

/// What differs between the rows of two criteria.
pub(crate) fn changes<'r>(
    before: (&'r Criterion, &'r Rubric),
    after: (&'r Criterion, &'r Rubric),
) -> Vec<FieldChange<'r>> {
    let [before, after] =
        [before, after].map(|(criterion, rubric)| rows(&criterion.levels, rubric));
    let partners = pair(&before, &after);
    let mut changes = Vec::new();
    for (row, partner) in after.iter().zip(&partners) {
        match partner {
            Some(partner) => changes.extend(row_changes(before[*partner], *row)),
            None => changes.push(appeared(*row, Value::Absent, Value::Row(*row))),
        }
    }
    for (index, row) in before.iter().enumerate() {
        if !partners.contains(&Some(index)) {
            changes.push(appeared(*row, Value::Row(*row), Value::Absent));
        }
    }
    let order: Vec<usize> = partners.into_iter().flatten().collect();
    if !order.is_sorted() {
        changes.push(FieldChange {
            part: Part::Whole,
            field: "order of rows",
            before: ranks(
                order
                    .iter()
                    .copied()
                    .collect::<std::collections::BTreeSet<_>>(),
            ),
            after: ranks(order),
        });
    }
    changes
}

fn rows<'r>(levels: &'r [Level], rubric: &'r Rubric) -> Vec<RowValue<'r>> {
    let row = |level| RowValue { level, rubric };
    levels.iter().map(row).collect()
}

/// For each row after, the row before that it was.
fn pair(before: &[RowValue<'_>], after: &[RowValue<'_>]) -> Vec<Option<usize>> {
    let mut partners = vec![None; after.len()];
    for same in [same_condition, same_reason] {
        for (position, row) in after.iter().enumerate() {
            if partners[position].is_some() {
                continue;
            }
            let free = |index: &usize| !partners.contains(&Some(*index));
            let partner = (0..before.len())
                .filter(free)
                .find(|index| same(&before[*index], row));
            partners[position] = partner;
        }
    }
    partners
}

fn same_condition(one: &RowValue<'_>, two: &RowValue<'_>) -> bool {
    clause(*one) == clause(*two)
}

fn same_reason(one: &RowValue<'_>, two: &RowValue<'_>) -> bool {
    let reason = |row: &RowValue<'_>| fields::filled(&row.level.because, row.rubric);
    reason(one) == reason(two)
}

fn clause(row: RowValue<'_>) -> Option<Clause<'_>> {
    let rubric = row.rubric;
    let when = row.level.when.as_ref();
    when.map(|condition| Clause { condition, rubric })
}

fn row_changes<'r>(before: RowValue<'r>, after: RowValue<'r>) -> Vec<FieldChange<'r>> {
    let part = Part::Row(clause(after));
    let rated = |row: RowValue<'_>| matches!(row.level.effect, Effect::Rates(_));
    let each = rated(before) && rated(after);
    fields::changes(
        &row_fields(before, &part, each),
        &row_fields(after, &part, each),
    )
}

/// The fields of a row, its ratings each by itself or all at once.
fn row_fields<'r>(row: RowValue<'r>, part: &Part<'r>, each_rating: bool) -> Vec<Field<'r>> {
    let RowValue { level, rubric } = row;
    let mut fields = vec![("when", clause(row).map(Value::Condition))];
    match level.effect {
        Effect::Rates(ratings) if each_rating => {
            let rating = |(alternative, rating): (crate::files::Alternative, &i8)| {
                (alternative.id(), Some(Value::Rating(*rating)))
            };
            fields.extend(ratings.iter().map(rating));
        }
        effect => fields.push(("ratings", Some(Value::Effect(effect)))),
    }
    fields.push(("because", Some(fields::filled(&level.because, rubric))));
    fields.push(("sources", fields::sources(&level.sources, rubric)));
    let given = fields.into_iter();
    given
        .filter_map(|(field, value)| Some((part.clone(), field, value?)))
        .collect()
}

fn appeared<'r>(row: RowValue<'r>, before: Value<'r>, after: Value<'r>) -> FieldChange<'r> {
    FieldChange {
        part: Part::Row(clause(row)),
        field: "row",
        before,
        after,
    }
}

fn ranks(order: impl IntoIterator<Item = usize>) -> Value<'static> {
    let ranks: Vec<String> = order
        .into_iter()
        .map(|index| (index + 1).to_string())
        .collect();
    Value::Text(ranks.join(", "))
}
