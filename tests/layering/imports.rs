//! Which file of the source takes names from which, read from the code's own paths.
//!
//! A path is followed through re-exports to the file that defines the name, so that a `mod.rs` that hands names on hides
//! nothing. Paths through `crate`, `self`, `super` and the modules a file declares or imports count, in `use` and inline.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Names = Vec<String>;

/// The files of the source and the paths in them.
pub(crate) struct House {
    files: Vec<SourceFile>,
    /// The file of each module.
    modules: BTreeMap<Names, usize>,
}

struct SourceFile {
    name: String,
    module: Names,
    code: String,
    /// What a re-exported name stands for, before it is resolved.
    reexports: BTreeMap<String, Names>,
    imports: BTreeSet<usize>,
}

pub(crate) fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

impl House {
    /// The house as it stands.
    pub(crate) fn measured() -> Self {
        let mut paths = Vec::new();
        rust_files(&source(), &mut paths);
        let files: Vec<SourceFile> = paths.iter().map(|path| SourceFile::read(path)).collect();
        let modules = files.iter().enumerate();
        let modules = modules
            .map(|(at, file)| (file.module.clone(), at))
            .collect();
        let mut house = Self { files, modules };
        for at in 0..house.files.len() {
            let (uses, _) = uses(&house.files[at].code);
            house.files[at].reexports = uses
                .iter()
                .filter(|one| one.is_public)
                .filter_map(|one| Some((one.name.clone(), house.absolute(at, &one.path)?)))
                .collect();
        }
        for at in 0..house.files.len() {
            house.files[at].imports = house.imports_of(at);
        }
        house
    }

    /// The positions of all files.
    pub(crate) fn files(&self) -> std::ops::Range<usize> {
        0..self.files.len()
    }

    /// A file's path below `src`.
    pub(crate) fn name(&self, file: usize) -> &str {
        &self.files[file].name
    }

    /// A file's code without comments and unit tests.
    pub(crate) fn code(&self, file: usize) -> &str {
        &self.files[file].code
    }

    /// The folder below `src` that a file is in; empty for those in none.
    pub(crate) fn room(&self, file: usize) -> &str {
        let name = self.name(file);
        name.split_once('/').map_or("", |(room, _)| room)
    }

    /// Every pair of files of which the first takes a name from the second.
    pub(crate) fn imports(&self) -> Vec<(usize, usize)> {
        let of = |from: usize| self.files[from].imports.iter().map(move |&to| (from, to));
        self.files().flat_map(of).collect()
    }

    /// The groups of files that reach each other by imports, the largest first.
    pub(crate) fn cycles(&self) -> Vec<Vec<usize>> {
        let reach: Vec<BTreeSet<usize>> =
            self.files().map(|file| self.reached_from(file)).collect();
        let mut seen = BTreeSet::new();
        let mut cycles: Vec<Vec<usize>> = Vec::new();
        for file in self.files() {
            let circle: Vec<usize> = reach[file]
                .iter()
                .copied()
                .filter(|&other| reach[other].contains(&file))
                .collect();
            if circle.len() > 1 && seen.insert(circle.clone()) {
                cycles.push(circle);
            }
        }
        cycles.sort_by_key(|cycle| std::cmp::Reverse(cycle.len()));
        cycles
    }

    /// A circle with the imports that close it.
    pub(crate) fn told(&self, cycle: &[usize]) -> String {
        let inside = |&(from, to): &(usize, usize)| cycle.contains(&from) && cycle.contains(&to);
        let imports = self.imports().into_iter().filter(inside);
        let lines: Vec<String> = imports
            .map(|(from, to)| format!("  {} -> {}", self.name(from), self.name(to)))
            .collect();
        format!("{} files:\n{}", cycle.len(), lines.join("\n"))
    }

    fn reached_from(&self, file: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = vec![file];
        while let Some(at) = next.pop() {
            next.extend(
                self.files[at]
                    .imports
                    .iter()
                    .filter(|to| reached.insert(**to)),
            );
        }
        reached
    }

    fn imports_of(&self, at: usize) -> BTreeSet<usize> {
        let (uses, others) = uses(&self.files[at].code);
        let own = uses.iter().filter(|one| !one.is_public);
        let aliases: BTreeMap<&str, &Names> = own
            .clone()
            .map(|one| (one.name.as_str(), &one.path))
            .collect();
        let inline = inline_paths(&others).into_iter().map(|path| {
            // A path may begin with a module that the file has imported.
            match aliases.get(path[0].as_str()) {
                Some(alias) => alias.iter().chain(&path[1..]).cloned().collect(),
                None => path,
            }
        });
        let paths = own.clone().map(|one| one.path.clone()).chain(inline);
        paths
            .filter_map(|path| self.absolute(at, &path))
            .filter_map(|path| self.defining(&path, 0))
            .filter(|&file| file != at)
            .collect()
    }

