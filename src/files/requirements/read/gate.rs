//! What a requirements file demands of itself, and what it accepts for a time.

use crate::files::rubric::read::ids::UniqueIds;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, date, id, known_id, list, number, prose};
use crate::files::yaml::tree::Node;
use crate::files::{Gate, Minimum, QuestionIndex, Required, Rubric, Waiver};

/// Reads `gate`.
pub(crate) fn gate(node: &Node, rubric: &Rubric, problems: &mut Problems<'_>) -> Option<Gate> {
    let ids = || rubric.questions.iter().map(|question| question.id.as_str());
    let mut fields = Fields::read(node, "a gate", problems)?;
    let required = fields.optional("required", problems, |node, problems| {
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
    let min_margin = fields.optional("min-margin", problems, |node, problems| {
        minimum(node, 200.0, problems)
    });
    let min_coverage = fields.optional("min-coverage", problems, share);
    let min_acceptability = fields.optional("min-acceptability", problems, share);
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
    let mut fields = Fields::read(node, "a waiver", problems)?;
    let code = fields.required("code", problems, id);
    let scope = fields.optional("scope", problems, prose);
    let because = fields.required("because", problems, prose);
    let owner = fields.required("owner", problems, prose);
    let until = fields.required("until", problems, date);
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
        place,
        code_place,
        until_place,
    })
}
