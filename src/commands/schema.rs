//! `trilemma schema`

use super::session::{Done, Refusal, Session};
use crate::cli::schema::{SchemaArguments, SchemaOf};
use crate::files::{BUNDLED, Files, LoadError, Rubric, load_rubric};
use crate::output::wording;
use clap::ValueEnum;

/// Prints a schema.
pub(crate) fn run(arguments: &SchemaArguments, session: &mut Session<'_>) -> Done {
    let Some(of) = arguments.of else {
        let help = "`trilemma schema --help` tells them apart";
        return Err(Refusal::usage(not_named()).help(help));
    };
    let specific = arguments.rubric.as_deref();
    if specific.is_some() && of != SchemaOf::Requirements {
        let message = "`--rubric` goes with `requirements` alone; the other schemas are the same for every rubric";
        return Err(Refusal::usage(message));
    }
    let schema = build(of, specific, &mut session.files)?;
    session.print(&(crate::output::escape::json(&schema)? + "\n"))
}

/// What there is a schema of.
fn not_named() -> String {
    let names = SchemaOf::value_variants()
        .iter()
        .filter_map(ValueEnum::to_possible_value)
        .map(|value| format!("`{}`", value.get_name()));
    let names: Vec<String> = names.collect();
    format!(
        "`trilemma schema` needs to know of what: {}",
        wording::either(&names)
    )
}

fn build(
    of: SchemaOf,
    rubric: Option<&str>,
    files: &mut Files,
) -> Result<serde_json::Value, LoadError> {
    Ok(match (of, rubric) {
        (SchemaOf::Requirements, None) => crate::files::schema::requirements(&bundled(files)?),
        (SchemaOf::Requirements, Some(name)) => {
            crate::files::schema::requirements::requirements_for(
                &load_rubric(name, files)?,
                &bundled(files)?,
            )
        }
        (SchemaOf::Rubric, _) => crate::files::schema::rubric(&bundled(files)?),
        (SchemaOf::Decide, _) => crate::commands::output_schemas::decide(),
        (SchemaOf::RubricLint, _) => crate::commands::output_schemas::rubric_lint(),
        (SchemaOf::RubricDiff, _) => crate::commands::output_schemas::rubric_diff(),
        (SchemaOf::RubricTest, _) => crate::commands::output_schemas::rubric_test(),
        (SchemaOf::Check, _) => crate::commands::output_schemas::check(),
        (SchemaOf::Compare, _) => crate::commands::output_schemas::compare(),
        (SchemaOf::Report, _) => crate::commands::output_schemas::report(),
        (SchemaOf::Landscape, _) => crate::files::schema::landscape(),
        (SchemaOf::LandscapeList, _) => crate::commands::output_schemas::landscape_list(),
        (SchemaOf::LandscapeLint, _) => crate::commands::output_schemas::landscape_lint(),
        (SchemaOf::Shortlist, _) => crate::commands::output_schemas::shortlist(),
        (SchemaOf::Plan, _) => crate::commands::output_schemas::plan(),
        (SchemaOf::Scorecard, _) => crate::files::schema::scorecard(),
    })
}

fn bundled(files: &mut Files) -> Result<Vec<Rubric>, LoadError> {
    let ids = BUNDLED.iter().map(|bundled| bundled.id);
    ids.map(|id| load_rubric(id, files)).collect()
}
