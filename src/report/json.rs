//! Version 1 of `report --format json`, which is also what templates are given.

pub mod cases;
pub mod changes;
pub mod landscape;
pub mod options;
pub mod section;

use crate::report::document::whole::{MixReport, Report};
use crate::report::json::landscape::LandscapeEntry;
use crate::report::json::section::SectionEntry;
use crate::topics::decide::json::recorded::Recorded;
use crate::topics::decide::json::trace::{SourceEntry, words};
use crate::topics::decide::json::{Driver, MixEntry, Rubric};
use schemars::JsonSchema;
use serde::Serialize;

/// What tells such a document from any other.
const GENERATOR: &str = "trilemma report";

/// A report on a decision: sentences as they stand in the other formats, beside the figures they are made of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportDocument<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// What made it.
    #[schemars(extend("const" = "trilemma report"))]
    generator: &'static str,
    /// The version of the program.
    trilemma: &'a str,
    /// What is decided about.
    title: &'a str,
    /// The answer in one plain sentence.
    answer: &'a str,
    /// What it was scored against.
    rubric: Rubric<'a>,
    /// What it was made from.
    provenance: ProvenanceEntry<'a>,
    /// One section for the whole, or one for each component, in the order of the file.
    sections: Vec<SectionEntry<'a>>,
    /// The landscape that the candidates of the sections come from; null if nobody looked.
    landscape: Option<LandscapeEntry<'a>>,
    /// What the components come to together; null if it is decided as a whole.
    components: Option<ComponentsEntry<'a>>,
    /// What the team decided for the whole, if that is recorded.
    recorded_decision: Option<Recorded<'a>>,
    /// The sources that are cited, in the order of their numbers.
    sources: Vec<CitedEntry<'a>>,
}

/// What a report was made from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Provenance")]
struct ProvenanceEntry<'a> {
    /// The requirements file: its path from the root of the repository, or its name.
    requirements: &'a str,
    /// The SHA-256 of its text, with lines that end in a line feed.
    requirements_sha256: &'a str,
    /// The SHA-256 of the rubric's text, and of those that it extends before it.
    rubric_sha256: &'a str,
    /// The day that `--today` names.
    today: Option<String>,
}

/// What the components come to together.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ComponentsTogether")]
struct ComponentsEntry<'a> {
    /// The result of each in a few words, in the order of the file.
    results: Vec<ResultEntry<'a>>,
    /// Which alternative is recommended for which components.
    mix: Vec<MixEntry<'a>>,
    /// The ids of the components for which nothing is recommended.
    undecided: &'a [String],
    /// Shared answers behind the strongest reasons of more than one component, the most widespread first.
    shared_drivers: Vec<Driver<'a>>,
}

/// The result of a component.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ComponentResult")]
struct ResultEntry<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// The result in a few words.
    result: &'a str,
}

/// A source with its number.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CitedSource")]
struct CitedEntry<'a> {
    /// Its number, from 1, in the order in which sources are first cited.
    number: usize,
    #[serde(flatten)]
    source: SourceEntry<'a>,
}

impl<'a> ReportDocument<'a> {
    /// The document for a report.
    pub fn new(report: &'a Report<'a>) -> Self {
        let provenance = &report.provenance;
        let sections = report.sections.iter().map(SectionEntry::new);
        let cited = report.sources.iter().map(|cited| CitedEntry {
            number: cited.number,
            source: SourceEntry::new(cited.source),
        });
        Self {
            version: 1,
            generator: GENERATOR,
            trilemma: &provenance.tool_version,
            title: report.title,
            answer: &report.answer,
            rubric: Rubric::new(report.rubric, provenance.rubric_path.as_deref()),
            provenance: ProvenanceEntry {
                requirements: &provenance.input,
                requirements_sha256: &provenance.input_hash,
                rubric_sha256: &provenance.rubric_hash,
                today: provenance.today.map(|day| day.to_string()),
            },
            sections: sections.collect(),
            landscape: report.listing.map(LandscapeEntry::new),
            components: report.mix.as_ref().map(ComponentsEntry::new),
            recorded_decision: report.recorded.map(Recorded::new),
            sources: cited.collect(),
        }
    }
}

impl<'a> ComponentsEntry<'a> {
    fn new(report: &'a MixReport<'a>) -> Self {
        let result =
            |(part, result): &'a (&'a crate::engine::decision::Part, String)| ResultEntry {
                id: &part.id,
                title: &part.title,
                result,
            };
        let driver = |(driver, _): &'a (&'a crate::engine::decision::SharedDriver, _)| Driver {
            question: &driver.answer.question,
            answer: words(&driver.answer.state),
            components: &driver.parts,
        };
        Self {
            results: report.results.iter().map(result).collect(),
            mix: MixEntry::all(report.mix),
            undecided: &report.mix.undecided,
            shared_drivers: report.drivers.iter().map(driver).collect(),
        }
    }
}

/// Whether a text is such a document.
pub fn is_report(text: &str) -> bool {
    let read: Result<serde_json::Value, _> = serde_json::from_str(text);
    read.is_ok_and(|document| document["generator"] == GENERATOR)
}
