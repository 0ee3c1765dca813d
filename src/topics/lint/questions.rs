//! Questions: that each can be asked and is read, and that groups hold something.

use std::collections::BTreeSet;

use super::findings::{CONTRADICTION, Findings};
use super::space::{Demand, Search, Space};
use crate::files::{
    Condition, Must, Problem, ProblemCode, QuestionIndex, QuestionKind, Rubric, Text,
};

/// Checks questions and groups.
pub(crate) fn check(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    asked(rubric, space, findings);
    read(rubric, findings);
    groups(rubric, findings);
}

fn asked(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    for question in &rubric.questions {
        let Some(when) = &question.ask_when else {
            continue;
        };
        match space.find(&[Demand::holds(when)]) {
            Search::Found(_) => {}
            Search::Impossible => findings.add(
                Problem::new(
                    ProblemCode::QuestionNeverAsked,
                    findings.key(question.place, "ask-when"),
                    format!("`{}` is never asked", question.id),
                )
                .expected("an `ask-when` that some answers meet")
                .help(CONTRADICTION),
            ),
            Search::GivenUp => {
                findings.give_up(question.place, &format!("`{}` is ever asked", question.id));
            }
        }
    }
}

fn read(rubric: &Rubric, findings: &mut Findings<'_>) {
    let read = questions_read(rubric);
    for (index, question) in rubric.question_indices().zip(&rubric.questions) {
        // What a landscape answers is there for whoever reads the answers, too.
        let is_for_reading = matches!(question.kind, QuestionKind::Text) || !question.is_asked();
        if !is_for_reading && !read.contains(&index) {
            findings.add(
                Problem::new(
                    ProblemCode::UnreadQuestion,
                    findings.first_line(question.place),
                    format!("nothing reads the answer to `{}`", question.id),
                )
                .expected("a condition or a text that reads it")
                .help("remove it, or make it `type: text` if it is for the reader"),
            );
        }
    }
}

/// The questions that a condition or a text reads.
fn questions_read(rubric: &Rubric) -> BTreeSet<QuestionIndex> {
    let conditions = conditions(rubric).flat_map(Condition::questions);
    let mut read: BTreeSet<QuestionIndex> = conditions.collect();
    read.extend(texts(rubric).flat_map(Text::questions));
    read.extend(rubric.musts.iter().flat_map(Must::questions));
    read
}

fn conditions(rubric: &Rubric) -> impl Iterator<Item = &Condition> {
    let asked = rubric
        .questions
        .iter()
        .filter_map(|question| question.ask_when.as_ref());
    let levels = rubric
        .criteria
        .iter()
        .flat_map(|criterion| &criterion.levels);
    let rows = levels.filter_map(|level| level.when.as_ref());
    let vetoes = rubric.vetoes.iter().map(|veto| &veto.when);
    let advice = rubric.advice.iter().map(|advice| &advice.when);
    let steps = rubric.next_steps.iter().flat_map(|(_, steps)| steps);
    let steps = steps.filter_map(|step| step.when.as_ref());
    let process = rubric.process.iter().filter_map(|item| item.when.as_ref());
    asked
        .chain(rows)
        .chain(vetoes)
        .chain(advice)
        .chain(steps)
        .chain(process)
}

fn texts(rubric: &Rubric) -> impl Iterator<Item = &Text> {
    let levels = rubric
        .criteria
        .iter()
        .flat_map(|criterion| &criterion.levels);
    let rows = levels.map(|level| &level.because);
    let vetoes = rubric
        .vetoes
        .iter()
        .flat_map(|veto| [&veto.because, &veto.lifted_by]);
    let advice = rubric.advice.iter().map(|advice| &advice.say);
    let steps = rubric.next_steps.iter().flat_map(|(_, steps)| steps);
    rows.chain(vetoes)
        .chain(advice)
        .chain(steps.map(|step| &step.say))
        .chain(rubric.process.iter().map(|item| &item.say))
}

fn groups(rubric: &Rubric, findings: &mut Findings<'_>) {
    let questions = rubric.questions.iter().map(|question| question.group);
    let criteria = rubric.criteria.iter().map(|criterion| criterion.group);
    let used: BTreeSet<_> = questions.chain(criteria).map(|group| group.0).collect();
    for (index, group) in rubric.groups.iter().enumerate() {
        if !used.contains(&index) {
            findings.add(
                Problem::new(
                    ProblemCode::EmptyGroup,
                    findings.first_line(group.place),
                    format!("nothing belongs to the group `{}`", group.id),
                )
                .expected("a question or criterion with this `group`")
                .help("remove it"),
            );
        }
    }
}
