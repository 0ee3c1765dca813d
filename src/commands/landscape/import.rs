//! `trilemma landscape import`

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::words_for;
use crate::cli::landscape::ImportArguments;
use crate::cli::today::Today;
use crate::commands::exit_status::ExitStatus;
use crate::commands::session::{Done, Refusal, Session};
use crate::commands::today::day;
use crate::files::{
    Attribute, CandidateKind, CandidateState, Evidence, Files, ForeignItem, LandscapeError,
    LoadError, MAX_LANDSCAPE_BYTES, Vocabulary, is_id, load_landscape, read_bytes, read_foreign,
};
use crate::output::escape::terminal;
use crate::output::wording;

/// The class of licences about which the landscape that is extended says nothing.
const NOT_CLASSIFIED: &str = "not-classified";

/// Prints or writes what a foreign landscape says, as a landscape.
pub(crate) fn run(arguments: &ImportArguments, session: &mut Session<'_>) -> Done {
    let files = &mut session.files;
    let (name, bytes) = read_bytes(&arguments.file, MAX_LANDSCAPE_BYTES)?;
    let items = read_foreign(&name, &bytes, files)
        .map_err(|problem| LoadError::Landscape(vec![problem]))?;
    let plan = Plan::new(arguments, extended(arguments, files)?)?;
    let (file, left_out) = plan.file(&items, &name);
    let text = serde_yaml::to_string(&file).map_err(anyhow::Error::from)?;
    let imported = wording::count(file.candidates.len(), "candidate");
    let output = session.output;
    output.tell(&format!("note: {imported} imported, {left_out} left out\n"));
    let Some(path) = &arguments.output else {
        return session.print(&text);
    };
    File::create_new(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| Refusal::usage(format!("cannot write `{}`: {error}", path.display())))?;
    let path = path.display().to_string();
    output.tell(&format!("wrote {}\n", terminal(&path)));
    Ok(ExitStatus::Done)
}

/// The words of the landscape that the new one is put over.
fn extended(
    arguments: &ImportArguments,
    files: &mut Files,
) -> Result<Option<Vocabulary>, LandscapeError> {
    let Some(name) = &arguments.extends else {
        return Ok(None);
    };
    let is_path = name.contains(['/', '.']);
    let folder = arguments.output.as_deref().and_then(Path::parent);
    let name = match folder.filter(|_| is_path) {
        Some(folder) => folder.join(name).display().to_string(),
        None => name.clone(),
    };
    load_landscape(&name, files).map(|landscape| Some(landscape.vocabulary))
}

/// The file that is written: the keys that an import can fill, in their order.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LandscapeFile<'a> {
    landscape: &'a str,
    version: &'static str,
    title: String,
    about: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    extends: Option<&'a str>,
    compiled: &'a str,
    source: SourceFile<'a>,
    #[serde(skip_serializing_if = "VocabularyFile::is_empty")]
    vocabulary: VocabularyFile<'a>,
    candidates: Vec<CandidateFile<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SourceFile<'a> {
    source: &'a str,
    evidence: Evidence,
    as_of: &'a str,
}

#[derive(Default, Serialize)]
struct VocabularyFile<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    components: BTreeMap<&'a str, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    licences: BTreeMap<&'static str, Vec<&'a str>>,
}

impl VocabularyFile<'_> {
    fn is_empty(&self) -> bool {
        self.components.is_empty() && self.licences.is_empty()
    }
}

#[derive(Serialize)]
struct CandidateFile<'a> {
    id: String,
    name: &'a str,
    kind: CandidateKind,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    components: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<StatusFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct StatusFile {
    state: CandidateState,
    note: String,
}

/// How to make candidates of entries.
struct Plan<'a> {
    arguments: &'a ImportArguments,
    compiled: String,
    base: Option<Vocabulary>,
    components: BTreeMap<&'a str, &'a str>,
}

impl<'a> Plan<'a> {
    fn new(arguments: &'a ImportArguments, base: Option<Vocabulary>) -> Result<Self, Refusal> {
        if !is_id(&arguments.id) {
            let refusal = Refusal::usage(format!("`{}` is not an id", arguments.id));
            let help = "write lower-case words joined by hyphens, such as `lfai`";
            return Err(refusal.help(help));
        }
        let compiled = day(Today {
            today: arguments.compiled,
        })
        .map_err(|message| Refusal::usage(message).help("give `--compiled YYYY-MM-DD`"))?;
        let mut components = BTreeMap::new();
        for option in &arguments.component {
            let (category, component) = mapping(option, base.as_ref())?;
            components.insert(category, component);
        }
        Ok(Self {
            arguments,
            compiled: compiled.to_string(),
            base,
            components,
        })
    }

