//! What a requirements file demands of itself, and what it accepts for a time.

use crate::files::rubric::read::ids::UniqueIds;
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, date, id, known_id, list, number, prose};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{Gate, Minimum, QuestionIndex, Required, Rubric, Waiver};

#[rustfmt::skip] // a table
pub(crate) const GATE: Shape = Shape {
    name: "a gate",
    about: "What the gate enforces for this file.",
    keys: &[
        optional(
            "required",
            Like(|| schema::distinct(schema::list(schema::defined("question-id")))),
            "Questions that must be answered.",
        ),
        optional("min-margin", Like(|| schema::number(Some(0.0), Some(200.0))), "Least points between first and second."),
        optional("min-coverage", Like(share_schema), "Least share of the weight answered, 0 to 1."),
        optional(
            "min-acceptability",
            Like(share_schema),
            "Least share of the weightings near the stated ones under which the leader stays first, 0 to 1.",
        ),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const WAIVER: Shape = Shape {
    name: "a waiver",
    about: "A finding that is accepted for a time.",
    keys: &[
        required("code", Ref("id"), "The finding's code."),
        optional("scope", Ref("text"), "What part of the file it is limited to."),
        required("because", Ref("text"), "Why it is accepted."),
        required("owner", Ref("text"), "Who answers for it."),
        required("until", Ref("date"), "The last day on which it counts."),
    ],
};

fn share_schema() -> serde_json::Value {
    schema::number(Some(0.0), Some(1.0))
}

/// Reads `gate`.
pub(crate) fn gate(node: &Node, rubric: &Rubric, problems: &mut Problems<'_>) -> Option<Gate> {
    let ids = || rubric.questions.iter().map(|question| question.id.as_str());
    let mut fields = Fields::of(node, &GATE, problems)?;
    let required = fields.get("required", problems, |node, problems| {
        let mut once = UniqueIds::default();
        list(node, "`required`", problems, |item, problems| {
            let index = known_id(item, "question", ids(), problems)?;
            once.claim(&rubric.questions[index].id, item.place, problems);
            Some(Required {
                question: QuestionIndex(index),
                place: item.place,
            })
        })
    });
    let minimum = |node: &Node, most: f64, problems: &mut Problems<'_>| {
        let value = number(node, (Some(0.0), Some(most)), problems)?;
        let place = node.place;
        Some(Minimum { value, place })
    };
    let share = |node: &Node, problems: &mut Problems<'_>| minimum(node, 1.0, problems);
    let min_margin = fields.get("min-margin", problems, |node, problems| {
        minimum(node, 200.0, problems)
    });
    let min_coverage = fields.get("min-coverage", problems, share);
    let min_acceptability = fields.get("min-acceptability", problems, share);
    fields.finish(problems);
    Some(Gate {
        required: required.unwrap_or_default(),
        min_margin,
        min_coverage,
        min_acceptability,
    })
}

/// Reads one of `waivers`.
pub(crate) fn waiver(node: &Node, problems: &mut Problems<'_>) -> Option<Waiver> {
    let mut fields = Fields::of(node, &WAIVER, problems)?;
    let code = fields.get("code", problems, id);
    let scope = fields.get("scope", problems, prose);
    let because = fields.get("because", problems, prose);
    let owner = fields.get("owner", problems, prose);
    let until = fields.get("until", problems, date);
    let place = fields.place();
    let code_place = fields.value_place("code").unwrap_or(place);
    let until_place = fields.value_place("until").unwrap_or(place);
    fields.finish(problems);
    Some(Waiver {
        code: code?,
        scope,
        because: because?,
        owner: owner?,
        until: until?,
        code_place,
        until_place,
    })
}
