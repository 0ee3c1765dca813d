//! `trilemma plan`

use super::candidates;
use super::candidates::Asked;
use super::check::day::today;
use super::decide::check_component;
use super::exit_status::ExitStatus;
use super::output::Output;
use crate::engine::matching::{Bound, Shortlist, shortlist};
use crate::files::Facts;
use crate::files::{Alternative, CandidateKind, Files, Landscape, LoadError, Loaded, ReadFrom};
use crate::output::escape;
use crate::topics::plan::page::{page, without};
use crate::topics::plan::{Plan, Request, plan};
use clap::{Args, ValueEnum};
use jiff::civil::Date;

/// Plan how to go about what is recommended: steps with days, questions, a demonstration, a trial, and a scorecard.
///
/// The steps come from the rubric's `process`, the candidates from the shortlist, the numbers from the answers. Planned
/// is what `--for` says, or else what the team decided, or else what is recommended. Every step is given the longest
/// that it may take; Saturdays and Sundays are free, holidays are not known. There is no calendar file: the dates are in
/// the JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma plan requirements.yaml
  trilemma plan requirements.yaml --start 2026-12-01 --format markdown > plan.md
  trilemma plan requirements.yaml --for buy --format scorecard > scorecard.yaml

A scorecard that is filled in counts as evidence once the requirements file names it:
  scorecards: [scorecard.yaml]

Exit codes of `plan`:
  0    done
  1    the requirements file or a scorecard is at fault
  2    the command line or the rubric is at fault; or nothing is recommended and `--for` is missing;
       or a scorecard is asked for and there are no candidates")]
pub(crate) struct PlanArguments {
    /// Plan for this, whatever is decided or recommended.
    #[arg(long = "for", value_enum, value_name = "ALTERNATIVE")]
    pub(crate) alternative: Option<PlannedFor>,
    /// The day on which the first step begins; without it, days are counted from 1.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::rubric::day)]
    pub(crate) start: Option<Date>,
    /// Plan for this component alone, where a file has components.
    #[arg(long, value_name = "ID")]
    pub(crate) component: Option<String>,
    #[command(flatten)]
    pub(crate) of: Asked,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PlanFormat::Text)]
    pub(crate) format: PlanFormat,
}

/// What can be planned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlannedFor {
    /// A prototype, owners and a scope.
    Build,
    /// A selection among suppliers.
    Buy,
    /// A trial of a project.
    OpenSource,
}

/// What `plan` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    /// For people at a terminal.
    Text,
    /// For a document: lists to tick off.
    Markdown,
    /// For programs.
    Json,
    /// A file to fill in: a blank entry for each candidate and must.
    Scorecard,
}

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

impl From<PlannedFor> for Alternative {
    fn from(planned: PlannedFor) -> Self {
        match planned {
            PlannedFor::Build => Self::Build,
            PlannedFor::Buy => Self::Buy,
            PlannedFor::OpenSource => Self::OpenSource,
        }
    }
}
