//! Many requirements files, whose rubrics are read once each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::files::load::{no_rubric, read_input, read_rubric_file};
use crate::files::rubric::read::chain::is_path;
use crate::files::{
    Files, Landscape, LoadError, ParsedRequirements, Problem, ReadFrom, Requirements, Rubric,
    bundled, decode, folder_of, landscape_of, load_rubric,
};
use sha2::{Digest, Sha256};

/// Rubrics that were read before, by the name or path that leads to them.
#[derive(Debug, Default)]
pub struct RubricCache {
    pinned: Option<String>,
    kept: Mutex<BTreeMap<PathBuf, Arc<OnceLock<Arc<Kept>>>>>,
}

/// A rubric, or why there is none, with the files that its places are in. The first of them is left free for the
/// requirements file.
#[derive(Debug)]
struct Kept {
    name: String,
    files: Files,
    rubric: Result<Arc<Rubric>, LoadError>,
    landscape: Option<Arc<Landscape>>,
    hash: String,
}

/// A requirements file that was read against its rubric.
#[derive(Debug)]
pub struct Read {
    /// The file and those of its rubric.
    pub files: Files,
    /// What it says.
    pub requirements: Requirements,
    /// The rubric.
    pub rubric: Arc<Rubric>,
    /// Its landscape, if it names one.
    pub landscape: Option<Arc<Landscape>>,
    /// What tells the rubric's content from any other: 64 hexadecimal digits.
    pub rubric_hash: String,
}

/// Why a requirements file could not be read against its rubric.
#[derive(Debug)]
pub enum NotUsable {
    /// It is at fault.
    AtFault(Vec<Problem>),
    /// The rubric of this name is at fault.
    Rubric(String),
}

/// A rubric that is at fault.
#[derive(Debug)]
pub struct Faulty {
    /// Its name or path.
    pub name: String,
    /// Its files.
    pub files: Files,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl RubricCache {
    /// An empty cache. With `pinned`, that rubric counts whatever the files name.
    ///
    /// # Errors
    ///
    /// If the pinned rubric cannot be used; its files are put into `files`.
    pub fn new(pinned: Option<&str>, files: &mut Files) -> Result<Self, LoadError> {
        if let Some(name) = pinned {
            load_rubric(name, files)?;
        }
        Ok(Self {
            pinned: pinned.map(str::to_owned),
            ..Self::default()
        })
    }

    /// The bytes of a file (`-` is standard input) and its name.
    ///
    /// # Errors
    ///
    /// If it cannot be opened or read.
    pub fn bytes(path: &Path) -> Result<(String, Vec<u8>), LoadError> {
        read_input(ReadFrom::Disk, path)
    }

    /// Reads what can be read without the rubric. The files hold this file alone.
    ///
    /// # Errors
    ///
    /// If it is not one plain YAML document.
    pub fn draft(
        name: &str,
        bytes: &[u8],
        files: &mut Files,
    ) -> Result<ParsedRequirements, Problem> {
        let file = decode(name, bytes, files)?;
        ParsedRequirements::read(file, files)
    }

    /// Reads the rest against its rubric, which is looked for from the folder of `path`.
    ///
    /// # Errors
    ///
    /// Every problem of the file; or that its rubric is at fault.
    pub fn resolve(
        &self,
        draft: &ParsedRequirements,
        path: &Path,
        files: &Files,
    ) -> Result<Read, NotUsable> {
        let kept = self
            .rubric_of(draft, path)
            .map_err(|problems| NotUsable::AtFault(draft.problems(problems, files)))?;
        let rubric = match (&kept.rubric, &draft.rubric) {
            (Ok(rubric), _) => Arc::clone(rubric),
            (Err(LoadError::Unreadable { .. } | LoadError::NoSuchRubric { .. }), Some(named))
                if self.pinned.is_none() =>
            {
                let problem = named.not_found(kept.reason());
                return Err(NotUsable::AtFault(draft.problems(vec![problem], files)));
            }
            _ => return Err(NotUsable::Rubric(kept.name.clone())),
        };
        let files = kept.files.with_first_of(files);
        let requirements = draft.resolve(&rubric, &files).map_err(NotUsable::AtFault)?;
        Ok(Read {
            files,
            requirements,
            rubric,
            landscape: kept.landscape.clone(),
            rubric_hash: kept.hash.clone(),
        })
    }

    /// The paths of the files that a requirements file's rubric is put together from, sound or not.
    pub fn files_of(&self, draft: &ParsedRequirements, path: &Path) -> Vec<String> {
        let Ok(kept) = self.rubric_of(draft, path) else {
            return Vec::new();
        };
        let names = kept.files.iter().skip(1).map(|file| file.name.clone());
        names.chain([kept.name.clone()]).collect()
    }

    /// The rubrics that were found to be at fault, by name.
    pub fn faulty(&self) -> Vec<Faulty> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.values().filter_map(|cell| cell.get());
        let faulty = kept.filter_map(|kept| match &kept.rubric {
            Err(LoadError::Rubric(problems)) => Some(Faulty {
                name: kept.name.clone(),
                files: kept.files.clone(),
                problems: problems.clone(),
            }),
            _ => None,
        });
        faulty.collect()
    }

