//! Version 1 of `report --format json`, which is also what templates are given.

pub mod cases;
pub mod changes;
pub mod landscape;
pub mod options;
pub mod section;

use crate::engine::decision::{MixPart, Part, RubricName, SharedDriver};
use crate::files::{RubricOrigin, Source};
use crate::report::document::whole::{MixReport, Report};
use crate::report::json::landscape::LandscapeEntry;
use crate::report::json::section::{RecordedSaid, SectionEntry};
use crate::topics::rubric::reference::source_line;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What tells such a document from any other.
const GENERATOR: &str = "trilemma report";

/// A report on a decision: sentences as they stand in the other formats, beside the figures they are made of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportDocument<'a> {
    /// What made it.
    #[schemars(extend("const" = "trilemma report"))]
    generator: &'static str,
    /// What is decided about.
    title: &'a str,
    /// The answer in one plain sentence.
    answer: &'a str,
    /// What it was scored against.
    rubric: RubricName,
    /// What it was made from.
    provenance: ProvenanceEntry<'a>,
    /// One section for the whole, or one for each component, in the order of the file.
    sections: Vec<SectionEntry<'a>>,
    /// The landscape that the candidates of the sections come from; null if nobody looked.
    landscape: Option<LandscapeEntry<'a>>,
    /// What the components come to together; null if it is decided as a whole.
    components: Option<ComponentsEntry<'a>>,
    /// What the team decided for the whole, if that is recorded.
    recorded_decision: Option<RecordedSaid<'a>>,
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
    today: Option<Date>,
}

/// What the components come to together.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ComponentsTogether")]
struct ComponentsEntry<'a> {
    /// The result of each in a few words, in the order of the file.
    results: Vec<ResultEntry<'a>>,
    /// Which alternative is recommended for which components.
    mix: &'a [MixPart],
    /// The ids of the components for which nothing is recommended.
    undecided: &'a [String],
    /// Shared answers behind the strongest reasons of more than one component, the most widespread first.
    shared_drivers: Vec<&'a SharedDriver>,
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
    /// What it is called, by whom and when, in a line.
    line: String,
    #[serde(flatten)]
    source: &'a Source,
}

impl<'a> ReportDocument<'a> {
    /// The document for a report.
    pub fn new(report: &'a Report<'a>) -> Self {
        let provenance = &report.provenance;
        let mut rubric = report.rubric.clone();
        if let Some(path) = &provenance.rubric_path {
            rubric.origin = RubricOrigin::Path(path.clone());
        }
        let sections = report.sections.iter().map(SectionEntry::new);
        let cited = report.sources.iter().map(|cited| CitedEntry {
            number: cited.number,
            line: source_line(cited.source),
            source: cited.source,
        });
        Self {
            generator: GENERATOR,
            title: report.title,
            answer: &report.answer,
            rubric,
            provenance: ProvenanceEntry {
                requirements: &provenance.input,
                requirements_sha256: &provenance.input_hash,
                rubric_sha256: &provenance.rubric_hash,
                today: provenance.today,
            },
            sections: sections.collect(),
            landscape: report.listing.map(LandscapeEntry::new),
            components: report.mix.as_ref().map(ComponentsEntry::new),
            recorded_decision: report.recorded.map(RecordedSaid::new),
            sources: cited.collect(),
        }
    }
}

impl<'a> ComponentsEntry<'a> {
    fn new(report: &'a MixReport<'a>) -> Self {
        let result = |(part, result): &'a (&'a Part, String)| ResultEntry {
            id: &part.id,
            title: &part.title,
            result,
        };
        Self {
            results: report.results.iter().map(result).collect(),
            mix: &report.mix.recommended,
            undecided: &report.mix.undecided,
            shared_drivers: report.drivers.iter().map(|(driver, _)| *driver).collect(),
        }
    }
}

/// Whether a text is such a document.
pub fn is_report(text: &str) -> bool {
    let read: Result<serde_json::Value, _> = serde_json::from_str(text);
    read.is_ok_and(|document| document["generator"] == GENERATOR)
}
