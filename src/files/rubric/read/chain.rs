//! The files that a rubric is put together from: itself, what it extends, what that extends, and so on.

use std::path::{Path, PathBuf};

use crate::files::bytes::reason;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{shortened, wrong_type};
use crate::files::yaml::suggest::{nearest, one_of};
use crate::files::yaml::tree::{Node, NodeKind, parse};
use crate::files::{
    Ancestor, BUNDLED, FileId, Files, MAX_BYTES, Place, Problem, ProblemCode, ReadFrom,
    RubricOrigin, bundled, decode, did_you_mean,
};

/// How many rubrics may extend one another.
const MOST_LAYERS: usize = 8;

/// The key under which a rubric names the one it extends.
pub(crate) const EXTENDS: &str = "extends";

/// One of the files, parsed.
pub(crate) struct Layer {
    /// The file.
    pub(crate) file: FileId,
    /// Where it comes from.
    pub(crate) origin: RubricOrigin,
    /// What it says.
    pub(crate) tree: Node,
}

impl Layer {
    /// Parses a file that was added before.
    pub(crate) fn parse(
        file: FileId,
        origin: RubricOrigin,
        files: &Files,
    ) -> Result<Self, Problem> {
        let tree = parse(file, &files.get(file).text)?;
        Ok(Self { file, origin, tree })
    }

    pub(crate) fn open(
        path: &Path,
        from: ReadFrom<'_>,
        files: &mut Files,
    ) -> Result<Self, NotOpened> {
        let origin = RubricOrigin::Path(path.display().to_string());
        let bytes = from
            .bytes(path, MAX_BYTES)
            .map_err(|error| NotOpened::Unreadable(reason(&error)))?;
        let layer = decode(&from.name(path), &bytes, files)
            .and_then(|file| Self::parse(file, origin, files))
            .map_err(NotOpened::AtFault)?;
        if layer.is_rubric() {
            Ok(layer)
        } else {
            Err(NotOpened::NoRubric)
        }
    }

    /// Whether it is a rubric at all, sound or not. Any other YAML file is left alone rather than quoted problem by
    /// problem.
    fn is_rubric(&self) -> bool {
        let NodeKind::Mapping(entries) = &self.tree.kind else {
            return true;
        };
        let keys: Vec<&str> = entries.iter().filter_map(|(key, _)| key.text()).collect();
        // A landscape may extend another, too.
        let is_landscape = keys.contains(&"compiled") && !keys.contains(&"rubric");
        !is_landscape
            && keys.into_iter().any(|key| {
                matches!(key, "questions" | "criteria") || nearest(key, [EXTENDS]).is_some()
            })
    }

    /// The rubric that it extends, if it extends one.
    fn extends(&self, files: &Files) -> Result<Option<RubricName>, Vec<Problem>> {
        let Some(node) = self.tree.get(EXTENDS) else {
            return Ok(None);
        };
        let name = node.text().map(str::trim_end);
        if let Some(name) = name.filter(|name| !name.is_empty() && !node.is_null()) {
            return Ok(Some(RubricName {
                name: name.to_owned(),
                place: node.place,
            }));
        }
        let expected = "the id of a bundled rubric, or a path that ends in `.yaml`";
        Err(vec![if name.is_some() {
            let found = "`extends` has no value";
            Problem::new(ProblemCode::MissingValue, node.place, found).expected(expected)
        } else {
            wrong_type(node, "`extends`", expected, &Problems::none(files))
        }])
    }

    /// What it is to those that extend it, if that can be told without reading it all.
    pub(crate) fn ancestor(&self) -> Option<Ancestor> {
        Some(Ancestor {
            id: self.tree.get("rubric")?.text()?.to_owned(),
            version: self.tree.get("version")?.text()?.parse().ok()?,
            origin: self.origin.clone(),
            file: self.file,
        })
    }

    /// What tells it from every other rubric, however its path is written.
    fn identity(&self, from: ReadFrom<'_>) -> Option<PathBuf> {
        match &self.origin {
            RubricOrigin::Bundled => None,
            RubricOrigin::Path(path) => Some(from.real(Path::new(path))),
        }
    }
}

/// Why a path gave no rubric.
pub(crate) enum NotOpened {
    /// It cannot be read, for this reason.
    Unreadable(String),
    /// It is YAML, and no rubric.
    NoRubric,
    /// It is at fault.
    AtFault(Problem),
}

/// What is said of a YAML file that is no rubric.
pub(crate) const NO_RUBRIC: &str = "the file has none of `questions`, `criteria` and `extends`";