    /// A path from the crate's root, if it leads into the crate.
    fn absolute(&self, at: usize, path: &[String]) -> Option<Names> {
        let module = &self.files[at].module;
        let first = path.first()?;
        match first.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some(module.iter().chain(&path[1..]).cloned().collect()),
            "super" => {
                let levels = path.iter().take_while(|name| *name == "super").count();
                let above = module.get(..module.len().checked_sub(levels)?)?;
                Some(above.iter().chain(&path[levels..]).cloned().collect())
            }
            _ => {
                let child: Names = module.iter().chain([first]).cloned().collect();
                let inside = self.modules.contains_key(&child);
                inside.then(|| module.iter().chain(path).cloned().collect())
            }
        }
    }

    /// The file that defines what a path from the root names.
    fn defining(&self, path: &[String], depth: usize) -> Option<usize> {
        let known = (0..=path.len())
            .rev()
            .find(|&length| self.modules.contains_key(&path[..length]))?;
        let file = self.modules[&path[..known]];
        let Some(name) = path.get(known).filter(|_| depth < 8) else {
            return Some(file);
        };
        match self.files[file].reexports.get(name) {
            Some(target) => {
                let target: Names = target.iter().chain(&path[known + 1..]).cloned().collect();
                self.defining(&target, depth + 1)
            }
            None => Some(file),
        }
    }
}

impl SourceFile {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the file can be read");
        let tests = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
        let code: Vec<&str> = text[..tests]
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let below = path.strip_prefix(source()).expect("it is below the source");
        let name = below.to_string_lossy().replace('\\', "/");
        let mut module: Names = name
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        Self {
            name,
            module,
            code: code.join("\n"),
            reexports: BTreeMap::new(),
            imports: BTreeSet::new(),
        }
    }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// One name that a `use` brings.
struct Use {
    is_public: bool,
    path: Names,
    name: String,
}

/// The names that a file's `use` lines bring, and the code without those lines.
fn uses(code: &str) -> (Vec<Use>, String) {
    let mut found = Vec::new();
    let mut others = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let start = line.trim_start();
        let (visibility, tree) = match start.split_once("use ") {
            Some((before, tree)) if before.is_empty() || before.starts_with("pub") => {
                (before, tree)
            }
            _ => {
                others.push_str(line);
                others.push('\n');
                continue;
            }
        };
        let mut tree = tree.to_owned();
        while !tree.ends_with(';') {
            let Some(line) = lines.next() else { break };
            tree.push_str(line.trim());
        }
        let tree = tree.trim_end_matches(';');
        spread(tree, &[], !visibility.is_empty(), &mut found);
    }
    (found, others)
}

/// Spreads a tree such as `a::{b, c::{d, e as f}}` into its paths.
fn spread(tree: &str, above: &[String], is_public: bool, found: &mut Vec<Use>) {
    let tree = tree.trim();
    if let (Some(open), Some(close)) = (tree.find('{'), tree.rfind('}')) {
        let head: Names = above.iter().cloned().chain(names(&tree[..open])).collect();
        let inner = &tree[open + 1..close];
        let (mut depth, mut start) = (0, 0);
        for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    spread(&inner[start..at], &head, is_public, found);
                    start = (at + 1).min(inner.len());
                }
                _ => {}
            }
        }
    } else if !tree.is_empty() {
        let (path, alias) = match tree.split_once(" as ") {
            Some((path, alias)) => (path, Some(alias.trim().to_owned())),
            None => (tree, None),
        };
        let mut path: Names = above.iter().cloned().chain(names(path)).collect();
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = alias.or_else(|| path.last().cloned()).unwrap_or_default();
        found.push(Use {
            is_public,
            path,
            name,
        });
    }
}

fn names(path: &str) -> impl Iterator<Item = String> + '_ {
    path.split("::")
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
}

/// Every path with `::` in it that begins with a lower-case name.
fn inline_paths(code: &str) -> Vec<Names> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    code.split(|c| !is_part(c))
        .filter(|word| word.contains("::") && word.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(|word| names(word).collect())
        .filter(|path: &Names| !path.is_empty())
        .collect()
}
