//! `trilemma plan`

use super::candidates;
use super::decide::check_component;
use super::exit_status::ExitStatus;
use super::output::Output;
use super::today::today;
use crate::cli::plan::{PlanArguments, PlanFormat};
use crate::engine::matching::{Bound, Shortlist, shortlist};
use crate::files::Facts;
use crate::files::{Alternative, CandidateKind, Files, Landscape, LoadError, Loaded, ReadFrom};
use crate::output::escape;
use crate::topics::plan::page::{page, without};
use crate::topics::plan::{Plan, Request, plan};
use jiff::civil::Date;

/// Loads, decides, plans and prints.
pub(crate) fn run(arguments: &PlanArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let day = match today(arguments.of.today) {
        Ok(day) => day,
        Err(message) => return Ok(output.usage_error(&message, Some("give `--today YYYY-MM-DD`"))),
    };
    let mut files = Files::default();
    let (loaded, landscape) = match loaded(arguments, &mut files, output) {
        Ok(loaded) => loaded,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let bound = match candidates::bound(&loaded, landscape.as_ref()) {
        Ok(bound) => bound,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let list = bound
        .as_ref()
        .map(|(landscape, bound)| listed(&loaded, landscape, bound, day));
    planned(arguments, &loaded, list.as_ref(), output)
}

/// The files, and the landscape with what it answers.
fn loaded(
    arguments: &PlanArguments,
    files: &mut Files,
    output: &Output,
) -> Result<(Loaded, Option<Landscape>), LoadError> {
    let mut loaded = arguments.of.load(files, output)?;
    let landscape = candidates::answer(ReadFrom::Disk, &mut loaded, &arguments.of.file, files)?;
    Ok((loaded, landscape))
}

fn listed<'a>(
    loaded: &'a Loaded,
    landscape: &'a Landscape,
    bound: &'a Bound<'_>,
    day: Date,
) -> Shortlist<'a> {
    let kinds = &CandidateKind::ALL;
    shortlist(
        &loaded.rubric,
        bound,
        landscape,
        &loaded.requirements,
        kinds,
        day,
    )
}

fn planned(
    arguments: &PlanArguments,
    loaded: &Loaded,
    list: Option<&Shortlist<'_>>,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let (rubric, requirements) = (&loaded.rubric, &loaded.requirements);
    let landscape = list.map(|list| list.landscape);
    let assessment = candidates::assess(loaded, landscape)?;
    if let Some(id) = &arguments.component
        && let Err(message) = check_component(&assessment, id)
    {
        return Ok(output.usage_error(&message, None));
    }
    let answers = if requirements.components.is_empty() {
        vec![&requirements.answers]
    } else {
        let components = requirements.components.iter();
        components.map(|one| &one.answers).collect()
    };
    let answers = answers.into_iter();
    let facts: Vec<Facts<'_>> = answers.map(|answers| Facts::new(rubric, answers)).collect();
    let request = Request {
        alternative: arguments.alternative.map(Alternative::from),
        component: arguments.component.as_deref(),
        start: arguments.start,
    };
    let plan = plan(rubric, &assessment, &facts, list, request);
    if plan.parts.is_empty() {
        let why: Vec<String> = plan.without.iter().map(without).collect();
        let help = "say what to plan for: `--for build`, `--for buy` or `--for open-source`";
        return Ok(output.usage_error(&why.join("; "), Some(help)));
    }
    print(&plan, arguments, output)
}

fn print(
    plan: &Plan<'_>,
    arguments: &PlanArguments,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let printed = match arguments.format {
        PlanFormat::Text => page(plan).text(output.look()),
        PlanFormat::Markdown => page(plan).markdown(),
        PlanFormat::Json => escape::json(&crate::topics::plan::json::Document::new(plan))? + "\n",
        PlanFormat::Scorecard => {
            let Some(scorecard) = crate::topics::plan::scorecard::scorecard(plan)? else {
                let help = "candidates come from the rubric's landscape, for `buy` and `open-source`; \
                            `trilemma shortlist FILE --all` shows how each stands";
                let message = "there are no candidates to score";
                return Ok(output.usage_error(message, Some(help)));
            };
            scorecard
        }
    };
    output.print(&printed)?;
    Ok(ExitStatus::Done)
}
