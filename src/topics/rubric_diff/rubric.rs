//! Two rubrics, compared part by part.

use super::{Change, Comparison, Difference, Kind, fields, rows};
use crate::files::rubric::fields::{
    Field, advice, criterion, group, must, next_step, process, question, source, veto,
};
use crate::files::{Alternative, Criterion, NextStep, Rubric};

/// What differs between two rubrics, whatever each was put together from.
pub fn compare<'r>(before: &'r Rubric, after: &'r Rubric) -> Comparison<'r> {
    let mut walk = Walk {
        comparison: Comparison {
            before,
            after,
            same: true,
            whole: fields::changes(&fields::whole(before), &fields::whole(after)),
            differences: Vec::new(),
            reordered: Vec::new(),
        },
    };
    walk.each(Kind::Group, |it| &it.groups, |group| &group.id, group);
    walk.each(
        Kind::Question,
        |it| &it.questions,
        |question| &question.id,
        question,
    );
    walk.criteria();
    walk.each(Kind::Veto, |it| &it.vetoes, |veto| &veto.id, veto);
    walk.each(Kind::Must, |it| &it.musts, |must| &must.id, must);
    walk.each(Kind::Advice, |it| &it.advice, |advice| &advice.id, advice);
    for alternative in Alternative::ALL {
        walk.compare(
            Kind::NextStep(alternative),
            |rubric| &rubric.next_steps[alternative],
            said,
            |one, two| {
                let fields = |step, rubric| fields::of(next_step(step, rubric), "say", rubric);
                fields::changes(&fields(one, before), &fields(two, after))
            },
        );
    }
    walk.each(Kind::Process, |it| &it.process, |item| &item.id, process);
    walk.each(Kind::Source, |it| &it.sources, |source| &source.id, source);
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
        self.compare(
            Kind::Criterion,
            |rubric| &rubric.criteria,
            |criterion, _| criterion.id.clone(),
            |one: &'r Criterion, two: &'r Criterion| {
                let fields = |it, rubric| fields::of(criterion(it, rubric), "id", rubric);
                let mut changes = fields::changes(&fields(one, before), &fields(two, after));
                changes.extend(rows::changes((one, before), (two, after)));
                changes
            },
        );
    }

    /// Compares things of one kind by their fields.
    fn each<T: 'r>(
        &mut self,
        kind: Kind,
        items: impl Fn(&'r Rubric) -> &'r [T],
        id: impl Fn(&'r T) -> &'r String,
        fields: impl Fn(&'r T, &'r Rubric) -> Vec<Field<'r>>,
    ) {
        let (before, after) = (self.comparison.before, self.comparison.after);
        let fields = |item, rubric| fields::of(fields(item, rubric), "id", rubric);
        self.compare(
            kind,
            items,
            |item, _| id(item).clone(),
            |one, two| fields::changes(&fields(one, before), &fields(two, after)),
        );
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
