//! What testing a rubric on its cases comes to.

use super::baseline::MarketRule;
use super::folds::CrossValidation;
use super::reach::Reach;
use super::summary::Summary;
use super::trial::Trial;
use crate::engine::robustness::acceptability::Error;
use crate::files::{CaseFile, Rubric};

/// What testing a rubric on its cases comes to.
#[derive(Debug)]
pub struct Report {
    /// The id of the rubric.
    pub rubric: String,
    /// Its version.
    pub rubric_version: semver::Version,
    /// Every case with what the rubric says, in the order of the files.
    pub trials: Vec<Trial>,
    /// The cases counted.
    pub summary: Summary,
    /// Which parts of the rubric the cases reach.
    pub reach: Reach,
    /// How weights that were tuned on other cases do, if that was asked for.
    pub cross_validation: Option<CrossValidation>,
}

impl Report {
    /// The report of a rubric on some cases.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn new(rubric: &Rubric, files: &[CaseFile], folds: Option<usize>) -> Result<Self, Error> {
        let mut trials = Vec::new();
        for file in files {
            trials.extend(Trial::of(rubric, file)?);
        }
        let counted: Vec<&Trial> = trials.iter().collect();
        Ok(Self {
            rubric: rubric.id.clone(),
            rubric_version: rubric.version.clone(),
            summary: Summary::of(&counted, MarketRule::of(rubric, &counted)),
            reach: Reach::of(rubric, &trials),
            cross_validation: folds.and_then(|folds| CrossValidation::new(rubric, files, folds)),
            trials,
        })
    }

    /// The trials whose expectations are not met.
    pub fn unmet(&self) -> impl Iterator<Item = &Trial> {
        self.trials.iter().filter(|trial| !trial.unmet.is_empty())
    }
}