/// Finds everything that a rubric extends: the nearest first.
///
/// # Errors
///
/// Whatever keeps one of them from being found or parsed.
pub(crate) fn bases(
    top: &Layer,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Vec<Layer>, Vec<Problem>> {
    let mut bases: Vec<Layer> = Vec::new();
    let mut size = files.get(top.file).text.len();
    loop {
        let last = bases.last().unwrap_or(top);
        let Some(named) = last.extends(files)? else {
            return Ok(bases);
        };
        if bases.len() + 1 == MOST_LAYERS {
            return Err(vec![too_long(&named)]);
        }
        let base = base(&named, last, (top, &bases), from, files)?;
        size += files.get(base.file).text.len();
        if size > MAX_BYTES {
            return Err(vec![too_large(&named)]);
        }
        bases.push(base);
    }
}

/// Finds one rubric that another extends.
fn base(
    named: &RubricName,
    extending: &Layer,
    (top, bases): (&Layer, &[Layer]),
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Layer, Vec<Problem>> {
    let only = |problem| vec![problem];
    if !is_path(&named.name) {
        let text = bundled(&named.name)
            .ok_or_else(|| only(named.not_bundled()))?
            .text;
        let name = bundled_name(&named.name);
        check_cycle(named, top, bases, files, |layer| {
            layer.origin == RubricOrigin::Bundled && files.get(layer.file).name == name
        })?;
        let file = files.add_bundled(name, text);
        return Layer::parse(file, RubricOrigin::Bundled, files).map_err(only);
    }
    let RubricOrigin::Path(own) = &extending.origin else {
        let found = "a bundled rubric extends bundled rubrics alone";
        return Err(only(named.not_found(found)));
    };
    let folder = Path::new(own).parent().unwrap_or(Path::new(""));
    let path = named.relative_to(folder).map_err(only)?;
    let identity = Some(from.real(&path));
    check_cycle(named, top, bases, files, |layer| {
        layer.identity(from) == identity
    })?;
    Layer::open(&path, from, files).map_err(|error| {
        only(match error {
            NotOpened::AtFault(problem) => problem,
            NotOpened::NoRubric => {
                named.not_found(format!("`{}` is no rubric: {NO_RUBRIC}", from.name(&path)))
            }
            NotOpened::Unreadable(reason) => {
                named.not_found(format!("cannot read `{}`: {reason}", from.name(&path)))
            }
        })
    })
}

/// What the file of a bundled rubric is called.
pub(crate) fn bundled_name(id: &str) -> String {
    format!("{id} (bundled)")
}

/// Refuses a base that is already part of the chain.
fn check_cycle(
    named: &RubricName,
    top: &Layer,
    bases: &[Layer],
    files: &Files,
    is_it: impl Fn(&Layer) -> bool,
) -> Result<(), Vec<Problem>> {
    let layers: Vec<&Layer> = std::iter::once(top).chain(bases).collect();
    let Some(first) = layers.iter().position(|layer| is_it(layer)) else {
        return Ok(());
    };
    let circle: Vec<String> = layers[first..]
        .iter()
        .map(|layer| format!("`{}`", files.get(layer.file).name))
        .collect();
    let found = if let [own] = circle.as_slice() {
        format!("{own} extends itself")
    } else {
        let round = circle.join(", ");
        format!(
            "these rubrics extend each other in a circle: {round}, {}",
            circle[0]
        )
    };
    let mut problem = Problem::new(ProblemCode::ExtendsCycle, named.place, found)
        .help("one of them has to stand on its own; take `extends` out of it");
    if circle.len() > 1
        && let Some(begins) = layers[first].tree.get(EXTENDS)
    {
        problem = problem.related(begins.place, "the circle begins here");
    }
    Err(vec![problem])
}

fn too_long(named: &RubricName) -> Problem {
    let found = format!("more than {MOST_LAYERS} rubrics extend one another");
    Problem::new(ProblemCode::TooComplex, named.place, found)
        .help("put some of them together into one")
}

fn too_large(named: &RubricName) -> Problem {
    let found = format!(
        "the rubric and what it extends are larger than {} KiB together",
        MAX_BYTES / 1024
    );
    Problem::new(ProblemCode::FileTooLarge, named.place, found)
}

/// A bundled id or a path, as a file has it.
#[derive(Debug, Clone)]
pub struct RubricName {
    /// The id or path.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

impl RubricName {
    /// A problem for a name that leads to no rubric.
    pub(crate) fn not_found(&self, found: impl Into<String>) -> Problem {
        let ids = || BUNDLED.iter().map(|bundled| bundled.id);
        Problem::new(ProblemCode::RubricNotFound, self.place, found)
            .expected(format!(
                "a bundled rubric ({}) or a `.yaml` file, relative to this one",
                one_of(ids())
            ))
            .maybe_help(did_you_mean(&self.name, ids()))
    }

    /// A problem for a bundled id that there is not.
    pub(crate) fn not_bundled(&self) -> Problem {
        self.not_found(format!(
            "there is no bundled rubric `{}`",
            shortened(&self.name)
        ))
    }

    /// The path, relative to the folder of the file that names it. Such a file may come from anybody, so it cannot
    /// name a place of this machine, nor a file that is not YAML by its name.
    pub(crate) fn relative_to(&self, folder: &Path) -> Result<PathBuf, Problem> {
        relative_to(&self.name, folder).map_err(|found| self.not_found(found))
    }
}

/// A path that a file names, relative to the folder of that file; or why it is none that may be named.
pub(crate) fn relative_to(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let path = Path::new(name);
    let refuse = |reason: &str| Err(format!("`{}` is {reason}", shortened(name)));
    if name.contains("://") {
        return refuse("an address, and nothing is fetched");
    }
    if path.has_root() || path.is_absolute() {
        return refuse("an absolute path");
    }
    let is_yaml = path
        .extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml");
    if !is_yaml {
        return refuse("not a `.yaml` file");
    }
    Ok(folder.join(path))
}

/// Whether a rubric's name is a path rather than a bundled id.
pub(crate) fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}
