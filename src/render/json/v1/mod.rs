//! Version 1 of `decide --format json` and `rubric diff --format json`.
//!
//! Keys are in snake case, ids as in the files. A field may be added within a version, never changed or removed.

mod backtest;
mod difference;
mod open_question;
mod recommendation;
mod recorded;
mod robustness;
mod shapes;
mod trace;

pub use self::backtest::Backtest;

use serde::Serialize;

pub use self::difference::DifferenceDocument;
use self::recommendation::RecommendationEntry;
use self::recorded::Recorded;
use self::trace::words;
use crate::decision::{self, Assessment, Mix, Part, Subject};
use crate::model::{Ancestor, RubricOrigin};
use crate::robustness::acceptability::Error;

/// What a requirements file comes to.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    version: u32,
    trilemma: &'static str,
    title: &'a str,
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
            rubric: Rubric {
                id: &rubric.id,
                title: &rubric.title,
                version: rubric.version.to_string(),
                bundled: rubric.origin == RubricOrigin::Bundled,
                path: path(&rubric.origin),
                extends: rubric.extends.iter().map(Extended::new).collect(),
            },
            recommendation,
            components,
        })
    }
}

#[derive(Debug, Serialize)]
struct Rubric<'a> {
    id: &'a str,
    title: &'a str,
    version: String,
    bundled: bool,
    path: Option<&'a str>,
    /// What it extends: the rubric that extends none first.
    extends: Vec<Extended<'a>>,
}

#[derive(Debug, Serialize)]
struct Extended<'a> {
    id: &'a str,
    version: String,
    bundled: bool,
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

#[derive(Debug, Serialize)]
struct Components<'a> {
    parts: Vec<Component<'a>>,
    mix: Vec<MixEntry<'a>>,
    undecided: &'a [String],
    shared_drivers: Vec<Driver<'a>>,
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
            mix: mix
                .recommended
                .iter()
                .map(|(alternative, components)| MixEntry {
                    alternative: alternative.id(),
                    components,
                })
                .collect(),
            undecided: &mix.undecided,
            shared_drivers: mix.drivers.iter().map(driver).collect(),
            recorded_decision,
        })
    }
}

#[derive(Debug, Serialize)]
struct Component<'a> {
    id: &'a str,
    title: &'a str,
    recommendation: RecommendationEntry<'a>,
}

#[derive(Debug, Serialize)]
struct MixEntry<'a> {
    alternative: &'static str,
    components: &'a [String],
}

#[derive(Debug, Serialize)]
struct Driver<'a> {
    question: &'a str,
    answer: Option<&'a str>,
    components: &'a [String],
}
