//! What is printed, where a command offers nothing of its own, and codes explained for `--help`.

use crate::files::ProblemCode;
use clap::ValueEnum;

/// What is printed for people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[value(aliases = ["table", "human"])]
    Text,
    /// For programs.
    Json,
}

/// What is printed for people, for a document or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For people at a terminal.
    #[value(aliases = ["table", "human"])]
    Text,
    /// For a document, a pull request or a code host.
    Markdown,
    /// For programs.
    Json,
}

/// Codes with what they mean, for `--help`.
pub(crate) fn explained(heading: &str, codes: &[ProblemCode], with_severity: bool) -> String {
    let mut lines = vec![heading.to_owned()];
    for code in codes {
        let severity = format!(" ({})", code.severity().id());
        lines.push(format!(
            "  {}{}",
            code.id(),
            if with_severity { &severity } else { "" }
        ));
        lines.push(format!("    {}", code.description()));
    }
    lines.join("\n")
}
