//! `trilemma explain`

use super::session::{Done, Refusal, Session};
use crate::cli::decide::ExplainArguments;
use crate::files::{
    BUNDLED, Files, LoadError, Named, ProblemCode, Rubric, did_you_mean, load_rubric,
};
use crate::output::wording;
use crate::topics::rubric::explanation::explanation;

/// Prints what an id means.
pub(crate) fn run(arguments: &ExplainArguments, session: &mut Session<'_>) -> Done {
    let rubrics = rubrics(arguments.rubric.as_deref(), &mut session.files)?;
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
        [] if code.is_none() => return Err(unknown(id, &rubrics)),
        [] => None,
        [only] => Some(*only),
        several => return Err(ambiguous(id, several)),
    };
    session.print(&explanation(rubric, id, code, session.output.look()))
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

fn unknown(id: &str, rubrics: &[Rubric]) -> Refusal {
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
    Refusal::usage(message).help(help)
}

fn ambiguous(id: &str, rubrics: &[&Rubric]) -> Refusal {
    let ids: Vec<String> = rubrics
        .iter()
        .map(|rubric| format!("`{}`", rubric.id))
        .collect();
    let message = format!("`{id}` stands in several rubrics: {}", wording::list(&ids));
    Refusal::usage(message).help("say which is meant with `--rubric`")
}
