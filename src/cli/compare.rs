//! What can be said to `trilemma compare`.

use super::format::PageFormat;
use clap::Args;

/// Show what changed between two requirements files, or two versions of one: in the outcome, and which change did it.
///
/// A file may be taken from git: `FILE@REV` is FILE as it was at REV, with the rubric that it names by path as that was
/// then. REV is whatever git knows: a branch, a tag, a commit. A file that is really called like that is taken as it is.
/// Without NEW, `FILE@REV` is compared with FILE as it is now.
///
/// How far each change moved the lead of one alternative over the other is its Shapley value: the mean, over all orders
/// in which the changes could be made, of what it does when its turn comes. These add up to what the lead moved. Vetoes
/// are no matter of points and are told by themselves.
///
/// The Markdown is for a comment on a pull request: its first line is a hidden mark by which the comment can be found again.
///
/// It is no fault if the two differ: the exit code is 0 either way. A script finds `outcome_changed` in the JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma compare requirements.yaml@origin/main
  trilemma compare old.yaml new.yaml --all
  trilemma compare requirements.yaml@HEAD~3 requirements.yaml@HEAD --format markdown")]
pub(crate) struct CompareArguments {
    /// The requirements file before, or `FILE@REV`; `-` reads standard input.
    #[arg(value_name = "OLD")]
    pub(crate) old: String,
    /// The requirements file after, or `FILE@REV`; `-` reads standard input. With `OLD` as `FILE@REV`, FILE as it is now
    /// if left out.
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<String>,
    /// Use this rubric for both instead of those that they name: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Show every change, and everything that differs between the rubrics.
    #[arg(long)]
    pub(crate) all: bool,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}
