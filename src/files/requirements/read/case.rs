//! What a requirements file says about the case it is: who decided, and what a rubric is expected to say.

use crate::files::rubric::read::ids::{UniqueIds, alternative, alternatives};
use crate::files::rubric::read::source::url;
use crate::files::schema::build as schema;
use crate::files::schema::words::one_of;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose, whole};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Alternative, Case, CaseLabel, Expectation, Firmness, OutcomeKind, Problem, ProblemCode, Rubric,
};
use serde_json::{Value, json};

#[rustfmt::skip] // a table
pub(crate) const CASE: Shape = Shape {
    name: "a case",
    about: "Where a decision comes from, so that a rubric can be tested on it.",
    keys: &[
        required("organisation", Ref("text"), "Who decided."),
        optional("year", Like(|| schema::whole(*YEARS.start(), *YEARS.end())), "In which year, if that is known."),
        required("domain", Ref("text"), "What it was about, in a word or two that several cases share."),
        optional("component", Ref("text"), "The part of it that was decided."),
        optional(
            "facts",
            Like(|| schema::list(schema::defined("text"))),
            "What was known at the time, from which the answers were derived.",
        ),
        optional("sources", Like(|| schema::list(schema::defined("url"))), "Addresses of what tells about it."),
        required("label", Like(label_schema), ""),
        optional("note", Ref("text"), "What else to know about it."),
    ],
};

#[rustfmt::skip] // a table
const EXPECT: Shape = Shape {
    name: "`expect`",
    about: "What the rubric is expected to say; what is left out may be anything.",
    keys: &[
        optional("outcome", Like(|| one_of(OUTCOMES)), "The kind of outcome."),
        optional("recommended", Like(one_or_several_schema), "The alternatives of which one is to be recommended."),
        optional(
            "firmness",
            Like(|| one_of(["robust", "leaning", "fragile"])),
            "How firm the recommendation is to be.",
        ),
        optional("vetoes", Like(|| ids_schema("veto-id")), "The vetoes that rule something out: exactly these."),
        optional("advice", Like(|| ids_schema("advice-id")), "The advice that is given: exactly this."),
    ],
};

/// The kinds of outcome, first the one that names an alternative and is firm.
const OUTCOMES: [&str; 4] = [
    "recommended",
    "too-close",
    "inconclusive",
    "no-viable-alternative",
];

fn ids_schema(name: &str) -> Value {
    schema::distinct(schema::list(schema::defined(name)))
}

/// The schema of one alternative or a list of them.
pub(crate) fn one_or_several_schema() -> Value {
    json!({"anyOf": [schema::defined("alternative"), schema::defined("alternatives")]})
}

fn label_schema() -> Value {
    json!({
        "description": "How clearly what was chosen is one of the three alternatives.",
        "oneOf": [
            {"const": "clean", "description": "It is one of them."},
            {"const": "hybrid", "description": "It is a mix; the main part, or each part, is named."},
            {"const": "ambiguous", "description": "It could be read in more than one way."},
            {"const": "weak", "description": "It was told in hindsight."},
        ],
    })
}

/// The schema of `expect`: only a recommendation names an alternative and is firm.
pub(crate) fn expect_schema() -> Value {
    let other =
        json!({"properties": {"outcome": {"enum": &OUTCOMES[1..]}}, "required": ["outcome"]});
    EXPECT
        .object()
        .keyword("if", other)
        .keyword(
            "then",
            json!({"properties": {"recommended": false, "firmness": false}}),
        )
        .keyword("minProperties", 1.into())
        .build()
}

