//! Patterns of paths, expanded here so that they mean the same in every shell: `*`, `?`, and `**` for any folders.

use std::path::{Path, PathBuf};

use super::sources::entries;

/// Whether a path is a pattern.
pub(crate) fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?'])
}

/// Every path that a pattern matches, in order. Hidden files and folders are matched only where the pattern writes the
/// dot.
pub(crate) fn expand(pattern: &Path) -> Vec<PathBuf> {
    let text = pattern.to_string_lossy().replace('\\', "/");
    let parts: Vec<&str> = text
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    let start = if text.starts_with('/') { "/" } else { "" };
    let mut found = Vec::new();
    descend(Path::new(start), &parts, &mut found);
    found.sort();
    found.dedup();
    found
}

fn descend(folder: &Path, parts: &[&str], found: &mut Vec<PathBuf>) {
    let Some((part, rest)) = parts.split_first() else {
        found.push(folder.to_owned());
        return;
    };
    if *part == "**" {
        descend(folder, rest, found);
        for (path, name) in inside(folder) {
            if !name.starts_with('.') && path.is_dir() && !path.is_symlink() {
                descend(&path, parts, found);
            }
        }
    } else if part.contains(['*', '?']) {
        for (path, name) in inside(folder) {
            let is_hidden = name.starts_with('.') && !part.starts_with('.');
            if !is_hidden && matches(part, &name) && (rest.is_empty() || path.is_dir()) {
                descend(&path, rest, found);
            }
        }
    } else if folder.join(part).exists() {
        descend(&folder.join(part), rest, found);
    }
}

fn inside(folder: &Path) -> Vec<(PathBuf, String)> {
    let listed = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let names = entries(listed).unwrap_or_default().into_iter();
    names
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((folder.join(&name), name))
        })
        .collect()
}

/// Whether a name matches a pattern without folders. Takes time in proportion to the product of their lengths at most.
fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (mut at, mut read) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while read < name.len() {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at, read));
                at += 1;
            }
            Some(c) if *c == '?' || *c == name[read] => {
                at += 1;
                read += 1;
            }
            _ => match retry {
                Some((star, from)) => {
                    retry = Some((star, from + 1));
                    (at, read) = (star + 1, from + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_letters_and_a_question_mark_for_one() {
        for (pattern, name, expected) in [
            ("*.yaml", "a.yaml", true),
            ("*.yaml", ".yaml", true),
            ("*.yaml", "a.yml", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b", "xxaxxbxx", false),
            ("**", "anything", true),
            ("", "", true),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} on {name}");
        }
    }

    #[test]
    fn a_pattern_made_to_take_long_does_not() {
        assert!(!matches(&"*a".repeat(200), &"a".repeat(150)));
    }
}
