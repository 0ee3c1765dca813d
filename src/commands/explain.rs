//! `trilemma explain`

use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::decide::ExplainArguments;
use crate::files::{
    BUNDLED, Files, LoadError, Named, ProblemCode, Rubric, did_you_mean, load_rubric,
};
use crate::output::wording;

/// Prints what an id means.
pub(crate) fn run(arguments: &ExplainArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let rubrics = match rubrics(arguments.rubric.as_deref(), &mut files) {
        Ok(rubrics) => rubrics,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let id = arguments.id.as_str();
    let code = ProblemCode::from_id(id);
    // What is inherited unchanged is explained where it stands.
    let is_own = |rubric: &Rubric, named: &Named<'_>| {
        arguments.rubric.is_some()
            || rubric.lineage.last().map(|own| own.file) == Some(named.place().file)
    };
    let holds = |rubric: &&Rubric| {
        rubric
            .named()
            .any(|named| named.id() == id && is_own(rubric, &named))
    };
    let rubric = match rubrics.iter().filter(holds).collect::<Vec<_>>().as_slice() {
        [] if code.is_none() => return Ok(unknown(id, &rubrics, output)),
        [] => None,
        [only] => Some(*only),
        several => return Ok(ambiguous(id, several, output)),
    };
    output.print(&crate::topics::rubric::explanation::explanation(
        rubric,
        id,
        code,
        output.look(),
    ))?;
    Ok(ExitStatus::Done)
}

/// The rubric that is named, or every bundled one.
fn rubrics(named: Option<&str>, files: &mut Files) -> Result<Vec<Rubric>, LoadError> {
    let names: Vec<&str> = match named {
        Some(name) => vec![name],
        None => BUNDLED.iter().map(|bundled| bundled.id).collect(),
    };
    let load = |name| load_rubric(name, files);
    names.into_iter().map(load).collect()
}

fn unknown(id: &str, rubrics: &[Rubric], output: &Output) -> ExitStatus {
    let searched: Vec<&str> = rubrics.iter().map(|rubric| rubric.id.as_str()).collect();
    let message = format!(
        "nothing is called `{id}`: there is no such id in {}, and no problem has this code",
        wording::either(&searched)
    );
    let named: Vec<Named<'_>> = rubrics.iter().flat_map(Rubric::named).collect();
    let codes = ProblemCode::ALL.iter().map(|code| code.id());
    let help = did_you_mean(id, named.iter().map(Named::id).chain(codes));
    let help =
        help.unwrap_or_else(|| "`trilemma rubric show` lists all ids of a rubric".to_owned());
    output.usage_error(&message, Some(&help))
}

fn ambiguous(id: &str, rubrics: &[&Rubric], output: &Output) -> ExitStatus {
    let ids: Vec<String> = rubrics
        .iter()
        .map(|rubric| format!("`{}`", rubric.id))
        .collect();
    let message = format!("`{id}` stands in several rubrics: {}", wording::list(&ids));
    output.usage_error(&message, Some("say which is meant with `--rubric`"))
}
