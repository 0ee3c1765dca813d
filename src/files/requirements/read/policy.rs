//! What the gate enforces and what is waived, taken from another copy of a requirements file.

use crate::files::requirements::read::gate::{gate, waiver};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::list;
use crate::files::{Files, Gate, ParsedRequirements, Problem, Rubric, Waiver};

/// What another copy of a requirements file says of the gate.
#[derive(Debug, Clone, Default)]
pub(crate) struct PolicyParts {
    /// What is enforced.
    pub gate: Gate,
    /// What is accepted for a time.
    pub waivers: Vec<Waiver>,
}

/// Reads `gate` and `waivers` of a copy, and nothing else of it: its answers are the business of whoever made it.
///
/// # Errors
///
/// Every problem of these two, in the order of the text.
pub(crate) fn read_policy(
    copy: &ParsedRequirements,
    rubric: &Rubric,
    files: &Files,
) -> Result<PolicyParts, Vec<Problem>> {
    let mut problems = Problems::none(files);
    let given = |key| copy.tree.get(key).filter(|node| !node.is_null());
    let gate = given("gate").and_then(|node| gate(node, rubric, &mut problems));
    let waivers = given("waivers").and_then(|node| list(node, "`waivers`", &mut problems, waiver));
    if problems.count() > 0 {
        return Err(problems.into_sorted());
    }
    Ok(PolicyParts {
        gate: gate.unwrap_or_default(),
        waivers: waivers.unwrap_or_default(),
    })
}
