//! How it is asked.

use std::io::{IsTerminal, stderr, stdin};

use super::arguments::InterviewArguments;

/// How it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// With lists to move about in.
    Terminal,
    /// Line by line.
    Plain,
    /// Not at all.
    Silent,
}

/// How it is asked here, or why it cannot be, with what helps.
pub(crate) fn style(arguments: &InterviewArguments) -> Result<Style, (&'static str, &'static str)> {
    let has_terminal = stdin().is_terminal() && stderr().is_terminal();
    match (arguments.no_input, arguments.plain, has_terminal) {
        (true, _, _) => Ok(Style::Silent),
        (_, true, _) => Ok(Style::Plain),
        (_, _, false) => Err((
            "there is no terminal to ask on",
            "give the answers by `--answers FILE` or `--set QUESTION=VALUE` together with `--no-input`, let \
             `--plain` read them line by line, or fill in what `trilemma init` writes",
        )),
        _ if accessible() || is_dumb() => Ok(Style::Plain),
        _ => Ok(Style::Terminal),
    }
}

/// Whether the environment asks for plain lines, as a screen reader needs them.
fn accessible() -> bool {
    let value = std::env::var("ACCESSIBLE").unwrap_or_default();
    !matches!(value.to_lowercase().as_str(), "" | "0" | "false" | "no")
}

/// Whether the terminal cannot move its cursor.
fn is_dumb() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "dumb")
}
