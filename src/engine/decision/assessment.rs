//! A requirements file as a whole: one recommendation, or one for each component.

use super::components::Mix;
use super::recommend::recommend;
use super::recommendation::Recommendation;
use super::recorded::{Agreement, Recorded};
use crate::engine::robustness::acceptability::Error;
use crate::files::Following;
use crate::files::{Ancestor, Component, Requirements, Rubric, RubricOrigin};
use schemars::JsonSchema;
use serde::Serialize;

/// What a requirements file comes to.
#[derive(Debug)]
pub struct Assessment {
    /// What is decided about.
    pub title: String,
    /// The rubric it was scored against.
    pub rubric: RubricName,
    /// The whole, or its parts.
    pub subject: Subject,
}

/// Which rubric was used.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RubricName {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: semver::Version,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: RubricOrigin,
    /// What it extends: the rubric that extends none first.
    pub extends: Vec<Ancestor>,
}

/// The whole, or its parts.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // there is one of it
pub enum Subject {
    /// Decided as a whole.
    Whole(Recommendation),
    /// Decided part by part.
    Parts {
        /// The parts, as in the file.
        parts: Vec<Part>,
        /// What they come to together.
        mix: Mix,
        /// What the team decided for the whole.
        recorded: Option<Recorded>,
    },
}

/// A component with what is recommended for it.
#[derive(Debug)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is recommended for it.
    pub recommendation: Recommendation,
}

/// Works out what a requirements file comes to.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub(crate) fn assess(rubric: &Rubric, requirements: &Requirements) -> Result<Assessment, Error> {
    assess_with(rubric, requirements, None)
}

/// The same, with what would follow from other answers.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub fn assess_with(
    rubric: &Rubric,
    requirements: &Requirements,
    following: Option<&dyn Following>,
) -> Result<Assessment, Error> {
    Ok(Assessment {
        title: requirements.title.clone(),
        rubric: RubricName {
            id: rubric.id.clone(),
            title: rubric.title.clone(),
            version: rubric.version.clone(),
            origin: rubric.origin().clone(),
            extends: rubric.extends().to_vec(),
        },
        subject: if requirements.components.is_empty() {
            let decision = requirements.decision.as_ref();
            let (answers, weights) = (&requirements.answers, &requirements.weights);
            Subject::Whole(recommend(rubric, answers, weights, decision, following)?)
        } else {
            parts(rubric, requirements, following)?
        },
    })
}

fn parts(
    rubric: &Rubric,
    requirements: &Requirements,
    following: Option<&dyn Following>,
) -> Result<Subject, Error> {
    let part = |component: &Component| {
        let (answers, weights) = (&component.answers, &component.weights);
        Ok(Part {
            id: component.id.clone(),
            title: component.title.clone(),
            recommendation: recommend(
                rubric,
                answers,
                weights,
                component.decision.as_ref(),
                following,
            )?,
        })
    };
    let parts: Vec<Part> = requirements
        .components
        .iter()
        .map(part)
        .collect::<Result<_, Error>>()?;
    let outcomes = parts.iter().map(|part| &part.recommendation.outcome);
    let recorded = requirements
        .decision
        .as_ref()
        .map(|decision| Recorded::new(decision, Agreement::with_parts(&decision.chosen, outcomes)));
    Ok(Subject::Parts {
        mix: Mix::of(&parts),
        recorded,
        parts,
    })
}
