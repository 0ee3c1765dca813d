//! The sections of a plan, in order.

use super::{Entry, Mark, Section, points, steps};
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::plan::{FEWEST_MARKS, Plan, PlanPart, Said};

/// The sections for one subject that have something to say.
pub fn sections<'p>(plan: &Plan<'_>, part: &'p PlanPart<'_>) -> Vec<Section<'p>> {
    let list = |heading: &str, intro: &str, mark, said: &'p [Said<'_>]| Section {
        heading: heading.to_owned(),
        intro: intro.to_owned(),
        mark,
        entries: said.iter().map(entry).collect(),
    };
    let all = [
        Some(steps::section(plan, part)),
        Some(list("Beside the steps", "", Mark::Task, &part.beside)),
        Some(brief(part)),
        Some(list(everybody(part), "", Mark::Task, &part.questions)),
        points::section(part),
        Some(list(
            "Script of the demonstration",
            "",
            Mark::Number,
            &part.demo,
        )),
        Some(marks(part)),
        Some(list("What it runs on", "", Mark::Bullet, &part.trial.data)),
        Some(list("Checklist", "", Mark::Task, &part.checks)),
        Some(list(
            "Questions to references",
            "",
            Mark::Bullet,
            &part.references,
        )),
        Some(list("Security", "", Mark::Task, &part.security)),
        Some(list(
            "To negotiate",
            "Keep this to yourselves until there is an offer.",
            Mark::Task,
            &part.negotiation,
        )),
        Some(list(
            "When to stop or look again",
            "",
            Mark::Bullet,
            &part.exits,
        )),
    ];
    let all = all.into_iter().flatten();
    all.filter(|section| !section.entries.is_empty() || says_why(section, part))
        .collect()
}

/// Whether a section without entries says why there are none.
fn says_why(section: &Section<'_>, part: &PlanPart<'_>) -> bool {
    section.heading == "Questions to each candidate" && part.has_landscape
}

fn entry<'p>(said: &'p Said<'_>) -> Entry<'p> {
    Entry {
        text: said.text.clone(),
        details: Vec::new(),
        sources: said.sources,
    }
}

/// What is sent out.
fn brief<'p>(part: &'p PlanPart<'_>) -> Section<'p> {
    let musts = part.brief.musts.iter();
    let musts = musts.map(|must| Entry::of(format!("Must: {}. {}", must.title, must.ask)));
    let wants = part.brief.wants.iter().map(|want| Entry {
        text: format!("Want: {}", want.text),
        ..entry(want)
    });
    let unanswered = part.brief.unanswered.iter();
    let unanswered: Vec<String> = unanswered.map(|id| format!("`{id}`")).collect();
    let more = if unanswered.is_empty() {
        String::new()
    } else {
        let unanswered = wording::list(&unanswered);
        format!(" Answer {unanswered} first: more musts hang on that.")
    };
    let (heading, intro) = match part.alternative {
        Alternative::Buy => (
            "Brief to send out",
            "Musts and wants as suppliers may see them, without what they weigh.",
        ),
        Alternative::Build | Alternative::OpenSource => {
            ("What has to be met", "Musts, without what they weigh.")
        }
    };
    Section {
        heading: heading.to_owned(),
        intro: format!("{intro}{more}"),
        mark: Mark::Bullet,
        entries: musts.chain(wants).collect(),
    }
}

/// What the questions to everybody are headed by.
const fn everybody(part: &PlanPart<'_>) -> &'static str {
    match part.alternative {
        Alternative::Buy => "Written questions to every supplier",
        Alternative::OpenSource => "Questions to the maintainers",
        Alternative::Build => "Questions to settle first",
    }
}

/// The pass marks of the trial.
fn marks<'p>(part: &'p PlanPart<'_>) -> Section<'p> {
    let marks = &part.trial.marks;
    let time = part.trial.time_box.map(|time| {
        let time = time.words();
        format!("The time is fixed: {time}. ")
    });
    let missing = FEWEST_MARKS.saturating_sub(marks.len());
    let more = if missing == 0 {
        String::new()
    } else {
        let marks = wording::count(missing, "pass mark");
        format!(" Add {marks} with a number and a unit, so that it can fail.")
    };
    Section {
        heading: trial(part.alternative).to_owned(),
        intro: format!(
            "{}Whoever misses one of these has failed, and you agree on that beforehand.{more}",
            time.unwrap_or_default()
        ),
        mark: Mark::Task,
        entries: marks.iter().map(entry).collect(),
    }
}

/// What a trial is called.
const fn trial(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Buy => "Proof of concept: pass marks",
        Alternative::OpenSource => "Trial: pass marks",
        Alternative::Build => "Prototype: pass marks",
    }
}
