//! Landscapes as foundations keep them: the `landscape.yml` that landscape2 reads.

use crate::files::limits::MOST_CANDIDATES;
use crate::files::yaml::decode::decode_within;
use crate::files::yaml::tree;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Files, MAX_LANDSCAPE_BYTES, MAX_LANDSCAPE_NODES, Problem, ProblemCode};

/// An entry of such a file: what it says, and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ForeignItem {
    /// The category it stands in.
    pub category: String,
    /// The part of that category.
    pub subcategory: String,
    /// What it is called.
    pub name: String,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Its page.
    pub homepage: Option<String>,
    /// Where its source is.
    pub repository: Option<String>,
    /// How far it has come in the foundation, such as `graduated`.
    pub project: Option<String>,
    /// Its licence, as written.
    pub licence: Option<String>,
}

/// Reads the entries of such a file.
///
/// # Errors
///
/// If it is not YAML that can be read, or has neither `landscape` nor `categories` with a name.
pub(crate) fn read_foreign(
    name: &str,
    bytes: &[u8],
    files: &mut Files,
) -> Result<Vec<ForeignItem>, Problem> {
    let file = decode_within(name, bytes, MAX_LANDSCAPE_BYTES, files)?;
    let tree = tree::parse_within(file, &files.get(file).text, MAX_LANDSCAPE_NODES)?;
    let categories = tree.get("landscape").or_else(|| tree.get("categories"));
    let Some(categories) = categories.filter(|node| matches!(node.kind, NodeKind::Sequence(_)))
    else {
        let found = "neither `landscape` nor `categories` is a list here";
        let place = crate::files::yaml::decode::start_of(file);
        return Err(Problem::new(ProblemCode::MissingKey, place, found)
            .expected("a file as landscape2 reads it: categories, subcategories, items"));
    };
    let mut items = Vec::new();
    for category in categories.items() {
        for subcategory in nodes(category, "subcategories") {
            for item in nodes(subcategory, "items") {
                items.extend(foreign_item(category, subcategory, item));
            }
        }
    }
    if items.len() > MOST_CANDIDATES {
        let found = format!("{} entries", items.len());
        return Err(
            Problem::new(ProblemCode::OutOfRange, categories.place, found)
                .expected(format!("at most {MOST_CANDIDATES}")),
        );
    }
    Ok(items)
}

fn nodes<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.get(key).map_or(&[], Node::items)
}

fn foreign_item(category: &Node, subcategory: &Node, item: &Node) -> Option<ForeignItem> {
    Some(ForeignItem {
        category: words(category, "name").unwrap_or_default(),
        subcategory: words(subcategory, "name").unwrap_or_default(),
        name: words(item, "name")?,
        description: words(item, "description"),
        homepage: address(item, "homepage_url"),
        repository: address(item, "repo_url"),
        project: words(item, "project"),
        licence: words(item, "license"),
    })
}

/// A text, with its white space as single spaces.
fn words(node: &Node, key: &str) -> Option<String> {
    let value = node.get(key).filter(|value| !value.is_null())?;
    let words = value.text()?.split_whitespace().collect::<Vec<_>>();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An address, if it is one that may be linked to.
fn address(node: &Node, key: &str) -> Option<String> {
    let written = node.get(key)?.text()?.trim();
    let is_link = written.starts_with("https://") || written.starts_with("http://");
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    (is_link && !written.contains(is_bad)).then(|| written.to_owned())
}
