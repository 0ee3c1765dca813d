//! Vetoes of a rubric.

use crate::files::rubric::read::condition::condition;
use crate::files::rubric::read::criterion::{Context, sources};
use crate::files::rubric::read::question::{Ids, own_id};
use crate::files::rubric::read::text::answer_text;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, some_items};
use crate::files::yaml::tree::Node;
use crate::files::{Alternative, Veto};

/// Reads the vetoes.
pub(crate) fn vetoes(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Vec<Veto> {
    let mut ids = Ids::default();
    list(node, "`vetoes`", problems, |item, problems| {
        veto(item, context, &mut ids, problems)
    })
    .unwrap_or_default()
}

fn veto(
    node: &Node,
    context: &Context<'_>,
    ids: &mut Ids,
    problems: &mut Problems<'_>,
) -> Option<Veto> {
    let mut fields = Fields::read(node, "a veto", problems)?;
    let id = fields.required("id", problems, |node, problems| own_id(node, ids, problems));
    let excludes = fields.required("excludes", problems, alternatives);
    let when = fields.required("when", problems, |node, problems| {
        condition(node, context.vocabulary, problems)
    });
    let because = fields.required("because", problems, |node, problems| {
        answer_text(node, context.vocabulary, problems)
    });
    let lifted_by = fields.required("lifted-by", problems, |node, problems| {
        answer_text(node, context.vocabulary, problems)
    });
    let sources = fields.required("sources", problems, |node, problems| {
        sources(node, context, problems)
    });
    let place = fields.place();
    fields.finish(problems);
    Some(Veto {
        id: id?,
        excludes: excludes?,
        when: when?,
        because: because?,
        lifted_by: lifted_by?,
        sources: sources?,
        place,
    })
}

/// Reads a list of alternatives, each at most once; gives them in order.
pub(crate) fn alternatives(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<Alternative>> {
    let items = some_items(node, "the list of alternatives", problems)?;
    let mut ids = Ids::default();
    let found: Vec<_> = items
        .iter()
        .map(|item| {
            let alternative = alternative(item, problems)?;
            ids.claim(alternative.id(), item.place, problems);
            Some(alternative)
        })
        .collect();
    let mut found: Vec<_> = found.into_iter().collect::<Option<_>>()?;
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// Reads an alternative.
pub(crate) fn alternative(node: &Node, problems: &mut Problems<'_>) -> Option<Alternative> {
    known_id(
        node,
        "alternative",
        Alternative::ALL.map(Alternative::id),
        problems,
    )
    .map(|index| Alternative::ALL[index])
}
