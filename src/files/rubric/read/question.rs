//! Groups and questions of a rubric.

use crate::files::limits::{MOST_CHOSEN, MOST_QUESTIONS, MOST_TO_PICK_FROM};
use crate::files::rubric::read::condition::{CONNECTIVES, condition, reserved_id};
use crate::files::rubric::read::ids::{
    Defined, DefinedQuestions, RemovedIds, UNKNOWN, UniqueIds, group_ref, own_id,
};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, at_most, every, known_id, number, prose, some_items, yes_no,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Key, Shape, object, optional, required};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Choice, Condition, DerivedFact, Group, Problem, ProblemCode, Question, QuestionIndex,
    QuestionKind, Unit,
};
use serde_json::{Value, json};

#[rustfmt::skip] // a table
pub(crate) const GROUP: Shape = Shape {
    name: "a group",
    about: "A set of questions and criteria that belong together.",
    keys: &[
        required("id", Ref("id"), ""),
        required("title", Ref("text"), "What it is called."),
        optional("about", Ref("text"), "What it is about, in a sentence."),
    ],
};

/// What every question has.
#[rustfmt::skip] // a table
const QUESTION: Shape = Shape {
    name: "a question",
    about: "",
    keys: &[
        required("id", Like(|| json!({"$ref": "#/$defs/id", "not": {"enum": CONNECTIVES}})), ""),
        required("group", Ref("id"), "The id of the group it is asked in."),
        required("ask", Ref("text"), "The question itself."),
        optional("help", Ref("text"), "How to answer it."),
        required("type", Like(|| json!({})), "What an answer looks like."),
        optional(
            "ask-when",
            Ref("condition"),
            "When it applies; always, if left out. May read only questions that are asked before.",
        ),
        optional("derived", Like(|| json!({})), ""),
    ],
};

/// A kind of question: its `type`, what it is, and what only such questions have.
#[derive(Clone, Copy)]
struct KindShape {
    id: &'static str,
    about: &'static str,
    keys: &'static [Key],
}

#[rustfmt::skip] // a table
const KINDS: [KindShape; 5] = [
    KindShape {
        id: "choice",
        about: "A question of whose choices one is picked.",
        keys: &[required(
            "choices",
            Like(|| choices_schema(MOST_TO_PICK_FROM)),
            "What can be chosen.",
        )],
    },
    KindShape {
        id: "choices",
        about: "A question of whose choices several are picked.",
        keys: &[
            required("choices", Like(|| choices_schema(MOST_CHOSEN)), "What can be chosen."),
            optional("allow-none", Ref("yes-no"), "Whether none of them is an answer too, written `none` or `[]`."),
        ],
    },
    KindShape {
        id: "number",
        about: "A question for a number.",
        keys: &[
            optional(
                "unit",
                Like(unit_schema),
                "What is counted or measured: `ms`, or `{one: engineer, other: engineers}`.",
            ),
            optional("minimum", Like(|| schema::number(None, None)), "The smallest answer that makes sense."),
            optional(
                "maximum",
                Like(|| schema::number(None, None)),
                "The largest answer that makes sense; not below `minimum`.",
            ),
        ],
    },
    KindShape {
        id: "yes-no",
        about: "A question for yes or no.",
        keys: &[],
    },
    KindShape {
        id: "text",
        about: "A question for a text, for the reader; no condition reads it.",
        keys: &[],
    },
];

#[rustfmt::skip] // a table
pub(crate) const CHOICE: Shape = Shape {
    name: "a choice",
    about: "One of the answers.",
    keys: &[
        required("id", Like(|| json!({"$ref": "#/$defs/id", "not": {"const": UNKNOWN}})), ""),
        required("label", Ref("text"), "What it says."),
        optional("help", Ref("text"), "What it means, where the label is not enough."),
    ],
};

#[rustfmt::skip] // a table
const UNIT: Shape = Shape {
    name: "a unit",
    about: "The word for one, and for any other amount.",
    keys: &[
        required("one", Ref("text"), "As in \"1 engineer\"."),
        required("other", Ref("text"), "As in \"2 engineers\"."),
    ],
};

fn choices_schema(most: usize) -> Value {
    schema::some(schema::defined("choice"), Some(most))
}

fn unit_schema() -> Value {
    schema::any_of(vec![schema::defined("text"), UNIT.schema()])
}

