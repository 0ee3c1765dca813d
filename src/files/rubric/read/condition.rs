//! Conditions, typed against the questions they read.

use crate::files::limits::MOST_CHOSEN;
use crate::files::rubric::read::ids::{Context, DefinedQuestions, UNKNOWN};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Entry, Fields, entries, every, known_id, number, shortened, some_items, whole, wrong_type,
    yes_no,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    ChoiceSet, Condition, CountRange, NumberRange, Place, Predicate, Problem, ProblemCode,
    Question, QuestionKind, Test,
};
use serde_json::{Value, json};

/// Keys of a condition that are no question; no question may have such an id.
pub(crate) const CONNECTIVES: [&str; 3] = ["all-of", "any-of", "not"];

#[rustfmt::skip] // a table
const NUMBER_RANGE: Shape = Shape {
    name: "a test",
    about: "A range of numbers.",
    keys: &[
        optional("at-least", Like(|| schema::number(None, None)), "This or more."),
        optional("under", Like(|| schema::number(None, None)), "Less than this."),
    ],
};

#[rustfmt::skip] // a table
const INCLUDES: Shape = Shape {
    name: "a test",
    about: "What is among the choices.",
    keys: &[
        optional("includes", Ref("id"), "This is among the choices."),
        optional("includes-all", Like(several_ids), "All of these are among the choices."),
        optional("includes-any", Like(several_ids), "At least one of these is among the choices."),
        optional("count", Like(|| not_empty(&COUNT)), ""),
    ],
};

#[rustfmt::skip] // a table
const COUNT: Shape = Shape {
    name: "a count",
    about: "How many are chosen.",
    keys: &[
        optional("at-least", Like(|| schema::whole(0, most_chosen())), "This or more."),
        optional("under", Like(|| schema::whole(1, most_chosen() + 1)), "Less than this."),
    ],
};

fn most_chosen() -> i64 {
    i64::try_from(MOST_CHOSEN).unwrap_or(i64::MAX - 1)
}

fn several_ids() -> Value {
    schema::distinct(schema::some(schema::defined("id"), None))
}

fn not_empty(shape: &Shape) -> Value {
    shape.object().keyword("minProperties", 1.into()).build()
}

/// The schema of a condition. Which tests fit depends on the question, which a schema cannot know.
pub(crate) fn condition_schema() -> Value {
    let parts = || schema::some(schema::defined("condition"), None);
    json!({
        "description": "What has to hold: questions with what their answers must be, such as \
            `{team-size: {at-least: 5}}`. Several keys all have to hold.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": schema::ID_KEY},
        "properties": {
            "all-of": schema::describe(parts(), "Conditions that all hold."),
            "any-of": schema::describe(parts(), "Conditions of which at least one holds."),
            "not": schema::describe(schema::defined("condition"), "A condition that does not hold."),
        },
        "additionalProperties": schema::defined("test"),
    })
}

/// The schema of what the answer to a question must be.
pub(crate) fn test_schema() -> Value {
    schema::any_of(vec![
        schema::describe(schema::defined("id"), "The choice, or `yes` or `no`."),
        schema::defined("yes-no"),
        schema::describe(several_ids(), "Choices of which it is any."),
        not_empty(&NUMBER_RANGE),
        not_empty(&INCLUDES),
    ])
}

impl Context<'_> {
    pub(crate) fn condition(&self) -> impl Fn(&Node, &mut Problems<'_>) -> Option<Condition> {
        |node, problems| condition(node, self.questions, problems)
    }
}

/// Reads a condition. Several keys in one map all have to hold.
pub(crate) fn condition(
    node: &Node,
    questions: &DefinedQuestions,
    problems: &mut Problems<'_>,
) -> Option<Condition> {
    if let NodeKind::Scalar { .. } = node.kind {
        let problem = wrong_type(node, "this", "a condition", problems);
        problems.add(
            problem.help("write a question and its test, such as `{team-size: {at-least: 5}}`"),
        );
        return None;
    }
    let entries = entries(node, "a condition", problems)?;
    if entries.is_empty() {
        problems.add(
            Problem::new(
                ProblemCode::InvalidCondition,
                node.place,
                "an empty condition",
            )
            .expected(
                "a question and what its answer must be, such as `{team-size: {at-least: 5}}`",
            ),
        );
        return None;
    }
    let parts: Vec<_> = entries
        .iter()
        .map(|entry| part(entry, questions, problems))
        .collect();
    let mut parts: Vec<_> = parts.into_iter().collect::<Option<_>>()?;
    if parts.len() == 1 {
        parts.pop()
    } else {
        Some(Condition::AllOf(parts))
    }
}

