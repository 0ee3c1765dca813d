//! `trilemma plan`

use super::session::{Done, Refusal, Session, check_component};
use super::today::today;
use crate::cli::plan::{PlanArguments, PlanFormat};
use crate::engine::matching::shortlist;
use crate::files::{Alternative, CandidateKind, Facts};
use crate::output::json;
use crate::topics::plan::json::Printed;
use crate::topics::plan::page::{page, without};
use crate::topics::plan::scorecard::scorecard;
use crate::topics::plan::{Request, plan};

/// Loads, decides, plans and prints.
pub(crate) fn run(arguments: &PlanArguments, session: &mut Session<'_>) -> Done {
    let day = today(arguments.of.today)?;
    let loaded = session.asked(&arguments.of)?;
    let decision = session.decision(loaded, &arguments.of.file)?;
    let (rubric, requirements) = (&decision.loaded.rubric, &decision.loaded.requirements);
    let bound = decision.bound()?;
    let list = bound.as_ref().map(|(landscape, bound)| {
        shortlist(
            rubric,
            bound,
            landscape,
            requirements,
            &CandidateKind::ALL,
            day,
        )
    });
    let assessment = decision.assess()?;
    check_component(&assessment, arguments.component.as_deref())?;
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
    let plan = plan(rubric, &assessment, &facts, list.as_ref(), request);
    if plan.parts.is_empty() {
        let why: Vec<String> = plan.without.iter().map(without).collect();
        let help = "say what to plan for: `--for build`, `--for buy` or `--for open-source`";
        return Err(Refusal::usage(why.join("; ")).help(help));
    }
    session.print(&match arguments.format {
        PlanFormat::Text => page(&plan).text(session.output.look()),
        PlanFormat::Markdown => page(&plan).markdown(),
        PlanFormat::Json => json::print(&Printed::new(&plan))?,
        PlanFormat::Scorecard => scorecard(&plan).map_err(anyhow::Error::from)?.ok_or_else(|| {
            let help = "candidates come from the rubric's landscape, for `buy` and `open-source`; \
                        `trilemma shortlist FILE --all` shows how each stands";
            Refusal::usage("there are no candidates to score").help(help)
        })?,
    })
}