/// The schema of a question, and of a question of each kind by the name under which it is defined.
pub(crate) fn question_schemas() -> Vec<(String, Value)> {
    let name = |kind: KindShape| format!("{}-question", kind.id);
    let any = json!({"oneOf": KINDS.map(|kind| schema::defined(&name(kind)))});
    let of_kind = |kind: KindShape| {
        let keys = QUESTION.keys.iter().chain(kind.keys);
        let mut schema = object(kind.about, keys).build();
        schema["properties"]["type"]["const"] = kind.id.into();
        schema["properties"]["derived"] = derived_schema(kind.id);
        (name(kind), schema)
    };
    let all = [("question".to_owned(), any)].into_iter();
    all.chain(KINDS.map(of_kind)).collect()
}

/// The facts that answer a question of a kind.
fn derived_schema(kind: &str) -> Value {
    let fits = DerivedFact::ALL
        .iter()
        .filter(|fact| fact.answer().type_id() == kind)
        .map(|fact| json!({"const": fact.id(), "description": fact.description()}));
    let fits: Vec<Value> = fits.collect();
    if fits.is_empty() {
        return json!(false);
    }
    json!({"description": "What of the landscape answers it where nobody else does.", "oneOf": fits})
}

pub(crate) fn groups(node: &Node, problems: &mut Problems<'_>) -> Defined<Group> {
    let mut ids = UniqueIds::default();
    match some_items(node, "`groups`", problems) {
        Some(items) => Defined::new(items.iter().map(|item| group(item, &mut ids, problems))),
        None => Defined::unreadable(),
    }
}