    /// The file, and how many entries are not in it.
    fn file<'f>(&'f self, items: &'f [ForeignItem], name: &'f str) -> (LandscapeFile<'f>, usize) {
        let source = self.arguments.source.as_deref().unwrap_or(name);
        let title = |id: &str| wording::capitalised(&id.replace('-', " "));
        let mut ids = BTreeSet::new();
        let mut vocabulary = VocabularyFile::default();
        let mut candidates = Vec::new();
        for item in items {
            let component = self.component(item);
            if component.is_none() && !self.components.is_empty() {
                continue;
            }
            if let (Some(component), None) = (component, &self.base) {
                vocabulary.components.insert(component, title(component));
            }
            self.classify(item, &mut vocabulary);
            candidates.push(candidate(item, component, &mut ids));
        }
        let left_out = items.len() - candidates.len();
        let file = LandscapeFile {
            landscape: &self.arguments.id,
            version: "0.1.0",
            title: title(&self.arguments.id),
            about: format!(
                "Imported from {source}. What that does not say is not documented here; what names a repository is \
                 taken for open source, and everything else for a product."
            ),
            extends: self.arguments.extends.as_deref(),
            compiled: &self.compiled,
            source: SourceFile {
                source,
                evidence: Evidence::VendorClaim,
                as_of: &self.compiled,
            },
            vocabulary,
            candidates,
        };
        (file, left_out)
    }

    fn component(&self, item: &ForeignItem) -> Option<&'a str> {
        let part = format!("{}/{}", item.category, item.subcategory);
        let found = self.components.get(part.as_str());
        found
            .or_else(|| self.components.get(item.category.as_str()))
            .copied()
    }

    /// Notes a licence that the landscape extended does not know.
    fn classify<'f>(&self, item: &'f ForeignItem, vocabulary: &mut VocabularyFile<'f>) {
        let Some(licence) = item.licence.as_deref() else {
            return;
        };
        let base = self.base.as_ref();
        if base.and_then(|base| base.class_of(licence)).is_none() {
            let licences = vocabulary.licences.entry(NOT_CLASSIFIED).or_default();
            if !licences.contains(&licence) {
                licences.push(licence);
            }
        }
    }
}

fn candidate<'a>(
    item: &'a ForeignItem,
    component: Option<&'a str>,
    ids: &mut BTreeSet<String>,
) -> CandidateFile<'a> {
    let is_open = item.repository.is_some();
    let kind = if is_open {
        CandidateKind::OpenSource
    } else {
        CandidateKind::Product
    };
    let status = |project: &str| StatusFile {
        state: if project == "archived" {
            CandidateState::Archived
        } else {
            CandidateState::Active
        },
        note: format!("The foundation calls it {project}"),
    };
    CandidateFile {
        id: own_id(&item.name, ids),
        name: &item.name,
        kind,
        components: component.into_iter().collect(),
        licence: item.licence.as_deref(),
        status: item.project.as_deref().map(status),
        homepage: item.homepage.as_deref(),
        repository: item.repository.as_deref(),
        notes: item.description.as_deref().into_iter().collect(),
    }
}

/// A category, or a part of one, and what its entries do.
fn mapping<'o>(option: &'o str, base: Option<&Vocabulary>) -> Result<(&'o str, &'o str), Refusal> {
    let Some((category, component)) = option.rsplit_once('=') else {
        let refusal = Refusal::usage(format!("`{option}` has no `=`"));
        return Err(refusal.help("write `--component 'Category=component'`"));
    };
    if !is_id(component) {
        return Err(Refusal::usage(format!("`{component}` is not an id")));
    }
    if let Some(base) = base
        && base.find(Attribute::Components, component).is_none()
    {
        let message = format!("the landscape extended has no component `{component}`");
        let help = words_for(base, Attribute::Components, component);
        return Err(Refusal::usage(message).help(help));
    }
    Ok((category, component))
}

/// An id made of a name, different from those before it.
fn own_id(name: &str, ids: &mut BTreeSet<String>) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = if words.is_empty() {
        "candidate".to_owned()
    } else {
        words.join("-")
    };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let free = std::iter::once(id.clone())
        .chain(numbered)
        .find(|id| !ids.contains(id));
    let id = free.unwrap_or(id);
    ids.insert(id.clone());
    id
}
