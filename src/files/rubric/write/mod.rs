//! A rubric as a file: everything that applies, in one self-contained text that reads to the same rubric.

pub(crate) mod condition;
pub(crate) mod must;
pub(crate) mod process;
pub(crate) mod question;
pub(crate) mod rows;
pub(crate) mod shapes;

use serde::Serialize;

use crate::files::rubric::write::must::{EvidenceCounts, Must};
use crate::files::rubric::write::process::Part;
use crate::files::rubric::write::question::{Group, Question};
use crate::files::rubric::write::rows::{Advice, Criterion, NextSteps, Veto};
use crate::files::rubric::write::shapes::{Firmness, Ordered, Source, compact, is_default};
use crate::output::escape;

/// Why a rubric could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It could not be written as YAML.
    #[error("the rubric cannot be written as YAML")]
    Yaml(#[from] serde_yaml::Error),
    /// It could not be written as JSON.
    #[error("the rubric cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// The text of a rubric file.
///
/// YAML writers leave marks alone that hide or reorder what is around them. A rubric with such marks is written as
/// JSON, which is YAML too and has an escape for each of them.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub fn rubric(rubric: &crate::files::Rubric) -> Result<String, Error> {
    let document = Document::new(rubric);
    let yaml = serde_yaml::to_string(&document)?;
    if escape::is_plain(&yaml) {
        return Ok(yaml);
    }
    Ok(escape::json(&document)? + "\n")
}

/// A text as a value on one line, in quotes if need be.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub fn scalar(text: &str) -> Result<String, Error> {
    let plain = serde_yaml::to_string(text)?;
    let plain = plain.trim_end();
    if escape::is_plain(plain) && !plain.contains('\n') {
        return Ok(plain.to_owned());
    }
    Ok(escape::json(&text)?)
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'r> {
    rubric: &'r str,
    version: String,
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'r str>,
    tie_margin: serde_json::Number,
    min_coverage: serde_json::Number,
    #[serde(skip_serializing_if = "is_default")]
    firmness: Firmness,
    #[serde(skip_serializing_if = "Option::is_none")]
    landscape: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_counts: Option<EvidenceCounts>,
    #[serde(skip_serializing_if = "Ordered::is_empty")]
    sources: Ordered<&'r str, Source<'r>>,
    groups: Vec<Group<'r>>,
    questions: Vec<Question<'r>>,
    criteria: Vec<Criterion<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    vetoes: Vec<Veto<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    musts: Vec<Must<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    advice: Vec<Advice<'r>>,
    #[serde(skip_serializing_if = "NextSteps::is_empty")]
    next_steps: NextSteps<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    process: Vec<Part<'r>>,
}

impl<'r> Document<'r> {
    fn new(rubric: &'r crate::files::Rubric) -> Self {
        let sources = rubric.sources.iter();
        Self {
            rubric: &rubric.id,
            version: rubric.version.to_string(),
            title: &rubric.title,
            about: rubric.about.as_deref(),
            tie_margin: compact(rubric.tie_margin),
            min_coverage: compact(rubric.min_coverage),
            firmness: Firmness::new(&rubric.firmness),
            landscape: rubric.landscape.as_ref().map(|named| named.name.as_str()),
            evidence_counts: EvidenceCounts::new(&rubric.evidence_counts),
            sources: Ordered(
                sources
                    .map(|source| (source.id.as_str(), Source::new(source)))
                    .collect(),
            ),
            groups: rubric.groups.iter().map(Group::new).collect(),
            questions: each(&rubric.questions, rubric, Question::new),
            criteria: each(&rubric.criteria, rubric, Criterion::new),
            vetoes: each(&rubric.vetoes, rubric, Veto::new),
            musts: each(&rubric.musts, rubric, Must::new),
            advice: each(&rubric.advice, rubric, Advice::new),
            next_steps: NextSteps::new(rubric),
            process: each(&rubric.process, rubric, Part::new),
        }
    }
}

fn each<'r, T, U>(
    items: &'r [T],
    rubric: &'r crate::files::Rubric,
    shape: impl Fn(&'r T, &'r crate::files::Rubric) -> U,
) -> Vec<U> {
    items.iter().map(|item| shape(item, rubric)).collect()
}