/// The years in which a decision can have been made.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// Reads where a decision comes from.
pub(crate) fn case(node: &Node, problems: &mut Problems<'_>) -> Option<Case> {
    let mut fields = Fields::of(node, &CASE, problems)?;
    let organisation = fields.get("organisation", problems, prose);
    let year = fields.get("year", problems, |node, problems| {
        whole(node, YEARS, problems)
    });
    let domain = fields.get("domain", problems, prose);
    let component = fields.get("component", problems, prose);
    let facts = fields.get("facts", problems, |node, problems| {
        list(node, "`facts`", problems, prose)
    });
    let sources = fields.get("sources", problems, |node, problems| {
        list(node, "`sources`", problems, url)
    });
    let label = fields.get("label", problems, |node, problems| {
        known_id(node, "label", CaseLabel::ALL.map(CaseLabel::id), problems)
    });
    let note = fields.get("note", problems, prose);
    fields.finish(problems);
    Some(Case {
        organisation: organisation?,
        year,
        domain: domain?,
        component,
        facts: facts.unwrap_or_default(),
        sources: sources.unwrap_or_default(),
        label: CaseLabel::ALL[label?],
        note,
    })
}

/// Reads what a rubric is expected to say.
pub(crate) fn expectation(
    node: &Node,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Expectation> {
    let mut fields = Fields::of(node, &EXPECT, problems)?;
    let outcome = fields.get("outcome", problems, |node, problems| {
        let ids = OutcomeKind::ALL.map(OutcomeKind::id);
        Some(OutcomeKind::ALL[known_id(node, "outcome", ids, problems)?])
    });
    let recommended = fields.get("recommended", problems, one_or_several);
    let firmness = fields.get("firmness", problems, |node, problems| {
        let ids = Firmness::ALL.map(Firmness::id);
        Some(Firmness::ALL[known_id(node, "firmness", ids, problems)?])
    });
    let vetoes = fields.get("vetoes", problems, |node, problems| {
        let known = rubric.vetoes.iter().map(|veto| veto.id.as_str());
        ids(
            node,
            ("`vetoes`", "veto"),
            &known.collect::<Vec<_>>(),
            problems,
        )
    });
    let advice = fields.get("advice", problems, |node, problems| {
        let known = rubric.advice.iter().map(|advice| advice.id.as_str());
        ids(
            node,
            ("`advice`", "advice"),
            &known.collect::<Vec<_>>(),
            problems,
        )
    });
    let place = fields.place();
    if let Some(outcome) = outcome.filter(|&outcome| outcome != OutcomeKind::Recommended) {
        refuse_beside(&fields, outcome, problems);
    }
    fields.finish(problems);
    if matches!(&node.kind, NodeKind::Mapping(entries) if entries.is_empty()) {
        problems.add(
            Problem::new(ProblemCode::MissingKey, place, "`expect` expects nothing").expected(
                "any of `outcome`, `recommended`, `firmness`, `vetoes` and `advice` in here",
            ),
        );
    }
    Some(Expectation {
        outcome,
        recommended: recommended.unwrap_or_default(),
        firmness,
        vetoes,
        advice,
    })
}

/// Reads what was chosen, or is to be recommended: an alternative or a list of them.
pub(crate) fn one_or_several(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<Alternative>> {
    match node.kind {
        NodeKind::Sequence(_) => alternatives(node, problems),
        _ => Some(vec![alternative(node, problems)?]),
    }
}

/// Reports what only a recommendation has, where something else is expected.
fn refuse_beside(fields: &Fields<'_>, outcome: OutcomeKind, problems: &mut Problems<'_>) {
    for key in ["recommended", "firmness"] {
        if let Some(place) = fields.key_place(key) {
            let found = format!("`{key}` does not go with `outcome: {}`", outcome.id());
            problems.add(
                Problem::new(ProblemCode::UnknownKey, place, found)
                    .help("remove one of the two; only `outcome: recommended` has it"),
            );
        }
    }
}

/// Reads ids of the rubric, each at most once; an empty list expects none.
fn ids(
    node: &Node,
    (what, one): (&str, &str),
    known: &[&str],
    problems: &mut Problems<'_>,
) -> Option<Vec<String>> {
    let mut once = UniqueIds::default();
    list(node, what, problems, |item, problems| {
        let index = known_id(item, one, known.iter().copied(), problems)?;
        let id = *known.get(index)?;
        once.claim(id, item.place, problems);
        Some(id.to_owned())
    })
}
