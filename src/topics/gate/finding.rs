//! What the gate can find, in what, and against what.

use crate::engine::decision::Gist;
use crate::files::{
    Answers, Gate, Place, Problem, ProblemCode, RecordedDecision, Rubric, Severity, Waiver,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Every code that the gate adds to those of invalid input, in the order in which they are told about.
pub const CODES: &[ProblemCode] = &[
    ProblemCode::AnswerMissing,
    ProblemCode::CoverageTooLow,
    ProblemCode::MarginTooSmall,
    ProblemCode::AcceptabilityTooLow,
    ProblemCode::Inconclusive,
    ProblemCode::NoViableAlternative,
    ProblemCode::Contradiction,
    ProblemCode::LandscapeDiffers,
    ProblemCode::OldLandscape,
    ProblemCode::ChoiceVetoed,
    ProblemCode::RecommendationChanged,
    ProblemCode::DeviationUnexplained,
    ProblemCode::RubricChanged,
    ProblemCode::ReviewDue,
    ProblemCode::ReviewOverdue,
    ProblemCode::WaiverExpired,
    ProblemCode::WaiverExpiring,
    ProblemCode::WaiverUnused,
    ProblemCode::WaiverMalformed,
];

/// Whether a finding with this code can be accepted for a time. Neither invalid input nor what is said about waivers
/// can.
pub(crate) fn can_be_waived(code: ProblemCode) -> bool {
    CODES.contains(&code)
        && !matches!(
            code,
            ProblemCode::WaiverExpired
                | ProblemCode::WaiverExpiring
                | ProblemCode::WaiverUnused
                | ProblemCode::WaiverMalformed
        )
}

/// One thing that a file does not meet.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// What, where, and what would help.
    pub problem: Problem,
    /// The id of the component it is about; none if it is about the file.
    pub component: Option<String>,
    /// The id of the question, veto or advice that it is about, if it is about one.
    pub subject: Option<String>,
    /// Who accepts it, if anybody does.
    pub waived: Option<Waived>,
}

/// Why a finding does not count.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Waived {
    /// Why it is accepted.
    pub because: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it is accepted.
    pub until: Date,
}

impl Finding {
    /// A finding about the file as a whole.
    pub(crate) fn of_file(problem: Problem) -> Self {
        Self {
            problem,
            component: None,
            subject: None,
            waived: None,
        }
    }

    /// Says what it is about.
    #[must_use]
    pub(crate) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// How bad it is; nothing if it is accepted.
    pub(crate) fn counts_as(&self) -> Option<Severity> {
        self.waived.is_none().then(|| self.problem.code.severity())
    }

    /// What stays the same while lines move: code, component and subject.
    pub(crate) fn identity(&self) -> String {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let subject = match &self.subject {
            Some(subject) => subject.clone(),
            // Nothing but its words tells one problem of the input from another.
            None if !CODES.contains(&self.problem.code) => self.problem.found.clone(),
            None => String::new(),
        };
        [self.problem.code.id(), &part(&self.component), &subject].join("\n")
    }
}

impl From<&Waiver> for Waived {
    fn from(waiver: &Waiver) -> Self {
        Self {
            because: waiver.because.clone(),
            owner: waiver.owner.clone(),
            until: waiver.until,
        }
    }
}

/// What is decided about, with what is recommended for it.
pub(crate) struct Subject<'a> {
    pub(crate) rubric: &'a Rubric,
    /// The id, if it is a component.
    pub(crate) component: Option<&'a str>,
    /// Where it is named.
    pub(crate) place: Place,
    pub(crate) answers: &'a Answers,
    pub(crate) decision: Option<&'a RecordedDecision>,
    pub(crate) gist: &'a Gist,
}

impl Subject<'_> {
    /// A finding about it.
    pub(crate) fn finding(&self, problem: Problem) -> Finding {
        Finding {
            component: self.component.map(str::to_owned),
            ..Finding::of_file(problem)
        }
    }

    /// Which component is meant, to end a message with.
    pub(crate) fn suffix(&self) -> String {
        self.component
            .map(|id| format!(" for `{id}`"))
            .unwrap_or_default()
    }
}

/// What is enforced for a file, and what is accepted for a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Policy<'a> {
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{CODES, can_be_waived};

    #[test]
    fn no_code_is_listed_twice_and_four_cannot_be_waived() {
        let ids: HashSet<_> = CODES.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), CODES.len());
        let waivable = CODES.iter().filter(|code| can_be_waived(**code)).count();
        assert_eq!(waivable, CODES.len() - 4);
    }
}
