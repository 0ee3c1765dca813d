//! `trilemma compare`

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::git::Commit;
use super::session::{Done, Refusal, Session, answer};
use crate::cli::PageFormat;
use crate::cli::compare::CompareArguments;
use crate::files::{Files, LoadError, Loaded, ReadFrom, load_from};
use crate::output::document::Detail;
use crate::output::json;
use crate::topics::compare::json::Printed;
use crate::topics::compare::page::{Names, comment, page};
use crate::topics::compare::{Stated, compare_decisions};

/// Loads both files, compares them and prints.
pub(crate) fn run(arguments: &CompareArguments, session: &mut Session<'_>) -> Done {
    let [old, new] = operands(arguments)?;
    let rubric = arguments.rubric.as_deref();
    let before = old.load(rubric, &mut session.files)?;
    let after = new.load(rubric, &mut session.files)?;
    let [before, after] = [&before, &after].map(|loaded| Stated {
        rubric: &loaded.rubric,
        requirements: &loaded.requirements,
    });
    let comparison =
        compare_decisions(before, after).context("a fault of this program, not of your files")?;
    let path = new.path.display().to_string();
    let names = Names {
        before: &old.name,
        after: &new.name,
        file: &path,
    };
    session.print(&match arguments.format {
        PageFormat::Text => {
            page(&comparison, names, Detail::of(arguments.all)).text(session.output.look())
        }
        PageFormat::Markdown => comment(&comparison, names),
        PageFormat::Json => json::print(&Printed::new(&comparison, names))?,
    })
}

/// The two files.
fn operands(arguments: &CompareArguments) -> Result<[Operand; 2], Refusal> {
    let named = |operand: &str| {
        Operand::named(operand).map_err(|message| {
            let help =
                "write FILE@REV with a revision that git knows, such as `requirements.yaml@HEAD`";
            Refusal::usage(message).help(help)
        })
    };
    let old = named(&arguments.old)?;
    let new = match &arguments.new {
        Some(new) => named(new)?,
        None => old.now().ok_or_else(|| {
            let message = format!("there is nothing to compare `{}` with", old.name);
            let help = "name a second file, or a revision as in `requirements.yaml@origin/main`";
            Refusal::usage(message).help(help)
        })?,
    };
    if old.is_standard_input() && new.is_standard_input() {
        return Err(Refusal::usage(
            "`-` can stand for one of the two files only",
        ));
    }
    Ok([old, new])
}

/// What stands between a file and a revision of it.
const AT: char = '@';

/// A requirements file, as it is or as it was.
#[derive(Debug, Clone)]
struct Operand {
    /// What it is called.
    name: String,
    /// The file; `-` for standard input.
    path: PathBuf,
    /// The revision, and the commit that it names.
    revision: Option<(String, Commit)>,
}

impl Operand {
    /// What an operand of the command line means. What there is comes first: a file that is called like the operand,
    /// then a file called like what stands before one of its `@`, the first of them.
    ///
    /// # Errors
    ///
    /// If git does not know the revision.
    fn named(operand: &str) -> Result<Self, String> {
        let Some((path, revision)) = at_revision(operand) else {
            return Ok(Self {
                name: operand.to_owned(),
                path: PathBuf::from(operand),
                revision: None,
            });
        };
        // `-` is a file here, not standard input.
        let is_dash = path == "-";
        Ok(Self {
            name: operand.to_owned(),
            path: if is_dash { "./-".into() } else { path.into() },
            revision: Some((revision.to_owned(), Commit::named(revision)?)),
        })
    }

    /// The same file as it is now; none if this is what it is.
    fn now(&self) -> Option<Self> {
        self.revision.as_ref()?;
        Some(Self {
            name: self.path.display().to_string(),
            path: self.path.clone(),
            revision: None,
        })
    }

    /// Whether it is standard input.
    fn is_standard_input(&self) -> bool {
        self.revision.is_none() && self.path == Path::new("-")
    }

    /// Loads it with its rubric.
    fn load(&self, rubric: Option<&str>, files: &mut Files) -> Result<Loaded, LoadError> {
        let mut load = |from: ReadFrom<'_>| {
            let mut loaded = load_from(from, &self.path, rubric, files)?;
            answer(from, &mut loaded, &self.path, files)?;
            Ok(loaded)
        };
        let Some((revision, commit)) = &self.revision else {
            return load(ReadFrom::Disk);
        };
        let read = |path: &Path| {
            let missing = || io::Error::other(format!("it is not in `{revision}`"));
            commit.file(path).ok_or_else(missing)
        };
        load(ReadFrom::Copy {
            read: &read,
            called: revision,
        })
    }
}

/// The file and the revision that an operand names, if it names one.
fn at_revision(operand: &str) -> Option<(&str, &str)> {
    if Path::new(operand).exists() {
        return None;
    }
    let splits = || {
        operand
            .match_indices(AT)
            .map(|(at, _)| (&operand[..at], &operand[at + 1..]))
            .filter(|(path, revision)| !path.is_empty() && !revision.is_empty())
    };
    // The file may be gone by now.
    splits()
        .find(|(path, _)| Path::new(path).is_file())
        .or_else(|| splits().next())
}
