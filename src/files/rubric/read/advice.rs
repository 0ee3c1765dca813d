//! Advice and next steps of a rubric.

use crate::files::rubric::read::ids::{Context, UniqueIds, alternatives, own_id};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{Advice, AdviceKind, NextStep, PerAlternative, StepKind};
use serde_json::{Value, json};

#[rustfmt::skip] // a table
pub(crate) const ADVICE: Shape = Shape {
    name: "a piece of advice",
    about: "Something worth saying that never changes a score.",
    keys: &[
        required("id", Ref("id"), ""),
        required("kind", Like(advice_kinds), ""),
        required("when", Ref("condition"), ""),
        optional("beside", Ref("alternatives"), "Said only where one of these is in front."),
        required("say", Ref("answer-text"), "One or more sentences."),
        optional("sources", Ref("source-ids"), ""),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const NEXT_STEPS: Shape = Shape {
    name: "`next-steps`",
    about: "What to do next, by the alternative chosen.",
    keys: &[
        optional("build", Like(steps), ""),
        optional("buy", Like(steps), ""),
        optional("open-source", Like(steps), ""),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const STEP: Shape = Shape {
    name: "a step",
    about: "What to do next.",
    keys: &[
        required("say", Ref("answer-text"), "An imperative sentence; for a question, the question."),
        optional("when", Ref("condition"), "When it is worth doing; always, if left out."),
        optional("sources", Ref("source-ids"), ""),
        optional("kind", Like(step_kinds), "What it is for. A report has a list for each."),
        optional("takes", Ref("text"), "How long it takes, such as \"two to four weeks\"."),
    ],
};

fn steps() -> Value {
    schema::list(schema::defined("step"))
}

fn advice_kinds() -> Value {
    let meaning = |kind| match kind {
        AdviceKind::Defer => "Doing nothing yet may be better than any of the three.",
        AdviceKind::Contradiction => "Two answers that hardly go together.",
        AdviceKind::Hybrid => "A mix of alternatives may be better than one.",
        AdviceKind::Caution => "Something to watch.",
    };
    let kinds =
        AdviceKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    json!({"oneOf": kinds})
}

fn step_kinds() -> Value {
    let meaning = |kind| match kind {
        StepKind::Step => "Something to do; this is what it is if left out.",
        StepKind::Question => "A question to send to suppliers or maintainers.",
        StepKind::PassMark => "What a trial has to show, so that it can fail.",
        StepKind::Check => "Something to look up and tick off.",
    };
    let kinds = StepKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    json!({"oneOf": kinds})
}

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
    let mut fields = Fields::of(node, &ADVICE, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let kind = fields.get("kind", problems, |node, problems| {
        known_id(
            node,
            "kind of advice",
            AdviceKind::ALL.map(AdviceKind::id),
            problems,
        )
    });
    let when = fields.get("when", problems, context.condition());
    let beside = fields.get("beside", problems, alternatives);
    let say = fields.get("say", problems, context.answer_text());
    let sources = fields
        .get("sources", problems, context.sources())
        .unwrap_or_default();
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
    let mut fields = Fields::of(node, &NEXT_STEPS, problems)?;
    let steps = PerAlternative::from_fn(|alternative| {
        let steps = |node, problems: &mut Problems<'_>| {
            list(node, "the list of steps", problems, |item, problems| {
                next_step(item, context, problems)
            })
        };
        fields
            .get(alternative.id(), problems, steps)
            .unwrap_or_default()
    });
    fields.finish(problems);
    Some(steps)
}

fn next_step(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Option<NextStep> {
    let mut fields = Fields::of(node, &STEP, problems)?;
    let say = fields.get("say", problems, context.answer_text());
    let when = fields.get("when", problems, context.condition());
    let sources = fields
        .get("sources", problems, context.sources())
        .unwrap_or_default();
    let kind = fields.get("kind", problems, |node, problems| {
        known_id(
            node,
            "kind of step",
            StepKind::ALL.map(StepKind::id),
            problems,
        )
    });
    let takes = fields.get("takes", problems, prose);
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
