//! Rows of decision tables. They have no ids: two rows are the same row if they have the same condition, or else the
//! same reason.

use super::fields::Field;
use super::{FieldChange, Part, RowValue, Value, fields};
use crate::files::{
    ChoiceSet, Condition, Criterion, Effect, Level, Predicate, Question, Rubric, Test,
};

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
            field: "order of rows".into(),
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
        .filter_map(|(field, value)| Some((part.clone(), field.into(), value?)))
        .collect()
}

fn appeared<'r>(row: RowValue<'r>, before: Value<'r>, after: Value<'r>) -> FieldChange<'r> {
    FieldChange {
        part: Part::Row(clause(row)),
        field: "row".into(),
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

/// A condition with the rubric whose questions it reads. Two are equal if they say the same of questions and choices
/// with the same ids, in the same form.
#[derive(Debug, Clone, Copy)]
pub struct Clause<'r> {
    /// The condition.
    pub condition: &'r Condition,
    /// The rubric.
    pub rubric: &'r Rubric,
}

impl PartialEq for Clause<'_> {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &Condition, two: &Condition| self.with(one) == other.with(two);
        let same_parts = |one: &[Condition], two: &[Condition]| {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        };
        match (self.condition, other.condition) {
            (Condition::AllOf(one), Condition::AllOf(two))
            | (Condition::AnyOf(one), Condition::AnyOf(two)) => same_parts(one, two),
            (Condition::Not(one), Condition::Not(two)) => same(one, two),
            (Condition::Test(one), Condition::Test(two)) => {
                same_test(one, self.rubric, two, other.rubric)
            }
            _ => false,
        }
    }
}

impl Clause<'_> {
    fn with<'c>(&'c self, condition: &'c Condition) -> Clause<'c> {
        Clause {
            condition,
            rubric: self.rubric,
        }
    }
}

fn same_test(one: &Test, one_rubric: &Rubric, two: &Test, two_rubric: &Rubric) -> bool {
    let one_question = one_rubric.question(one.question);
    let two_question = two_rubric.question(two.question);
    let same_set = |one, two| ids(one, one_question) == ids(two, two_question);
    if one_question.id != two_question.id {
        return false;
    }
    match (&one.predicate, &two.predicate) {
        (Predicate::OneOf(one), Predicate::OneOf(two)) => same_set(*one, *two),
        (
            Predicate::Includes { all, any, count },
            Predicate::Includes {
                all: other_all,
                any: other_any,
                count: other_count,
            },
        ) => {
            let same_any = match (any, other_any) {
                (Some(one), Some(two)) => same_set(*one, *two),
                (one, two) => one.is_none() && two.is_none(),
            };
            same_set(*all, *other_all) && same_any && count == other_count
        }
        (one, two) => one == two,
    }
}

/// The ids of choices, sorted: their order among the question's choices says nothing here.
fn ids(set: ChoiceSet, question: &Question) -> Vec<&str> {
    let choices = question.choices();
    let chosen = set.iter().filter_map(|index| choices.get(index));
    let mut ids: Vec<&str> = chosen.map(|choice| choice.id.as_str()).collect();
    ids.sort_unstable();
    ids
}
