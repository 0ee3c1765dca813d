//! Answers and weights, as they stand in a requirements file or on the command line.

use crate::files::Facts;
use crate::files::rubric::read::condition::{choice, distinct_choices};
use crate::files::rubric::read::criterion::weight;
use crate::files::rubric::read::ids::UNKNOWN;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Entry, Fields, entries, items, number, shortened, text, unknown_key, yes_no,
};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Answer, Answers, ChoiceSet, Condition, Origin, Place, Problem, ProblemCode, Question,
    QuestionIndex, QuestionKind, Rubric, Truth, Value, WeightOverride, Weights,
};

/// Reads a map of answers over those already given.
pub(crate) fn answers(
    node: &Node,
    origin: Origin,
    rubric: &Rubric,
    answers: &mut Answers,
    problems: &mut Problems<'_>,
) {
    for entry in entries(node, "`answers`", problems).unwrap_or_default() {
        let Some(index) = question(&entry, rubric, problems) else {
            continue;
        };
        if entry.value.is_null() {
            let found = format!("`{}` has no value", entry.key);
            problems.add(
                Problem::new(ProblemCode::MissingValue, entry.key_place, found)
                    .help("answer it, write `unknown`, or remove the line"),
            );
            continue;
        }
        if let Some(answer) = answer(entry.value, origin, rubric.question(index), problems) {
            answers.set(index, answer);
        }
    }
}

fn question(
    entry: &Entry<'_>,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<QuestionIndex> {
    let index = rubric.find_question(entry.key);
    if index.is_none() {
        let ids = rubric.questions.iter().map(|question| question.id.as_str());
        let mut problem = unknown_key(entry, &format!("answers to `{}`", rubric.id), ids);
        if problem.code == ProblemCode::UnknownKey {
            problem.code = ProblemCode::UnknownId;
            problem.found = format!(
                "`{}` asks no question `{}`",
                rubric.id,
                shortened(entry.key)
            );
        }
        problems.add(problem);
    }
    index
}

/// An answer: its value alone, or a map of value, note and source.
pub(crate) fn answer(
    node: &Node,
    origin: Origin,
    question: &Question,
    problems: &mut Problems<'_>,
) -> Option<Answer> {
    let NodeKind::Mapping(_) = node.kind else {
        let value = value(node, question, problems)?;
        return Some(Answer {
            value,
            note: None,
            source: None,
            origin,
            place: node.place,
            derived: None,
        });
    };
    let mut fields = Fields::read(node, "an answer", problems)?;
    let mut place = node.place;
    let value = fields.required("value", problems, |node, problems| {
        place = node.place;
        value(node, question, problems)
    });
    let note = fields.optional("note", problems, text);
    let source = fields.optional("source", problems, text);
    fields.finish(problems);
    Some(Answer {
        value: value?,
        note,
        source,
        origin,
        place,
        derived: None,
    })
}

/// A value of the kind its question asks for; the inner option is empty for `unknown`.
#[allow(clippy::option_option)] // unreadable, or read as unknown
pub(crate) fn value(
    node: &Node,
    question: &Question,
    problems: &mut Problems<'_>,
) -> Option<Option<Value>> {
    if is_word(node, UNKNOWN) {
        return Some(None);
    }
    let value = match &question.kind {
        QuestionKind::Choice(_) => Value::Choice(choice(question, node, problems)?),
        QuestionKind::Choices {
            allow_none: true, ..
        } if is_word(node, NONE) => Value::Choices(ChoiceSet::default()),
        QuestionKind::Choices { allow_none, .. } => {
            let chosen = items(node, &format!("`{}`", question.id), problems)?;
            if chosen.is_empty() && !allow_none {
                let found = format!("`{}` is an empty list", question.id);
                problems.add(
                    Problem::new(ProblemCode::OutOfRange, node.place, found)
                        .expected("at least one choice, or `unknown`"),
                );
                return None;
            }
            Value::Choices(distinct_choices(question, chosen, problems)?)
        }
        QuestionKind::Number {
            minimum, maximum, ..
        } => Value::Number(number(node, (*minimum, *maximum), problems)?),
        QuestionKind::YesNo => Value::YesNo(yes_no(node, problems)?),
        QuestionKind::Text => Value::Text(text(node, problems)?),
    };
    Some(Some(value))
}

/// The word for none of the choices, where that is an answer.
pub(crate) const NONE: &str = "none";

fn is_word(node: &Node, word: &str) -> bool {
    matches!(&node.kind, NodeKind::Scalar { text, .. } if text == word)
}

/// Reads a map of weights over those already given.
pub(crate) fn weights(
    node: &Node,
    origin: Origin,
    rubric: &Rubric,
    weights: &mut Weights,
    problems: &mut Problems<'_>,
) {
    for entry in entries(node, "`weights`", problems).unwrap_or_default() {
        let Some(index) = rubric.find_criterion(entry.key) else {
            let ids = rubric
                .criteria
                .iter()
                .map(|criterion| criterion.id.as_str());
            let mut problem = unknown_key(&entry, "`weights`", ids);
            problem.code = ProblemCode::UnknownId;
            problem.found = format!(
                "`{}` has no criterion `{}`",
                rubric.id,
                shortened(entry.key)
            );
            problems.add(problem);
            continue;
        };
        if let Some(weight) = weight(entry.value, problems) {
            weights.set(
                index,
                WeightOverride {
                    weight,
                    origin,
                    place: entry.value.place,
                },
            );
        }
    }
}

/// The known answers whose question does not apply, given the others.
pub(crate) fn inapplicable(rubric: &Rubric, answers: &Answers) -> Vec<QuestionIndex> {
    let facts = Facts::new(rubric, answers);
    rubric
        .question_indices()
        .filter(|&question| {
            answers.value(question).is_some() && facts.applies(question) == Truth::False
        })
        .collect()
}

/// A problem for an answer to a question that does not apply; says which answers keep it from applying.
pub(crate) fn does_not_apply(
    rubric: &Rubric,
    question: QuestionIndex,
    answers: &Answers,
    place: Place,
) -> Problem {
    let asked = rubric.question(question);
    let reads = asked.ask_when.iter().flat_map(Condition::questions);
    let reasons: Vec<_> = reads
        .filter_map(|read| {
            let other = rubric.question(read);
            Some(format!(
                "`{}` is \"{}\"",
                other.id,
                other.words(answers.value(read)?)
            ))
        })
        .collect();
    let because = if reasons.is_empty() {
        String::new()
    } else {
        format!(": {}", reasons.join(", "))
    };
    Problem::new(
        ProblemCode::AnswerDoesNotApply,
        place,
        format!("`{}` does not apply here{because}", asked.id),
    )
    .help("remove this answer, or mend the one it depends on")
}
