//! What can be said to `trilemma decide` and `trilemma explain`.

use std::path::PathBuf;

use super::format::Format;
use clap::Args;

/// Score a requirements file against its rubric and say what is recommended, and why.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma decide examples/fraud-scoring-serving.yaml
  trilemma decide examples/fraud-scoring-serving.yaml --set platform-engineers=1
  trilemma decide - --rubric company.yaml --format json < requirements.yaml")]
pub(crate) struct DecideArguments {
    /// The requirements file; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Use this rubric instead of the one that the file names: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Try another answer, such as `p99-latency-ms=25`, `clouds=aws,gcp` or `serving.legacy=none` for the component
    /// `serving`; `unknown` takes an answer back. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]QUESTION=VALUE")]
    pub(crate) set: Vec<String>,
    /// Try another weight, 1 to 10. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]CRITERION=POINTS")]
    pub(crate) weight: Vec<String>,
    /// Show this component in full, where a file has components.
    #[arg(long, value_name = "ID")]
    pub(crate) component: Option<String>,
    /// Show every reason and every open question.
    #[arg(long)]
    pub(crate) all: bool,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// Explain an id of a rubric, or the code of a problem or finding.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma explain opportunity-cost
  trilemma explain unknown-id
  trilemma explain recommendation-changed
  trilemma explain latency --rubric company.yaml")]
pub(crate) struct ExplainArguments {
    /// The id of a criterion, question, veto, advice, group or source, or the code of a problem or finding.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Look in this rubric instead of the bundled ones: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
}
