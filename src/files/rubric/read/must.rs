//! Musts of a rubric, and what evidence for them counts.

use crate::files::landscape::read::kind;

use crate::files::rubric::read::ids::{Context, UniqueIds, own_id};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Entry, Fields, entries, every, known_id, list, number, prose, shortened, some_items, text,
    wrong_type, yes_no,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Attribute, CandidateKind, Demand, EvidenceCounts, LandscapeName, Must, Need, Problem,
    ProblemCode, Strength, Word,
};
use serde_json::{Value, json};

/// The word for what no landscape says.
const NOT_DOCUMENTED: &str = "not-documented";

#[rustfmt::skip] // a table
pub(crate) const MUST: Shape = Shape {
    name: "a must",
    about: "Something that every candidate must meet, as far as the answers demand it.",
    keys: &[
        required("id", Ref("id"), ""),
        required("title", Ref("text"), "What it is called, such as \"Runs where it must\"."),
        required("ask", Ref("answer-text"), "What to ask about a candidate of which it is not documented."),
        optional("kinds", Like(kinds), "For which candidates it holds; all, if left out."),
        optional("selects", Ref("yes-no"), "Whether it tells which candidates are looked at, rather than how they do."),
        required(
            "needs",
            Like(|| schema::some(schema::defined("need"), None)),
            "What is needed under which answers; all whose condition holds have to be met.",
        ),
        optional("sources", Ref("source-ids"), ""),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const NEED: Shape = Shape {
    name: "a need",
    about: "What is needed under some answers.",
    keys: &[
        optional("when", Ref("condition"), "Under which; under all, if left out."),
        required("has", Ref("demand"), ""),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const EVIDENCE_COUNTS: Shape = Shape {
    name: "`evidence-counts`",
    about: "What a must that is met counts, by how far that is known.",
    keys: &[
        optional("remembered", Like(|| counting(Strength::Remembered)), ""),
        optional("claimed", Like(|| counting(Strength::Claimed)), ""),
        optional("documented", Like(|| counting(Strength::Documented)), ""),
        optional("demonstrated", Like(|| counting(Strength::Demonstrated)), ""),
        optional("tested", Like(|| counting(Strength::Tested)), ""),
        optional("in-production", Like(|| counting(Strength::InProduction)), ""),
    ],
};

fn kinds() -> Value {
    let kinds = CandidateKind::ALL.map(CandidateKind::id);
    json!({"type": "array", "items": {"enum": kinds}, "minItems": 1})
}

fn counting(strength: Strength) -> Value {
    let default = EvidenceCounts::default().of(strength);
    schema::describe(
        schema::number(Some(0.0), Some(1.0)),
        &format!("{default} if left out."),
    )
}

pub(crate) fn landscape_name(node: &Node, problems: &mut Problems<'_>) -> Option<LandscapeName> {
    Some(LandscapeName {
        name: text(node, problems)?,
        place: node.place,
    })
}

pub(crate) fn evidence_counts(node: &Node, problems: &mut Problems<'_>) -> Option<EvidenceCounts> {
    let mut counts = EvidenceCounts::default();
    let mut fields = Fields::of(node, &EVIDENCE_COUNTS, problems)?;
    for strength in Strength::ALL {
        let count = fields.get(strength.id(), problems, |node, problems| {
            number(node, (Some(0.0), Some(1.0)), problems)
        });
        if let Some(count) = count {
            counts.set(strength, count);
        }
    }
    let place = problems.first_line(fields.place());
    fields.finish(problems);
    let sinks = Strength::ALL
        .windows(2)
        .find(|pair| counts.of(pair[0]) > counts.of(pair[1]));
    if let Some([weak, strong]) = sinks {
        let found = format!("`{}` counts more than `{}`", weak.id(), strong.id());
        problems.add(
            Problem::new(ProblemCode::OutOfRange, place, found)
                .expected("what is known better to count at least as much"),
        );
    }
    Some(counts)
}

pub(crate) fn musts(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Vec<Must> {
    let mut ids = UniqueIds::default();
    let read = list(node, "`musts`", problems, |item, problems| {
        must(item, context, &mut ids, problems)
    });
    read.unwrap_or_default()
}

fn must(
    node: &Node,
    context: &Context<'_>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Must> {
    let mut fields = Fields::of(node, &MUST, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let title = fields.get("title", problems, prose);
    let ask = fields.get("ask", problems, context.answer_text());
    let kinds = fields.get("kinds", problems, |node, problems| {
        let kinds = some_items(node, "`kinds`", problems)?.iter();
        Some(kinds.filter_map(|item| kind(item, problems)).collect())
    });
    let selects = fields.get("selects", problems, yes_no);
    let needs = fields.get("needs", problems, |node, problems| {
        let needs = some_items(node, "`needs`", problems)?.iter();
        let needs = needs.filter_map(|item| need(item, context, problems));
        Some(needs.collect())
    });
    let sources = fields.get("sources", problems, context.sources());
    let place = fields.place();
    fields.finish(problems);
    Some(Must {
        id: id?,
        title: title?,
        ask: ask?,
        kinds: kinds.unwrap_or_else(|| CandidateKind::ALL.to_vec()),
        selects: selects.unwrap_or(false),
        needs: needs?,
        sources: sources.unwrap_or_default(),
        place,
    })
}

fn need(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Option<Need> {
    let mut fields = Fields::of(node, &NEED, problems)?;
    let has_when = fields.has("when");
    let when = fields.get("when", problems, context.condition());
    let has = fields.get("has", problems, demand);
    fields.finish(problems);
    // A condition that could not be read must not become a need under all answers.
    (has_when == when.is_some()).then_some(())?;
    Some(Need { when, has: has? })
}

/// Reads what a candidate is to have; the words are looked up when the landscape is known.
fn demand(node: &Node, problems: &mut Problems<'_>) -> Option<Demand> {
    match &node.kind {
        NodeKind::Scalar { text, .. } if text == NOT_DOCUMENTED => {
            return Some(Demand::NotDocumented);
        }
        NodeKind::Mapping(_) => {}
        _ => {
            let expected = "a map such as `{runs-on: aws}`, or `not-documented`";
            problems.add(wrong_type(node, "`has`", expected, problems));
            return None;
        }
    }
    let mut parts = Vec::new();
    let mut sound = true;
    let written = entries(node, "`has`", problems)?;
    if written.is_empty() {
        let found = "`has` demands nothing";
        problems.add(Problem::new(ProblemCode::MissingKey, node.place, found));
        return None;
    }
    for entry in written {
        let part = match entry.key {
            "all-of" => demands(entry.value, problems).map(Demand::AllOf),
            "any-of" => demands(entry.value, problems).map(Demand::AnyOf),
            key => {
                let attribute = Attribute::ALL.into_iter().find(|it| it.id() == key);
                if attribute.is_none() {
                    problems.add(no_such_attribute(&entry));
                }
                attribute.and_then(|attribute| words(entry.value, attribute, problems))
            }
        };
        sound &= part.is_some();
        parts.extend(part);
    }
    if !sound {
        return None;
    }
    if parts.len() == 1 {
        return parts.pop();
    }
    Some(Demand::AllOf(parts))
}

fn no_such_attribute(entry: &Entry<'_>) -> Problem {
    let known = Attribute::ALL.map(Attribute::id);
    let known: Vec<&str> = known.into_iter().chain(["all-of", "any-of"]).collect();
    let found = format!("candidates have no attribute `{}`", shortened(entry.key));
    let problem = Problem::new(ProblemCode::UnknownKey, entry.key_place, found);
    expect_known(problem, entry.key, known)
}

fn demands(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<Demand>> {
    let items = some_items(node, "this", problems)?;
    every(items, problems, demand)
}

/// A word, a list of which any will do, or `includes-any` and `includes-all`.
fn words(node: &Node, attribute: Attribute, problems: &mut Problems<'_>) -> Option<Demand> {
    let (list, all) = match &node.kind {
        NodeKind::Scalar { .. } => {
            let words = vec![word(node, problems)?];
            return Some(Demand::Has {
                attribute,
                words,
                all: false,
            });
        }
        NodeKind::Sequence(_) => (node, false),
        NodeKind::Mapping(_) => {
            let written = entries(node, "an attribute", problems)?;
            let [entry] = written.as_slice() else {
                let found = format!("{} keys for `{}`", written.len(), attribute.id());
                let place = problems.first_line(node.place);
                problems.add(
                    Problem::new(ProblemCode::UnknownKey, place, found)
                        .expected("one of `includes-any` and `includes-all`"),
                );
                return None;
            };
            let key = Node::word(entry.key, entry.key_place);
            let forms = ["includes-any", "includes-all"];
            let form = known_id(&key, "way to match", forms, problems)?;
            (entry.value, forms[form] == "includes-all")
        }
    };
    let what = format!("`{}`", attribute.id());
    let items = some_items(list, &what, problems)?;
    let words: Option<Vec<Word>> = items.iter().map(|item| word(item, problems)).collect();
    Some(Demand::Has {
        attribute,
        words: words?,
        all,
    })
}

fn word(node: &Node, problems: &mut Problems<'_>) -> Option<Word> {
    Some(Word {
        id: crate::files::yaml::reader::id(node, problems)?,
        place: node.place,
    })
}

/// The schema of what a candidate is to have.
pub(crate) fn demand_schema() -> Value {
    let parts = || schema::some(schema::defined("demand"), None);
    let object = schema::Object::new("Attributes with their words; all of the keys have to hold.")
        .optional("all-of", schema::describe(parts(), "All of these hold."))
        .optional(
            "any-of",
            schema::describe(parts(), "At least one of these holds."),
        );
    let object = Attribute::ALL
        .into_iter()
        .fold(object, |object, attribute| {
            object.optional(attribute.id(), schema::defined("words"))
        })
        .keyword("minProperties", json!(1))
        .build();
    json!({
        "description": "What a candidate is to have; `not-documented` for what no landscape says.",
        "anyOf": [{"const": "not-documented"}, object],
    })
}

/// The schema of words of an attribute.
pub(crate) fn words_schema() -> Value {
    let ids = || schema::some(schema::defined("id"), None);
    let form =
        |key: &'static str, says: &str| schema::Object::new(says).required(key, ids()).build();
    json!({
        "description": "A word of the landscape's vocabulary; of a list, any will do.",
        "anyOf": [
            schema::defined("id"),
            ids(),
            form("includes-any", "Any of these."),
            form("includes-all", "All of these."),
        ],
    })
}
