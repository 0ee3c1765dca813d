//! Vetoes of a rubric.

use crate::files::Veto;
use crate::files::rubric::read::condition::condition;
use crate::files::rubric::read::ids::{Context, UniqueIds, alternatives, own_id, sources};
use crate::files::rubric::read::text::answer_text;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, list};
use crate::files::yaml::shape::Kind::Ref;
use crate::files::yaml::shape::{Shape, required};
use crate::files::yaml::tree::Node;

#[rustfmt::skip] // a table
pub(crate) const VETO: Shape = Shape {
    name: "a veto",
    about: "What rules alternatives out, whatever they score.",
    keys: &[
        required("id", Ref("id"), ""),
        required("excludes", Ref("alternatives"), "What it rules out."),
        required("when", Ref("condition"), ""),
        required("because", Ref("answer-text"), "Why; follows \"Building is ruled out:\"."),
        required("lifted-by", Ref("answer-text"), "What would have to change for it to fall."),
        required("sources", Ref("source-ids"), ""),
    ],
};

/// Reads the vetoes.
pub(crate) fn vetoes(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Vec<Veto> {
    let mut ids = UniqueIds::default();
    list(node, "`vetoes`", problems, |item, problems| {
        veto(item, context, &mut ids, problems)
    })
    .unwrap_or_default()
}

fn veto(
    node: &Node,
    context: &Context<'_>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Veto> {
    let mut fields = Fields::of(node, &VETO, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let excludes = fields.get("excludes", problems, alternatives);
    let when = fields.get("when", problems, |node, problems| {
        condition(node, context.questions, problems)
    });
    let because = fields.get("because", problems, |node, problems| {
        answer_text(node, context.questions, problems)
    });
    let lifted_by = fields.get("lifted-by", problems, |node, problems| {
        answer_text(node, context.questions, problems)
    });
    let sources = fields.get("sources", problems, |node, problems| {
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
