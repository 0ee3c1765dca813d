//! Version 1 of `decide --format json`, `compare --format json`, `report --format json`, `rubric diff --format json` and
//! `rubric test --format json`.
//!
//! Keys are in snake case, ids as in the files. A field may be added within a version, never changed or removed.

pub mod open_question;
pub mod recommendation;
pub mod recorded;
pub mod robustness;
pub mod shapes;
pub mod trace;
pub mod words;

use schemars::JsonSchema;

pub use crate::topics::compare::json::ChangesDocument;

use crate::engine::decision;
use crate::engine::decision::{Assessment, Mix, Part, RubricName, Subject};
use crate::engine::robustness::acceptability::Error;
use crate::files::{Alternative, Ancestor, RubricOrigin};
pub use crate::report::json::{ReportDocument, is_report};
use crate::topics::decide::json::recommendation::RecommendationEntry;
use crate::topics::decide::json::recorded::Recorded;
use crate::topics::decide::json::trace::words;
use crate::topics::decide::json::words::AlternativeId;
use serde::Serialize;

/// What a requirements file comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// What is decided about.
    title: &'a str,
    /// What it was scored against.
    rubric: Rubric<'a>,
    /// The recommendation, if it is decided as a whole; else null.
    recommendation: Option<RecommendationEntry<'a>>,
    /// The recommendation for each component, if it is decided part by part; else null.
    components: Option<Components<'a>>,
}

impl<'a> Document<'a> {
    /// The document for a requirements file.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn new(assessment: &'a Assessment) -> Result<Self, Error> {
        let (recommendation, components) = match &assessment.subject {
            Subject::Whole(recommendation) => {
                (Some(RecommendationEntry::new(recommendation)?), None)
            }
            Subject::Parts {
                parts,
                mix,
                recorded,
            } => {
                let recorded = recorded.as_ref().map(Recorded::new);
                (None, Some(Components::new(parts, mix, recorded)?))
            }
        };
        let rubric = &assessment.rubric;
        Ok(Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            title: &assessment.title,
            rubric: Rubric::new(rubric, path(&rubric.origin)),
            recommendation,
            components,
        })
    }
}

/// The rubric.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Rubric<'a> {
    /// Its id.
    pub(crate) id: &'a str,
    /// What it is called.
    pub(crate) title: &'a str,
    /// The version of its content.
    pub(crate) version: String,
    /// Whether it is part of the program.
    pub(crate) bundled: bool,
    /// Where it was read, if it is not bundled.
    pub(crate) path: Option<&'a str>,
    /// What it extends: the rubric that extends none first.
    pub(crate) extends: Vec<Extended<'a>>,
}

impl<'a> Rubric<'a> {
    pub(crate) fn new(rubric: &'a RubricName, path: Option<&'a str>) -> Self {
        Self {
            id: &rubric.id,
            title: &rubric.title,
            version: rubric.version.to_string(),
            bundled: rubric.origin == RubricOrigin::Bundled,
            path,
            extends: rubric.extends.iter().map(Extended::new).collect(),
        }
    }
}

/// A rubric that another extends.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Extended<'a> {
    /// Its id.
    id: &'a str,
    /// The version of its content.
    version: String,
    /// Whether it is part of the program.
    bundled: bool,
    /// Where it was read, if it is not bundled.
    path: Option<&'a str>,
}

impl<'a> Extended<'a> {
    fn new(ancestor: &'a Ancestor) -> Self {
        Self {
            id: &ancestor.id,
            version: ancestor.version.to_string(),
            bundled: ancestor.origin == RubricOrigin::Bundled,
            path: path(&ancestor.origin),
        }
    }
}

/// Where a rubric was read from, if it is not bundled.
fn path(origin: &RubricOrigin) -> Option<&str> {
    match origin {
        RubricOrigin::Bundled => None,
        RubricOrigin::Path(path) => Some(path),
    }
}

/// What the parts come to.
#[derive(Debug, Serialize, JsonSchema)]
struct Components<'a> {
    /// The parts, in the order of the file.
    parts: Vec<Component<'a>>,
    /// Which alternative is recommended for which parts.
    mix: Vec<MixEntry<'a>>,
    /// The ids of the parts for which nothing is recommended.
    undecided: &'a [String],
    /// Shared answers behind the strongest reasons of more than one part, the most widespread first.
    shared_drivers: Vec<Driver<'a>>,
    /// What the team decided for the whole, if that is recorded.
    recorded_decision: Option<Recorded<'a>>,
}

impl<'a> Components<'a> {
    fn new(
        parts: &'a [Part],
        mix: &'a Mix,
        recorded_decision: Option<Recorded<'a>>,
    ) -> Result<Self, Error> {
        let component = |part: &'a Part| {
            Ok(Component {
                id: &part.id,
                title: &part.title,
                recommendation: RecommendationEntry::new(&part.recommendation)?,
            })
        };
        let driver = |driver: &'a decision::SharedDriver| Driver {
            question: &driver.answer.question,
            answer: words(&driver.answer.state),
            components: &driver.parts,
        };
        Ok(Self {
            parts: parts.iter().map(component).collect::<Result<_, Error>>()?,
            mix: MixEntry::all(mix),
            undecided: &mix.undecided,
            shared_drivers: mix.drivers.iter().map(driver).collect(),
            recorded_decision,
        })
    }
}

/// A part that is decided like a file of its own.
#[derive(Debug, Serialize, JsonSchema)]
struct Component<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    recommendation: RecommendationEntry<'a>,
}

/// An alternative and the parts it is recommended for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MixPart")]
pub(crate) struct MixEntry<'a> {
    pub(crate) alternative: AlternativeId,
    /// The ids of the parts.
    pub(crate) components: &'a [String],
}

impl<'a> MixEntry<'a> {
    pub(crate) fn all(mix: &'a Mix) -> Vec<Self> {
        let entry = |(alternative, components): &'a (Alternative, Vec<String>)| Self {
            alternative: (*alternative).into(),
            components,
        };
        mix.recommended.iter().map(entry).collect()
    }
}

/// A shared answer that stands behind a strong reason of several parts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SharedDriver")]
pub(crate) struct Driver<'a> {
    /// The question's id.
    pub(crate) question: &'a str,
    /// The answer in words.
    pub(crate) answer: Option<&'a str>,
    /// The ids of the parts.
    pub(crate) components: &'a [String],
}