    fn rubric_of(
        &self,
        draft: &ParsedRequirements,
        path: &Path,
    ) -> Result<Arc<Kept>, Vec<Problem>> {
        if let Some(pinned) = &self.pinned {
            let is_path = is_path(pinned);
            return Ok(self.kept(Path::new(pinned), is_path));
        }
        let Some(named) = &draft.rubric else {
            // A rubric that is named in some wrong way is a problem of its own.
            let is_malformed = draft.is_malformed();
            let missing = (!is_malformed).then(|| no_rubric(draft.tree.place.file));
            return Err(missing.into_iter().collect());
        };
        if is_path(&named.name) {
            let path = named.relative_to(folder_of(path)).map_err(|p| vec![p])?;
            Ok(self.kept(&path, true))
        } else if bundled(&named.name).is_some() {
            Ok(self.kept(Path::new(&named.name), false))
        } else {
            Err(vec![named.not_bundled()])
        }
    }

    /// What a name leads to; read by whoever needs it first, while the others wait.
    fn kept(&self, name: &Path, is_path: bool) -> Arc<Kept> {
        let cell = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(kept.entry(name.to_owned()).or_default())
        };
        Arc::clone(cell.get_or_init(|| Arc::new(Kept::read(name, is_path))))
    }
}

impl Kept {
    fn read(name: &Path, is_path: bool) -> Self {
        let mut files = Files::default();
        files.add("", "");
        let shown = name.display().to_string();
        let rubric = if is_path {
            read_rubric_file(name, ReadFrom::Disk, &mut files)
        } else {
            load_rubric(&shown, &mut files)
        };
        let (rubric, landscape) = match rubric {
            Ok(rubric) => match landscape_of(&rubric, &mut files) {
                Ok(landscape) => (Ok(rubric), landscape.map(Arc::new)),
                Err(error) => (Err(error), None),
            },
            Err(error) => (Err(error), None),
        };
        Self {
            landscape,
            hash: rubric
                .as_ref()
                .map_or_else(|_| String::new(), |rubric| content_hash(rubric, &files)),
            rubric: rubric.map(Arc::new),
            name: shown,
            files,
        }
    }

    fn reason(&self) -> String {
        self.rubric
            .as_ref()
            .map_or_else(ToString::to_string, |_| String::new())
    }
}

/// The SHA-256 of a rubric's text, with those of the rubrics it extends before it: 64 hexadecimal digits. How lines end
/// makes no difference.
pub(crate) fn content_hash(rubric: &Rubric, files: &Files) -> String {
    let lineage = rubric.lineage.iter();
    text_hash(lineage.map(|ancestor| &*files.get(ancestor.file).text))
}

/// The SHA-256 of texts, one after the other: 64 hexadecimal digits. How lines end makes no difference.
pub(crate) fn text_hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.replace("\r\n", "\n"));
    }
    let digits = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>();
    digits.concat()
}
