//! Questions: that each can be asked and is read, and that groups hold something.

use std::collections::BTreeSet;

use super::findings::{CONTRADICTION, Findings};
use super::space::{Demand, Space};
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
        if findings.rules_out(space, &[Demand::holds(when)], question.place, || {
            format!("`{}` is ever asked", question.id)
        }) {
            let place = findings.key(question.place, "ask-when");
            let found = format!("`{}` is never asked", question.id);
            findings.add(
                Problem::new(ProblemCode::QuestionNeverAsked, place, found)
                    .expected("an `ask-when` that some answers meet")
                    .help(CONTRADICTION),
            );
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
    let conditions = rubric.conditions().flat_map(Condition::questions);
    let mut read: BTreeSet<QuestionIndex> = conditions.collect();
    read.extend(rubric.texts().flat_map(Text::questions));
    read.extend(rubric.musts.iter().flat_map(Must::questions));
    read
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
