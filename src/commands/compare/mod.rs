//! `trilemma compare`

mod operand;

use anyhow::Context as _;

use crate::cli::compare::CompareArguments;

use self::operand::Operand;
use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::PageFormat;
use crate::files::{Files, LoadError, Loaded};
use crate::output::escape;
use crate::topics::compare::page::{Names, comment, page};
use crate::topics::compare::{Stated, compare_decisions};
use crate::topics::decide::page::Detail;

/// Loads both files, compares them and prints.
pub(crate) fn run(arguments: &CompareArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let [old, new] = match operands(arguments) {
        Ok(operands) => operands,
        Err((message, help)) => return Ok(output.usage_error(&message, help)),
    };
    let mut files = Files::default();
    let [before, after] = match load(arguments, [&old, &new], &mut files) {
        Ok(loaded) => loaded,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
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
    output.print(&match arguments.format {
        PageFormat::Text => {
            let detail = if arguments.all {
                Detail::All
            } else {
                Detail::Short
            };
            page(&comparison, names, detail).text(output.look())
        }
        PageFormat::Markdown => comment(&comparison, names),
        PageFormat::Json => {
            escape::json(&crate::topics::compare::json::ChangesDocument::new(
                &comparison,
                names,
            ))? + "\n"
        }
    })?;
    Ok(ExitStatus::Done)
}

/// The two files, or what is wrong with the command line and what would help.
fn operands(arguments: &CompareArguments) -> Result<[Operand; 2], (String, Option<&'static str>)> {
    let named = |operand: &str| {
        Operand::named(operand).map_err(|message| {
            let help =
                "write FILE@REV with a revision that git knows, such as `requirements.yaml@HEAD`";
            (message, Some(help))
        })
    };
    let old = named(&arguments.old)?;
    let new = match &arguments.new {
        Some(new) => named(new)?,
        None => old.now().ok_or_else(|| {
            let message = format!("there is nothing to compare `{}` with", old.name);
            let help = "name a second file, or a revision as in `requirements.yaml@origin/main`";
            (message, Some(help))
        })?,
    };
    if old.is_standard_input() && new.is_standard_input() {
        let message = "`-` can stand for one of the two files only".to_owned();
        return Err((message, None));
    }
    Ok([old, new])
}

fn load(
    arguments: &CompareArguments,
    operands: [&Operand; 2],
    files: &mut Files,
) -> Result<[Loaded; 2], LoadError> {
    let rubric = arguments.rubric.as_deref();
    let [old, new] = operands;
    Ok([old.load(rubric, files)?, new.load(rubric, files)?])
}
