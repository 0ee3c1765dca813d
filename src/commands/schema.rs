//! `trilemma schema`

use clap::ValueEnum;

use super::cli::{SchemaArguments, SchemaOf};
use super::exit_status::ExitStatus;
use super::output::Output;
use crate::input::{BUNDLED, LoadError, load_rubric};
use crate::model::{Files, Rubric, wording};
use crate::{render, schema};

/// Prints a schema.
pub(super) fn run(arguments: &SchemaArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let Some(of) = arguments.of else {
        return Ok(output.usage_error(
            &not_named(),
            Some("`trilemma schema --help` tells them apart"),
        ));
    };
    let specific = arguments.rubric.as_deref();
    if specific.is_some() && of != SchemaOf::Requirements {
        let message = "`--rubric` goes with `requirements` alone; the other schemas are the same for every rubric";
        return Ok(output.usage_error(message, None));
    }
    let mut files = Files::default();
    let schema = match build(of, specific, &mut files) {
        Ok(schema) => schema,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    output.print(&(render::escape::json(&schema)? + "\n"))?;
    Ok(ExitStatus::Done)
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
        (SchemaOf::Requirements, None) => schema::requirements(&bundled(files)?),
        (SchemaOf::Requirements, Some(name)) => {
            schema::requirements_for(&load_rubric(name, files)?, &bundled(files)?)
        }
        (SchemaOf::Rubric, _) => schema::rubric(&bundled(files)?),
        (SchemaOf::Decide, _) => schema::decide(),
        (SchemaOf::RubricLint, _) => schema::rubric_lint(),
        (SchemaOf::RubricDiff, _) => schema::rubric_diff(),
        (SchemaOf::RubricTest, _) => schema::rubric_test(),
        (SchemaOf::Check, _) => schema::check(),
        (SchemaOf::Compare, _) => schema::compare(),
        (SchemaOf::Report, _) => schema::report(),
        (SchemaOf::Landscape, _) => schema::landscape(),
        (SchemaOf::LandscapeList, _) => schema::landscape_list(),
        (SchemaOf::LandscapeLint, _) => schema::landscape_lint(),
        (SchemaOf::Shortlist, _) => schema::shortlist(),
        (SchemaOf::Plan, _) => schema::plan(),
        (SchemaOf::Scorecard, _) => schema::scorecard(),
    })
}

fn bundled(files: &mut Files) -> Result<Vec<Rubric>, LoadError> {
    let ids = BUNDLED.iter().map(|bundled| bundled.id);
    ids.map(|id| load_rubric(id, files)).collect()
}