fn group(
    node: &Node,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Result<Group, Option<String>> {
    let mut fields = Fields::of(node, &GROUP, problems).ok_or(None)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let title = fields.get("title", problems, prose);
    let about = fields.get("about", problems, prose);
    let place = fields.place();
    fields.finish(problems);
    let id = id.ok_or(None)?;
    match title {
        Some(title) => Ok(Group {
            id,
            title,
            about,
            place,
        }),
        None => Err(Some(id)),
    }
}

/// Reads the questions and puts them in the order of asking.
pub(crate) fn questions(
    node: &Node,
    groups: &Defined<Group>,
    removed: RemovedIds,
    problems: &mut Problems<'_>,
) -> DefinedQuestions {
    let mut ids = UniqueIds::default();
    let Some(items) = some_items(node, "`questions`", problems) else {
        return DefinedQuestions::unreadable();
    };
    if !at_most(MOST_QUESTIONS, items, "questions", node, problems) {
        return DefinedQuestions::unreadable();
    }
    let known = Defined::new(
        items
            .iter()
            .map(|item| question(item, groups, &mut ids, problems)),
    );
    let (mut drafts, broken) = known.into_parts();
    drafts.sort_by_key(|(question, _)| question.group);
    let (questions, conditions): (Vec<_>, Vec<_>) = drafts.into_iter().unzip();
    let mut asked = DefinedQuestions::new(questions, broken, removed);
    for (index, node) in conditions.into_iter().enumerate() {
        let Some(node) = node else { continue };
        let ask_when = condition(node, &asked, problems);
        for test in ask_when.iter().flat_map(Condition::tests) {
            if test.question >= QuestionIndex(index) {
                let later = asked.question(test.question);
                let found = format!("`{}` is not asked before this question", later.id);
                let before = problems.count();
                problems.add(
                    Problem::new(ProblemCode::InvalidCondition, test.place, found).help(
                        "questions are asked group by group; `ask-when` can read only earlier ones",
                    ),
                );
                problems.explain_since(before, &later.id, later.place);
            }
        }
        asked.in_order[index].ask_when = ask_when;
    }
    asked
}

/// A question, its `ask-when` still to be read; or the id of one that could not be read.
fn question<'n>(
    node: &'n Node,
    groups: &Defined<Group>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Result<(Question, Option<&'n Node>), Option<String>> {
    let mut fields = Fields::of(node, &QUESTION, problems).ok_or(None)?;
    let id = fields.get("id", problems, |node, problems| {
        let id = own_id(node, ids, problems)?;
        if let Some(problem) = reserved_id(&id, node.place) {
            problems.add(problem);
        }
        Some(id)
    });
    let group = fields.get("group", problems, |node, problems| {
        group_ref(node, groups, problems)
    });
    let ask = fields.get("ask", problems, prose);
    let help = fields.get("help", problems, prose);
    let kind = kind(&mut fields, problems);
    let ask_when = fields.get("ask-when", problems, |node, _| Some(node));
    let derived = derived(&mut fields, kind.as_ref(), problems);
    let place = fields.place();
    fields.finish(problems);
    let build = |id: String| {
        let (group, ask, kind) = (group?, ask?, kind?);
        Some((
            Question {
                id,
                group,
                ask,
                help,
                kind,
                ask_when: None,
                derived,
                place,
            },
            ask_when,
        ))
    };
    let Some(id) = id else { return Err(None) };
    build(id.clone()).ok_or(Some(id))
}

/// What answers a question from the landscape, which has to be what the question asks for.
fn derived(
    fields: &mut Fields<'_>,
    kind: Option<&QuestionKind>,
    problems: &mut Problems<'_>,
) -> Option<DerivedFact> {
    let derived = fields.get("derived", problems, |node, problems| {
        let known = DerivedFact::ALL.iter().map(|fact| fact.id());
        let at = known_id(node, "derived fact", known, problems)?;
        Some(DerivedFact::ALL[at])
    })?;
    if kind.is_some_and(|kind| !derived.answer().fits(kind)) {
        let place = fields.value_place("derived").unwrap_or(fields.place());
        let found = format!("`{}` does not answer such a question", derived.id());
        problems.add(
            Problem::new(ProblemCode::WrongType, place, found)
                .expected(format!("`type: {}`", derived.answer().type_id())),
        );
    }
    Some(derived)
}

fn kind(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<QuestionKind> {
    let kind = fields.get("type", problems, |node, problems| {
        known_id(node, "type", KINDS.map(|kind| kind.id), problems)
    })?;
    let kind = &KINDS[kind];
    fields.also(kind.keys);
    match kind.id {
        "choice" => fields
            .get("choices", problems, |node, problems| {
                choices(node, MOST_TO_PICK_FROM, problems)
            })
            .map(QuestionKind::Choice),
        "choices" => {
            let choices = fields.get("choices", problems, |node, problems| {
                choices(node, MOST_CHOSEN, problems)
            });
            let allow_none = fields.get("allow-none", problems, yes_no).unwrap_or(false);
            Some(QuestionKind::Choices {
                choices: choices?,
                allow_none,
            })
        }
        "number" => {
            let any = (None, None);
            let unit = fields.get("unit", problems, unit);
            let minimum = fields.get("minimum", problems, |node, problems| {
                number(node, any, problems)
            });
            let maximum = fields.get("maximum", problems, |node, problems| {
                maximum(node, minimum, problems)
            });
            Some(QuestionKind::Number {
                unit,
                minimum,
                maximum,
            })
        }
        "yes-no" => Some(QuestionKind::YesNo),
        _ => Some(QuestionKind::Text),
    }
}

/// The largest answer, which cannot be below the smallest.
fn maximum(node: &Node, minimum: Option<f64>, problems: &mut Problems<'_>) -> Option<f64> {
    let maximum = number(node, (None, None), problems)?;
    if minimum.is_none_or(|minimum| maximum >= minimum) {
        return Some(maximum);
    }
    let found = "`maximum` is below `minimum`";
    problems.add(Problem::new(ProblemCode::OutOfRange, node.place, found));
    None
}

fn unit(node: &Node, problems: &mut Problems<'_>) -> Option<Unit> {
    if let NodeKind::Mapping(_) = node.kind {
        let mut fields = Fields::of(node, &UNIT, problems)?;
        let one = fields.get("one", problems, prose);
        let other = fields.get("other", problems, prose);
        fields.finish(problems);
        return Some(Unit {
            one: one?,
            other: other?,
        });
    }
    prose(node, problems).map(|word| Unit {
        one: word.clone(),
        other: word,
    })
}

fn choices(node: &Node, most: usize, problems: &mut Problems<'_>) -> Option<Vec<Choice>> {
    let mut ids = UniqueIds::default();
    let items = some_items(node, "`choices`", problems)?;
    if !at_most(most, items, "choices", node, problems) {
        return None;
    }
    every(items, problems, |item, problems| {
        choice(item, &mut ids, problems)
    })
}

fn choice(node: &Node, ids: &mut UniqueIds, problems: &mut Problems<'_>) -> Option<Choice> {
    let mut fields = Fields::of(node, &CHOICE, problems)?;
    let id = fields.get("id", problems, |node, problems| {
        let id = own_id(node, ids, problems)?;
        if id == UNKNOWN {
            let found =
                "`unknown` is the answer of a team that does not know and cannot be a choice";
            problems.add(Problem::new(ProblemCode::InvalidFormat, node.place, found));
        }
        Some(id)
    });
    let label = fields.get("label", problems, prose);
    let help = fields.get("help", problems, prose);
    fields.finish(problems);
    Some(Choice {
        id: id?,
        label: label?,
        help,
    })
}
