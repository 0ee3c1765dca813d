//! What the gate found.

use crate::files::{Place, Problem, Severity, Waiver};
use jiff::civil::Date;

/// One thing that a file does not meet.
#[derive(Debug, Clone)]
pub struct Finding {
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
#[derive(Debug, Clone)]
pub struct Waived {
    /// Why it is accepted.
    pub because: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it is accepted.
    pub until: Date,
    /// Where that is written.
    pub place: Place,
}

impl Finding {
    /// A finding about the file as a whole.
    pub fn of_file(problem: Problem) -> Self {
        Self {
            problem,
            component: None,
            subject: None,
            waived: None,
        }
    }

    /// Says what it is about.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// How bad it is; nothing if it is accepted.
    pub fn counts_as(&self) -> Option<Severity> {
        self.waived.is_none().then(|| self.problem.code.severity())
    }

    /// What stays the same while lines move: code, component and subject.
    pub fn identity(&self) -> String {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let subject = match &self.subject {
            Some(subject) => subject.clone(),
            // Nothing but its words tells one problem of the input from another.
            None if !super::CODES.contains(&self.problem.code) => self.problem.found.clone(),
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
            place: waiver.place,
        }
    }
}
