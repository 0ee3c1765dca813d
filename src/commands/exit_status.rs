//! How the program ends.

use std::process::ExitCode;

use crate::topics::gate::Verdict;

/// How the program ends, for scripts to tell apart. It never depends on the output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// Done.
    Done,
    /// The requirements file is at fault.
    RequirementsAtFault,
    /// A rubric does not do on its cases what was asked of it.
    NotAsAskedFor,
    /// A report does not say what it would now.
    ReportOutdated,
    /// The command line or the rubric is at fault.
    UsageOrRubricAtFault,
    /// Nothing was checked.
    NothingChecked,
    /// The user broke off.
    Interrupted,
    /// What the gate says.
    Gate(Verdict),
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(match status {
            ExitStatus::Done => 0,
            ExitStatus::RequirementsAtFault
            | ExitStatus::NotAsAskedFor
            | ExitStatus::ReportOutdated => 1,
            ExitStatus::UsageOrRubricAtFault => 2,
            ExitStatus::NothingChecked => 3,
            ExitStatus::Interrupted => 130,
            ExitStatus::Gate(verdict) => verdict.exit_code(),
        })
    }
}
