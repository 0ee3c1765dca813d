//! A landscape file made of what a foundation's landscape says.

use std::collections::BTreeMap;

use serde::Serialize;

/// A landscape to be written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LandscapeFile {
    /// Its id.
    pub landscape: String,
    /// The version of its content.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// What it covers.
    pub about: String,
    /// The landscape whose words it uses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extends: Option<String>,
    /// The day on which it was put together.
    pub compiled: String,
    /// What all of it rests on.
    pub source: SourceFile,
    /// The words of its own.
    #[serde(skip_serializing_if = "VocabularyFile::is_empty")]
    pub vocabulary: VocabularyFile,
    /// The candidates.
    pub candidates: Vec<CandidateFile>,
}

/// The words of a landscape that is written.
#[derive(Debug, Default, Serialize)]
pub struct VocabularyFile {
    /// Words for components.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub components: BTreeMap<String, String>,
    /// Classes of licences.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub licences: BTreeMap<String, Vec<String>>,
}

impl VocabularyFile {
    fn is_empty(&self) -> bool {
        self.components.is_empty() && self.licences.is_empty()
    }
}

/// A candidate to be written; what is not known of it is left out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // as in the file
pub struct CandidateFile {
    pub id: String,
    pub name: String,
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// How a candidate is doing, to be written.
#[derive(Debug, Serialize)]
#[allow(missing_docs)] // as in the file
pub struct StatusFile {
    pub state: &'static str,
    pub note: String,
}

/// What all facts rest on, to be written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // as in the file
pub struct SourceFile {
    pub source: String,
    pub evidence: &'static str,
    pub as_of: String,
}

/// The file as YAML.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub fn landscape(file: &LandscapeFile) -> serde_yaml::Result<String> {
    serde_yaml::to_string(file)
}
