//! Two rubrics, compared part by part.

use super::fields::Field;
use super::{Change, Comparison, Difference, Kind, fields, rows};
use crate::files::{Alternative, Criterion, NextStep, Rubric};

/// What differs between two rubrics, whatever each was put together from.
pub fn compare<'r>(before: &'r Rubric, after: &'r Rubric) -> Comparison<'r> {
    let mut walk = Walk {
        comparison: Comparison {
            before,
            after,
            same: true,
            whole: fields::changes(&fields::rubric(before), &fields::rubric(after)),
            differences: Vec::new(),
            reordered: Vec::new(),
        },
    };
    walk.each(
        Kind::Group,
        |rubric| &rubric.groups,
        |group, _| group.id.clone(),
        fields::group,
    );
    walk.each(
        Kind::Question,
        |rubric| &rubric.questions,
        |question, _| question.id.clone(),
        fields::question,
    );
    walk.criteria();
    walk.each(
        Kind::Veto,
        |rubric| &rubric.vetoes,
        |veto, _| veto.id.clone(),
        fields::veto,
    );
    walk.each(
        Kind::Must,
        |rubric| &rubric.musts,
        |must, _| must.id.clone(),
        fields::must,
    );
    walk.each(
        Kind::Advice,
        |rubric| &rubric.advice,
        |advice, _| advice.id.clone(),
        fields::advice,
    );
    for alternative in Alternative::ALL {
        walk.each(
            Kind::NextStep(alternative),
            |rubric| &rubric.next_steps[alternative],
            said,
            fields::next_step,
        );
    }
    walk.each(
        Kind::Process,
        |rubric| &rubric.process,
        |item, _| item.id.clone(),
        fields::process,
    );
    walk.each(
        Kind::Source,
        |rubric| &rubric.sources,
        |source, _| source.id.clone(),
        fields::source,
    );
    let mut comparison = walk.comparison;
    let is_empty = comparison.differences.is_empty() && comparison.reordered.is_empty();
    comparison.same = is_empty && comparison.whole.is_empty();
    comparison
}

fn said(step: &NextStep, rubric: &Rubric) -> String {
    step.say
        .fill(|question| format!("{{{}}}", rubric.question(question).id))
}

struct Walk<'r> {
    comparison: Comparison<'r>,
}

impl<'r> Walk<'r> {
    fn criteria(&mut self) {
        let (before, after) = (self.comparison.before, self.comparison.after);
        let changes = |one: &'r Criterion, two: &'r Criterion| {
            let mut changes = fields::changes(
                &fields::criterion(one, before),
                &fields::criterion(two, after),
            );
            changes.extend(rows::changes((one, before), (two, after)));
            changes
        };
        self.compare(
            Kind::Criterion,
            |rubric| &rubric.criteria,
            |criterion, _| criterion.id.clone(),
            changes,
        );
    }

    /// Compares things of one kind by their fields.
    fn each<T: 'r>(
        &mut self,
        kind: Kind,
        items: impl Fn(&'r Rubric) -> &'r [T],
        id: impl Fn(&'r T, &'r Rubric) -> String,
        fields: impl Fn(&'r T, &'r Rubric) -> Vec<Field<'r>>,
    ) {
        let (before, after) = (self.comparison.before, self.comparison.after);
        self.compare(kind, items, id, |one, two| {
            fields::changes(&fields(one, before), &fields(two, after))
        });
    }

    /// Compares things of one kind: what was added, removed or changed, and whether the rest is in another order.
    fn compare<T: 'r>(
        &mut self,
        kind: Kind,
        items: impl Fn(&'r Rubric) -> &'r [T],
        id: impl Fn(&'r T, &'r Rubric) -> String,
        changes: impl Fn(&'r T, &'r T) -> Vec<super::FieldChange<'r>>,
    ) {
        let named = |rubric: &'r Rubric| -> Vec<(String, &'r T)> {
            items(rubric)
                .iter()
                .map(|item| (id(item, rubric), item))
                .collect()
        };
        let (before, after) = (named(self.comparison.before), named(self.comparison.after));
        let mut order = Vec::new();
        for (id, item) in &after {
            let earlier = before.iter().position(|(other, _)| other == id);
            order.extend(earlier);
            let change = match earlier {
                None => Change::Added,
                Some(earlier) => match changes(before[earlier].1, item) {
                    changes if changes.is_empty() => continue,
                    changes => Change::Changed(changes),
                },
            };
            self.found(kind, id, change);
        }
        for (id, _) in &before {
            if !after.iter().any(|(other, _)| other == id) {
                self.found(kind, id, Change::Removed);
            }
        }
        if !order.is_sorted() {
            self.comparison.reordered.push(kind);
        }
    }

    fn found(&mut self, kind: Kind, id: &str, change: Change<'r>) {
        let id = id.to_owned();
        self.comparison
            .differences
            .push(Difference { kind, id, change });
    }
}
