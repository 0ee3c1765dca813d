//! Advice and next steps of a rubric.

use crate::files::rubric::read::condition::condition;
use crate::files::rubric::read::ids::{Context, UniqueIds, alternatives, optional_sources, own_id};
use crate::files::rubric::read::text::answer_text;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose};
use crate::files::yaml::tree::Node;
use crate::files::{Advice, AdviceKind, NextStep, PerAlternative, StepKind};

/// Reads the advice.
pub(crate) fn advice(
    node: &Node,
    context: &Context<'_>,
    problems: &mut Problems<'_>,
) -> Vec<Advice> {
    let mut ids = UniqueIds::default();
    list(node, "`advice`", problems, |item, problems| {
        one_advice(item, context, &mut ids, problems)
    })
    .unwrap_or_default()
}

fn one_advice(
    node: &Node,
    context: &Context<'_>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Advice> {
    let mut fields = Fields::read(node, "a piece of advice", problems)?;
    let id = fields.required("id", problems, |node, problems| own_id(node, ids, problems));
    let kind = fields.required("kind", problems, |node, problems| {
        known_id(
            node,
            "kind of advice",
            AdviceKind::ALL.map(AdviceKind::id),
            problems,
        )
    });
    let when = fields.required("when", problems, |node, problems| {
        condition(node, context.questions, problems)
    });
    let beside = fields.optional("beside", problems, alternatives);
    let say = fields.required("say", problems, |node, problems| {
        answer_text(node, context.questions, problems)
    });
    let sources = optional_sources(&mut fields, context, problems);
    let place = fields.place();
    fields.finish(problems);
    Some(Advice {
        id: id?,
        kind: AdviceKind::ALL[kind?],
        when: when?,
        beside: beside.unwrap_or_default(),
        say: say?,
        sources,
        place,
    })
}

/// Reads the next steps for each alternative.
pub(crate) fn next_steps(
    node: &Node,
    context: &Context<'_>,
    problems: &mut Problems<'_>,
) -> Option<PerAlternative<Vec<NextStep>>> {
    let mut fields = Fields::read(node, "`next-steps`", problems)?;
    let steps = PerAlternative::from_fn(|alternative| {
        let steps = |node, problems: &mut Problems<'_>| {
            list(node, "the list of steps", problems, |item, problems| {
                next_step(item, context, problems)
            })
        };
        fields
            .optional(alternative.id(), problems, steps)
            .unwrap_or_default()
    });
    fields.finish(problems);
    Some(steps)
}

fn next_step(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Option<NextStep> {
    let mut fields = Fields::read(node, "a step", problems)?;
    let say = fields.required("say", problems, |node, problems| {
        answer_text(node, context.questions, problems)
    });
    let when = fields.optional("when", problems, |node, problems| {
        condition(node, context.questions, problems)
    });
    let sources = optional_sources(&mut fields, context, problems);
    let kind = fields.optional("kind", problems, |node, problems| {
        known_id(
            node,
            "kind of step",
            StepKind::ALL.map(StepKind::id),
            problems,
        )
    });
    let takes = fields.optional("takes", problems, prose);
    let place = fields.place();
    fields.finish(problems);
    Some(NextStep {
        kind: kind.map_or(StepKind::Step, |kind| StepKind::ALL[kind]),
        when,
        say: say?,
        takes,
        sources,
        place,
    })
}
