//! What a requirements file says about the case it is: who decided, and what a rubric is expected to say.

use crate::files::rubric::read::ids::{UniqueIds, alternative, alternatives};
use crate::files::rubric::read::source::url;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose, whole};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Alternative, Case, CaseLabel, Expectation, Firmness, OutcomeKind, Problem, ProblemCode, Rubric,
};

/// The years in which a decision can have been made.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// Reads where a decision comes from.
pub(crate) fn case(node: &Node, problems: &mut Problems<'_>) -> Option<Case> {
    let mut fields = Fields::read(node, "a case", problems)?;
    let organisation = fields.required("organisation", problems, prose);
    let year = fields.optional("year", problems, |node, problems| {
        whole(node, YEARS, problems)
    });
    let domain = fields.required("domain", problems, prose);
    let component = fields.optional("component", problems, prose);
    let facts = fields.optional("facts", problems, |node, problems| {
        list(node, "`facts`", problems, prose)
    });
    let sources = fields.optional("sources", problems, |node, problems| {
        list(node, "`sources`", problems, url)
    });
    let label = fields.required("label", problems, |node, problems| {
        known_id(node, "label", CaseLabel::ALL.map(CaseLabel::id), problems)
    });
    let note = fields.optional("note", problems, prose);
    let place = fields.place();
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
        place,
    })
}

/// Reads what a rubric is expected to say.
pub(crate) fn expectation(
    node: &Node,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Expectation> {
    let mut fields = Fields::read(node, "`expect`", problems)?;
    let outcome = fields.optional("outcome", problems, |node, problems| {
        let ids = OutcomeKind::ALL.map(OutcomeKind::id);
        Some(OutcomeKind::ALL[known_id(node, "outcome", ids, problems)?])
    });
    let recommended = fields.optional("recommended", problems, one_or_several);
    let firmness = fields.optional("firmness", problems, |node, problems| {
        let ids = Firmness::ALL.map(Firmness::id);
        Some(Firmness::ALL[known_id(node, "firmness", ids, problems)?])
    });
    let vetoes = fields.optional("vetoes", problems, |node, problems| {
        let known = rubric.vetoes.iter().map(|veto| veto.id.as_str());
        ids(
            node,
            ("`vetoes`", "veto"),
            &known.collect::<Vec<_>>(),
            problems,
        )
    });
    let advice = fields.optional("advice", problems, |node, problems| {
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
        place,
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
