//! Workflow commands of GitHub Actions.

use crate::output::escape::{github_message, github_property};

/// A command on a line of its own.
pub(crate) fn command(name: &str, properties: &[(&str, String)], text: &str) -> String {
    let properties: Vec<String> = properties
        .iter()
        .map(|(key, value)| format!("{key}={}", github_property(value)))
        .collect();
    format!(
        "::{name} {}::{}\n",
        properties.join(","),
        github_message(text)
    )
}
