//! In what a report that is there differs from what it would say now.

use crate::output::escape::terminal;

/// How many lines are told of either side.
const LINES: usize = 6;
/// How much of a line is told.
const CHARACTERS: usize = 160;

/// The lines that are only in the older text and those that are only in the newer, in words; `None` if they say the same.
///
/// Which program wrote a report, and the hash of a requirements file that says the same in other words, make no
/// difference: they alone are no reason to write it again.
pub(crate) fn drift(older: &str, newer: &str) -> Option<String> {
    let [older, newer] = [older, newer].map(|text| text.lines().map(told).collect::<Vec<_>>());
    if older == newer {
        return None;
    }
    let gone = only_in(&older, &newer);
    let come = only_in(&newer, &older);
    if gone.is_empty() && come.is_empty() {
        return Some("  its lines stand in another order\n".to_owned());
    }
    Some(list('-', &gone) + &list('+', &come))
}

/// A line as it counts.
fn told(line: &str) -> String {
    let line = line.trim_end();
    let plain = line.trim_start_matches(['*', '-', '|', ' ']);
    if plain.starts_with("Program") && line.contains("trilemma ") {
        return "Program".to_owned();
    }
    match line.split_once("`sha256:") {
        Some((before, _)) if plain.starts_with("Requirements") => before.to_owned(),
        _ if line.contains("trilemma:begin ") => "begin".to_owned(),
        _ => line.to_owned(),
    }
}

/// The lines of one text that are not in the other, each as often as it is missing there.
fn only_in<'t>(text: &'t [String], other: &[String]) -> Vec<&'t str> {
    let mut others: Vec<&str> = other.iter().map(String::as_str).collect();
    others.sort_unstable();
    let mut left = std::collections::BTreeMap::new();
    for line in others {
        *left.entry(line).or_insert(0_usize) += 1;
    }
    let is_missing = |line: &&str| match left.get_mut(*line) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => !line.is_empty(),
    };
    text.iter().map(String::as_str).filter(is_missing).collect()
}

fn list(sign: char, lines: &[&str]) -> String {
    let shown = lines.iter().take(LINES);
    let mut told: Vec<String> = shown
        .map(|line| terminal(&cut(line)).into_owned())
        .collect();
    if let rest @ 1.. = lines.len().saturating_sub(LINES) {
        told.push(format!("… and {rest} more"));
    }
    let mut text = String::new();
    for line in told {
        text.extend(["  ", &sign.to_string(), " ", &line, "\n"]);
    }
    text
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::drift;

    #[test]
    fn the_hash_of_the_file_and_the_program_make_no_difference() {
        let page = |hash: &str, version: &str| {
            format!(
                "# T\n| Requirements | f.yaml, `sha256:{hash}` |\n| Program | trilemma {version} |\n"
            )
        };
        assert_eq!(drift(&page("aa", "1.0.0"), &page("bb", "1.1.0")), None);
        assert_eq!(drift("a\r\nb\r\n", "a\nb\n"), None);
    }

    #[test]
    fn what_is_gone_and_what_has_come_is_told() {
        assert_eq!(drift("a\nb\n", "a\nc\n").as_deref(), Some("  - b\n  + c\n"));
        let moved = drift("a\nb\n", "b\na\n");
        assert_eq!(
            moved.as_deref(),
            Some("  its lines stand in another order\n")
        );
    }
}
