//! Conditions that can be compared across rubrics.

use crate::files::{ChoiceSet, Condition, Predicate, Question, Rubric, Test};

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