fn part(
    entry: &Entry<'_>,
    questions: &DefinedQuestions,
    problems: &mut Problems<'_>,
) -> Option<Condition> {
    match entry.key {
        "all-of" => conditions(entry.value, questions, problems).map(Condition::AllOf),
        "any-of" => conditions(entry.value, questions, problems).map(Condition::AnyOf),
        "not" => Some(Condition::Not(Box::new(condition(
            entry.value,
            questions,
            problems,
        )?))),
        id => match questions.find(id, entry.key_place, ProblemCode::UnknownId) {
            Ok(index) => {
                let question = index?;
                let asked = questions.question(question);
                let before = problems.count();
                let predicate = predicate(asked, entry, problems).or_else(|| {
                    problems.explain_since(before, &asked.id, asked.place);
                    None
                })?;
                let place = Place {
                    start: entry.key_place.start,
                    ..entry.value.place
                };
                Some(Condition::Test(Test {
                    question,
                    predicate,
                    place,
                }))
            }
            Err(problem) => {
                problems.add(problem);
                None
            }
        },
    }
}

fn conditions(
    node: &Node,
    questions: &DefinedQuestions,
    problems: &mut Problems<'_>,
) -> Option<Vec<Condition>> {
    let items = some_items(node, "the list of conditions", problems)?;
    every(items, problems, |item, problems| {
        condition(item, questions, problems)
    })
}

fn predicate(
    question: &Question,
    entry: &Entry<'_>,
    problems: &mut Problems<'_>,
) -> Option<Predicate> {
    let value = entry.value;
    match &question.kind {
        QuestionKind::Choice(_) => one_of_choices(question, value, problems).map(Predicate::OneOf),
        QuestionKind::Choices { .. } => {
            let help = "write `{includes: …}`, `{includes-any: […]}`, `{includes-all: […]}` or `{count: …}`";
            includes(
                question,
                test_fields(entry, &INCLUDES, "several choices", help, problems)?,
                problems,
            )
        }
        QuestionKind::Number { .. } => {
            let help = "write `{under: …}`, `{at-least: …}` or both";
            number_range(
                test_fields(entry, &NUMBER_RANGE, "a number", help, problems)?,
                problems,
            )
            .map(Predicate::InRange)
        }
        QuestionKind::YesNo => yes_no(value, problems).map(Predicate::Is),
        QuestionKind::Text => {
            let found = format!(
                "`{}` is free text, which no condition can read",
                question.id
            );
            problems.add(Problem::new(
                ProblemCode::InvalidCondition,
                entry.key_place,
                found,
            ));
            None
        }
    }
}

/// The fields of a test that is written as a map.
fn test_fields<'n>(
    entry: &Entry<'n>,
    shape: &'static Shape,
    kind: &str,
    help: &str,
    problems: &mut Problems<'_>,
) -> Option<Fields<'n>> {
    if let NodeKind::Mapping(_) = entry.value.kind {
        return Fields::of(entry.value, shape, problems);
    }
    if entry.value.is_null() {
        let found = format!("`{}` is not tested for anything", entry.key);
        problems.add(Problem::new(ProblemCode::MissingValue, entry.key_place, found).help(help));
        return None;
    }
    let found = format!("`{}` is {kind} and cannot be compared with this", entry.key);
    problems.add(Problem::new(ProblemCode::InvalidCondition, entry.value.place, found).help(help));
    None
}

fn one_of_choices(
    question: &Question,
    node: &Node,
    problems: &mut Problems<'_>,
) -> Option<ChoiceSet> {
    match &node.kind {
        NodeKind::Scalar { .. } => {
            choice(question, node, problems).map(|index| ChoiceSet::from_iter([index]))
        }
        NodeKind::Sequence(_) => choice_list(question, node, problems),
        NodeKind::Mapping(_) => {
            let found = format!(
                "`{}` is one choice and cannot be compared with a map",
                question.id
            );
            let help = "write the choice, or a list of choices of which any will do";
            problems.add(Problem::new(ProblemCode::InvalidCondition, node.place, found).help(help));
            None
        }
    }
}

/// Reads a choice. Someone who wrote its label, or asks for `unknown`, is told so.
pub(crate) fn choice(
    question: &Question,
    node: &Node,
    problems: &mut Problems<'_>,
) -> Option<usize> {
    let choices = question.choices();
    let ids = choices.iter().map(|choice| choice.id.as_str());
    let found = known_id(node, &format!("choice of `{}`", question.id), ids, problems);
    if let (None, NodeKind::Scalar { text, .. }) = (found, &node.kind) {
        let labelled = choices
            .iter()
            .find(|choice| choice.label.eq_ignore_ascii_case(text));
        if let Some(choice) = labelled {
            problems.amend_last(format!("write its id, `{}`", choice.id));
        } else if text == UNKNOWN {
            problems.amend_last(
                "what is not known is neither true nor false; no condition asks for it".to_owned(),
            );
        } else if text.eq_ignore_ascii_case(UNKNOWN) {
            problems.amend_last(format!("write `{UNKNOWN}`"));
        }
    }
    found
}

