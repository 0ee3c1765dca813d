//! What is enforced, and what is accepted for a time.

use crate::files::{Gate, Place, Problem, ProblemCode, Waiver};

/// What is enforced for a file, and what is accepted for a time.
#[derive(Debug, Clone, Copy)]
pub struct Policy<'a> {
    /// What is enforced.
    pub gate: &'a Gate,
    /// What is accepted for a time.
    pub waivers: &'a [Waiver],
    /// The waivers of the file itself, where they do not count because the policy comes from another copy.
    pub set_aside: &'a [Waiver],
}

/// A problem with what is demanded at `demand`, which may be in another file than the `subject`: then it is shown at
/// the subject.
pub(crate) fn against(
    code: ProblemCode,
    subject: Place,
    demand: Place,
    found: impl Into<String>,
) -> Problem {
    if subject.file == demand.file {
        Problem::new(code, demand, found)
    } else {
        Problem::new(code, subject, found).related(demand, "demanded here")
    }
}
