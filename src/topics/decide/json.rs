//! What a requirements file comes to, as JSON: as it is worked out, with what `decide` says of it in words.

use crate::engine::decision::{
    Assessment, Mix, NextStepGiven, Part, Recommendation, Recorded, RubricName, Subject,
};
use crate::topics::decide::phrases;
use schemars::JsonSchema;
use serde::Serialize;

/// What a requirements file comes to.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
pub(crate) struct Printed<'a> {
    /// What is decided about.
    title: &'a str,
    /// What it was scored against.
    rubric: &'a RubricName,
    /// The recommendation, if it is decided as a whole; else null.
    recommendation: Option<Recommended<'a>>,
    /// The recommendation for each component, if it is decided part by part; else null.
    components: Option<Components<'a>>,
}

/// What is recommended for one subject.
#[derive(Debug, Serialize, JsonSchema)]
struct Recommended<'a> {
    /// The recommendation in a sentence or two.
    headline: String,
    #[serde(flatten)]
    recommendation: &'a Recommendation,
    /// What to do next, for the recommended alternative.
    next_steps: &'a [NextStepGiven],
}

/// What the parts come to.
#[derive(Debug, Serialize, JsonSchema)]
struct Components<'a> {
    /// The parts, in the order of the file.
    parts: Vec<Component<'a>>,
    #[serde(flatten)]
    mix: &'a Mix,
    /// What the team decided for the whole, if that is recorded.
    recorded_decision: Option<&'a Recorded>,
}

/// A part that is decided like a file of its own.
#[derive(Debug, Serialize, JsonSchema)]
struct Component<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    recommendation: Recommended<'a>,
}

impl<'a> Printed<'a> {
    pub(crate) fn new(assessment: &'a Assessment) -> Self {
        let (recommendation, components) = match &assessment.subject {
            Subject::Whole(recommendation) => (Some(Recommended::new(recommendation)), None),
            Subject::Parts {
                parts,
                mix,
                recorded,
            } => {
                let components = Components {
                    parts: parts.iter().map(Component::new).collect(),
                    mix,
                    recorded_decision: recorded.as_ref(),
                };
                (None, Some(components))
            }
        };
        Self {
            title: &assessment.title,
            rubric: &assessment.rubric,
            recommendation,
            components,
        }
    }
}

impl<'a> Recommended<'a> {
    fn new(recommendation: &'a Recommendation) -> Self {
        Self {
            headline: phrases::headline(recommendation),
            recommendation,
            next_steps: recommendation.next_steps(),
        }
    }
}

impl<'a> Component<'a> {
    fn new(part: &'a Part) -> Self {
        Self {
            id: &part.id,
            title: &part.title,
            recommendation: Recommended::new(&part.recommendation),
        }
    }
}