/// A list of choices, each at most once.
pub(crate) fn choice_list(
    question: &Question,
    node: &Node,
    problems: &mut Problems<'_>,
) -> Option<ChoiceSet> {
    distinct_choices(
        question,
        some_items(node, "the list of choices", problems)?,
        problems,
    )
}

/// Choices, each at most once.
pub(crate) fn distinct_choices(
    question: &Question,
    items: &[Node],
    problems: &mut Problems<'_>,
) -> Option<ChoiceSet> {
    let mut set = ChoiceSet::default();
    let mut sound = true;
    for item in items {
        match choice(question, item, problems) {
            Some(index) if set.contains(index) => {
                let found = format!(
                    "`{}` stands here a second time",
                    question.choices()[index].id
                );
                problems.add(Problem::new(ProblemCode::DuplicateId, item.place, found));
                sound = false;
            }
            Some(index) => set.insert(index),
            None => sound = false,
        }
    }
    sound.then_some(set)
}

fn includes(
    question: &Question,
    mut fields: Fields<'_>,
    problems: &mut Problems<'_>,
) -> Option<Predicate> {
    let before = problems.count();
    let one = fields.get("includes", problems, |node, problems| {
        choice(question, node, problems)
    });
    let all = fields.get("includes-all", problems, |node, problems| {
        choice_list(question, node, problems)
    });
    let any = fields.get("includes-any", problems, |node, problems| {
        choice_list(question, node, problems)
    });
    let count = fields.get("count", problems, |node, problems| {
        count_range(question, node, problems)
    });
    let place = fields.place();
    fields.finish(problems);
    if problems.count() > before {
        return None;
    }
    let mut all = all.unwrap_or_default();
    if let Some(choice) = one {
        all.insert(choice);
    }
    if all.is_empty() && any.is_none() && count.is_none() {
        problems.add(Problem::new(
            ProblemCode::InvalidCondition,
            place,
            "an empty test",
        ));
        return None;
    }
    Some(Predicate::Includes { all, any, count })
}

fn count_range(
    question: &Question,
    node: &Node,
    problems: &mut Problems<'_>,
) -> Option<CountRange> {
    let before = problems.count();
    let most = i64::try_from(question.choices().len()).unwrap_or(i64::MAX);
    if let NodeKind::Scalar { text, .. } = &node.kind {
        let problem = wrong_type(node, "this", "a range", problems);
        problems.add(problem.help(format!("write `{{at-least: {}}}`", shortened(text))));
        return None;
    }
    let mut fields = Fields::of(node, &COUNT, problems)?;
    let at_least = fields.get("at-least", problems, |node, problems| {
        whole(node, 0..=most, problems)
    });
    let under = fields.get("under", problems, |node, problems| {
        whole(node, 1..=most + 1, problems)
    });
    let place = fields.place();
    fields.finish(problems);
    if problems.count() > before {
        return None;
    }
    check_ends(at_least, under, place, problems)?;
    Some(CountRange { at_least, under })
}

fn number_range(mut fields: Fields<'_>, problems: &mut Problems<'_>) -> Option<NumberRange> {
    let before = problems.count();
    let any = (None, None);
    let at_least = fields.get("at-least", problems, |node, problems| {
        number(node, any, problems)
    });
    let under = fields.get("under", problems, |node, problems| {
        number(node, any, problems)
    });
    let place = fields.place();
    fields.finish(problems);
    if problems.count() > before {
        return None;
    }
    check_ends(at_least, under, place, problems)?;
    Some(NumberRange { at_least, under })
}

fn check_ends<T: PartialOrd>(
    at_least: Option<T>,
    under: Option<T>,
    place: Place,
    problems: &mut Problems<'_>,
) -> Option<()> {
    let found = match (at_least, under) {
        (None, None) => "a range without `at-least` or `under`",
        (Some(low), Some(high)) if low >= high => {
            "a range that nothing lies in: `at-least` is not below `under`"
        }
        _ => return Some(()),
    };
    problems.add(Problem::new(ProblemCode::InvalidCondition, place, found));
    None
}

/// A problem for a key that is neither a connective nor a question.
pub(crate) fn reserved_id(id: &str, place: Place) -> Option<Problem> {
    CONNECTIVES.contains(&id).then(|| {
        Problem::new(
            ProblemCode::InvalidFormat,
            place,
            format!("`{id}` is a word of conditions and cannot be an id"),
        )
    })
}
