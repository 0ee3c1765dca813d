//! `trilemma rubric`

mod lint;
mod new;
mod test;

use super::session::{Done, Session};
use crate::cli::PageFormat;
use crate::cli::rubric::{DiffArguments, RubricCommand, ShowArguments, ShowFormat};
use crate::files::rubric::write as yaml;
use crate::files::{BUNDLED, LoadError, Rubric, load_rubric};
use crate::output::json;
use crate::topics::rubric::page::{Rows, list, page, reference};
use crate::topics::rubric_diff;

/// Runs a command on rubrics.
pub(crate) fn run(command: &RubricCommand, session: &mut Session<'_>) -> Done {
    match command {
        RubricCommand::List => {
            let ids = BUNDLED.iter().map(|bundled| bundled.id);
            let rubrics = ids.map(|id| load_rubric(id, &mut session.files));
            let rubrics: Result<Vec<Rubric>, LoadError> = rubrics.collect();
            session.print(&list(&rubrics?).text(session.output.look()))
        }
        RubricCommand::Show(arguments) => show(arguments, session),
        RubricCommand::Diff(arguments) => diff(arguments, session),
        RubricCommand::New(arguments) => new::run(arguments, session),
        RubricCommand::Lint(arguments) => lint::run(arguments, session),
        RubricCommand::Test(arguments) => test::run(arguments, session),
    }
}

fn show(arguments: &ShowArguments, session: &mut Session<'_>) -> Done {
    let rubric = load_rubric(&arguments.rubric, &mut session.files)?;
    session.print(&match arguments.format {
        ShowFormat::Table => page(&rubric, Rows::Lines).text(session.output.look()),
        ShowFormat::Markdown => reference(&rubric),
        ShowFormat::Yaml => yaml::rubric(&rubric).map_err(anyhow::Error::from)?,
    })
}

fn diff(arguments: &DiffArguments, session: &mut Session<'_>) -> Done {
    let before = load_rubric(&arguments.before, &mut session.files)?;
    let after = load_rubric(&arguments.after, &mut session.files)?;
    let comparison = rubric_diff::rubric::compare(&before, &after);
    session.print(&match arguments.format {
        PageFormat::Text => rubric_diff::page::page(&comparison).text(session.output.look()),
        PageFormat::Markdown => rubric_diff::page::page(&comparison).markdown(),
        PageFormat::Json => json::print(&comparison)?,
    })
}
