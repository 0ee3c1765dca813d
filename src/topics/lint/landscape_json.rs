//! Version 1 of `landscape lint --format json`.

use crate::files::{Files, Severity};
use crate::topics::lint::json::Finding;
use schemars::JsonSchema;
use serde::Serialize;

/// A landscape with what was found about it.
#[derive(Debug, Clone, Copy)]
pub struct LintedLandscape<'a> {
    /// As named on the command line.
    pub name: &'a str,
    /// The landscape, if it can be read.
    pub landscape: Option<&'a crate::files::Landscape>,
    /// What was found.
    pub problems: &'a [crate::files::Problem],
}

/// What was found about landscapes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LandscapeDocument<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// How many findings are errors.
    errors: usize,
    /// How many findings are warnings.
    warnings: usize,
    /// The landscapes, in the order of the command line.
    landscapes: Vec<Linted<'a>>,
}

impl<'a> LandscapeDocument<'a> {
    /// The document for these landscapes.
    pub fn new(
        landscapes: impl Iterator<Item = LintedLandscape<'a>> + Clone,
        files: &'a Files,
    ) -> Self {
        let count = |severity: Severity| {
            let problems = landscapes.clone().flat_map(|linted| linted.problems);
            problems
                .filter(|problem| problem.code.severity() == severity)
                .count()
        };
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            landscapes: landscapes
                .map(|linted| Linted::new(linted, files))
                .collect(),
        }
    }
}

/// A landscape with what was found about it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Landscape")]
struct Linted<'a> {
    /// As named on the command line.
    name: &'a str,
    /// Its id; null if it cannot be read.
    id: Option<&'a str>,
    /// The version of its content; null if it cannot be read.
    version: Option<String>,
    /// How many candidates it has; null if it cannot be read.
    candidates: Option<usize>,
    /// What was found, in the order of the file.
    findings: Vec<Finding<'a>>,
}

impl<'a> Linted<'a> {
    fn new(linted: LintedLandscape<'a>, files: &'a Files) -> Self {
        let problems = linted.problems.iter();
        Self {
            name: linted.name,
            id: linted.landscape.map(|landscape| landscape.id.as_str()),
            version: linted
                .landscape
                .map(|landscape| landscape.version.to_string()),
            candidates: linted.landscape.map(|landscape| landscape.candidates.len()),
            findings: problems
                .map(|problem| Finding::new(problem, files))
                .collect(),
        }
    }
}
