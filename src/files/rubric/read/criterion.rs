//! Criteria and vetoes of a rubric.

use crate::files::limits::{MOST_CRITERIA, MOST_LEVELS};

use crate::files::rubric::read::ids::{Context, UniqueIds, alternatives, group_ref, own_id};
use crate::files::schema::build as schema;
use crate::files::schema::words::yes;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, at_most, list, prose, some_items, whole, yes_no};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{
    Alternative, Criterion, Effect, Level, Problem, ProblemCode, Ratings, Veto, Weight,
};
use serde_json::{Value, json};

#[rustfmt::skip] // a table
pub(crate) const CRITERION: Shape = Shape {
    name: "a criterion",
    about: "One aspect on which the alternatives differ.",
    keys: &[
        required("id", Ref("id"), ""),
        required("group", Ref("id"), "The id of the group it belongs to."),
        required("title", Ref("text"), "What it is called."),
        required("weight", Ref("weight"), ""),
        required("why", Ref("text"), "Why it matters, and what the evidence says."),
        required("sources", Ref("source-ids"), ""),
        required(
            "levels",
            Like(|| schema::some(schema::defined("level"), Some(MOST_LEVELS))),
            "A decision table: the first row whose `when` holds applies.",
        ),
    ],
};

#[rustfmt::skip] // a table
const LEVEL: Shape = Shape {
    name: "a row",
    about: "A row: when it applies, how it rates the alternatives, and why.",
    keys: &[
        optional("when", Ref("condition"), ""),
        optional("otherwise", Like(yes), "`true` in the last row: it applies whenever no other does."),
        optional("build", Ref("rating"), ""),
        optional("buy", Ref("rating"), ""),
        optional("open-source", Ref("rating"), ""),
        optional("not-applicable", Ref("yes-no"), "Whether the criterion counts for nothing here."),
        required(
            "because",
            Ref("answer-text"),
            "A fact and what follows from it; `{question-id}` stands for the answer.",
        ),
        optional("sources", Ref("source-ids"), "What it rests on, besides the criterion's sources."),
    ],
};

/// The schema of a row: it has one condition, and ratings only where it counts.
pub(crate) fn level_schema() -> Value {
    let is_rated = Alternative::ALL.map(|alternative| json!({"required": [alternative.id()]}));
    let counts_not = json!({
        "properties": {"not-applicable": yes()},
        "required": ["not-applicable"],
    });
    LEVEL
        .object()
        .keyword(
            "oneOf",
            json!([{"required": ["when"]}, {"required": ["otherwise"]}]),
        )
        .keyword("if", counts_not)
        .keyword("then", json!({"not": {"anyOf": is_rated}}))
        .build()
}

/// The schema of how a row speaks for or against an alternative.
pub(crate) fn rating_schema() -> Value {
    let says = "-2 strongly against, -1 against, 0 neutral, 1 for, 2 strongly for; 0 if left out.";
    schema::describe(schema::whole(-2, 2), says)
}

pub(crate) fn criteria(
    node: &Node,
    context: &Context<'_>,
    problems: &mut Problems<'_>,
) -> Vec<Criterion> {
    let mut ids = UniqueIds::default();
    let items = some_items(node, "`criteria`", problems).unwrap_or_default();
    at_most(MOST_CRITERIA, items, "criteria", node, problems);
    items
        .iter()
        .filter_map(|item| criterion(item, context, &mut ids, problems))
        .collect()
}

fn criterion(
    node: &Node,
    context: &Context<'_>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Criterion> {
    let mut fields = Fields::of(node, &CRITERION, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let group = fields.get("group", problems, |node, problems| {
        group_ref(node, context.groups, problems)
    });
    let title = fields.get("title", problems, prose);
    let weight = fields.get("weight", problems, |node, problems| {
        Some((weight(node, problems)?, node.place))
    });
    let why = fields.get("why", problems, prose);
    let sources = fields.get("sources", problems, context.sources());
    let levels = fields.get("levels", problems, |node, problems| {
        levels(node, context, problems)
    });
    let place = fields.place();
    fields.finish(problems);
    let (weight, weight_place) = weight?;
    Some(Criterion {
        id: id?,
        group: group?,
        title: title?,
        weight,
        weight_place,
        inherited_weight: None,
        why: why?,
        sources: sources?,
        levels: levels?,
        place,
    })
}

pub(crate) fn weight(node: &Node, problems: &mut Problems<'_>) -> Option<Weight> {
    Weight::new(whole(
        node,
        Weight::MIN.into()..=Weight::MAX.into(),
        problems,
    )?)
}

fn levels(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Option<Vec<Level>> {
    let items = some_items(node, "`levels`", problems)?;
    if !at_most(MOST_LEVELS, items, "rows", node, problems) {
        return None;
    }
    let levels: Vec<Option<Level>> = items
        .iter()
        .map(|item| level(item, context, problems))
        .collect();
    let is_last = |level: &Option<Level>| level.as_ref().is_some_and(|level| level.when.is_none());
    if let Some(otherwise) = levels.iter().position(is_last)
        && let Some(after) = items.get(otherwise + 1)
    {
        let place = problems.first_line(after.place);
        problems.add(
            Problem::new(
                ProblemCode::UnreachableLevel,
                place,
                "a row after `otherwise` can never apply",
            )
            .related(
                problems.first_line(items[otherwise].place),
                "`otherwise` is here",
            )
            .help("move `otherwise` to the end"),
        );
    }
    levels.into_iter().collect()
}

fn level(node: &Node, context: &Context<'_>, problems: &mut Problems<'_>) -> Option<Level> {
    let mut fields = Fields::of(node, &LEVEL, problems)?;
    let when = row_condition(&mut fields, context, problems);
    let effect = effect(&mut fields, problems);
    let because = fields.get("because", problems, context.answer_text());
    let sources = fields
        .get("sources", problems, context.sources())
        .unwrap_or_default();
    let place = fields.place();
    fields.finish(problems);
    Some(Level {
        when: when?,
        effect: effect?,
        because: because?,
        sources,
        place,
    })
}

/// The condition of a row; the inner option is empty for `otherwise: true`.
#[allow(clippy::option_option)] // unreadable, or read as no condition
fn row_condition(
    fields: &mut Fields<'_>,
    context: &Context<'_>,
    problems: &mut Problems<'_>,
) -> Option<Option<crate::files::Condition>> {
    let has = (fields.has("when"), fields.has("otherwise"));
    let when = fields.get("when", problems, context.condition());
    let otherwise = fields.get("otherwise", problems, |node, problems| {
        let holds = yes_no(node, problems)?;
        if !holds {
            let found = "`otherwise` is not true";
            problems.add(
                Problem::new(ProblemCode::OutOfRange, node.place, found)
                    .expected("`otherwise: true`"),
            );
        }
        Some(())
    });
    match has {
        (true, false) => when.map(Some),
        (false, true) => otherwise.map(|()| None),
        (true, true) => {
            let place = fields.key_place("otherwise").unwrap_or(fields.place());
            problems.add(Problem::new(
                ProblemCode::UnknownKey,
                place,
                "a row with both `when` and `otherwise`",
            ));
            None
        }
        (false, false) => {
            let place = problems.first_line(fields.place());
            let found = "a row without `when` or `otherwise`";
            problems.add(
                Problem::new(ProblemCode::MissingKey, place, found).expected("`when: {…}` in here"),
            );
            None
        }
    }
}

fn effect(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Effect> {
    let before = problems.count();
    let mut rated = false;
    let ratings = Ratings::from_fn(|alternative| {
        rated |= fields.has(alternative.id());
        let rating = |node: &Node, problems: &mut Problems<'_>| whole(node, -2..=2, problems);
        fields.get(alternative.id(), problems, rating).unwrap_or(0)
    });
    let counts_not = fields
        .get("not-applicable", problems, yes_no)
        .unwrap_or(false);
    if counts_not && rated {
        let place = fields.key_place("not-applicable").unwrap_or(fields.place());
        let found = "a row that does not apply and is rated all the same";
        problems.add(
            Problem::new(ProblemCode::UnknownKey, place, found)
                .help("remove `not-applicable`, or the ratings"),
        );
    }
    if problems.count() > before {
        return None;
    }
    Some(if counts_not {
        Effect::NotApplicable
    } else {
        Effect::Rates(ratings)
    })
}

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
    let when = fields.get("when", problems, context.condition());
    let because = fields.get("because", problems, context.answer_text());
    let lifted_by = fields.get("lifted-by", problems, context.answer_text());
    let sources = fields.get("sources", problems, context.sources());
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
